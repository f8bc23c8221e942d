#include "orders/redelivery.hpp"

#include "clock.hpp"
#include "crypto.hpp"
#include "json.hpp"
#include "store/delivery_log.hpp"
#include "store/orders.hpp"
#include "store/outbox.hpp"

namespace vitrine {

Fault redeliver(Database& db, const std::string& seller_id, const std::string& id,
                std::int64_t now) {
  const auto delivery = findDelivery(db, seller_id, id);
  if (!delivery) return Error{Errc::not_found, ""};
  if (delivery->state == DeliveryState::parked) {
    replay(db, seller_id, id, now);
    return {};
  }
  const auto order = findOrder(db, seller_id, delivery->order_id);
  const bool delivered = order && delivery->state == DeliveryState::delivered;
  const bool end = delivery->type == "order.rejected" || delivery->type == "order.cancelled";
  if (!delivered || (!end && !stands(order->status))) return Error{Errc::invalid_transition, ""};
  renewDelivery(db, id, toJson(OrderEvent{delivery->type, rfc3339(timeOfId(id)), *order}), now);
  return {};
}

}  // namespace vitrine
