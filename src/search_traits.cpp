#include "vitrine/search_traits.hpp"

#include <algorithm>

namespace vitrine {
namespace {

bool canBeCollected(const ShippingProfile& profile) {
  return std::any_of(profile.methods.begin(), profile.methods.end(),
                     [](const ShippingMethod& m) { return m.kind == ShippingKind::pickup; });
}

/// The names of the profiles by which each seller's goods can be collected, ascending.
std::vector<std::vector<std::uint32_t>> collectingProfiles(const CatalogFile& file) {
  std::vector<bool> named(file.names.size());
  file.offers.profiles.each([&](std::size_t, std::uint32_t name) { named[name] = true; });
  std::vector<std::vector<std::uint32_t>> answer(file.sellers.size());
  for (std::uint32_t name = 0; name < named.size(); ++name) {
    if (!named[name]) continue;
    const auto id = file.name(name);
    for (std::size_t i = 0; i < file.sellers.size(); ++i) {
      const auto& profiles = file.sellers[i].shipping_profiles;
      if (std::any_of(profiles.begin(), profiles.end(),
                      [&](const auto& p) { return p.id == id && canBeCollected(p); }))
        answer[i].push_back(name);
    }
  }
  return answer;
}

}  // namespace

ProductGroups::ProductGroups(const Ints& values) {
  std::uint32_t most = 0;
  values.each([&](std::size_t, std::uint32_t value) { most = std::max(most, value); });
  starts_.assign(most + 2UL, 0);
  values.each([&](std::size_t, std::uint32_t value) { ++starts_[value]; });
  std::uint32_t sum = 0;
  for (auto& start : starts_) start = sum += start;
  products_.resize(values.count);
  for (auto i = values.count; i > 0; --i) products_[--starts_[values.small(i - 1)]] = i - 1;
}

TraitColumns::TraitColumns(const CatalogFile& file)
    : prices(file.products.size()),
      flags(file.products.size()),
      brands(file.products.brands),
      categories(file.products.categories) {
  const auto& offers = file.offers;
  const auto collecting = collectingProfiles(file);
  Values variant_counts(file.products.variants.lengths);
  Values offer_counts(file.variants.offers.lengths);
  Values sellers(offers.sellers);
  Values profiles(offers.profiles);
  std::size_t offer = 0;
  for (std::size_t i = 0; i < flags.size(); ++i) {
    auto end = offer;
    for (auto left = variant_counts.next(); left > 0; --left) end += offer_counts.next();
    bool priced = false;
    bool buyable = false;
    for (; offer < end; ++offer) {
      // As on its card: the lowest of what can be bought, or of all where nothing can.
      const auto price = offers.prices[offer];
      const bool in_stock = offers.stocks[offer] != 0;
      if (!priced || (in_stock && !buyable) || (in_stock == buyable && price < prices[i]))
        prices[i] = price;
      priced = true;
      buyable = buyable || in_stock;
      const auto& names = collecting[sellers.next()];
      const auto profile = profiles.next();
      if (!names.empty() && std::binary_search(names.begin(), names.end(), profile))
        flags[i] |= pickup;
    }
    if (buyable) flags[i] |= available;
  }
}

}  // namespace vitrine
