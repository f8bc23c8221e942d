#pragma once

#include "vitrine/catalog.hpp"

namespace vitrine {

/// The first fault of what a seller says of itself: no name or an overlong one, a country or
/// currency that is none, an e-mail without "@", overlong texts, tax rates outside 0 … 100 %,
/// return policies (see `check`), discounts (see
/// `checkDiscounts`) or shipping profiles (see `checkProfiles`; at least one). The
/// id is not looked at.
Fault check(const Seller& seller);

}  // namespace vitrine
