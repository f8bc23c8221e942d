#include "vitrine/discount.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace vitrine {

Amount discountOf(std::span<const Discount> discounts, Amount goods) {
  std::int64_t percent = 0;
  for (const auto& tier : discounts) {
    if (goods >= tier.from) percent = tier.percent;
  }
  const auto off = scale(goods, percent, 100);
  return off ? *off : 0;  // no more than `goods`, which is in range
}

std::vector<Amount> splitDiscount(Amount discount, std::span<const DiscountedLine> lines) {
  const auto groupOf = [&](std::size_t line) {
    return std::tie(lines[line].profile_id, lines[line].tax_category);
  };
  std::vector<std::size_t> order(lines.size());
  std::iota(order.begin(), order.end(), 0);
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return groupOf(a) != groupOf(b) ? groupOf(a) < groupOf(b)
                                    : lines[a].offer_id < lines[b].offer_id;
  });

  std::vector<std::vector<Amount>> groups;
  std::vector<Amount> values;
  for (std::size_t i = 0; i < order.size(); ++i) {
    if (i == 0 || groupOf(order[i]) != groupOf(order[i - 1])) {
      groups.emplace_back();
      values.push_back(0);
    }
    groups.back().push_back(lines[order[i]].subtotal);
    values.back() += lines[order[i]].subtotal;
  }

  std::vector<Amount> parts(lines.size());
  const auto amounts = allocate(discount, values);
  auto line = order.begin();
  for (std::size_t g = 0; g < groups.size(); ++g) {
    for (const auto part : allocate(amounts[g], groups[g])) parts[*line++] = part;
  }
  return parts;
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
