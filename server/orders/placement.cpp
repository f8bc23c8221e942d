#include <algorithm>

#include "clock.hpp"
#include "crypto.hpp"
#include "json.hpp"
#include "orders/checkout.hpp"
#include "store/catalogue.hpp"
#include "store/orders.hpp"
#include "store/outbox.hpp"

namespace vitrine {
namespace {

/// One seller's part of a priced cart as its order. Only an order that is carried somewhere has an
/// address.
SellerOrder orderFor(const SellerQuote& part, const Quote& quote, const StoredSession& session) {
  SellerOrder order;
  order.seller_id = part.seller_id;
  order.site_id = session.site_id;
  order.currency = quote.currency;
  order.buyer = *session.buyer;
  order.payment_method = *session.payment_method;
  order.taxes = part.taxes;
  order.totals = part.totals;
  for (const auto& line : quote.line_items) {
    if (line.seller_id != part.seller_id) continue;
    order.line_items.push_back(line);
    order.line_items.back().stock.reset();
  }
  for (const auto& group : part.groups) {
    const auto option =
        std::find_if(group.options.begin(), group.options.end(),
                     [&](const auto& o) { return o.id == group.selected_option_id; });
    order.fulfillments.push_back({option->id, option->title, option->kind, group.offer_ids,
                                  option->min_days, option->max_days, group.amount,
                                  option->pickup_address});
    if (option->kind != ShippingKind::pickup && option->kind != ShippingKind::digital)
      order.address = session.address;
  }
  return order;
}

void announce(Work& work, const SellerOrder& order) {
  if (findSeller(work.db, order.seller_id)->endpoint_url.empty()) return;  // it reads its inbox
  const OrderEvent event{"order.created", order.created_at, order};
  enqueue(work.db, {work.newId("whk_"), order.seller_id, toJson(event), 0, work.now});
}

}  // namespace

Fault place(Work& work, StoredSession& session, const Site& site, Amount agreed_total) {
  auto priced = priceSession(work, session, site);
  if (!priced) return priced.error();
  if (auto fault = firstError(*priced, true)) return fault;
  const auto state = present(work, session, site, *priced);
  if (state.status != CheckoutStatus::ready_for_complete) {
    const auto first = std::find_if(state.messages.begin(), state.messages.end(),
                                    [](const Message& m) { return m.type == MessageType::error; });
    return Error{Errc::session_incomplete, first == state.messages.end() ? "" : first->path};
  }
  const auto& bought = *priced;
  if (amountOf(bought.totals, TotalType::total) != agreed_total)
    return Error{Errc::total_changed, "total"};

  for (std::size_t i = 0; i < bought.line_items.size(); ++i) {
    const auto& line = bought.line_items[i];
    if (!takeStock(work.db, line.offer_id, line.quantity))
      return at(element("line_items", i), {Errc::out_of_stock, "quantity"});
  }
  const auto created_at = rfc3339(work.now);
  const auto token = newSecret("");
  const StoredGroup group{work.newId("og_"),       session.site_id, site.name,
                          site.language,           created_at,      bought.currency,
                          *session.payment_method, session.address, state.sellers};
  insertGroup(work.db, group, session.id, token);
  for (const auto& part : bought.sellers) {
    auto order = orderFor(part, bought, session);
    order.id = work.newId("ord_");
    order.order_group_id = group.id;
    order.created_at = created_at;
    order.history = {{OrderStatus::placed, created_at}};
    insertOrder(work.db, order);
    announce(work, order);
  }
  session.status = CheckoutStatus::completed;
  session.order = OrderLink{group.id, work.config.public_url + "/orders/" + token};
  session.bought = bought;
  saveSession(work.db, session);
  work.events.orders_placed = true;
  work.events.catalog_changed = true;
  return {};
}

}  // namespace vitrine
