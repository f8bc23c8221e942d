#pragma once

#include <cstdint>
#include <vector>

#include "vitrine/catalog_file.hpp"

namespace vitrine {

/// What searches filter, count and sort by, a column for each: worked out when the first search
/// asks for it, so that a search need not look at offers.
struct TraitColumns {
  enum Flag : std::uint8_t { available = 1, pickup = 2 };

  explicit TraitColumns(const CatalogFile& file);

  std::vector<Amount> prices;  // of the product's card
  std::vector<std::uint8_t> flags;
  std::vector<std::uint32_t> brands;  // names of the file, as are these
  std::vector<std::uint32_t> categories;
};

}  // namespace vitrine
