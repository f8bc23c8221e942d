#include "store/outbox.hpp"

#include "crypto.hpp"
#include "store/leases.hpp"
#include "store/sql.hpp"

namespace vitrine {
namespace {

constexpr std::string_view table = "outbox";

/// Milliseconds; an attempt has 25 seconds at most, see dispatch/endpoint.cpp.
constexpr long long leaseLife = 30'000;

/// The first `limit` of each seller. From seller to seller by the index, so that what waits behind
/// costs nothing: a seller that does not answer may have a long line, and every look would pay for
/// it.
std::string firstOfEachSeller(int limit) {
  std::string query =
      "SELECT id, seller_id, body, attempts, due_at, lease FROM outbox WHERE id IN ("
      "WITH RECURSIVE lines(seller) AS (SELECT min(seller_id) FROM outbox WHERE due_at IS NOT NULL "
      "UNION ALL SELECT (SELECT min(next.seller_id) FROM outbox AS next WHERE next.due_at IS NOT "
      "NULL AND next.seller_id > lines.seller) FROM lines WHERE lines.seller IS NOT NULL) ";
  for (int place = 0; place < limit; ++place) {
    if (place > 0) query += " UNION ALL ";
    query +=
        "SELECT (SELECT waiting.id FROM outbox AS waiting WHERE waiting.seller_id = lines.seller "
        "AND waiting.due_at IS NOT NULL ORDER BY waiting.due_at, waiting.id LIMIT 1 OFFSET ";
    query += std::to_string(place);
    query += ") FROM lines WHERE lines.seller IS NOT NULL";
  }
  query += ") AND leased_until <= :now ORDER BY due_at, id";
  return query;
}

}  // namespace

void enqueue(Database& db, const Delivery& delivery) {
  const long long due_at = delivery.due_at;
  send(db,
       "INSERT INTO outbox (id, seller_id, body, attempts, due_at, outcome, type, order_id) VALUES "
       "(:id, :seller, :body, :attempts, :due, '', :type, :order)",
       delivery.id, delivery.seller_id, delivery.body, delivery.attempts, due_at, delivery.type,
       delivery.order_id);
}

std::vector<Delivery> pendingDeliveries(Database& db, int limit_per_seller, std::int64_t now) {
  const long long moment = now;
  soci::rowset<soci::row> rows =
      (db.sql().prepare << firstOfEachSeller(limit_per_seller), soci::use(moment));
  std::vector<Delivery> answer;
  for (const auto& row : rows)
    answer.push_back({row.get<std::string>(0), row.get<std::string>(1), row.get<std::string>(2),
                      row.get<int>(3), row.get<long long>(4), row.get<long long>(5)});
  return answer;
}

std::vector<Delivery> claim(Database& db, std::vector<Delivery> wanted, std::int64_t now) {
  return leaseAll(db, table, std::move(wanted), now, leaseLife);
}

bool finishDelivery(Database& db, const Delivery& delivery, std::int64_t now,
                    const std::string& outcome) {
  if (!endAttempt(db, table, delivery.id, delivery.lease, delivery.attempts, {.outcome = outcome}))
    return false;
  const long long at = now;
  run(db, "UPDATE outbox SET body = '', ended_at = :now WHERE id = :id", at, delivery.id);
  return true;
}

bool parkDelivery(Database& db, const Delivery& delivery, std::int64_t now,
                  const std::string& outcome) {
  return endAttempt(db, table, delivery.id, delivery.lease, delivery.attempts,
                    {.parked_at = now, .outcome = outcome});
}

void parkAll(Database& db, const std::string& seller_id, std::int64_t now,
             const std::string& outcome) {
  const long long at = now;
  run(db,
      "UPDATE outbox SET due_at = NULL, parked_at = :now, outcome = :outcome "
      "WHERE seller_id = :seller AND due_at IS NOT NULL",
      at, outcome, seller_id);
}

bool postponeDelivery(Database& db, const Delivery& delivery, std::int64_t due_at,
                      const std::string& outcome) {
  return endAttempt(db, table, delivery.id, delivery.lease, delivery.attempts,
                    {.due_at = due_at, .outcome = outcome});
}

std::int64_t withdraw(Database& db, const std::string& id, std::int64_t now) {
  const long long moment = now;
  const bool due =
      one<long long>(db, "SELECT 1 FROM outbox WHERE id = :id AND due_at <= :now", id, moment)
          .has_value();
  // With another lease: how an attempt that is under way ends no longer matters.
  run(db,
      "UPDATE outbox SET due_at = NULL, parked_at = NULL, body = '', outcome = 'withdrawn', "
      "ended_at = :now, lease = lease + 1 WHERE id = :id",
      moment, id);
  return due ? now + leaseLife : now;
}

void hasten(Database& db, const std::string& seller_id, std::int64_t now) {
  const long long at = now;
  run(db, "UPDATE outbox SET due_at = :now WHERE seller_id = :seller AND due_at > :then", at,
      seller_id, at);
}

long long countWaiting(Database& db, const std::string& seller_id) {
  return one<long long>(
             db, "SELECT count(*) FROM outbox WHERE seller_id = :seller AND due_at IS NOT NULL",
             seller_id)
      .value_or(0);
}

long long countParked(Database& db, const std::string& seller_id) {
  return one<long long>(
             db, "SELECT count(*) FROM outbox WHERE seller_id = :seller AND parked_at IS NOT NULL",
             seller_id)
      .value_or(0);
}

long long countParked(Database& db) {
  return one<long long>(db, "SELECT count(*) FROM outbox WHERE parked_at IS NOT NULL").value_or(0);
}

std::vector<SellerBacklog> backlogs(Database& db) {
  SellerBacklog each;
  std::string first;
  std::string tried;
  // Each part by an index of its own.
  soci::statement found =
      (db.sql().prepare << "SELECT seller_id, sum(waiting), sum(parked), min(id), max(tried) FROM ("
                           "SELECT seller_id, 1 AS waiting, 0 AS parked, id, "
                           "CASE WHEN outcome <> '' THEN id ELSE '' END AS tried "
                           "FROM outbox WHERE due_at IS NOT NULL UNION ALL "
                           "SELECT seller_id, 0, 1, id, id FROM outbox WHERE parked_at IS NOT NULL"
                           ") AS undelivered GROUP BY seller_id ORDER BY seller_id",
       soci::into(each.seller_id), soci::into(each.waiting), soci::into(each.parked),
       soci::into(first), soci::into(tried));
  found.execute();
  std::vector<SellerBacklog> answer;
  std::vector<std::string> last;
  while (found.fetch()) {
    each.oldest_at = timeOfId(first);
    answer.push_back(each);
    last.push_back(tried);
  }
  for (std::size_t i = 0; i < answer.size(); ++i)
    answer[i].outcome =
        one<std::string>(db, "SELECT outcome FROM outbox WHERE id = :id", last[i]).value_or("");
  return answer;
}

std::vector<Delivery> undelivered(Database& db, const std::string& seller_id,
                                  const std::string& order_id) {
  soci::rowset<soci::row> rows =
      (db.sql().prepare << "SELECT id, body FROM outbox WHERE seller_id = :seller AND "
                           "(due_at IS NOT NULL OR parked_at IS NOT NULL) AND order_id = :order",
       soci::use(seller_id), soci::use(order_id));
  std::vector<Delivery> answer;
  for (const auto& row : rows)
    answer.push_back({row.get<std::string>(0), seller_id, row.get<std::string>(1)});
  return answer;
}

void saveBody(Database& db, const Delivery& delivery) {
  run(db, "UPDATE outbox SET body = :body WHERE id = :id", delivery.body, delivery.id);
}

long long replay(Database& db, const std::string& seller_id, const std::string& id,
                 std::int64_t now) {
  const long long at = now;
  return run(db,
             "UPDATE outbox SET due_at = :now, parked_at = NULL, attempts = 0 "
             "WHERE parked_at IS NOT NULL AND seller_id = :seller AND (id = :id OR :all = '')",
             at, seller_id, id, id);
}

}  // namespace vitrine
