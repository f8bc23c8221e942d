#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "vitrine/catalog.hpp"

/// Searching a site's catalogue. How texts are read is said in `words.hpp`, what matches and how it
/// is ranked in `search_query.hpp`.
namespace vitrine {

enum class SearchSort { relevance, price_ascending, price_descending };
constexpr auto names(SearchSort) {
  return std::to_array<std::string_view>({"relevance", "price_ascending", "price_descending"});
}

/// What products must be. Values of one list are alternatives, as are options of one name; an empty
/// list asks nothing. A product's price is that of its card.
struct SearchFilters {
  std::vector<std::string> seller_ids;
  std::vector<std::string> brands;
  std::vector<std::string> categories;
  std::vector<VariantOption> options;
  std::optional<std::int64_t> price_min;  // minor units, inclusive, as is the next
  std::optional<std::int64_t> price_max;
  bool available = false;  // true: only what can be bought now
  bool pickup = false;     // true: only what a seller has a place to collect for

  static constexpr void fields(auto& self, auto&& field) {
    field("seller_ids", self.seller_ids, defaulted);
    field("brands", self.brands, defaulted);
    field("categories", self.categories, defaulted);
    field("options", self.options, defaulted);
    field("price_min", self.price_min);
    field("price_max", self.price_max);
    field("available", self.available, defaulted);
    field("pickup", self.pickup, defaulted);
  }
};

struct SearchRequest {
  std::string query;  // at most 12 words; none: every product, in the site's order
  SearchFilters filters;
  SearchSort sort = SearchSort::relevance;
  std::int64_t limit = 24;  // 0 … 200
  std::int64_t offset = 0;

  static constexpr void fields(auto& self, auto&& field) {
    field("query", self.query, defaulted);
    field("filters", self.filters, defaulted);
    field("sort", self.sort, defaulted);
    field("limit", self.limit, defaulted);
    field("offset", self.offset, defaulted);
  }
};

/// A piece of a title; `match` says whether the query found it.
struct TextPart {
  std::string text;
  bool match = false;

  friend bool operator==(const TextPart&, const TextPart&) = default;
  static constexpr void fields(auto& self, auto&& field) {
    field("text", self.text);
    field("match", self.match);
  }
};

struct SearchHit {
  std::string product_id;
  std::vector<TextPart> title;  // put together: the product's title
  ProductCard product;

  static constexpr void fields(auto& self, auto&& field) {
    field("product_id", self.product_id);
    field("title", self.title);
    field("product", self.product);
  }
};

struct FacetValue {
  std::string value;
  std::int64_t count = 0;

  friend bool operator==(const FacetValue&, const FacetValue&) = default;
  static constexpr void fields(auto& self, auto&& field) {
    field("value", self.value);
    field("count", self.count);
  }
};

struct OptionFacet {
  std::string name;
  std::vector<FacetValue> values;

  static constexpr void fields(auto& self, auto&& field) {
    field("name", self.name);
    field("values", self.values);
  }
};

/// Products that cost from `from` to `to`, both inclusive; the last range has no end.
struct PriceRange {
  std::int64_t from = 0;
  std::optional<std::int64_t> to;
  std::int64_t count = 0;

  friend bool operator==(const PriceRange&, const PriceRange&) = default;
  static constexpr void fields(auto& self, auto&& field) {
    field("from", self.from);
    field("to", self.to);
    field("count", self.count);
  }
};

/// How many products would be found with each value. A facet's own filter does not count for it, so
/// that its other values can still be chosen. The most frequent values come first.
struct SearchFacets {
  std::vector<FacetValue> sellers;  // by id
  std::vector<FacetValue> brands;
  std::vector<FacetValue> categories;
  std::vector<OptionFacet> options;
  std::vector<PriceRange> price_ranges;
  std::int64_t available = 0;
  std::int64_t pickup = 0;

  static constexpr void fields(auto& self, auto&& field) {
    field("sellers", self.sellers);
    field("brands", self.brands);
    field("categories", self.categories);
    field("options", self.options);
    field("price_ranges", self.price_ranges);
    field("available", self.available);
    field("pickup", self.pickup);
  }
};

struct SearchAnswer {
  std::int64_t total = 0;
  bool edited = false;  // words were taken for others that are spelled alike
  std::vector<SearchHit> hits;
  SearchFacets facets;

  static constexpr void fields(auto& self, auto&& field) {
    field("total", self.total);
    field("edited", self.edited);
    field("hits", self.hits);
    field("facets", self.facets);
  }
};

/// `too_large` for more words than may be, `out_of_range` for a page that cannot be, `unavailable`
/// for a catalogue that was not made ready.
Result<SearchAnswer> search(const Catalog& catalog, const SearchRequest& request);

/// The first products for a text by relevance, by their places in the catalogue; nothing for one
/// with too many words.
std::vector<std::uint32_t> searchPlaces(const Catalog& catalog, std::string_view query,
                                        std::size_t limit);

}  // namespace vitrine
