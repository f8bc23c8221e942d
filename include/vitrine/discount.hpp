#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "vitrine/fields.hpp"
#include "vitrine/money.hpp"

namespace vitrine {

/// From this value of goods (inclusive, before the discount) a seller takes `percent` off all of
/// them. Delivery is not discounted, and its thresholds count goods before the discount.
struct Discount {
  Amount from = 0;
  std::int32_t percent = 0;  // 0 … 100

  friend bool operator==(const Discount&, const Discount&) = default;
  static constexpr void fields(auto& self, auto&& field) {
    field("from", self.from);
    field("percent", self.percent);
  }
};

/// What comes off goods of this value: the last tier that they reach, rounded half to even.
Amount discountOf(std::span<const Discount> discounts, Amount goods);

/// One line of a seller's, and what it costs before the discount.
struct DiscountedLine {
  std::string_view profile_id;
  std::string_view tax_category;
  std::string_view offer_id;
  Amount subtotal = 0;
};

/// What each line gets of a seller's discount, to the last minor unit. It is split over parcels and
/// tax categories in the order of their names first, then over lines in that of their offers: the
/// order in which a cart was filled must not change what it costs, nor who earns what of it.
std::vector<Amount> splitDiscount(Amount discount, std::span<const DiscountedLine> lines);

/// The first fault: tiers that do not ascend in `from`, percentages that fall or leave 0 … 100.
Fault checkDiscounts(std::span<const Discount> discounts);

}  // namespace vitrine
