#pragma once

#include <cstdint>
#include <span>

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

/// The first fault: tiers that do not ascend in `from`, percentages that fall or leave 0 … 100.
Fault checkDiscounts(std::span<const Discount> discounts);

}  // namespace vitrine
