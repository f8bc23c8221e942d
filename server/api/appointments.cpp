#include "orders/appointments.hpp"

#include "api/handlers.hpp"
#include "api/work.hpp"
#include "orders/notices.hpp"
#include "orders/place.hpp"
#include "store/orders.hpp"

namespace vitrine {

Result<SellerOrder> answerAppointments(Work& work, const AppointmentReply& request) {
  const auto seller_id = work.seller();
  if (!seller_id) return seller_id.error();
  auto order = findOrder(work.db, *seller_id, work.call.param("id"));
  if (!order) return Error{Errc::not_found, "id"};
  const auto changed = answerAppointments(*order, request, work.now);
  if (!changed) return changed.error();
  if (!*changed) return *std::move(order);
  saveOrder(work.db, *order);
  const auto kind =
      isProposed(*order) ? MailKind::appointments_proposed : MailKind::appointments_confirmed;
  notifyCustomer(work, kind, *findGroup(work.db, order->order_group_id), {order->id});
  return *std::move(order);
}

Result<OrderGroup> acceptAppointments(Work& work, const AppointmentAcceptance& request) {
  const auto group = findGroupByToken(work.db, work.call.param("token"));
  if (!group) return Error{Errc::not_found, "token"};
  for (auto& order : ordersOfGroup(work.db, group->id)) {
    if (order.id != request.order_id) continue;
    const auto changed = acceptAppointments(order, work.now);
    if (!changed) return changed.error();
    if (*changed) {
      saveOrder(work.db, order);
      announce(work, order, "order.appointments_accepted");
      notifySeller(work, MailKind::seller_appointments, order);
      work.events.deliveries_due = true;
    }
    return getOrderGroup(work, {});
  }
  return Error{Errc::not_found, "order_id"};
}

}  // namespace vitrine
