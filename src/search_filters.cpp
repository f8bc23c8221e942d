#include "vitrine/search_filters.hpp"

#include <algorithm>

namespace vitrine {
namespace {

bool has(const std::vector<std::uint32_t>& values, std::uint32_t value) {
  return std::find(values.begin(), values.end(), value) != values.end();
}

}  // namespace

std::uint32_t sellerPlace(const CatalogFile& file, std::string_view id) {
  const auto found = std::find_if(file.sellers.begin(), file.sellers.end(),
                                  [&](const Seller& seller) { return seller.id == id; });
  return static_cast<std::uint32_t>(found - file.sellers.begin());
}

Conditions conditionsOf(const SearchIndex& index, const SearchFilters& filters) {
  Conditions answer;
  for (const auto& id : filters.seller_ids) answer.sellers.push_back(sellerPlace(index.file(), id));
  for (const auto& text : filters.brands) answer.brands.push_back(index.name(text));
  for (const auto& text : filters.categories) answer.categories.push_back(index.name(text));
  for (const auto& option : filters.options)
    answer.options.push_back({index.name(option.name), index.name(option.value)});
  answer.price_min = filters.price_min.value_or(0);
  answer.price_max = filters.price_max.value_or(maxSafeInteger);
  answer.available = filters.available;
  answer.pickup = filters.pickup;
  return answer;
}

Filters::Filters(const SearchIndex& index, const Conditions& asked)
    : file_(index.file()), traits_(index.traits()), asked_(asked) {
  for (const auto& wanted : asked.options) {
    auto group = std::find_if(options_.begin(), options_.end(),
                              [&](const Group& g) { return g.name == wanted.name; });
    if (group == options_.end()) group = options_.insert(options_.end(), Group{wanted.name, {}});
    group->values.push_back(wanted.value);
  }
  any_ = !asked.sellers.empty() || !asked.brands.empty() || !asked.categories.empty() ||
         !asked.options.empty() || asked.price_min > 0 || asked.price_max < maxSafeInteger ||
         asked.available || asked.pickup;
}

std::uint32_t Filters::failures(std::uint32_t product) const {
  if (!any_) return 0;
  std::uint32_t failed = 0;
  const auto fails = [&](std::uint32_t bit, bool passed) { failed |= passed ? 0 : bit; };
  if (!asked_.categories.empty())
    fails(Failure::category, has(asked_.categories, traits_.categories.small(product)));
  if (!asked_.brands.empty())
    fails(Failure::brand, has(asked_.brands, traits_.brands.small(product)));
  const auto price = traits_.prices[product];
  fails(Failure::price, price >= asked_.price_min && price <= asked_.price_max);
  const auto flags = traits_.flags[product];
  fails(Failure::unavailable, !asked_.available || (flags & TraitColumns::available) != 0);
  fails(Failure::no_pickup, !asked_.pickup || (flags & TraitColumns::pickup) != 0);
  if (!asked_.sellers.empty()) fails(Failure::seller, soldByAny(product));
  auto bit = static_cast<std::uint32_t>(Failure::option);
  for (const auto& group : options_) {
    fails(bit, hasOption(product, group));
    if (bit < 1U << 31) bit <<= 1;
  }
  return failed;
}

std::uint32_t Filters::bitOf(std::uint32_t option_name) const {
  auto bit = static_cast<std::uint32_t>(Failure::option);
  for (const auto& group : options_) {
    if (group.name == option_name) return bit;
    if (bit < 1U << 31) bit <<= 1;
  }
  return 0;
}

bool Filters::soldByAny(std::uint32_t product) const {
  const auto [first, last] = file_.offersOf(product);
  for (auto offer = first; offer < last; ++offer) {
    if (has(asked_.sellers, file_.offers.sellers.at(offer))) return true;
  }
  return false;
}

bool Filters::hasOption(std::uint32_t product, const Group& group) const {
  const auto [first, last] = file_.optionsOf(product);
  for (auto i = first; i < last; ++i) {
    if (file_.variants.option_names.at(i) == group.name &&
        has(group.values, file_.variants.option_values.at(i)))
      return true;
  }
  return false;
}

}  // namespace vitrine
