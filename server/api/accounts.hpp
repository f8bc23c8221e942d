#pragma once

#include "store/keys.hpp"
#include "vitrine/fields.hpp"

/// Accounts: how people sign in, and which members they act for.
namespace vitrine {

struct NewAccount {
  std::string email;
  std::string password;  // 10 to 1024 bytes
  std::string name;

  static constexpr void fields(auto& self, auto&& field) {
    field("email", self.email);
    field("password", self.password);
    field("name", self.name);
  }
};

struct SignIn {
  std::string email;
  std::string password;

  static constexpr void fields(auto& self, auto&& field) {
    field("email", self.email);
    field("password", self.password);
  }
};

struct PasswordChange {
  std::string password;  // the present one
  std::string new_password;

  static constexpr void fields(auto& self, auto&& field) {
    field("password", self.password);
    field("new_password", self.new_password);
  }
};

/// Whether strangers may make accounts.
struct SignUp {
  bool open = false;

  static constexpr void fields(auto& self, auto&& field) { field("open", self.open); }
};

/// Whom an account acts for.
struct AccountMember {
  std::string owner;  // sel_…, pre_… or "operator"
  KeyScope scope = KeyScope::seller;
  std::string name;
  bool approved = true;  // false: a seller that no site shows until the operator says so
  std::optional<std::string> refusal = {};  // why the operator refused it

  static constexpr void fields(auto& self, auto&& field) {
    field("owner", self.owner);
    field("scope", self.scope);
    field("name", self.name);
    field("approved", self.approved);
    field("refusal", self.refusal);
  }
};

struct Account {
  std::string id;  // acc_…
  std::string email;
  std::string name;
  std::vector<AccountMember> members;

  static constexpr void fields(auto& self, auto&& field) {
    field("id", self.id);
    field("email", self.email);
    field("name", self.name);
    field("members", self.members);
  }
};

}  // namespace vitrine
