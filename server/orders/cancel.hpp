#pragma once

#include "api/work.hpp"
#include "store/orders.hpp"
#include "vitrine/order_group.hpp"

/// When the customer takes a purchase back.
namespace vitrine {

/// Cancels one order or, with none named, all that stand, as long as their sellers have not taken
/// them on; all or none of them. Gives the stock back, books the shares back, tells the sellers and
/// the customer. Orders that are cancelled already stay so. `not_found` for an order of another
/// purchase, `invalid_transition` when a seller has taken one on or rejected it.
Fault cancel(Work& work, const StoredGroup& group, const Cancellation& wish);

}  // namespace vitrine
