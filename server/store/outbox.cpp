#include "store/outbox.hpp"

#include "store/sql.hpp"

namespace vitrine {

void enqueue(Database& db, const Delivery& delivery) {
  const long long due_at = delivery.due_at;
  run(db, "INSERT INTO outbox VALUES (:id, :seller, :body, :attempts, :due, '')", delivery.id,
      delivery.seller_id, delivery.body, delivery.attempts, due_at);
}

std::vector<Delivery> pendingDeliveries(Database& db, int limit_per_seller) {
  soci::rowset<soci::row> rows =
      (db.sql().prepare
           << "SELECT id, seller_id, body, attempts, due_at FROM (SELECT *, row_number() OVER "
              "(PARTITION BY seller_id ORDER BY due_at, id) AS place FROM outbox "
              "WHERE due_at IS NOT NULL) WHERE place <= :limit ORDER BY due_at, id",
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

void postponeDelivery(Database& db, const std::string& id, int attempts, std::int64_t due_at,
                      const std::string& outcome) {
  const long long due = due_at;
  run(db,
      "UPDATE outbox SET due_at = :due, attempts = :attempts, outcome = :outcome WHERE id = :id",
      due, attempts, outcome, id);
}

}  // namespace vitrine
