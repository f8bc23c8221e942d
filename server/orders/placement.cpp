#include <algorithm>

#include "clock.hpp"
#include "crypto.hpp"
#include "faults.hpp"
#include "orders/checkout.hpp"
#include "orders/notices.hpp"
#include "orders/place.hpp"
#include "orders/state_key.hpp"
#include "store/catalogue.hpp"
#include "store/orders.hpp"

namespace vitrine {

Result<CheckoutSession> place(Work& work, const StoredSession& session, const Site& site,
                              Amount agreed_total) {
  auto priced = priceSession(work, session, site);
  if (!priced) return priced.error();
  if (auto fault = firstError(priced->quote, true)) return *std::move(fault);
  const auto shared = shares(priced->quote, priced->shelf, priced->policy);
  if (!shared) return shared.error();
  auto state = present(work, session, site, *std::move(priced));
  if (state.status != CheckoutStatus::ready_for_complete) {
    const auto first = std::find_if(state.messages.begin(), state.messages.end(),
                                    [](const Message& m) { return m.type == MessageType::error; });
    return Error{Errc::session_incomplete, first == state.messages.end() ? "" : first->path};
  }
  crashPoint("complete.priced");
  const auto& bought = state.quote;
  if (amountOf(bought.totals, TotalType::total) != agreed_total)
    return Error{Errc::total_changed, "total"};

  if (!takeStock(work.db, unitsOf(bought))) return Error{Errc::out_of_stock, "line_items"};
  crashPoint("complete.stock_taken");
  const auto created_at = rfc3339(work.now);
  const auto token = newSecret("");
  const StoredGroup group{work.newId("og_"),
                          session.site_id,
                          site.name,
                          session.language.value_or(site.language),
                          created_at,
                          bought.currency,
                          *session.payment_method,
                          session.address,
                          state.sellers,
                          session.replacement,
                          agreed_total};
  insertGroup(work.db, group, {session.id, token, session.page.value_or("")}, session.buyer->email);
  crashPoint("complete.group_placed");
  const Customer customer{session.site_id,     site.presenter_id,       *session.buyer,
                          session.address,     *session.payment_method, session.notes,
                          session.appointments};
  placeOrders(work, bought, *shared, customer, group.id, "");
  crashPoint("complete.orders_placed");
  notifyCustomer(work, MailKind::order_confirmed, group);
  state.status = CheckoutStatus::completed;
  state.order =
      OrderLink{group.id, work.config.public_url + "/orders/" + token, stateKey(group.id, token)};
  state.shares.reset();
  work.events.orders_placed = true;
  work.events.catalog_changed = true;
  return state;
}

}  // namespace vitrine
