#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "vitrine/search_candidates.hpp"

/// Which products answer a typed text, and how well.
///
/// Every word must be found in a product. The last word may be the beginning of one, unless a space
/// or sign follows it. Where all that finds fewer than `enough` products, words of three letters
/// and more may be one edit away; where that finds nothing, words of eight letters and more two.
///
/// The score is BM25F's (Robertson and Zaragoza 2009) with b = 0, as longer texts are no worse
/// offers: the sum over the words of idf · w / (k1 + w), k1 = 1.2, idf = log2((N + 1) / (n + 1/2))
/// with N products and n places where the word was found. w is what the word counts for in the
/// product (`weight`), of what it matches there the best: all of it as typed, 3/4 as a beginning,
/// 1/2 with one edit, 1/4 with two. Equal scores keep the site's own order.
namespace vitrine {

class SearchQuery {
 public:
  static constexpr std::size_t maxWords = 12;
  static constexpr std::size_t enough = 3;

  SearchQuery(const SearchIndex& index, std::string_view text);

  bool tooLong() const { return words_.size() > maxWords; }

  /// All products that match, unordered.
  std::vector<Hit> all();
  /// The same without their scores.
  ProductBits products();
  /// The first products by score, without finding them all where that can be avoided.
  std::vector<std::uint32_t> first(std::size_t limit);

  /// Whether edits were needed; known after one of the above.
  bool edited() const { return edited_; }
  /// Whether any word of the query matches the term.
  bool matches(std::uint32_t term) const;

 private:
  struct Word {
    std::string text;
    std::vector<Match> matches;
  };

  static bool matches(const Word& word, std::uint32_t term);
  bool allowEdits(unsigned edits);
  std::vector<std::size_t> order() const;
  std::vector<Hit> intersection() const;
  ProductBits common() const;
  std::vector<std::uint64_t> firstOwn(std::size_t limit) const;
  std::vector<std::uint32_t> best(std::size_t limit) const;  // of the only word
  std::uint64_t bytesToRead(const Word& word) const;

  const SearchIndex& index_;
  std::vector<Word> words_;
  bool edited_ = false;
};

/// Sorts and keeps the first `limit`, the greatest first.
void sortFirst(std::vector<std::uint64_t>& values, std::size_t limit);

/// Greatest first: the score, then the earlier product.
constexpr std::uint64_t rankOf(Hit hit) {
  return std::uint64_t{hit.score} << 32 | entryOf(hit.product, 0);
}

}  // namespace vitrine
