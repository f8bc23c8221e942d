#include "vitrine/discount.hpp"

namespace vitrine {

Amount discountOf(std::span<const Discount> discounts, Amount goods) {
  std::int64_t percent = 0;
  for (const auto& tier : discounts) {
    if (goods >= tier.from) percent = tier.percent;
  }
  const auto off = scale(goods, percent, 100);
  return off ? *off : 0;  // no more than `goods`, which is in range
}

Fault checkDiscounts(std::span<const Discount> discounts) {
  for (std::size_t i = 0; i < discounts.size(); ++i) {
    const auto& tier = discounts[i];
    const auto* before = i == 0 ? nullptr : &discounts[i - 1];
    if (tier.from < 0 || (before && tier.from <= before->from))
      return at(element("discounts", i), {Errc::out_of_range, "from"});
    if (tier.percent < 0 || tier.percent > 100 || (before && tier.percent < before->percent))
      return at(element("discounts", i), {Errc::out_of_range, "percent"});
  }
  return {};
}

}  // namespace vitrine
