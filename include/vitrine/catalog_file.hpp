#pragma once

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
  Ints terms;

  std::uint32_t size() const { return forms.count; }
};

struct TermColumns {
  std::uint32_t count = 0;
  Runs spelled_runs;  // bytes of `spelled`, for 32 terms each
  std::span<const std::uint8_t> spelled;
  Runs tally_runs;  // the same of `tallies`
  std::span<const std::uint8_t> tallies;
  Runs mention_runs;  // bits of `mentions`
  std::span<const std::uint8_t> mentions;

  std::uint32_t size() const { return count; }
  std::uint32_t blocks() const { return spelled_runs.size(); }
  /// 32 terms, as `TermSpelling` reads them.
  std::span<const std::uint8_t> block(std::size_t i) const {
    return spelled.subspan(spelled_runs.start(i), spelled_runs.length(i));
  }
  std::string operator[](std::size_t i) const;
};

/// Reads the terms of one block. Each is a byte below 32, one more than it shares with the one
/// before, and the bytes that differ, which are letters and digits. Any bytes can be read.
struct TermSpelling {
  const std::uint8_t* at = nullptr;
  const std::uint8_t* end = nullptr;
  std::uint32_t shared = 0;
  std::string_view suffix;

  static constexpr std::uint8_t letters = 32;  // and what is above
  static constexpr std::size_t mostShared = letters - 2;

  explicit TermSpelling(std::span<const std::uint8_t> block)
      : at(block.data()), end(block.data() + block.size()) {}
  /// Goes to the next term; false behind the last.
  bool next() {
    if (at == end) return false;
    shared = *at > 0 ? *at - 1U : 0U;
    const auto* from = ++at;
    while (at < end && *at >= letters) ++at;
    suffix = {reinterpret_cast<const char*>(from), static_cast<std::size_t>(at - from)};
    return true;
  }
  /// Makes the term of the one before.
  void spell(std::string& word) const {
    word.resize(std::min<std::size_t>(word.size(), shared));
    word += suffix;
  }
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
