#include "orders/personal_data.hpp"

#include <algorithm>

#include "clock.hpp"
#include "json.hpp"
#include "orders/reviews.hpp"
#include "store/idempotency.hpp"
#include "store/mails.hpp"
#include "store/orders.hpp"
#include "store/outbox.hpp"
#include "store/sessions.hpp"

namespace vitrine {
namespace {

constexpr int atOnce = 100;  // checkouts wait meanwhile

/// Taxes are told by the country.
void erase(std::optional<Address>& address) {
  if (!address) return;
  auto country = std::move(address->country);
  address.emplace();
  address->country = std::move(country);
}

void erase(SellerOrder& order, const std::string& at) {
  order.buyer = {};
  erase(order.address);
  order.note.clear();
  order.appointments.clear();
  order.appointment_answer.reset();
  order.tracking_number.clear();
  order.reason.clear();
  order.personal_data_erased_at = at;
}

/// A seller that never got the message gets it without the customer.
void eraseMessages(Database& db, const SellerOrder& order, const std::string& at) {
  for (auto& delivery : undelivered(db, order.seller_id, order.id)) {
    auto event = fromJson<OrderEvent>(delivery.body);
    if (!event) continue;
    erase(event->data, at);
    delivery.body = toJson(*event);
    saveBody(db, delivery);
  }
}

void eraseSession(Database& db, const std::string& id) {
  forgetAnswersOf(db, "/v1/checkout_sessions/" + id);
  auto session = boughtSession(db, id);
  if (!session) return;
  session->buyer.reset();
  session->address.reset();
  session->notes.clear();
  session->appointments.clear();
  session->destination.reset();
  saveSession(db, *session);
  if (!session->completed) return;
  session->completed->buyer.reset();
  session->completed->address.reset();
  session->completed->notes.clear();
  session->completed->appointments.clear();
  session->completed->quote.destination.postcode.clear();
  saveCompleted(db, id, toJson(*session->completed));
}

}  // namespace

bool hasEnded(const SellerOrder& order) {
  return order.status == OrderStatus::shipped || !stands(order.status);
}

void noteEnd(Database& db, const std::string& order_group_id, std::int64_t now) {
  const auto orders = ordersOfGroup(db, order_group_id);
  const bool ended = std::all_of(orders.begin(), orders.end(), hasEnded);
  saveEnd(db, order_group_id, ended ? std::optional(now) : std::nullopt);
}

void erasePersonalData(Database& db, const std::string& order_group_id, std::int64_t now) {
  auto group = findGroup(db, order_group_id);
  const auto at = rfc3339(now);
  const auto keys = keysOfGroup(db, order_group_id);
  for (auto& [order, replaces, replacement] : partsOfGroup(db, order_group_id)) {
    erase(order, at);
    saveOrder(db, order);
    if (replacement) saveReplacement(db, order.id, {});
    eraseMessages(db, order, at);
    eraseReviewers(db, order.id);
  }
  forgetMailsOf(db, order_group_id);
  eraseSession(db, keys.session_id);
  forgetAnswersOf(db, "/v1/orders/" + keys.token);
  erase(group->address);
  group->personal_data_erased_at = at;
  saveErased(db, *group);
}

bool eraseEnded(Database& db, std::int64_t before, std::int64_t now) {
  const auto groups = groupsEndedBefore(db, before, atOnce);
  for (const auto& id : groups) erasePersonalData(db, id, now);
  return groups.size() == atOnce;
}

}  // namespace vitrine
