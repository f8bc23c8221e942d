#include "store/delivery_log.hpp"

#include <algorithm>

#include "crypto.hpp"
#include "store/sql.hpp"

namespace vitrine {
namespace {

constexpr std::array allStates{DeliveryState::waiting, DeliveryState::delivered,
                               DeliveryState::parked, DeliveryState::withdrawn};

std::string_view conditionOf(DeliveryState state) {
  switch (state) {
    case DeliveryState::waiting:
      return "due_at IS NOT NULL";
    case DeliveryState::delivered:
      return "ended_at IS NOT NULL AND outcome <> 'withdrawn'";
    case DeliveryState::parked:
      return "parked_at IS NOT NULL";
    case DeliveryState::withdrawn:
      return "ended_at IS NOT NULL AND outcome = 'withdrawn'";
  }
  fatal("a delivery without a state");
}

/// The messages in a state for which more holds, too.
std::string queryFor(DeliveryState state, std::string_view more) {
  std::string query =
      "SELECT id, seller_id, type, order_id, attempts, outcome, "
      "coalesce(due_at, parked_at, ended_at) FROM outbox WHERE ";
  query += conditionOf(state);
  query += more;
  return query;
}

void readInto(Bound& rows, LoggedDelivery& delivery, long long& at) {
  rows.into(delivery.id)
      .into(delivery.seller_id)
      .into(delivery.type)
      .into(delivery.order_id)
      .into(delivery.attempts)
      .into(delivery.outcome)
      .into(at);
}

void addNewest(Database& db, DeliveryState state, const DeliveryWish& wish, int limit,
               std::vector<LoggedDelivery>& answer) {
  const std::string before = wish.before.empty() ? "~" : wish.before;  // after all ids
  LoggedDelivery delivery;
  delivery.state = state;
  long long at = 0;
  const auto read = [&](Bound&& rows) {
    readInto(rows, delivery, at);
    rows.each([&] {
      delivery.at = at;
      answer.push_back(delivery);
    });
  };
  if (wish.seller_id.empty())
    read(Bound(db, queryFor(state, " AND id < :before ORDER BY id DESC LIMIT :limit"), before,
               limit));
  else
    read(Bound(db,
               queryFor(state,
                        " AND seller_id = :seller AND id < :before "
                        "ORDER BY id DESC LIMIT :limit"),
               wish.seller_id, before, limit));
}

}  // namespace

std::vector<LoggedDelivery> listDeliveries(Database& db, const DeliveryWish& wish, int limit) {
  // State by state, as each has an index: one of all messages would be written with every order.
  std::vector<LoggedDelivery> answer;
  for (const auto state : allStates)
    if (!wish.state || wish.state == state) addNewest(db, state, wish, limit, answer);
  std::sort(answer.begin(), answer.end(),
            [](const LoggedDelivery& a, const LoggedDelivery& b) { return a.id > b.id; });
  answer.resize(std::min(answer.size(), static_cast<std::size_t>(limit)));
  return answer;
}

std::optional<LoggedDelivery> findDelivery(Database& db, const std::string& seller_id,
                                           const std::string& id) {
  for (const auto state : allStates) {
    LoggedDelivery delivery;
    long long at = 0;
    Bound row(db, queryFor(state, " AND id = :id AND seller_id = :seller"), id, seller_id);
    readInto(row, delivery, at);
    if (!row.first()) continue;
    delivery.state = state;
    delivery.at = at;
    return delivery;
  }
  return {};
}

void renewDelivery(Database& db, const std::string& id, const std::string& body, std::int64_t now) {
  const long long at = now;
  run(db,
      "UPDATE outbox SET body = :body, due_at = :now, ended_at = NULL, attempts = 0, outcome = '' "
      "WHERE id = :id",
      body, at, id);
}

void forgetDeliveries(Database& db, std::int64_t before) {
  const auto first = firstId("whk_", before);
  run(db, "DELETE FROM outbox WHERE id < :first AND ended_at IS NOT NULL", first);
}

}  // namespace vitrine
