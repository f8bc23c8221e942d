#pragma once

#include <vector>

#include "vitrine/search.hpp"
#include "vitrine/search_query.hpp"

namespace vitrine {

/// Values and how many products have them. A value is a name of the catalogue file, in a group of
/// its own: brands, categories, or the options of one name.
class Tally {
 public:
  static constexpr std::uint32_t brands = 0xFFFFFFFF;
  static constexpr std::uint32_t categories = 0xFFFFFFFE;

  struct Row {
    std::uint32_t group = 0;
    std::uint32_t value = 0;
    std::uint32_t count = 0;
    std::uint32_t product = maxProducts;  // counted last
    std::uint32_t next = 0;               // another row of the same value, place + 1
  };

  explicit Tally(std::vector<std::uint32_t>& rows_of) : rows_of_(rows_of) {}
  ~Tally() {
    for (const auto& row : rows_) rows_of_[row.value] = 0;
  }
  Tally(const Tally&) = delete;

  /// Counts a product once for each value.
  void count(std::uint32_t group, std::uint32_t value, std::uint32_t product);
  const std::vector<Row>& rows() const { return rows_; }

 private:
  std::vector<std::uint32_t>& rows_of_;  // by value: place + 1; all zero between queries
  std::vector<Row> rows_;
};

/// What search must know of a product to filter, count and sort it.
struct Traits {
  Amount price = 0;
  bool available = false;
  bool pickup = false;
};

Traits traitsOf(const SearchIndex& index, std::uint32_t product);

/// Keeps the hits that pass the filters and counts the facets of all.
SearchFacets applyFilters(const SearchIndex& index, const SearchFilters& filters,
                          std::vector<Hit>& hits);

}  // namespace vitrine
