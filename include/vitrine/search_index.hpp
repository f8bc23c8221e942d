#pragma once

#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "vitrine/catalog_file.hpp"
#include "vitrine/lookup.hpp"
#include "vitrine/mentions.hpp"
#include "vitrine/search_traits.hpp"
#include "vitrine/spelling.hpp"

namespace vitrine {

/// What a word counts for where it stands. A description's counts for less than any other place, so
/// that a search can often stop before it reads them.
namespace weight {
inline constexpr std::uint32_t title = 8;     // each time
inline constexpr std::uint32_t brand = 6;     // each time
inline constexpr std::uint32_t category = 4;  // each time
inline constexpr std::uint32_t option = 4;    // once, and only where it stands in none of these
inline constexpr std::uint32_t description = 1;
inline constexpr std::uint32_t mentions = 2;  // in a description count, further ones do not
inline constexpr std::uint32_t most = 31;
}  // namespace weight

/// A product beside what a term counts for in its title, brand, category and options (with the
/// description's echo of it). Greater entries come first: heavier ones, then earlier products.
using Entry = std::uint32_t;

constexpr Entry entryOf(std::uint32_t product, std::uint32_t weight) {
  return weight << 24 | (maxProducts - product);
}
constexpr std::uint32_t productOf(Entry entry) { return maxProducts - (entry & maxProducts); }
constexpr std::uint32_t weightOf(Entry entry) { return entry >> 24; }

/// Terms [first, last), and how much of their weight counts, in quarters: 4 as typed, 3 where what
/// was typed is their beginning, 2 with one edit, 1 with two.
struct Match {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  std::uint32_t quarters = 4;
};

/// What a search looks things up in: worked out from a catalogue file when the first search
/// asks, in time and memory for a page. The file outlives it.
class SearchIndex {
 public:
  /// `corrupt_catalog` for a file that asks for more memory than its size warrants.
  static Result<SearchIndex> of(const CatalogFile& file);

  const CatalogFile& file() const { return *file_; }
  std::optional<std::uint32_t> find(std::string_view word) const;
  /// The terms that begin so, as one match.
  Match beginningWith(std::string_view prefix) const;
  const Spelling& spelling() const;
  const TraitColumns& traits() const;
  /// To be called when prices or stocks of the file's offers are others than before.
  void pricesChanged() { traits_.reset(); }

  /// The products that have the terms outside of their description, ascending for one term.
  /// Entries of weight 0 are none.
  std::span<const Entry> own(std::uint32_t first, std::uint32_t last) const {
    if (first >= last) return {};
    const auto from = partOf(first);
    const auto mask = (2ULL << partOf(last - 1)) - (1ULL << from);
    if ((entered_ & mask) != mask) enter(from, partOf(last - 1));
    auto end = starts_[last];
    while (last == first + 1 && end > starts_[first] && entries_[end - 1] == 0) --end;
    return {entries_.get() + starts_[first], end - starts_[first]};
  }
  /// The place of a name in the file; past the last for a text that is none.
  std::uint32_t name(std::string_view text) const;
  std::uint32_t ownCount(std::uint32_t term) const {
    return static_cast<std::uint32_t>(own(term, term + 1).size());
  }
  /// The lists of mentions from a term on.
  MentionLists mentionsFrom(std::uint32_t first) const;
  /// How many bytes the mentions of the terms take; or more, with those of neighbours.
  std::uint32_t mentionBytes(std::uint32_t first, std::uint32_t last) const;

 private:
  explicit SearchIndex(const CatalogFile& file) : file_(&file) {}
  /// Works out how many entries each term has; false where they are more than the file warrants.
  bool count();
  /// The part of the entries that those of a term are entered with: below 32.
  std::uint32_t partOf(std::uint32_t term) const { return starts_[term] >> part_shift_; }
  /// Goes through all products for the entries of the parts from `first` to `last`.
  void enter(std::uint32_t first, std::uint32_t last) const;
  /// The first term that is not before the word; with `beginnings`, nor begins with it.
  std::uint32_t bound(std::string_view word, bool beginnings) const;

  const CatalogFile* file_;
  std::unique_ptr<Entry[]> entries_;   // by term; those of a part stand once a search asks for one
  std::vector<std::uint32_t> starts_;  // into them, by term, and their end
  std::uint32_t part_shift_ = 0;
  mutable std::uint64_t entered_ = 0;  // a bit for each part

  mutable Lookup names_;  // this and the next two: worked out when first asked
  mutable std::optional<Spelling> spelling_;
  mutable std::optional<TraitColumns> traits_;

 public:
  // Room for what one query works out, all zero between queries: for each product and each name.
  mutable std::vector<std::uint8_t> best;
  mutable std::vector<std::uint32_t> rows;
};

}  // namespace vitrine
