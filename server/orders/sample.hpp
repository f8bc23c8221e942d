#pragma once

#include "vitrine/order.hpp"

namespace vitrine {

/// An order that nobody has placed, as a seller would get it from a customer in its own country:
/// two units of something that costs 12.50, by the first of its shipping profiles that delivers
/// there. Its ids begin like others and end in "test". `now`: Unix milliseconds.
Result<SellerOrder> sampleOrder(const Seller& seller, std::int64_t now);

}  // namespace vitrine
