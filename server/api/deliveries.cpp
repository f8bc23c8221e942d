#include "api/deliveries.hpp"

#include <map>

#include "api/handlers.hpp"
#include "api/work.hpp"
#include "clock.hpp"
#include "crypto.hpp"
#include "dispatch/endpoint_url.hpp"
#include "dispatch/webhook.hpp"
#include "json.hpp"
#include "orders/redelivery.hpp"
#include "orders/sample.hpp"
#include "store/outbox.hpp"
#include "vitrine/order.hpp"

namespace vitrine {
namespace {

constexpr int page = 100;

Result<DeliveryLog> logOf(Work& work, const std::string& seller_id) {
  const auto state = work.call.choice<DeliveryState>("state");
  if (!state) return state.error();
  const DeliveryWish wish{seller_id, *state, work.call.param("after")};
  std::map<std::string, std::string> names;  // of sellers
  DeliveryLog log;
  for (const auto& each : listDeliveries(work.db, wish, page)) {
    auto& name = names[each.seller_id];
    if (name.empty()) name = findSeller(work.db, each.seller_id)->seller.name;
    log.deliveries.push_back({each.id, each.seller_id, name, each.type, each.order_id,
                              rfc3339(timeOfId(each.id)), each.state, each.attempts, each.outcome,
                              rfc3339(each.at)});
  }
  if (log.deliveries.size() == page) log.next = log.deliveries.back().delivery_id;
  return log;
}

}  // namespace

EndpointState endpointState(const SellerRecord& seller) {
  return seller.gone_at != 0           ? EndpointState::gone
         : seller.endpoint_url.empty() ? EndpointState::none
                                       : EndpointState::active;
}

Result<DeliveryStatus> deliveryStatus(Work& work, const Nothing&) {
  const auto seller_id = work.seller();
  if (!seller_id) return seller_id.error();
  const auto seller = *findSeller(work.db, *seller_id);
  DeliveryStatus status;
  status.endpoint = endpointState(seller);
  status.url = seller.endpoint_url;
  status.waiting = countWaiting(work.db, *seller_id);
  status.parked = countParked(work.db, *seller_id);
  return status;
}

Result<DeliveryLog> listDeliveries(Work& work, const Nothing&) {
  const auto seller_id = work.seller();
  if (!seller_id) return seller_id.error();
  return logOf(work, *seller_id);
}

Result<DeliveryLog> listAllDeliveries(Work& work, const Nothing&) {
  if (auto fault = work.operatorOnly()) return *std::move(fault);
  return logOf(work, work.call.param("seller_id"));
}

Result<DeliveryStatus> changeEndpoint(Work& work, const EndpointWish& request) {
  const auto seller_id = work.seller();
  if (!seller_id) return seller_id.error();
  if (!request.url.empty()) {
    if (auto fault = checkEndpoint(request.url, work.config.allow_insecure_endpoints))
      return *std::move(fault);
  }
  setEndpoint(work.db, *seller_id, request.url);
  work.events.deliveries_due = true;
  return deliveryStatus(work, {});
}

Result<EndpointTrial> tryEndpoint(Work& work, const Nothing&) {
  const auto seller_id = work.seller();
  if (!seller_id) return seller_id.error();
  auto seller = *findSeller(work.db, *seller_id);
  if (seller.endpoint_url.empty()) return Error{Errc::missing_field, "url"};
  const auto order = sampleOrder(seller.seller, work.now);
  if (!order) return order.error();
  const OrderEvent event{"order.test", rfc3339(work.now), *order};
  work.events.trial = std::make_shared<const Trial>(
      Trial{{work.newId("whk_"), *seller_id, toJson(event), 0, work.now}, std::move(seller)});
  return EndpointTrial{};
}

Result<Replayed> replayDeliveries(Work& work, const ReplayRequest& request) {
  const auto seller_id = work.seller();
  if (!seller_id) return seller_id.error();
  if (request.delivery_id && request.delivery_id->empty())
    return Error{Errc::invalid_format, "delivery_id"};
  Replayed replayed{1};
  if (!request.delivery_id)
    replayed.replayed = replay(work.db, *seller_id, "", work.now);
  else if (auto fault = redeliver(work.db, *seller_id, *request.delivery_id, work.now))
    return at("delivery_id", *std::move(fault));
  work.events.deliveries_due = replayed.replayed > 0;
  return replayed;
}

Result<RotatedSecret> rotateWebhookSecret(Work& work, const Nothing&) {
  const auto seller_id = work.seller();
  if (!seller_id) return seller_id.error();
  const RotatedSecret rotated{newWebhookSecret(), rfc3339(work.now + secretOverlap)};
  rotateSecret(work.db, *seller_id, rotated.webhook_secret, work.now + secretOverlap);
  return rotated;
}

Result<RotatedSigningKey> rotateSigningKey(Work& work, const Nothing&) {
  const auto seller_id = work.seller();
  if (!seller_id) return seller_id.error();
  const auto key = newSigningKey();
  rotateSecret(work.db, *seller_id, key, work.now + secretOverlap);
  return RotatedSigningKey{publicSigningKey(key), rfc3339(work.now + secretOverlap)};
}

}  // namespace vitrine
