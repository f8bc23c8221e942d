#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "store/database.hpp"

/// What became of the messages of the outbox. Of those that were delivered no body is kept.
namespace vitrine {

/// `waiting`: will be tried (again). `parked`: given up until it is replayed. `withdrawn`: taken
/// back before it was delivered, as the order had ended.
enum class DeliveryState { waiting, delivered, parked, withdrawn };
constexpr auto names(DeliveryState) {
  return std::to_array<std::string_view>({"waiting", "delivered", "parked", "withdrawn"});
}

/// A message without its body.
struct LoggedDelivery {
  std::string id;
  std::string seller_id;
  std::string type;  // of the event
  std::string order_id;
  DeliveryState state = DeliveryState::waiting;
  int attempts = 0;
  std::string outcome;  // of the last; empty: there was none
  std::int64_t at = 0;  // Unix milliseconds: of what waits the next attempt, else when it ended
};

/// Which messages to list.
struct DeliveryWish {
  std::string seller_id;  // empty: of all sellers
  std::optional<DeliveryState> state;
  std::string before;  // an id: those that were queued earlier; empty: from the newest on
};

/// The newest first.
std::vector<LoggedDelivery> listDeliveries(Database& db, const DeliveryWish& wish, int limit);

/// A message, if it is the seller's own.
std::optional<LoggedDelivery> findDelivery(Database& db, const std::string& seller_id,
                                           const std::string& id);

/// Makes what was delivered due once more, from the schedule's start.
void renewDelivery(Database& db, const std::string& id, const std::string& body, std::int64_t now);

/// Forgets what was delivered or withdrawn and was queued before a moment (Unix milliseconds).
void forgetDeliveries(Database& db, std::int64_t before);

}  // namespace vitrine
