#pragma once

#include <bit>
#include <vector>

#include "vitrine/search_index.hpp"

/// Products that have the words of a query, with their scores: see `search_query.hpp`.
namespace vitrine {

struct Hit {
  std::uint32_t product = 0;
  std::uint32_t score = 0;
};

/// What the best mention in a description counts for.
inline constexpr std::uint32_t mostMention = weight::mentions * weight::description;

/// Products as bits, 64 in a word, the first in the lowest; as many words as the catalogue takes.
using ProductBits = std::vector<std::uint64_t>;

inline ProductBits noProducts(const SearchIndex& index) {
  return ProductBits((index.file().products.size() + 63UL) / 64);
}
inline void add(ProductBits& bits, std::uint32_t product) {
  bits[product / 64] |= std::uint64_t{1} << product % 64;
}
inline void keepCommon(ProductBits& bits, const ProductBits& others) {
  for (std::size_t i = 0; i < bits.size(); ++i) bits[i] &= others[i];
}
/// Calls `visit` with every product, ascending.
template <class F>
void eachOf(const ProductBits& bits, F visit) {
  for (std::size_t i = 0; i < bits.size(); ++i) {
    for (auto word = bits[i]; word != 0; word &= word - 1)
      visit(static_cast<std::uint32_t>(64 * i) +
            static_cast<std::uint32_t>(std::countr_zero(word)));
  }
}

/// Adds all products that have the terms.
void addAll(ProductBits& bits, const SearchIndex& index, const Match& match);

/// All products that have one term. Each stands in one of its lists only.
std::vector<Hit> hitsOf(const SearchIndex& index, const Match& term);

/// The products that have all words so far.
class Candidates {
 public:
  enum class Where : std::uint8_t { anywhere, outsideDescriptions };

  explicit Candidates(const SearchIndex& index, Where where = Where::anywhere)
      : index_(index), best_(index.best), where_(where) {}

  void add(const std::vector<Match>& matches);
  /// What no product scores more than that has one of the words in its description alone.
  std::uint32_t mostOfOthers() const { return most_ - least_loss_; }
  std::vector<Hit> take() { return std::move(hits_); }

 private:
  template <class F>
  void note(F each);
  void noteOwn(const Match& match);
  void noteMentions(const Places& places, std::uint32_t quarters);

  const SearchIndex& index_;
  std::vector<std::uint8_t>& best_;
  std::vector<Hit> hits_;
  Where where_;
  std::uint32_t most_ = 0;                 // that any product scores
  std::uint32_t least_loss_ = 0xFFFFFFFF;  // of one that has a word in its description alone
  bool first_ = true;
};

}  // namespace vitrine
