#pragma once

#include "vitrine/fields.hpp"

/// The keys of the API, as their owners see, issue and revoke them.
namespace vitrine {

/// A key, without its text.
struct KeyState {
  std::string id;
  std::string scope;                   // seller, presenter or operator: whose routes it opens
  std::string owner;                   // sel_…, pre_… or "operator"
  std::string created_at;              // RFC 3339
  std::optional<std::string> ends_at;  // RFC 3339; without: until it is revoked

  static constexpr void fields(auto& self, auto&& field) {
    field("id", self.id);
    field("scope", self.scope);
    field("owner", self.owner);
    field("created_at", self.created_at);
    field("ends_at", self.ends_at);
  }
};

struct KeyList {
  std::vector<KeyState> keys;  // oldest first

  static constexpr void fields(auto& self, auto&& field) { field("keys", self.keys); }
};

/// Whose key, without `owner` the caller's own, and for how many hours the others go on beside it:
/// up to 30 days.
struct KeyWish {
  std::optional<std::string> owner;
  std::int64_t overlap_hours = 24;

  static constexpr void fields(auto& self, auto&& field) {
    field("owner", self.owner);
    field("overlap_hours", self.overlap_hours, defaulted);
  }
};

/// The text of a key is told once.
struct NewKey {
  KeyState key;
  std::string api_key;

  static constexpr void fields(auto& self, auto&& field) {
    field("key", self.key);
    field("api_key", self.api_key);
  }
};

}  // namespace vitrine
