#pragma once

#include <optional>

#include "sourcing/cart_instance.hpp"

namespace vitrine {

/// A cart by its quote.
struct PricedCart {
  Amount total = 0;
  std::int64_t parcels = 0;
  std::int64_t services = 0;  // visits and the like, which are no parcels
  std::int32_t max_days = 0;
  std::vector<std::string> seller_ids;
};

/// Nothing when a part of the cart cannot be had.
std::optional<PricedCart> priced(const SourcingRequest& request, const Shelf& shelf,
                                 const std::vector<CartLine>& line_items,
                                 const std::vector<SelectedOption>& selected_options);

SourcingComparison comparison(PricedCart priced);

/// Each unit where it is cheapest by itself: what shops without sourcing do.
std::optional<SourcingComparison> cheapestItems(const SourcingRequest& request, const Shelf& shelf,
                                                const CartInstance& cart);

/// All from one seller, the cheapest that has it.
std::optional<SourcingComparison> oneSeller(const SourcingRequest& request, const Shelf& shelf,
                                            const CartInstance& cart);

/// What can be had of a cart that nobody can serve: most units, then least cost.
std::optional<SourcingChoice> partially(const SourcingRequest& request, const Shelf& shelf,
                                        CartInstance cart);

}  // namespace vitrine
