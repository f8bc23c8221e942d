#pragma once

#include "store/accounts.hpp"
#include "store/keys.hpp"
#include "store/mail_wishes.hpp"
#include "vitrine/fields.hpp"

/// Accounts: how people sign in, and which members they act for.
namespace vitrine {

struct NewAccount {
  std::string email;
  std::string password;  // 10 to 1024 bytes
  std::string name;
  std::string language;  // BCP 47, of e-mails; empty: English
  std::optional<std::string>
      invitation;  // the secret of its link, which also opens a closed server

  static constexpr void fields(auto& self, auto&& field) {
    field("email", self.email);
    field("password", self.password);
    field("name", self.name);
    field("language", self.language, defaulted);
    field("invitation", self.invitation);
  }
};

struct SignIn {
  std::string email;
  std::string password;
  std::string language;  // from now on, of e-mails; empty: as before

  static constexpr void fields(auto& self, auto&& field) {
    field("email", self.email);
    field("password", self.password);
    field("language", self.language, defaulted);
  }
};

struct ForgottenPassword {
  std::string email;

  static constexpr void fields(auto& self, auto&& field) { field("email", self.email); }
};

struct PasswordReset {
  std::string token;  // the secret of the link
  std::string new_password;

  static constexpr void fields(auto& self, auto&& field) {
    field("token", self.token);
    field("new_password", self.new_password);
  }
};

struct EmailChange {
  std::string email;  // the new one
  std::string password;

  static constexpr void fields(auto& self, auto&& field) {
    field("email", self.email);
    field("password", self.password);
  }
};

/// The secret of a link in an e-mail.
struct LinkToken {
  std::string token;

  static constexpr void fields(auto& self, auto&& field) { field("token", self.token); }
};

/// Whether somebody wants the e-mails about a topic.
struct MailChoice {
  MailTopic topic = MailTopic::statements;
  bool wanted = true;

  static constexpr void fields(auto& self, auto&& field) {
    field("topic", self.topic);
    field("wanted", self.wanted);
  }
};

/// What was turned off by the link in an e-mail.
struct Unsubscribed {
  MailTopic topic = MailTopic::statements;

  static constexpr void fields(auto& self, auto&& field) { field("topic", self.topic); }
};

struct PasswordChange {
  std::string password;  // the present one
  std::string new_password;

  static constexpr void fields(auto& self, auto&& field) {
    field("password", self.password);
    field("new_password", self.new_password);
  }
};

/// How one comes in.
struct SignUp {
  bool open = false;      // strangers may make accounts
  bool e_mails = false;   // the server sends links to who has forgotten a password
  bool passkeys = false;  // browsers take passkeys for where the server is

  static constexpr void fields(auto& self, auto&& field) {
    field("open", self.open);
    field("e_mails", self.e_mails);
    field("passkeys", self.passkeys);
  }
};

/// Whom an account acts for.
struct AccountMember {
  std::string owner;  // sel_…, pre_… or "operator"
  KeyScope scope = KeyScope::seller;
  std::string name;
  Right right = Right::owner;
  bool approved = true;  // false: a seller that no site shows until the operator says so
  std::optional<std::string> refusal = {};  // why the operator refused it

  static constexpr void fields(auto& self, auto&& field) {
    field("owner", self.owner);
    field("scope", self.scope);
    field("name", self.name);
    field("right", self.right);
    field("approved", self.approved);
    field("refusal", self.refusal);
  }
};

struct Account {
  std::string id;  // acc_…
  std::string email;
  std::string name;
  bool email_confirmed = true;  // false: it cannot begin to sell or present, nor add passkeys
  std::vector<MailTopic> unwanted_mails;
  std::vector<AccountMember> members;

  static constexpr void fields(auto& self, auto&& field) {
    field("id", self.id);
    field("email", self.email);
    field("name", self.name);
    field("email_confirmed", self.email_confirmed);
    field("unwanted_mails", self.unwanted_mails);
    field("members", self.members);
  }
};

}  // namespace vitrine
