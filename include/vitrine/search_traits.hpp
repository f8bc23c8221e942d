#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "vitrine/catalog_file.hpp"

namespace vitrine {

/// The products of each value of a column.
class ProductGroups {
 public:
  explicit ProductGroups(const Ints& values);

  /// Ascending; none for what is no value.
  std::span<const std::uint32_t> of(std::uint32_t value) const {
    if (value >= starts_.size() - 1) return {};
    return {products_.data() + starts_[value], starts_[value + 1] - starts_[value]};
  }

 private:
  std::vector<std::uint32_t> starts_;  // by value, and their end
  std::vector<std::uint32_t> products_;
};

/// What searches filter, count and sort by, a column for each: worked out when the first search
/// asks for it, so that a search need not look at offers.
struct TraitColumns {
  enum Flag : std::uint8_t { available = 1, pickup = 2 };

  explicit TraitColumns(const CatalogFile& file);

  std::vector<Amount> prices;  // of the product's card
  std::vector<std::uint8_t> flags;
  Ints brands;  // names, as the file has them
  Ints categories;

  const ProductGroups& withBrand() const { return groups(of_brands_, brands); }
  const ProductGroups& inCategory() const { return groups(of_categories_, categories); }

 private:
  static const ProductGroups& groups(std::optional<ProductGroups>& known, const Ints& values) {
    if (!known) known.emplace(values);
    return *known;
  }

  mutable std::optional<ProductGroups> of_brands_;  // these are worked out when first asked
  mutable std::optional<ProductGroups> of_categories_;
};

}  // namespace vitrine
