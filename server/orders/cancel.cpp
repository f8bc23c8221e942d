#include "orders/cancel.hpp"

#include <algorithm>

#include "clock.hpp"
#include "cooperation/books.hpp"
#include "orders/notices.hpp"
#include "orders/personal_data.hpp"
#include "orders/place.hpp"
#include "store/catalogue.hpp"

namespace vitrine {
namespace {

void cancel(Work& work, SellerOrder& order) {
  order.status = OrderStatus::cancelled;
  order.history.push_back({OrderStatus::cancelled, rfc3339(work.now)});
  for (const auto& line : order.line_items) returnStock(work.db, line.offer_id, line.quantity);
  saveOrder(work.db, order);
  bookCancellation(work.db, order, work.now);
  announceEnd(work, order, "order.cancelled");
  notifySeller(work, MailKind::seller_cancelled, order);
}

}  // namespace

Fault cancel(Work& work, const StoredGroup& group, const Cancellation& wish) {
  auto orders = ordersOfGroup(work.db, group.id);
  const auto unwanted = [&](const SellerOrder& order) {
    return wish.order_id ? order.id != *wish.order_id : !stands(order.status);
  };
  orders.erase(std::remove_if(orders.begin(), orders.end(), unwanted), orders.end());
  if (wish.order_id && orders.empty()) return Error{Errc::not_found, "order_id"};
  std::vector<std::string> cancelled;
  for (const auto& order : orders) {
    if (auto next = advance(order.status, OrderStatus::cancelled); !next) return next.error();
    if (order.status != OrderStatus::cancelled) cancelled.push_back(order.id);
  }
  if (cancelled.empty()) return {};
  for (auto& order : orders) cancel(work, order);
  notifyCustomer(work, MailKind::order_cancelled, group, cancelled);
  noteEnd(work.db, group.id, work.now);
  work.events.catalog_changed = true;
  work.events.deliveries_due = true;
  return {};
}

}  // namespace vitrine
