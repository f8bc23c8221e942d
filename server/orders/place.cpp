#include "orders/place.hpp"

#include <algorithm>

#include "clock.hpp"
#include "cooperation/books.hpp"
#include "cooperation/terms.hpp"
#include "faults.hpp"
#include "json.hpp"
#include "orders/notices.hpp"
#include "store/members.hpp"
#include "store/orders.hpp"
#include "store/outbox.hpp"

namespace vitrine {

SellerOrder orderFor(const SellerQuote& part, const Quote& quote, const Customer& customer) {
  SellerOrder order;
  order.seller_id = part.seller_id;
  order.site_id = customer.site_id;
  order.currency = quote.currency;
  order.buyer = customer.buyer;
  order.payment_method = customer.payment_method;
  for (const auto& [seller_id, text] : customer.notes)
    if (seller_id == part.seller_id) order.note = text;
  order.taxes = part.taxes;
  order.totals = part.totals;
  for (const auto& line : quote.line_items) {
    if (line.seller_id != part.seller_id) continue;
    order.line_items.push_back(line);
    order.line_items.back().stock.reset();
    for (const auto& each : customer.appointments)
      if (each.offer_id == line.offer_id) order.appointments.push_back(each);
  }
  for (const auto& group : part.groups) {
    const auto option =
        std::find_if(group.options.begin(), group.options.end(),
                     [&](const auto& o) { return o.id == group.selected_option_id; });
    if (option == group.options.end()) continue;
    order.fulfillments.push_back({option->id, option->title, option->kind, group.offer_ids,
                                  option->min_days, option->max_days, group.amount,
                                  option->pickup_address});
    if (needsAddress(option->kind)) order.address = customer.address;
  }
  return order;
}

namespace {

/// An `OrderEvent` as JSON, of an order that is JSON already: writing that costs more than all else
/// of the event.
std::string eventOf(std::string_view type, std::int64_t now, std::string_view order) {
  JsonText event;
  event.beginObject();
  event.key("type");
  event.string(type);
  event.key("timestamp");
  event.string(rfc3339(now));
  event.key("data");
  event.raw(order);
  event.endObject();
  return std::move(event.text);
}

void tell(Work& work, const SellerOrder& order, std::string_view text, const std::string& type,
          std::int64_t due_at) {
  enqueue(work.db, {work.newId("whk_"), order.seller_id, eventOf(type, work.now, text), 0, due_at,
                    0, type, order.id});
}

void announce(Work& work, const SellerOrder& order, const std::string& type, std::int64_t due_at) {
  if (receivingOf(work.db, {&order.seller_id, 1}).at(order.seller_id).has_endpoint)
    tell(work, order, toJson(order), type, due_at);
}

}  // namespace

std::vector<Units> unitsOf(const Quote& quote) {
  std::vector<Units> units;
  for (const auto& line : quote.line_items) units.push_back({line.offer_id, line.quantity});
  return units;
}

void placeOrders(Work& work, const Quote& bought, const Shares& shared, const Customer& customer,
                 const std::string& order_group_id, const std::string& replaces) {
  std::vector<std::string> seller_ids;
  for (const auto& part : bought.sellers) seller_ids.push_back(part.seller_id);
  const auto receiving = receivingOf(work.db, seller_ids);
  const auto created_at = rfc3339(work.now);
  std::vector<SellerOrder> orders;
  for (std::size_t i = 0; i < bought.sellers.size(); ++i) {
    auto& order = orders.emplace_back(orderFor(bought.sellers[i], bought, customer));
    order.shares = shared.sellers[i];
    order.id = work.newId("ord_");
    order.order_group_id = order_group_id;
    order.created_at = created_at;
    order.history = {{OrderStatus::placed, created_at}};
    const auto& [has_endpoint, minutes] = receiving.at(order.seller_id);
    const auto due = minutes > 0 ? std::optional(work.now + minutes * 60'000) : std::nullopt;
    const auto text = toJson(order);
    insertOrder(work.db, order, text, replaces, due);
    crashPoint("complete.order_placed");
    if (has_endpoint) tell(work, order, text, "order.created", work.now);
    notifySeller(work, MailKind::seller_new_order, order);
  }
  bookSales(work.db, orders, customer.presenter_id, work.now);
}

void announce(Work& work, const SellerOrder& order, const std::string& type) {
  announce(work, order, type, work.now);
}

void announceEnd(Work& work, const SellerOrder& order, const std::string& type) {
  auto due_at = work.now;
  for (const auto& delivery : undelivered(work.db, order.seller_id, order.id))
    due_at = std::max(due_at, withdraw(work.db, delivery.id, work.now));
  announce(work, order, type, due_at);
}

}  // namespace vitrine
