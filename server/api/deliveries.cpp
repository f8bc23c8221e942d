#include "api/deliveries.hpp"

#include "api/handlers.hpp"
#include "api/work.hpp"
#include "clock.hpp"
#include "dispatch/endpoint_url.hpp"
#include "dispatch/webhook.hpp"
#include "json.hpp"
#include "orders/sample.hpp"
#include "store/outbox.hpp"
#include "vitrine/order.hpp"

namespace vitrine {
namespace {

constexpr int page = 100;

std::string orderIn(const std::string& body) {
  const auto event = fromJson<OrderEvent>(body);
  return event ? event->data.id : "";
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
  for (const auto& parked : parkedDeliveries(work.db, *seller_id, page))
    status.parked.push_back({parked.id, orderIn(parked.body), parked.attempts, parked.outcome,
                             rfc3339(parked.parked_at)});
  return status;
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
  const auto count = replay(work.db, *seller_id, request.delivery_id.value_or(""), work.now);
  if (request.delivery_id && count == 0) return Error{Errc::not_found, "delivery_id"};
  work.events.deliveries_due = count > 0;
  return Replayed{count};
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
