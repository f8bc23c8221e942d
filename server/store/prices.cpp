#include "store/prices.hpp"

#include "store/sql.hpp"

namespace vitrine {

void planPrices(Database& db, const std::string& offer_id, const std::vector<PlannedPrice>& plan) {
  run(db, "DELETE FROM planned_prices WHERE offer_id = :id", offer_id);
  for (const auto& planned : plan) {
    const long long due_at = planned.due_at;
    const long long price = planned.price;
    run(db, "INSERT INTO planned_prices (offer_id, due_at, price) VALUES (:id, :due, :price)",
        offer_id, due_at, price);
  }
}

std::vector<PlannedPrice> listPlannedPrices(Database& db, const std::string& offer_id) {
  std::vector<PlannedPrice> plan;
  long long due_at = 0;
  long long price = 0;
  Bound(db, "SELECT due_at, price FROM planned_prices WHERE offer_id = :id ORDER BY due_at",
        offer_id)
      .into(due_at)
      .into(price)
      .each([&] {
        plan.push_back({due_at, price});
      });
  return plan;
}

bool hasPlannedPrices(Database& db) {
  return one<long long>(db, "SELECT 1 FROM planned_prices LIMIT 1").has_value();
}

std::int64_t applyPrices(Database& db, std::int64_t now) {
  const long long moment = now;
  // The latest of those that are due: a sale may have begun and ended while the server was off.
  run(db,
      "UPDATE offers SET price = (SELECT p.price FROM planned_prices p WHERE p.offer_id = "
      "offers.id "
      "AND p.due_at <= :now ORDER BY p.due_at DESC LIMIT 1) "
      "WHERE id IN (SELECT offer_id FROM planned_prices WHERE due_at <= :now2)",
      moment, moment);
  return run(db, "DELETE FROM planned_prices WHERE due_at <= :now", moment);
}

}  // namespace vitrine
