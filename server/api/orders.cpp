#include "store/orders.hpp"

#include <algorithm>

#include "api/handlers.hpp"
#include "api/work.hpp"
#include "clock.hpp"
#include "cooperation/books.hpp"
#include "orders/appointments.hpp"
#include "orders/cancel.hpp"
#include "orders/notices.hpp"
#include "orders/personal_data.hpp"
#include "orders/replacement.hpp"
#include "orders/reviews.hpp"
#include "orders/state_key.hpp"
#include "store/catalogue.hpp"

namespace vitrine {
namespace {

constexpr int inboxPage = 100;
constexpr std::size_t maxReason = 500;

/// Sums the rows of the money tables of those orders that stand, row by row.
template <class Order>
std::vector<Total> sum(const std::vector<Order>& orders) {
  std::vector<Total> totals;
  for (std::size_t type = 0; type < names(TotalType{}).size(); ++type) {
    const auto row = static_cast<TotalType>(type);
    Amount amount = 0;
    for (const auto& order : orders) {
      if (stands(order.status)) amount += amountOf(order.totals, row);
    }
    if (amount != 0 || row == TotalType::subtotal || row == TotalType::fulfillment ||
        row == TotalType::total)
      totals.push_back({row, amount});
  }
  return totals;
}

const std::string& sellerName(const StoredGroup& group, const std::string& seller_id) {
  return std::find_if(group.sellers.begin(), group.sellers.end(),
                      [&](const SellerInfo& seller) { return seller.id == seller_id; })
      ->name;
}

bool isCollected(const SellerOrder& order) {
  return std::all_of(order.fulfillments.begin(), order.fulfillments.end(),
                     [](const Fulfillment& one) { return one.kind == ShippingKind::pickup; });
}

void advanced(Work& work, SellerOrder& order, OrderStatus to) {
  order.status = to;
  order.history.push_back({to, rfc3339(work.now)});
  saveOrder(work.db, order);
}

/// Takes one of a seller's orders a step further by `change`, if it is not there already.
template <class F>
Result<SellerOrder> step(Work& work, OrderStatus to, F change) {
  const auto seller_id = work.seller();
  if (!seller_id) return seller_id.error();
  auto order = findOrder(work.db, *seller_id, work.call.param("id"));
  if (!order) return Error{Errc::not_found, "id"};
  const auto next = advance(order->status, to);
  if (!next) return next.error();
  if (order->status != *next) change(*order);
  return *std::move(order);
}

}  // namespace

Result<OrderGroup> getOrderGroup(Work& work, const Nothing&) {
  const auto stored = findGroupByToken(work.db, work.call.param("token"));
  if (!stored) return Error{Errc::not_found, "token"};
  OrderGroup group{stored->id,
                   stored->site_name,
                   stored->language,
                   stored->created_at,
                   stored->currency,
                   stored->payment_method,
                   stored->address,
                   {},
                   stored->sellers,
                   {},
                   stored->agreed_total,
                   {},
                   stored->personal_data_erased_at};
  const auto site = findSite(work.db, stored->site_id);
  if (site && site->discloses_shares) group.shares = Split{};
  for (auto& [order, replaces, replacement] : partsOfGroup(work.db, stored->id)) {
    if (group.shares) *group.shares += leftOf(work.db, order);
    group.orders.push_back({order.id, order.seller_id, sellerName(*stored, order.seller_id),
                            order.status, std::move(order.history), order.carrier,
                            order.tracking_number, order.reason, std::move(order.line_items),
                            std::move(order.fulfillments), std::move(order.taxes),
                            std::move(order.totals), replaces, std::move(replacement), order.note,
                            std::move(order.appointments), std::move(order.appointment_answer),
                            ownReviews(work.db, order.id)});
  }
  group.totals = sum(group.orders);
  return group;
}

Result<OrderGroup> answerReplacement(Work& work, const ReplacementAnswer& request) {
  const auto stored = findGroupByToken(work.db, work.call.param("token"));
  if (!stored) return Error{Errc::not_found, "token"};
  if (auto fault = answerReplacement(work, stored->id, request)) return *std::move(fault);
  return getOrderGroup(work, {});
}

Result<OrderGroup> cancelOrder(Work& work, const Cancellation& request) {
  const auto stored = findGroupByToken(work.db, work.call.param("token"));
  if (!stored) return Error{Errc::not_found, "token"};
  if (auto fault = cancel(work, *stored, request)) return *std::move(fault);
  return getOrderGroup(work, {});
}

Result<OrderState> getOrderState(Work& work, const Nothing&) {
  const auto group = findGroupByStateKey(work.db, work.call.param("key"));
  if (!group) return Error{Errc::not_found, "key"};
  OrderState state{group->id, group->created_at, group->currency, {}, {}};
  for (auto& order : ordersOfGroup(work.db, group->id))
    state.orders.push_back({order.id, sellerName(*group, order.seller_id), order.status,
                            isCollected(order), std::move(order.line_items),
                            std::move(order.totals)});
  state.totals = sum(state.orders);
  return state;
}

Result<OrderList> listOrders(Work& work, const Nothing&) {
  const auto seller_id = work.seller();
  if (!seller_id) return seller_id.error();
  const auto status = work.call.choice<OrderStatus>("status");
  if (!status) return status.error();
  const OrderWish wish{work.call.param("after"), work.call.param("newest_first") == "true",
                       *status};
  OrderList list{listOrders(work.db, *seller_id, wish, inboxPage), {}};
  if (list.orders.size() == inboxPage) list.next = list.orders.back().id;
  return list;
}

Result<SellerOrder> getOrder(Work& work, const Nothing&) {
  const auto seller_id = work.seller();
  if (!seller_id) return seller_id.error();
  auto order = findOrder(work.db, *seller_id, work.call.param("id"));
  if (!order) return Error{Errc::not_found, "id"};
  return *std::move(order);
}

Result<SellerOrder> acknowledgeOrder(Work& work, const Nothing&) {
  const auto seller_id = work.seller();
  if (!seller_id) return seller_id.error();
  // Who is asked about another day may still cancel.
  const auto asked = findOrder(work.db, *seller_id, work.call.param("id"));
  if (asked && isProposed(*asked)) return Error{Errc::invalid_transition, "appointment_answer"};
  return step(work, OrderStatus::acknowledged,
              [&](SellerOrder& order) { advanced(work, order, OrderStatus::acknowledged); });
}

Result<SellerOrder> rejectOrder(Work& work, const Rejection& request) {
  if (request.reason.find_first_not_of(' ') == request.reason.npos)
    return Error{Errc::missing_field, "reason"};
  if (request.reason.size() > maxReason) return Error{Errc::too_large, "reason"};
  return step(work, OrderStatus::rejected,
              [&](SellerOrder& order) { reject(work, order, request.reason); });
}

Result<SellerOrder> shipOrder(Work& work, const Shipment& request) {
  if (request.carrier.size() > maxReason) return Error{Errc::too_large, "carrier"};
  if (request.tracking_number.size() > maxReason) return Error{Errc::too_large, "tracking_number"};
  return step(work, OrderStatus::shipped, [&](SellerOrder& order) {
    order.carrier = request.carrier;
    order.tracking_number = request.tracking_number;
    bookCollection(work.db, order, work.now);
    advanced(work, order, OrderStatus::shipped);
    const auto group = findGroup(work.db, order.order_group_id);
    notifyCustomer(work, MailKind::order_shipped, *group, {order.id});
    noteEnd(work.db, order.order_group_id, work.now);
  });
}

}  // namespace vitrine
