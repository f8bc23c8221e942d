#include "sourcing/cart_comparison.hpp"

#include <algorithm>

namespace vitrine {

std::optional<PricedCart> priced(const SourcingRequest& request, const Shelf& shelf,
                                 const std::vector<CartLine>& line_items,
                                 const std::vector<SelectedOption>& selected_options) {
  const auto answer =
      quote({request.currency, request.destination, line_items, selected_options}, shelf);
  if (!answer || answer->line_items.empty()) return {};
  for (const auto& message : answer->messages) {
    // A delivery that is not offered would be replaced by another.
    if (message.type == MessageType::error || message.code == name(Errc::unknown_option)) return {};
  }
  PricedCart result{amountOf(answer->totals, TotalType::total), 0, 0, 0, {}};
  for (const auto& seller : answer->sellers) {
    result.seller_ids.push_back(seller.seller_id);
    for (const auto& group : seller.groups) {
      for (const auto& option : group.options) {
        if (option.id != group.selected_option_id) continue;
        if (isForServices(option.kind)) {
          ++result.services;
          continue;
        }
        ++result.parcels;
        result.max_days = std::max(result.max_days, option.max_days);
      }
    }
  }
  return result;
}

SourcingComparison comparison(PricedCart priced) {
  return {priced.total, priced.parcels, std::move(priced.seller_ids)};
}

std::optional<SourcingComparison> cheapestItems(const SourcingRequest& request, const Shelf& shelf,
                                                const CartInstance& cart) {
  std::vector<SourcedUnits> assignment;
  for (std::size_t j = 0; j < cart.lines.size(); ++j) {
    struct Supply {
      Amount price = 0;
      std::int32_t seller = 0;
      std::int64_t stock = 0;
    };
    auto left = cart.lines[j].quantity;
    std::vector<Supply> supplies;
    for (std::size_t s = 0; s < cart.sources.size(); ++s) {
      for (const auto& offer : cart.instance.sellers[s].offers) {
        if (static_cast<std::size_t>(offer.line) != j) continue;
        supplies.push_back({offer.price, static_cast<std::int32_t>(s), offer.stock.value_or(left)});
      }
    }
    std::stable_sort(supplies.begin(), supplies.end(),
                     [](const Supply& a, const Supply& b) { return a.price < b.price; });
    for (const auto& supply : supplies) {
      const auto units = std::min(left, supply.stock);
      if (units > 0) assignment.push_back({supply.seller, static_cast<std::int32_t>(j), units});
      left -= units;
    }
    if (left > 0) return {};
  }
  auto result = priced(request, shelf, cartOf(cart, assignment), {});
  if (!result) return {};
  return comparison(*std::move(result));
}

std::optional<SourcingComparison> oneSeller(const SourcingRequest& request, const Shelf& shelf,
                                            const CartInstance& cart) {
  std::optional<SourcingComparison> best;
  std::vector<const Seller*> tried;
  for (const auto& first : cart.sources) {
    if (std::find(tried.begin(), tried.end(), first.seller) != tried.end()) continue;
    tried.push_back(first.seller);
    std::vector<SourcedUnits> assignment;
    for (std::size_t j = 0; j < cart.lines.size(); ++j) {
      auto left = cart.lines[j].quantity;
      for (std::size_t s = 0; s < cart.sources.size(); ++s) {
        if (cart.sources[s].seller != first.seller) continue;
        for (const auto& offer : cart.instance.sellers[s].offers) {
          if (static_cast<std::size_t>(offer.line) != j || left == 0) continue;
          const auto units = std::min(left, offer.stock.value_or(left));
          assignment.push_back({static_cast<std::int32_t>(s), static_cast<std::int32_t>(j), units});
          left -= units;
        }
      }
      if (left > 0) assignment.clear();
      if (left > 0) break;
    }
    if (assignment.empty()) continue;
    auto result = priced(request, shelf, cartOf(cart, assignment), {});
    if (result && (!best || result->total < best->total)) best = comparison(*std::move(result));
  }
  return best;
}

/// As if one more seller had everything, so dear that each of its units outweighs any saving.
std::optional<SourcingChoice> partially(const SourcingRequest& request, const Shelf& shelf,
                                        CartInstance cart) {
  double dearest = 1;
  std::int64_t units = 0;
  for (const auto& line : cart.lines) units += line.quantity;
  for (const auto& seller : cart.instance.sellers) {
    Amount price = 0;
    for (const auto& offer : seller.offers) price = std::max(price, offer.price);
    Amount fee = 0;
    for (const auto& method : seller.methods) {
      Amount base = method.rate->base;
      for (const auto& tier : method.rate->weight_tiers) base = std::max(base, tier.fee);
      fee = std::max(fee, base + method.rate->per_item * units);
    }
    dearest += static_cast<double>(price) * static_cast<double>(units) +
               static_cast<double>(fee + seller.surcharge);
  }
  if (dearest * static_cast<double>(units) > 1e12) return {};
  SourcingSeller nobody;
  for (std::size_t j = 0; j < cart.lines.size(); ++j)
    nobody.offers.push_back(
        {static_cast<std::int32_t>(j), static_cast<Amount>(dearest), {}, std::int64_t{0}});
  nobody.methods.push_back({ShippingKind::shipping, 0, Rate{}});
  cart.instance.sellers.push_back(nobody);
  auto answer = source(cart.instance, SourcingObjective::cost, cartLimits());
  if (!answer || !answer->cost) return {};
  auto served = *std::move(answer);
  std::erase_if(served.assignment, [&](const SourcedUnits& units_) {
    return static_cast<std::size_t>(units_.seller) == cart.sources.size();
  });
  SourcingChoice choice;
  choice.line_items = cartOf(cart, served.assignment);
  const auto result = priced(request, shelf, choice.line_items, {});
  if (!result) return {};
  choice.proof = served.proof;
  choice.total = choice.bound = result->total;
  choice.parcels = result->parcels;
  choice.max_days = result->max_days;
  return choice;
}

}  // namespace vitrine
