#pragma once

#include <array>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "vitrine/catalog.hpp"
#include "vitrine/columns.hpp"

/// A catalogue file taken apart into its columns: what `Catalog` and the search read.
namespace vitrine {

/// How a name is written: as its text, or as its one term is.
enum class NameForm : std::uint8_t { text, lower, capitalized, upper };

struct NameColumns {
  Ints forms;
  Texts texts;
  Runs term_runs;
  std::vector<std::uint32_t> terms;

  std::uint32_t size() const { return forms.count; }
};

/// What a byte of a term's spelling stands for (Boncz, Neumann, Leis 2020: Fast Static Symbol
/// Table): letters that often follow each other are one byte, and bytes that like things follow are
/// neighbours, which is what Brotli looks at.
struct Symbol {
  static constexpr std::size_t longest = 8;  // bytes
  static constexpr std::uint8_t first = 32;  // the bytes below are lengths

  char text[longest] = {};
  std::uint8_t size = 0;
};
using Symbols = std::array<Symbol, 256 - Symbol::first>;

struct TermColumns {
  static constexpr std::uint32_t stride = 64;  // terms of a block

  std::uint32_t count = 0;
  Symbols symbols;
  FewRuns spelled_runs;  // bytes of `spelled`, for a block of terms each
  std::span<const std::uint8_t> spelled;
  FewRuns tally_runs;  // the same of `tallies`
  std::span<const std::uint8_t> tallies;
  FewRuns code_runs;  // bits of `codes`
  std::span<const std::uint8_t> codes;
  FewRuns set_runs;  // sets
  std::span<const std::uint8_t> sets;

  std::uint32_t size() const { return count; }
  std::uint32_t blocks() const { return spelled_runs.size(); }
  std::string operator[](std::size_t i) const;
};

/// Reads the terms of one block. Each is a byte below 32, one more than it shares with the one
/// before, and symbols of what differs. Any bytes can be read.
class TermSpelling {
 public:
  static constexpr std::size_t mostShared = Symbol::first - 2;

  TermSpelling() = default;
  TermSpelling(const TermColumns& terms, std::size_t block)
      : symbols_(terms.symbols.data()),
        at_(terms.spelled.data() + terms.spelled_runs.start(block)),
        end_(at_ + terms.spelled_runs.length(block)),
        from_(at_) {}

  /// Goes to the next term; false behind the last.
  bool next() {
    if (at_ == end_) return false;
    shared_ = *at_ > 0 ? *at_ - 1U : 0U;
    from_ = ++at_;
    while (at_ < end_ && *at_ >= Symbol::first) ++at_;
    return true;
  }
  /// How many bytes it shares with the one before.
  std::uint32_t shared() const { return shared_; }
  /// Follows a word, which the term shares `same` bytes with, as long as both are alike: how far,
  /// and the term's next byte, -1 at its end.
  std::pair<std::size_t, int> along(std::string_view word, std::size_t same) const {
    for (const auto* at = from_; at < at_; ++at) {
      const auto& symbol = symbols_[*at - Symbol::first];
      for (std::uint32_t k = 0; k < symbol.size; ++k, ++same) {
        if (same == word.size() || word[same] != symbol.text[k])
          return {same, static_cast<unsigned char>(symbol.text[k])};
      }
    }
    return {same, -1};
  }
  /// Makes the term of the one before.
  void spell(std::string& word) const {
    word.resize(std::min<std::size_t>(word.size(), shared_));
    for (const auto* at = from_; at < at_; ++at) {
      const auto& symbol = symbols_[*at - Symbol::first];
      word.append(symbol.text, symbol.size);
    }
  }

 private:
  const Symbol* symbols_ = nullptr;
  const std::uint8_t* at_ = nullptr;
  const std::uint8_t* end_ = nullptr;
  const std::uint8_t* from_ = nullptr;  // the symbols of the term, up to `at_`
  std::uint32_t shared_ = 0;
};

struct ProductColumns {
  Texts ids;
  Runs titles;
  Ints title_words;
  Ints brands;
  Ints categories;
  Texts descriptions;
  Texts description_marks;  // as `packed` writes them; none where no description has any
  Runs images;
  Runs variants;
  std::span<const std::uint8_t> echoes;

  std::uint32_t size() const { return brands.count; }
};

struct VariantColumns {
  Texts ids;
  Runs options;
  Ints option_names;
  Ints option_values;
  Ints images;
  Texts gtins;
  Runs offers;

  std::uint32_t size() const { return images.count; }
};

struct OfferColumns {
  Texts ids;
  Ints sellers;
  Texts skus;
  Ints kinds;
  Ints prices;
  Ints currencies;
  Ints stocks;
  Ints weights;
  Ints profiles;
  Ints tax_categories;
  Ints unit_measures;  // 0: none, n: the n-th of the file's

  std::uint32_t size() const { return prices.count; }
};

struct CatalogFile {
  std::vector<std::uint8_t> bytes;
  std::string_view currency;
  CatalogText text = CatalogText::full;
  std::vector<Seller> sellers;  // few, and every price needs them: unpacked once
  NameColumns names;
  TermColumns terms;
  Texts images;
  ProductColumns products;
  VariantColumns variants;
  OfferColumns offers;
  std::vector<UnitMeasure> unit_measures;
  std::vector<Amount> price_steps;
  Runs companion_runs;    // of each product; none: nothing is known of what goes with any
  Ints companions;        // places of products
  Ints presented_counts;  // how many of each product's companions, the last, are shown beside it
  Ints rating_counts;     // of each product, 0: of nobody; none: of no product
  Ints rating_means;      // hundredths of a star

  /// Verifies the bytes: their checksum, their structure, and that every figure lies in its range.
  /// The columns point into `bytes`, which stay where they are when the file is moved.
  static Result<CatalogFile> open(std::vector<std::uint8_t> bytes);

  std::string name(std::size_t i) const;
  std::string title(std::size_t product) const;
  std::string productId(std::size_t product) const;
  std::string variantId(std::size_t variant) const;
  std::string offerId(std::size_t offer) const;

  /// The offers of a product stand together, whatever variant they are of: the first, and the one
  /// behind the last.
  std::pair<std::uint32_t, std::uint32_t> offersOf(std::size_t product) const {
    return acrossVariants(product, variants.offers);
  }
  /// So do the options of its variants.
  std::pair<std::uint32_t, std::uint32_t> optionsOf(std::size_t product) const {
    return acrossVariants(product, variants.options);
  }

 private:
  std::pair<std::uint32_t, std::uint32_t> acrossVariants(std::size_t product,
                                                         const Runs& runs) const {
    const auto first = products.variants.start(product);
    return {runs.start(first), runs.start(first + products.variants.length(product))};
  }
  std::string idOr(const Texts& ids, std::size_t i, std::string_view prefix,
                   std::size_t offer) const;
};

/// Guards against damage, not against malice.
std::uint64_t checksum(std::span<const std::uint8_t> bytes);

}  // namespace vitrine
