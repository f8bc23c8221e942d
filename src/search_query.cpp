#include "vitrine/search_query.hpp"

#include <algorithm>
#include <bit>

#include "vitrine/search_candidates.hpp"
#include "vitrine/words.hpp"

namespace vitrine {
namespace {

/// The greatest entries, one for each product.
class Best {
 public:
  explicit Best(std::size_t limit) : limit_(limit) { entries_.reserve(limit + 1); }

  bool wants(Entry entry) const { return entry > least_; }
  void add(Entry entry) {
    if (!wants(entry)) return;
    const auto same = std::find_if(entries_.begin(), entries_.end(), [&](Entry other) {
      return ((other ^ entry) & maxProducts) == 0;
    });
    if (same != entries_.end()) {
      if (*same >= entry) return;
      entries_.erase(same);
    }
    auto place = entries_.end();
    while (place != entries_.begin() && *(place - 1) < entry) --place;
    entries_.insert(place, entry);
    if (entries_.size() > limit_) entries_.pop_back();
    if (entries_.size() == limit_) least_ = entries_.back();
  }
  const std::vector<Entry>& entries() const { return entries_; }

 private:
  std::size_t limit_;
  Entry least_ = 0;  // only greater ones come in
  std::vector<Entry> entries_;
};

}  // namespace

void sortUp(std::vector<std::uint64_t>& values) { std::sort(values.begin(), values.end()); }

void sortFirst(std::vector<std::uint64_t>& values, std::size_t limit) {
  const auto first = std::min(limit, values.size());
  for (auto& value : values) value = ~value;
  if (first < values.size())
    std::nth_element(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(first),
                     values.end());
  values.resize(first);
  sortUp(values);
  for (auto& value : values) value = ~value;
}

/// The first `limit`, in order.
std::vector<std::uint64_t> ranksOf(const std::vector<Hit>& hits, std::size_t limit) {
  std::vector<std::uint64_t> ranks;
  ranks.reserve(hits.size());
  for (const auto& hit : hits) ranks.push_back(rankOf(hit));
  sortFirst(ranks, limit);
  return ranks;
}

SearchQuery::SearchQuery(const SearchIndex& index, std::string_view text) : index_(index) {
  Words words(text);
  while (words.next() && words_.size() <= maxWords) {
    auto& word = words_.emplace_back(Word{words.folded(), {}});
    if (const auto term = index.find(word.text)) word.matches.push_back({*term, *term + 1, 4});
  }
  if (words_.empty() || words.end() != text.size()) return;
  auto& last = words_.back();
  auto longer = index.beginningWith(last.text);
  if (!last.matches.empty()) longer.first = last.matches.front().last;
  if (longer.first < longer.last) last.matches.push_back(longer);
}

bool SearchQuery::matches(const Word& word, std::uint32_t term) {
  return std::any_of(word.matches.begin(), word.matches.end(),
                     [&](const Match& match) { return match.first <= term && term < match.last; });
}

bool SearchQuery::matches(std::uint32_t term) const {
  return std::any_of(words_.begin(), words_.end(),
                     [&](const Word& word) { return matches(word, term); });
}

bool SearchQuery::allowEdits(unsigned edits) {
  constexpr std::size_t least[] = {0, 3, 8};  // letters
  bool more = false;
  for (auto& word : words_) {
    if (lettersOf(word.text) < least[edits]) continue;
    for (const auto& near : index_.spelling().near(word.text, edits)) {
      if (matches(word, near.term)) continue;
      word.matches.push_back({near.term, near.term + 1, near.edits == 1 ? 2U : 1U});
      more = true;
    }
  }
  edited_ = edited_ || more;
  return more;
}

std::uint64_t SearchQuery::bytesToRead(const Word& word) const {
  std::uint64_t bytes = 0;
  for (const auto& match : word.matches) {
    bytes += index_.own(match.first, match.last).size_bytes() +
             index_.mentionBytes(match.first, match.last);
  }
  return bytes;
}

/// The words from the one that is read quickest to the one that takes longest.
std::vector<std::size_t> SearchQuery::order() const {
  std::vector<std::uint64_t> costs;
  for (std::size_t i = 0; i < words_.size(); ++i) costs.push_back(bytesToRead(words_[i]) << 8 | i);
  sortUp(costs);
  std::vector<std::size_t> places;
  for (const auto cost : costs) places.push_back(cost & 0xFF);
  return places;
}

std::vector<Hit> SearchQuery::intersection() const {
  if (words_.size() == 1 && words_.front().matches.size() == 1) {
    const auto& match = words_.front().matches.front();
    if (match.last == match.first + 1) return hitsOf(index_, match);
  }
  Candidates candidates(index_);
  for (const auto place : order()) candidates.add(words_[place].matches);
  return candidates.take();
}

/// The ranks of the first products where all of these have the words outside of their descriptions:
/// of frequent words many do, and the long lists of mentions need not be read. None where that
/// cannot be told.
std::vector<std::uint64_t> SearchQuery::firstOwn(std::size_t limit) const {
  Candidates candidates(index_, Candidates::Where::outsideDescriptions);
  for (const auto& word : words_) candidates.add(word.matches);
  const auto most_of_others = candidates.mostOfOthers();
  auto ranks = ranksOf(candidates.take(), limit);
  if (ranks.size() < limit || ranks.back() >> 32 <= most_of_others) ranks.clear();
  return ranks;
}

std::vector<Hit> SearchQuery::all() {
  std::vector<Hit> hits;
  if (words_.empty()) {
    hits.resize(index_.file().products.size());
    for (std::uint32_t i = 0; i < hits.size(); ++i) hits[i].product = i;
    return hits;
  }
  hits = intersection();
  if (hits.size() < enough && allowEdits(1)) hits = intersection();
  if (hits.empty() && allowEdits(2)) hits = intersection();
  return hits;
}

ProductBits SearchQuery::common() const {
  auto found = noProducts(index_);
  const auto addWord = [&](const Word& word, ProductBits& to) {
    for (const auto& match : word.matches) addAll(to, index_, match);
  };
  addWord(words_.front(), found);
  for (std::size_t i = 1; i < words_.size(); ++i) {
    auto others = noProducts(index_);
    addWord(words_[i], others);
    keepCommon(found, others);
  }
  return found;
}

ProductBits SearchQuery::products() {
  if (words_.empty()) {
    auto everything = noProducts(index_);
    for (std::uint32_t i = 0; i < index_.file().products.size(); ++i) add(everything, i);
    return everything;
  }
  const auto count = [](const ProductBits& bits) {
    std::size_t sum = 0;
    for (const auto word : bits) sum += static_cast<std::size_t>(std::popcount(word));
    return sum;
  };
  auto found = common();
  if (count(found) < enough && allowEdits(1)) found = common();
  if (count(found) == 0 && allowEdits(2)) found = common();
  return found;
}

std::vector<std::uint32_t> SearchQuery::first(std::size_t limit) {
  if (words_.size() == 1) {
    auto found = best(std::max(limit, enough));
    if (found.size() < enough && allowEdits(1)) found = best(std::max(limit, enough));
    if (found.empty() && allowEdits(2)) found = best(limit);
    found.resize(std::min(limit, found.size()));
    return found;
  }
  auto ranks = firstOwn(std::max(limit, enough));
  if (ranks.empty()) ranks = ranksOf(all(), limit);
  std::vector<std::uint32_t> answer;
  for (std::size_t i = 0; i < std::min(limit, ranks.size()); ++i)
    answer.push_back(productOf(static_cast<Entry>(ranks[i])));
  return answer;
}

/// One word's score grows with its weight alone, so the greatest entries are the answer, and lists
/// that hold no greater ones need not be read.
std::vector<std::uint32_t> SearchQuery::best(std::size_t limit) const {
  const auto& word = words_.front();
  Best best(limit);
  for (const auto& match : word.matches) {
    for (const auto entry : index_.own(match.first, match.last)) {
      const auto scaled = (entry >> 24) * match.quarters << 24 | (entry & maxProducts);
      if (entry != 0 && best.wants(scaled)) best.add(scaled);
    }
  }
  for (const auto& match : word.matches) {
    if (!best.wants(entryOf(0, mostMention * match.quarters))) continue;
    auto lists = index_.mentionsFrom(match.first);
    for (auto term = match.first; term < match.last; ++term) {
      lists.next();
      const auto add = [&](const Places& places, std::uint32_t quarters) {
        if (!best.wants(entryOf(0, quarters))) return;
        places.each([&](std::uint32_t product) {
          const auto entry = entryOf(product, quarters);
          best.add(entry);
          return best.wants(entryOf(product + 1, quarters));
        });
      };
      add(lists.often(), mostMention * match.quarters);
      add(lists.once(), weight::description * match.quarters);
    }
  }
  std::vector<std::uint32_t> answer;
  for (const auto entry : best.entries()) answer.push_back(productOf(entry));
  return answer;
}

}  // namespace vitrine
