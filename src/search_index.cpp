#include "vitrine/search_index.hpp"

#include <algorithm>
#include <bit>
#include <tuple>
#include <utility>

namespace vitrine {
namespace {

/// Where the terms of each name begin in `NameColumns::terms`, and their end.
std::vector<std::uint32_t> termStarts(const NameColumns& names) {
  std::vector<std::uint32_t> starts(names.size() + 1);
  names.term_runs.lengths.copy(0, names.size(), starts.data() + 1);
  for (std::size_t i = 1; i < starts.size(); ++i) starts[i] += starts[i - 1];
  return starts;
}

/// Enters products under the terms [first, last) of their names.
class Entering {
 public:
  Entering(const NameColumns& names, std::span<const std::uint32_t> starts, std::uint32_t first,
           std::uint32_t last, Entry* entries)
      : names_(names),
        starts_(starts),
        first_(first),
        count_(last - first),
        entries_(entries),
        ends_(starts.begin() + first, starts.begin() + last),
        name_starts_(termStarts(names)),
        term_of_(names.size()) {
    std::fill(entries + starts[first], entries + starts[last], 0);
    for (std::size_t name = 0; name < term_of_.size(); ++name) {
      const auto size = name_starts_[name + 1] - name_starts_[name];
      if (size == 1 && has(names.terms[name_starts_[name]]))
        term_of_[name] = names.terms[name_starts_[name]] + 1;
      else if (size > 1)
        term_of_[name] = many;
    }
  }

  /// Whether a name may have one of the terms.
  bool wants(std::uint32_t name) const { return term_of_[name] != 0; }
  /// `again`: adds to what the product counts for where it already is.
  void add(std::uint32_t product, std::uint32_t name, std::uint32_t counts, bool again) {
    const auto term = term_of_[name];
    if (term != many) return enter(product, term - 1, counts, again);
    for (auto k = name_starts_[name]; k < name_starts_[name + 1]; ++k) {
      if (has(names_.terms[k])) enter(product, names_.terms[k], counts, again);
    }
  }

 private:
  static constexpr std::uint32_t many = 0xFFFFFFFF;

  bool has(std::uint32_t term) const { return term - first_ < count_; }
  void enter(std::uint32_t product, std::uint32_t term, std::uint32_t counts, bool again) {
    auto& end = ends_[term - first_];
    if (end == starts_[term] || productOf(entries_[end - 1]) != product)
      entries_[end++] = entryOf(product, counts);
    else if (again)
      entries_[end - 1] =
          entryOf(product, std::min(weightOf(entries_[end - 1]) + counts, weight::most));
  }

