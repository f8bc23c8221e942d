#include "vitrine/search_index.hpp"

#include <algorithm>

namespace vitrine {
namespace {

/// The terms that each name holds, unpacked.
struct NameTerms {
  explicit NameTerms(const NameColumns& names)
      : starts(names.size() + 1), terms(names.terms.count) {
    names.term_runs.lengths.copy(0, names.size(), starts.data() + 1);
    for (std::size_t i = 1; i < starts.size(); ++i) starts[i] += starts[i - 1];
    names.terms.copy(0, terms.size(), terms.data());
  }

  std::vector<std::uint32_t> starts;
  std::vector<std::uint32_t> terms;
};

}  // namespace

Result<SearchIndex> SearchIndex::of(const CatalogFile& file) {
  SearchIndex index(file);
  if (!index.enter()) return Error{Errc::corrupt_catalog, ""};
  index.rows.assign(file.names.size(), 0);
  return index;
}

/// Notes each product under the terms of its own fields: counts, then fills.
bool SearchIndex::enter() {
  const auto& products = file_->products;
  const auto& variants = file_->variants;
  const NameTerms names(file_->names);
  std::vector<std::uint32_t> uses(file_->names.size());
  for (const auto* column :
       {&products.title_words, &products.brands, &products.categories, &variants.option_values})
    column->each([&](std::size_t, std::uint32_t name) { ++uses[name]; });
  starts_.assign(file_->terms.size() + 1UL, 0);
  std::uint64_t total = 0;
  for (std::size_t name = 0; name < uses.size(); ++name) {
    for (auto k = names.starts[name]; k < names.starts[name + 1]; ++k)
      starts_[names.terms[k]] += uses[name];
    total += std::uint64_t{uses[name]} * (names.starts[name + 1] - names.starts[name]);
  }
  constexpr std::uint64_t mostPerByte = 64;
  if (total > mostPerByte * file_->bytes.size()) return false;
  std::uint32_t sum = 0;
  for (auto& start : starts_) sum += std::exchange(start, sum);
  ends_.assign(starts_.begin(), starts_.end() - 1);
  entries_.assign(static_cast<std::size_t>(total), 0);
  best.assign(products.size(), 0);

  const auto echoes = products.echoes;
  std::size_t echo = 0;
  const auto add = [&](std::uint32_t product, std::uint32_t name, std::uint32_t counts,
                       bool again) {
    for (auto k = names.starts[name]; k < names.starts[name + 1]; ++k) {
      const auto term = names.terms[k];
      auto& end = ends_[term];
      if (end > starts_[term] && productOf(entries_[end - 1]) == product) {
        const auto both = std::min(weightOf(entries_[end - 1]) + counts, weight::most);
        if (again) entries_[end - 1] = entryOf(product, both);
      } else {
        const auto mentions =
            echo / 4 < echoes.size() ? echoes[echo / 4] >> (echo % 4 * 2) & 3U : 0U;
        ++echo;
        entries_[end++] = entryOf(product, counts + mentions * weight::description);
      }
    }
  };
  Values title_lengths(products.titles.lengths);
  Values title_words(products.title_words);
  Values brands(products.brands);
  Values categories(products.categories);
  Values variant_counts(products.variants.lengths);
  Values option_counts(variants.options.lengths);
  Values option_values(variants.option_values);
  for (std::uint32_t i = 0; i < products.size(); ++i) {
    for (auto left = title_lengths.next(); left > 0; --left)
      add(i, title_words.next(), weight::title, true);
    add(i, brands.next(), weight::brand, true);
    add(i, categories.next(), weight::category, true);
    for (auto more = variant_counts.next(); more > 0; --more) {
      for (auto left = option_counts.next(); left > 0; --left)
        add(i, option_values.next(), weight::option, false);
    }
  }
  return true;
}

std::uint32_t SearchIndex::bound(std::string_view word, bool beginnings) const {
  const auto& terms = file_->terms;
  const auto before = [&](std::string_view term) {
    return term < word || (beginnings && term.starts_with(word));
  };
  std::uint32_t low = 0;  // blocks before it begin before the word
  for (auto high = (terms.size() + Runs::stride - 1) / Runs::stride; low < high;) {
    const auto middle = static_cast<std::uint32_t>(low + (high - low) / 2);
    if (before(terms.suffixes.body(middle * Runs::stride)))
      low = middle + 1;
    else
      high = middle;
  }
  if (low == 0) return 0;
  const auto first = (low - 1) * static_cast<std::uint32_t>(Runs::stride);
  const auto size = std::min<std::uint32_t>(Runs::stride, terms.size() - first);
  std::uint32_t shared[Runs::stride];
  std::uint32_t lengths[Runs::stride];
  terms.shared.copy(first, size, shared);
  terms.suffixes.bodies.lengths.copy(first, size, lengths);
  shared[0] = 0;
  const auto* suffix = terms.suffixes.bytes + terms.suffixes.bodies.start(first);
  std::size_t same = 0;  // that the word shares with the term
  for (std::uint32_t i = 0; i < size; suffix += lengths[i++]) {
    // A term that shares more with the one before than the word does lies on the same side of it.
    if (shared[i] > same) continue;
    if (shared[i] < same) return first + i;
    std::size_t k = 0;
    while (k < lengths[i] && same < word.size() && suffix[k] == word[same]) ++k, ++same;
    if (same == word.size() ? !beginnings
                            : k < lengths[i] && static_cast<unsigned char>(suffix[k]) >
                                                    static_cast<unsigned char>(word[same]))
      return first + i;
  }
  return first + size;
}

std::optional<std::uint32_t> SearchIndex::find(std::string_view word) const {
  const auto place = bound(word, false);
  if (place == file_->terms.size() || file_->terms[place] != word) return {};
  return place;
}

Match SearchIndex::beginningWith(std::string_view prefix) const {
  return {bound(prefix, false), bound(prefix, true), 3};
}

const Spelling& SearchIndex::spelling() const {
  if (!spelling_) spelling_.emplace(file_->terms);
  return *spelling_;
}

const TraitColumns& SearchIndex::traits() const {
  if (!traits_) traits_.emplace(*file_);
  return *traits_;
}

std::uint32_t SearchIndex::name(std::string_view text) const {
  const auto textOf = [&](std::size_t i) { return file_->name(i); };
  if (!names_.built()) names_.build(file_->names.size(), textOf);
  return names_.find(text, textOf).value_or(file_->names.size());
}

MentionLists SearchIndex::mentionsFrom(std::uint32_t first) const {
  const auto& terms = file_->terms;
  const auto block = first / Runs::stride;
  MentionLists lists(terms.mentions.subspan(terms.mention_runs.start(block)),
                     file_->products.size());
  lists.skip(first % Runs::stride);
  return lists;
}

std::uint32_t SearchIndex::mentionBytes(std::uint32_t first, std::uint32_t last) const {
  const auto& runs = file_->terms.mention_runs;
  const auto end = std::min<std::size_t>((last + Runs::stride - 1) / Runs::stride, runs.size());
  return runs.start(end) - runs.start(first / Runs::stride);
}

}  // namespace vitrine
