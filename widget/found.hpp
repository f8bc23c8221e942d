#pragma once

#include <algorithm>
#include <optional>
#include <span>
#include <vector>

#include "vitrine/search_facets.hpp"

namespace vitrine {

/// A search as `web/found.ts` writes it, in words of 32 bits: the bytes of the text, the sort,
/// limit, offset, facets and flags (1 available, 2 pickup); sellers, brands, categories and options
/// (name and value), each list behind its size; the text.
class FoundRequest {
 public:
  /// Nothing when the lists do not fit in the words.
  static std::optional<FoundRequest> parse(std::span<const std::uint32_t> words) {
    FoundRequest request;
    Row row{words};
    const auto size = row.next();
    request.page.sort = static_cast<SearchSort>(std::min(row.next(), 2U));
    request.page.limit = std::min(row.next(), 200U);
    request.page.offset = row.next();
    request.page.facets = row.next();
    const auto flags = row.next();
    auto& asked = request.asked;
    asked.available = (flags & 1) != 0;
    asked.pickup = (flags & 2) != 0;
    for (auto* list : {&asked.sellers, &asked.brands, &asked.categories}) row.list(*list);
    std::vector<std::uint32_t> options;
    row.list(options);
    for (std::size_t i = 1; i < options.size(); i += 2)
      asked.options.push_back({options[i - 1], options[i]});
    const auto rest = words.subspan(std::min(row.at, words.size()));
    if (row.at > words.size() || size > rest.size_bytes()) return {};
    request.text = {reinterpret_cast<const char*>(rest.data()), size};
    return request;
  }

  std::string_view text;
  Conditions asked;
  PageRequest page;

 private:
  struct Row {
    std::span<const std::uint32_t> words;
    std::size_t at = 0;

    std::uint32_t next() { return at < words.size() ? words[at++] : (++at, 0); }
    void list(std::vector<std::uint32_t>& values) {
      const auto size = next();
      if (at > words.size() || size > words.size() - at) {
        at = words.size() + 1;
        return;
      }
      values.assign(words.data() + at, words.data() + at + size);
      at += size;
    }
  };
};

/// The answer in words: how many they are, total, edited, places of products, then what was counted
/// of sellers, brands, categories (number, count), options (name, value, count), price ranges (from
/// in two words, count), available and pickup; each list behind the number of its entries.
inline void writeFound(const FoundPage& page, bool edited, std::span<const Amount> steps,
                       std::vector<std::uint32_t>& words) {
  words.clear();
  const auto put = [&](std::uint32_t word) { words.push_back(word); };
  const auto size = [&](const auto& list) { put(static_cast<std::uint32_t>(list.size())); };
  put(0);
  put(page.total);
  put(edited ? 1 : 0);
  size(page.places);
  words.insert(words.end(), page.places.begin(), page.places.end());
  const auto& facets = page.facets;
  for (const auto* list : {&facets.sellers, &facets.brands, &facets.categories}) {
    size(*list);
    for (const auto& [value, count] : *list) {
      put(value);
      put(count);
    }
  }
  size(facets.options);
  for (const auto& [name, value, count] : facets.options) {
    put(name);
    put(value);
    put(count);
  }
  size(facets.price_ranges);
  for (std::size_t i = 0; i < facets.price_ranges.size(); ++i) {
    const auto from = i == 0 ? 0 : static_cast<std::uint64_t>(steps[i - 1]);
    put(static_cast<std::uint32_t>(from));
    put(static_cast<std::uint32_t>(from >> 32));
    put(facets.price_ranges[i]);
  }
  put(facets.available);
  put(facets.pickup);
  words.front() = static_cast<std::uint32_t>(words.size());
}

}  // namespace vitrine