  const NameColumns& names_;
  std::span<const std::uint32_t> starts_;
  std::uint32_t first_;
  std::uint32_t count_;
  Entry* entries_;
  std::vector<std::uint32_t> ends_;  // of the entries so far, by term
  std::vector<std::uint32_t> name_starts_;
  std::vector<std::uint32_t> term_of_;  // of a name, + 1; 0: none of these, or `many`
};

/// Adds the mentions in descriptions to the entries from one to the one before another.
void addEchoes(std::span<const std::uint8_t> echoes, std::uint32_t from, std::uint32_t to,
               Entry* entries) {
  to = static_cast<std::uint32_t>(std::min<std::uint64_t>(to, 4ULL * echoes.size()));
  for (auto i = from; i < to; ++i) {
    const auto four = echoes[i / 4];
    if (four == 0) i |= 3;  // most are
    const auto mentions = four >> (i % 4 * 2) & 3U;
    if (mentions == 0 || entries[i] == 0) continue;
    const auto counts = weightOf(entries[i]) + mentions * weight::description;
    entries[i] = entryOf(productOf(entries[i]), std::min(counts, weight::most));
  }
}

}  // namespace

Result<SearchIndex> SearchIndex::of(const CatalogFile& file) {
  SearchIndex index(file);
  if (!index.count()) return Error{Errc::corrupt_catalog, ""};
  index.best.assign(file.products.size(), 0);
  index.rows.assign(file.names.size(), 0);
  return index;
}

bool SearchIndex::count() {
  const auto& products = file_->products;
  const auto& names = file_->names;
  std::vector<std::uint32_t> uses(names.size());
  for (const auto* column : {&products.title_words, &products.brands, &products.categories,
                             &file_->variants.option_values})
    column->each([&](std::size_t, std::uint32_t name) { ++uses[name]; });
  constexpr std::uint64_t mostPerByte = 64;
  const auto most = std::min<std::uint64_t>(mostPerByte * file_->bytes.size(), 0xFFFFFFFF);
  const auto ends = termStarts(names);
  starts_.assign(file_->terms.size() + 1UL, 0);
  std::uint64_t total = 0;
  for (std::size_t name = 0; name < uses.size(); ++name) {
    for (auto k = ends[name]; k < ends[name + 1]; ++k) starts_[names.terms[k]] += uses[name];
    total += std::uint64_t{uses[name]} * (ends[name + 1] - ends[name]);
  }
  if (total > most) return false;
  std::uint32_t sum = 0;
  for (auto& start : starts_) sum += std::exchange(start, sum);
  constexpr unsigned partBits = 5;
  part_shift_ = std::max(static_cast<unsigned>(std::bit_width(sum)), partBits) - partBits;
  entries_.reset(new Entry[sum]);
  return true;
}

void SearchIndex::enter(std::uint32_t first, std::uint32_t last) const {
  // What is typed next lies in other parts; a few times a part costs less than all, not each time.
  constexpr int mostTimes = 3;
  const auto everything = ~std::uint64_t{0};
  if (std::popcount(entered_) >= mostTimes) first = 0, last = 63;
  entered_ |= everything << first & everything >> (63 - last);
  const auto termOf = [&](std::uint64_t part) {
    const auto from = std::lower_bound(starts_.begin(), starts_.end() - 1, part << part_shift_);
    return static_cast<std::uint32_t>(from - starts_.begin());
  };
  const auto from = termOf(first);
  const auto to = termOf(last + 1ULL);
  const auto& products = file_->products;
  const auto& variants = file_->variants;
  Entering entering(file_->names, starts_, from, to, entries_.get());
  const auto add = [&](std::uint32_t product, std::uint32_t name, std::uint32_t counts,
                       bool again) {
    if (entering.wants(name)) entering.add(product, name, counts, again);
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
  addEchoes(products.echoes, starts_[from], starts_[to], entries_.get());
}

std::uint32_t SearchIndex::bound(std::string_view word, bool beginnings) const {
  const auto& terms = file_->terms;
  std::size_t same = 0;  // that the word shares with the term
  const auto before = [&](const TermSpelling& term) {
    const auto [reach, next] = term.along(word, std::min<std::size_t>(same, term.shared()));
    same = reach;
    return same == word.size() ? beginnings : next < static_cast<unsigned char>(word[same]);
  };
  std::uint32_t low = 0;  // blocks before it begin before the word
  for (auto high = terms.blocks(); low < high;) {
    const auto middle = static_cast<std::uint32_t>(low + (high - low) / 2);
    TermSpelling first(terms, middle);
    first.next();
    same = 0;
    if (before(first))
      low = middle + 1;
    else
      high = middle;
  }
  if (low == 0) return 0;
  auto place = (low - 1) * TermColumns::stride;
  const auto end = std::min(place + TermColumns::stride, terms.size());
  same = 0;
  for (TermSpelling term(terms, low - 1); place < end && term.next(); ++place) {
    // A term that shares more with the one before than the word does lies on the same side of it.
    if (term.shared() <= same && !before(term)) return place;
  }
  return end;
}

std::optional<std::uint32_t> SearchIndex::find(std::string_view word) const {
  const auto place = bound(word, false);
  const auto& terms = file_->terms;
  if (place == terms.size()) return {};
  // It is the first that is not before the word: the same, or behind it.
  TermSpelling term(terms, place / TermColumns::stride);
  std::size_t same = 0;
  int next = 0;
  for (auto left = place % TermColumns::stride + 1; left > 0 && term.next(); --left) {
    if (term.shared() > same) continue;
    std::tie(same, next) = term.along(word, term.shared());
  }
  if (same == word.size() && next < 0) return place;
  return {};
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
  const auto block = first / TermColumns::stride;
  const auto tallies = terms.tallies.subspan(terms.tally_runs.start(block));
  MentionLists lists({{tallies.data(), tallies.data() + tallies.size()},
                      terms.code_runs.start(block),
                      terms.set_runs.start(block)},
                     Bits(terms.codes), Bits(terms.sets), file_->products.size());
  lists.skip(first % TermColumns::stride);
  return lists;
}

std::uint32_t SearchIndex::mentionBytes(std::uint32_t first, std::uint32_t last) const {
  const auto& terms = file_->terms;
  const auto begin = first / TermColumns::stride;
  const auto end = std::min((last + TermColumns::stride - 1) / TermColumns::stride, terms.blocks());
  return (terms.code_runs.start(end) - terms.code_runs.start(begin)) / 8 +
         (terms.set_runs.start(end) - terms.set_runs.start(begin)) *
             setBytes(file_->products.size());
}

}  // namespace vitrine
