#pragma once

#include <cstdint>
#include <vector>

#include "vitrine/search.hpp"
#include "vitrine/search_index.hpp"

namespace vitrine {

/// `SearchFilters` by the numbers of the catalogue file: places of sellers, and of names for the
/// other lists. A place past the last is what no product has.
struct Conditions {
  struct Option {
    std::uint32_t name = 0;
    std::uint32_t value = 0;
  };

  std::vector<std::uint32_t> sellers;
  std::vector<std::uint32_t> brands;
  std::vector<std::uint32_t> categories;
  std::vector<Option> options;
  Amount price_min = 0;
  Amount price_max = maxSafeInteger;
  bool available = false;
  bool pickup = false;
};

Conditions conditionsOf(const SearchIndex& index, const SearchFilters& filters);

/// The place of the seller with the id; past the last where there is none.
std::uint32_t sellerPlace(const CatalogFile& file, std::string_view id);

/// One bit for each filter that a product fails.
enum Failure : std::uint32_t {
  seller = 1,
  brand = 2,
  category = 4,
  price = 8,
  unavailable = 16,
  no_pickup = 32,
  option = 64,  // and the bits above, one for each option name that is filtered
};

/// Tells products that pass conditions from others. What it is made of must outlive it.
class Filters {
 public:
  Filters(const SearchIndex& index, const Conditions& asked);

  std::uint32_t failures(std::uint32_t product) const;
  /// The bit of the filter on one option name; 0 where there is none.
  std::uint32_t bitOf(std::uint32_t option_name) const;

 private:
  struct Group {
    std::uint32_t name = 0;
    std::vector<std::uint32_t> values;
  };

  bool soldByAny(std::uint32_t product) const;
  bool hasOption(std::uint32_t product, const Group& group) const;

  const CatalogFile& file_;
  const TraitColumns& traits_;
  const Conditions& asked_;
  std::vector<Group> options_;
  bool any_ = false;
};

}  // namespace vitrine
