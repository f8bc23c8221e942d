#pragma once

#include <vector>

#include "vitrine/search_filters.hpp"
#include "vitrine/search_query.hpp"

namespace vitrine {

/// Which of `SearchFacets` are to be counted: bits, in the order of its fields.
namespace facet {
inline constexpr std::uint32_t sellers = 1;
inline constexpr std::uint32_t brands = 2;
inline constexpr std::uint32_t categories = 4;
inline constexpr std::uint32_t options = 8;
inline constexpr std::uint32_t price_ranges = 16;
inline constexpr std::uint32_t available = 32;
inline constexpr std::uint32_t pickup = 64;
inline constexpr std::uint32_t all = 127;
}  // namespace facet

/// `SearchFacets` by the numbers of the catalogue file: places of sellers, else of names. The most
/// frequent come first.
struct FacetCounts {
  struct Value {
    std::uint32_t value = 0;
    std::uint32_t count = 0;
  };
  struct Option {
    std::uint32_t name = 0;
    std::uint32_t value = 0;
    std::uint32_t count = 0;
  };

  std::vector<Value> sellers;
  std::vector<Value> brands;
  std::vector<Value> categories;
  std::vector<Option> options;
  std::vector<std::uint32_t> price_ranges;  // one more than the file's price steps
  std::uint32_t available = 0;
  std::uint32_t pickup = 0;
};

/// The counts with their values' texts.
SearchFacets facetsOf(const CatalogFile& file, const FacetCounts& counts);

/// A page of what was found: places of products.
struct FoundPage {
  std::uint32_t total = 0;
  std::vector<std::uint32_t> places;
  FacetCounts facets;
};

struct PageRequest {
  SearchSort sort = SearchSort::relevance;
  std::size_t offset = 0;
  std::size_t limit = 0;
  std::uint32_t facets = facet::all;
};

/// Runs the query: filters, counts, sorts.
FoundPage findPage(const SearchIndex& index, SearchQuery& query, const Conditions& asked,
                   const PageRequest& page);

}  // namespace vitrine
