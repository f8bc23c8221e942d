#include "vitrine/search.hpp"

#include <algorithm>

#include "vitrine/search_facets.hpp"
#include "vitrine/words.hpp"

namespace vitrine {
namespace {

std::vector<TextPart> marked(const std::string& title, const SearchIndex& index,
                             const SearchQuery& query) {
  std::vector<TextPart> parts;
  const auto add = [&](std::size_t from, std::size_t to, bool match) {
    if (from == to) return;
    if (parts.empty() || parts.back().match != match) parts.push_back({"", match});
    parts.back().text.append(title, from, to - from);
  };
  std::size_t done = 0;
  for (Words words(title); words.next();) {
    const auto term = index.find(words.folded());
    if (!term || !query.matches(*term)) continue;
    add(done, words.begin(), false);
    add(words.begin(), words.end(), true);
    done = words.end();
  }
  add(done, title.size(), false);
  return parts;
}

}  // namespace

Result<SearchAnswer> search(const Catalog& catalog, const SearchRequest& request) {
  constexpr std::int64_t maxLimit = 200;
  if (request.offset < 0) return Error{Errc::out_of_range, "offset"};
  if (request.limit < 0 || request.limit > maxLimit) return Error{Errc::out_of_range, "limit"};
  const auto* index = catalog.searchIndex();
  if (!index) return Error{Errc::unavailable, ""};
  SearchQuery query(*index, request.query);
  if (query.tooLong()) return Error{Errc::too_large, "query", SearchQuery::maxWords};

  const auto offset = std::min<std::int64_t>(request.offset, maxProducts);
  auto found = findPage(*index, query, conditionsOf(*index, request.filters),
                        {request.sort, static_cast<std::size_t>(offset),
                         static_cast<std::size_t>(request.limit), facet::all});
  SearchAnswer answer;
  answer.facets = facetsOf(index->file(), found.facets);
  answer.edited = query.edited();
  answer.total = found.total;
  for (const auto place : found.places) {
    auto card = catalog.card(place);
    auto title = marked(card.title, *index, query);
    answer.hits.push_back({card.id, std::move(title), std::move(card)});
  }
  return answer;
}

std::vector<std::uint32_t> searchPlaces(const Catalog& catalog, std::string_view text,
                                        std::size_t limit) {
  const auto* index = catalog.searchIndex();
  if (!index) return {};
  SearchQuery query(*index, text);
  return query.tooLong() ? std::vector<std::uint32_t>() : query.first(limit);
}

}  // namespace vitrine
