#include "store/leases.hpp"

#include "store/sql.hpp"

namespace vitrine {
namespace {

std::string onTable(std::string_view table, std::string_view rest) {
  std::string statement("UPDATE ");
  statement += table;
  statement += rest;
  return statement;
}

}  // namespace

bool lease(Database& db, std::string_view table, const std::string& id, std::int64_t token,
           std::int64_t now, std::int64_t until) {
  const long long mine = token;
  const long long moment = now;
  const long long end = until;
  return run(db,
             onTable(table,
                     " SET lease = lease + 1, leased_until = :until WHERE id = :id "
                     "AND lease = :lease AND leased_until <= :now AND due_at IS NOT NULL"),
             end, id, mine, moment) == 1;
}

bool endAttempt(Database& db, std::string_view table, const std::string& id, std::int64_t token,
                int attempts, const AttemptEnd& end) {
  const long long mine = token;
  const Nullable due(end.due_at);
  const Nullable parked(end.parked_at);
  return run(db,
             onTable(table,
                     " SET due_at = :due, parked_at = :parked, leased_until = 0, "
                     "attempts = :attempts, outcome = :outcome WHERE id = :id AND lease = :lease"),
             due, parked, attempts, end.outcome, id, mine) == 1;
}

}  // namespace vitrine
