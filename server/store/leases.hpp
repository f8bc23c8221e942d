#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "store/database.hpp"

/// What tables of things to bring somewhere share: due_at, attempts, outcome, parked_at, and a
/// lease that keeps several servers from bringing the same. A server that outlives its lease can
/// write nothing any more: another has the next token.
namespace vitrine {

/// Takes a row whose lease had this token, until a moment (Unix milliseconds); false when another
/// server was faster.
bool lease(Database& db, std::string_view table, const std::string& id, std::int64_t token,
           std::int64_t now, std::int64_t until);

/// How an attempt ended: when it is due again, or since when it is parked, or neither: it is done.
struct AttemptEnd {
  std::optional<std::int64_t> due_at = {};
  std::optional<std::int64_t> parked_at = {};
  std::string outcome;
};

/// Writes that down; false when the lease was no longer the token's.
bool endAttempt(Database& db, std::string_view table, const std::string& id, std::int64_t token,
                int attempts, const AttemptEnd& end);

/// Takes things for an attempt each, for `life` milliseconds; answers those that no other server
/// has taken meanwhile, with the lease's token. Where a server has the database to itself, this
/// costs nothing.
template <class T>
std::vector<T> leaseAll(Database& db, std::string_view table, std::vector<T> wanted,
                        std::int64_t now, std::int64_t life) {
  if (!db.shared()) return wanted;
  std::erase_if(wanted,
                [&](T& each) { return !lease(db, table, each.id, each.lease++, now, now + life); });
  return wanted;
}

}  // namespace vitrine
