#include "vitrine/order.hpp"

namespace vitrine {

Result<OrderStatus> advance(OrderStatus from, OrderStatus to) {
  const bool allowed = from == to || from == OrderStatus::placed ||
                       (from == OrderStatus::acknowledged &&
                        (to == OrderStatus::shipped || to == OrderStatus::rejected));
  if (!allowed) return Error{Errc::invalid_transition, "status"};
  return to;
}

SellerInfo infoOf(const Seller& seller) {
  return {seller.id,      seller.name,         seller.email,
          seller.address, seller.return_terms, seller.return_policy};
}

}  // namespace vitrine
