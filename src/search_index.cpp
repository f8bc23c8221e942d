#include "vitrine/search_index.hpp"

#include <algorithm>

namespace vitrine {
namespace {

/// Where the next entry of a term goes, and the product of the last one. Terms get theirs in the
/// order of names, so that those of frequent names lie close together: filling the entries is
/// waiting for memory above all.
struct Slot {
  std::uint32_t end = 0;
  std::uint32_t last = 0xFFFFFFFF;
};

/// The terms that each name holds, unpacked, as slots.
struct NameSlots {
  explicit NameSlots(const CatalogFile& file)
      : starts(file.names.size() + 1), slots(file.names.terms.count), of_term(file.terms.size()) {
    file.names.term_runs.lengths.copy(0, file.names.size(), starts.data() + 1);
    for (std::size_t i = 1; i < starts.size(); ++i) starts[i] += starts[i - 1];
    file.names.terms.copy(0, slots.size(), slots.data());
    for (auto& slot : slots) {
      auto& place = of_term[slot];
      if (place == 0) place = ++count;
      slot = place - 1;
    }
  }

  std::vector<std::uint32_t> starts;
  std::vector<std::uint32_t> slots;
  std::vector<std::uint32_t> of_term;  // + 1; 0: no name has it
  std::uint32_t count = 0;
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
  const NameSlots names(*file_);
  std::vector<std::uint32_t> uses(file_->names.size());
  for (const auto* column :
       {&products.title_words, &products.brands, &products.categories, &variants.option_values})
    column->each([&](std::size_t, std::uint32_t name) { ++uses[name]; });
  std::vector<Slot> slots(names.count);  // counts first
  std::uint64_t total = 0;
  for (std::size_t name = 0; name < uses.size(); ++name) {
    for (auto k = names.starts[name]; k < names.starts[name + 1]; ++k)
      slots[names.slots[k]].end += uses[name];
    total += std::uint64_t{uses[name]} * (names.starts[name + 1] - names.starts[name]);
  }
  constexpr std::uint64_t mostPerByte = 64;
  if (total > mostPerByte * file_->bytes.size()) return false;
  starts_.reserve(file_->terms.size() + 1UL);
  std::uint32_t sum = 0;
  for (const auto place : names.of_term) {
    starts_.push_back(sum);
    if (place != 0) sum += std::exchange(slots[place - 1].end, sum);
  }
  starts_.push_back(sum);
  entries_.assign(static_cast<std::size_t>(total), 0);
  best.assign(products.size(), 0);

  const auto echoes = products.echoes;
  std::size_t echo = 0;
  const auto add = [&](std::uint32_t product, std::uint32_t name, std::uint32_t counts,
                       bool again) {
    for (auto k = names.starts[name]; k < names.starts[name + 1]; ++k) {
      auto& slot = slots[names.slots[k]];
      if (slot.last == product) {
        auto& entry = entries_[slot.end - 1];
        if (again) entry = entryOf(product, std::min(weightOf(entry) + counts, weight::most));
      } else {
        const auto mentions =
            echo / 4 < echoes.size() ? echoes[echo / 4] >> (echo % 4 * 2) & 3U : 0U;
        ++echo;
        entries_[slot.end++] = entryOf(product, counts + mentions * weight::description);
        slot.last = product;
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
  ends_ = starts_;
  for (std::size_t term = 0; term < names.of_term.size(); ++term) {
    if (names.of_term[term] != 0) ends_[term] = slots[names.of_term[term] - 1].end;
  }
  return true;
}

std::uint32_t SearchIndex::bound(std::string_view word, bool beginnings) const {
  const auto& terms = file_->terms;
  const auto before = [&](std::string_view term) {
    return term < word || (beginnings && term.starts_with(word));
  };
  std::uint32_t low = 0;  // blocks before it begin before the word
  for (auto high = terms.blocks(); low < high;) {
    const auto middle = static_cast<std::uint32_t>(low + (high - low) / 2);
    TermSpelling first(terms.block(middle));
    first.next();
    if (before(first.suffix))
      low = middle + 1;
    else
      high = middle;
  }
  if (low == 0) return 0;
  auto place = (low - 1) * static_cast<std::uint32_t>(Runs::stride);
  const auto end = std::min<std::uint32_t>(place + Runs::stride, terms.size());
  std::size_t same = 0;  // that the word shares with the term
  for (TermSpelling term(terms.block(low - 1)); place < end && term.next(); ++place) {
    // A term that shares more with the one before than the word does lies on the same side of it.
    if (term.shared > same) continue;
    same = std::min<std::size_t>(same, term.shared);
    std::size_t k = 0;
    while (k < term.suffix.size() && same < word.size() && term.suffix[k] == word[same])
      ++k, ++same;
    if (same == word.size() ? !beginnings
                            : k < term.suffix.size() && static_cast<unsigned char>(term.suffix[k]) >
                                                            static_cast<unsigned char>(word[same]))
      return place;
  }
  return end;
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
  const auto tallies = terms.tallies.subspan(terms.tally_runs.start(block));
  MentionLists lists({tallies.data(), tallies.data() + tallies.size()}, Bits(terms.mentions),
                     terms.mention_runs.start(block), file_->products.size());
  lists.skip(first % Runs::stride);
  return lists;
}

std::uint32_t SearchIndex::mentionBytes(std::uint32_t first, std::uint32_t last) const {
  const auto& runs = file_->terms.mention_runs;
  const auto end = std::min<std::size_t>((last + Runs::stride - 1) / Runs::stride, runs.size());
  return (runs.start(end) - runs.start(first / Runs::stride)) / 8;
}

}  // namespace vitrine
