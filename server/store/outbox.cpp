#include "store/outbox.hpp"

#include "store/sql.hpp"

namespace vitrine {

void enqueue(Database& db, const Delivery& delivery) {
  const long long due_at = delivery.due_at;
  run(db,
      "INSERT INTO outbox (id, seller_id, body, attempts, due_at, outcome) VALUES (:id, :seller, "
      ":body, :attempts, :due, '')",
      delivery.id, delivery.seller_id, delivery.body, delivery.attempts, due_at);
}

std::vector<Delivery> pendingDeliveries(Database& db, int limit_per_seller) {
  soci::rowset<soci::row> rows =
      (db.sql().prepare
           << "SELECT id, seller_id, body, attempts, due_at FROM outbox WHERE id IN (SELECT id "
              "FROM "
              "(SELECT id, row_number() OVER (PARTITION BY seller_id ORDER BY due_at, id) AS place "
              "FROM outbox WHERE due_at IS NOT NULL) WHERE place <= :limit) ORDER BY due_at, id",
       soci::use(limit_per_seller));
  std::vector<Delivery> answer;
  for (const auto& row : rows)
    answer.push_back({row.get<std::string>(0), row.get<std::string>(1), row.get<std::string>(2),
                      row.get<int>(3), row.get<long long>(4)});
  return answer;
}

void finishDelivery(Database& db, const std::string& id, int attempts, const std::string& outcome) {
  run(db,
      "UPDATE outbox SET due_at = NULL, attempts = :attempts, outcome = :outcome WHERE id = :id",
      attempts, outcome, id);
}

void parkDelivery(Database& db, const std::string& id, int attempts, std::int64_t now,
                  const std::string& outcome) {
  const long long at = now;
  run(db,
      "UPDATE outbox SET due_at = NULL, parked_at = :now, attempts = :attempts, outcome = :outcome "
      "WHERE id = :id",
      at, attempts, outcome, id);
}

void parkAll(Database& db, const std::string& seller_id, std::int64_t now,
             const std::string& outcome) {
  const long long at = now;
  run(db,
      "UPDATE outbox SET due_at = NULL, parked_at = :now, outcome = :outcome "
      "WHERE seller_id = :seller AND due_at IS NOT NULL",
      at, outcome, seller_id);
}

void postponeDelivery(Database& db, const std::string& id, int attempts, std::int64_t due_at,
                      const std::string& outcome) {
  const long long due = due_at;
  run(db,
      "UPDATE outbox SET due_at = :due, attempts = :attempts, outcome = :outcome WHERE id = :id",
      due, attempts, outcome, id);
}

void hasten(Database& db, const std::string& seller_id, std::int64_t now) {
  const long long at = now;
  run(db, "UPDATE outbox SET due_at = :now WHERE seller_id = :seller AND due_at > :then", at,
      seller_id, at);
}

std::vector<ParkedDelivery> parkedDeliveries(Database& db, const std::string& seller_id,
                                             int limit) {
  soci::rowset<soci::row> rows =
      (db.sql().prepare << "SELECT id, seller_id, body, attempts, parked_at, outcome FROM outbox "
                           "WHERE parked_at IS NOT NULL AND (seller_id = :seller OR :all = '') "
                           "ORDER BY id LIMIT :limit",
       soci::use(seller_id), soci::use(seller_id), soci::use(limit));
  std::vector<ParkedDelivery> answer;
  for (const auto& row : rows)
    answer.push_back({row.get<std::string>(0), row.get<std::string>(1), row.get<std::string>(2),
                      row.get<int>(3), row.get<long long>(4), row.get<std::string>(5)});
  return answer;
}

long long countWaiting(Database& db, const std::string& seller_id) {
  return one<long long>(
             db, "SELECT count(*) FROM outbox WHERE seller_id = :seller AND due_at IS NOT NULL",
             seller_id)
      .value_or(0);
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
