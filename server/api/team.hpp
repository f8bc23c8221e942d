#pragma once

#include "api/accounts.hpp"

/// Who acts for a member, with which rights, and how others come to.
namespace vitrine {

struct TeamMember {
  std::string id;  // acc_…
  std::string email;
  std::string name;
  Right right = Right::read;
  std::string since;  // RFC 3339

  static constexpr void fields(auto& self, auto&& field) {
    field("id", self.id);
    field("email", self.email);
    field("name", self.name);
    field("right", self.right);
    field("since", self.since);
  }
};

struct Invitation {
  std::string id;  // tic_…
  std::string email;
  Right right = Right::read;
  std::string invited_by;          // a name; empty: a key
  std::string ends_at;             // RFC 3339
  std::optional<std::string> url;  // told once, where the server sends no e-mails

  static constexpr void fields(auto& self, auto&& field) {
    field("id", self.id);
    field("email", self.email);
    field("right", self.right);
    field("invited_by", self.invited_by);
    field("ends_at", self.ends_at);
    field("url", self.url);
  }
};

struct Team {
  std::vector<TeamMember> members;
  std::vector<Invitation> invitations;

  static constexpr void fields(auto& self, auto&& field) {
    field("members", self.members);
    field("invitations", self.invitations);
  }
};

struct InvitationWish {
  std::string email;
  Right right = Right::read;
  std::string language;  // BCP 47, of the e-mail; empty: English

  static constexpr void fields(auto& self, auto&& field) {
    field("email", self.email);
    field("right", self.right);
    field("language", self.language, defaulted);
  }
};

/// What the holder of a link reads.
struct InvitationOffer {
  std::string email;  // who is invited: the account's address must be this
  KeyScope scope = KeyScope::seller;
  std::string name;  // of the member
  Right right = Right::read;
  std::string invited_by;
  bool known = false;  // whether there is an account with that address

  static constexpr void fields(auto& self, auto&& field) {
    field("email", self.email);
    field("scope", self.scope);
    field("name", self.name);
    field("right", self.right);
    field("invited_by", self.invited_by);
    field("known", self.known);
  }
};

struct RightChange {
  Right right = Right::read;

  static constexpr void fields(auto& self, auto&& field) { field("right", self.right); }
};

}  // namespace vitrine
