// In the place of the search's sources: what its callers link to, without any of it. See size.mjs.
#include "vitrine/search.hpp"
#include "vitrine/search_facets.hpp"

namespace vitrine {

Result<SearchAnswer> search(const Catalog&, const SearchRequest&) {
  return Error{Errc::unavailable, ""};
}
std::vector<std::uint32_t> searchPlaces(const Catalog&, std::string_view, std::size_t) {
  return {};
}
FoundPage findPage(const SearchIndex&, SearchQuery&, const Conditions&, const PageRequest&) {
  return {};
}
SearchQuery::SearchQuery(const SearchIndex& index, std::string_view) : index_(index) {}
Result<SearchIndex> SearchIndex::of(const CatalogFile&) { return Error{Errc::unavailable, ""}; }
std::uint32_t SearchIndex::name(std::string_view) const { return 0; }
std::uint32_t sellerPlace(const CatalogFile&, std::string_view) { return 0; }

}  // namespace vitrine
