#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "store/database.hpp"
#include "vitrine/fields.hpp"

namespace vitrine {

/// Whose routes a key opens.
enum class KeyScope { seller, presenter, operator_ };
constexpr auto names(KeyScope) {
  return std::to_array<std::string_view>({"seller", "presenter", "operator"});
}

/// A key of the API. Only its hash is kept: 256 random bits need no slow one, and looking it up by
/// the hash tells nothing of the key by its time.
struct Key {
  std::string id;  // key_…
  KeyScope scope = KeyScope::seller;
  std::string owner;            // sel_…, pre_… or "operator"
  std::int64_t created_at = 0;  // Unix milliseconds
  std::int64_t ends_at = 0;     // from then on it opens nothing; 0: until it is revoked
};

/// Which scope the keys of an owner have, by its id; nothing for an id of no member.
std::optional<KeyScope> scopeOf(Database& db, const std::string& owner);

void insertKey(Database& db, const Key& key, const std::string& hash);
/// The key with that hash, if it has not ended.
std::optional<Key> findKey(Database& db, const std::string& hash, std::int64_t now);
/// An owner's keys, oldest first, or with no owner all.
std::vector<Key> listKeys(Database& db, const std::string& owner);
/// Has the key end then, at the latest.
void endKey(Database& db, const std::string& id, std::int64_t at);

/// A new key of an owner; what the caller gets, once, is its text. The others end after the
/// `overlap` (milliseconds), at the latest.
struct IssuedKey {
  Key key;
  std::string text;
};
IssuedKey issueKey(Database& db, KeyScope scope, const std::string& owner, std::int64_t overlap,
                   std::int64_t now);

}  // namespace vitrine
