#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "vitrine/catalog_file.hpp"
#include "vitrine/lookup.hpp"
#include "vitrine/product_list.hpp"
#include "vitrine/search_index.hpp"

/// What a snapshot's writer works out for the search: names, terms, and where descriptions mention
/// them.
namespace vitrine {

/// What a name is used for, those with few names first.
enum class NameUse : std::uint8_t { brand, category, option, term_of_offer, title };

/// The words of titles and the values of fields. Those of one use stand together and in each the
/// frequent ones before the rare, so that a column of names needs few bytes; equally frequent ones
/// (to a power of two) stand as the terms do.
class NameTable {
 public:
  struct Name {
    std::string text;
    NameForm form = NameForm::text;
    NameUse use = NameUse::title;  // the first of them
    std::uint32_t uses = 0;
    std::uint32_t searched = 0;    // uses in fields that are searched
    std::uint32_t first_term = 0;  // of `terms`, if it is searched; filled by `termsOf`
    std::uint32_t term_count = 0;
  };

  explicit NameTable(const ProductList& products);

  std::uint32_t place(std::string_view text) const;

  const std::vector<Name>& all() const { return names_; }
  std::vector<Name>& all() { return names_; }
  const Name& operator[](std::size_t place) const { return names_[place]; }
  std::span<const std::uint32_t> termsOf(const Name& name) const {
    return std::span(terms_).subspan(name.first_term, name.term_count);
  }
  void addTerm(Name& name, std::uint32_t term) {
    if (name.term_count++ == 0) name.first_term = static_cast<std::uint32_t>(terms_.size());
    terms_.push_back(term);
  }

 private:
  std::vector<Name> names_;
  std::vector<std::uint32_t> terms_;  // of all names
  Lookup places_;
};

/// The words of a title between single spaces: joined by those they are the title.
std::vector<std::string_view> wordsOfTitle(std::string_view title);

/// Products whose description alone has a term, once or more often, in their order.
struct Mentions {
  std::span<const std::uint32_t> once;
  std::span<const std::uint32_t> often;
};

struct TermTable {
  std::vector<std::string> words;  // sorted
  std::vector<Mentions> mentions;
  std::vector<std::uint32_t> mentioning;  // what the mentions are in
  std::vector<std::uint8_t> echoes;       // see snapshot.fbs
};

/// All terms; gives the names theirs.
TermTable termsOf(const ProductList& products, NameTable& names, bool descriptions);

/// The terms as `TermSpelling` reads them.
struct SpelledTerms {
  std::vector<std::string> symbols;  // of the bytes from `Symbol::first` on
  std::vector<std::uint8_t> bytes;
  std::vector<std::int64_t> sizes;  // bytes of each block of terms
};
SpelledTerms spell(const std::vector<std::string>& words);

/// All mentions as `MentionLists` reads them.
struct PackedMentions {
  std::vector<std::int64_t> tally_sizes;  // bytes of each block of terms
  std::vector<std::uint8_t> tallies;
  std::vector<std::int64_t> code_sizes;  // bits
  std::vector<std::uint8_t> codes;
  std::vector<std::int64_t> set_counts;
  std::vector<std::uint8_t> sets;
};
PackedMentions packMentions(const std::vector<Mentions>& terms, std::uint32_t products);

/// Round prices that part the products into ranges with some in each; none when they cost alike.
std::vector<Amount> priceSteps(const ProductList& products);

}  // namespace vitrine
