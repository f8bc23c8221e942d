#include "vitrine/search_query.hpp"

#include <algorithm>
#include <array>
#include <bit>

#include "vitrine/words.hpp"

namespace vitrine {
namespace {

constexpr std::uint32_t mostMention = weight::mentions * weight::description;

/// w / (k1 + w) for a weight in quarters, in 2^-14.
constexpr auto saturation = [] {
  std::array<std::uint16_t, 128> values{};
  for (std::uint32_t q = 0; q < values.size(); ++q)
    values[q] = static_cast<std::uint16_t>((q * 5U << 14) / (q * 5 + 24));  // 4 · 1.2 = 24 / 5
  return values;
}();

/// log2(x) in 2^-10, for x from 1 on.
std::uint32_t logarithm(std::uint32_t x) {
  const auto whole = static_cast<unsigned>(std::bit_width(x)) - 1;
  std::uint32_t answer = whole;
  auto mantissa = std::uint64_t{x} << (31 - whole);  // from 1 to 2, in 2^-31
  for (int bit = 0; bit < 10; ++bit) {
    mantissa = mantissa * mantissa >> 31;
    answer <<= 1;
    if (mantissa >> 32 != 0) {
      mantissa >>= 1;
      answer |= 1;
    }
  }
  return answer;
}

/// How rare a word is that was found in `count` of `products`.
std::uint32_t rarity(std::uint32_t products, std::uint64_t count) {
  const auto found = static_cast<std::uint32_t>(std::min<std::uint64_t>(count, products));
  return std::max(logarithm(2 * products + 2) - logarithm(2 * found + 1), 1U);
}

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

constexpr std::uint8_t candidate = 0x80;  // beside what was found, up to 4 · weight::most
static_assert(4 * weight::most < candidate);

/// The products that have all words so far.
class Candidates {
 public:
  explicit Candidates(const SearchIndex& index) : index_(index), best_(index.best) {}

  void add(const std::vector<Match>& matches);
  std::vector<Hit> take() { return std::move(hits_); }

 private:
  void note(std::uint32_t product, std::uint32_t quarters) {
    auto& best = best_[product];
    const auto found = static_cast<std::uint8_t>(quarters);
    if (first_) {
      if (best == 0) hits_.push_back({product, 0});
      best = std::max(best, found);
    } else if ((best & candidate) != 0) {
      best = std::max(best, static_cast<std::uint8_t>(candidate | found));
    }
  }
  void noteOwn(const Match& match);
  void noteMentions(Places places, std::uint32_t quarters);

  const SearchIndex& index_;
  std::vector<std::uint8_t>& best_;
  std::vector<Hit> hits_;
  bool first_ = true;
};

/// Looking a few candidates up beats going through a long list: entries are halved, mentions leapt
/// over by blocks.
bool looksUp(std::size_t candidates, std::size_t cost, std::size_t list) {
  return candidates * cost < list;
}

void Candidates::noteOwn(const Match& match) {
  const auto own = index_.own(match.first, match.last);
  const bool one_term = match.last == match.first + 1;
  if (first_ || !one_term || !looksUp(hits_.size(), 16, own.size())) {
    for (const auto entry : own) {
      if (entry != 0) note(productOf(entry), weightOf(entry) * match.quarters);
    }
    return;
  }
  for (const auto& hit : hits_) {
    const auto found =
        std::lower_bound(own.begin(), own.end(), hit.product,
                         [](Entry e, std::uint32_t product) { return productOf(e) < product; });
    if (found != own.end() && productOf(*found) == hit.product)
      note(hit.product, weightOf(*found) * match.quarters);
  }
}

void Candidates::noteMentions(Places places, std::uint32_t quarters) {
  const auto blocks = places.left() / mentionBlock;
  if (first_ || !looksUp(hits_.size(), mentionBlock / 2 + blocks / 2, places.left())) {
    places.each([&](std::uint32_t product) {
      note(product, quarters);
      return true;
    });
    return;
  }
  for (const auto& hit : hits_) {
    auto from = places;
    if (from.seek(hit.product) == hit.product) note(hit.product, quarters);
  }
}

void Candidates::add(const std::vector<Match>& matches) {
  if (!first_) {
    for (const auto& hit : hits_) best_[hit.product] = candidate;
  }
  std::uint64_t found = 0;
  for (const auto& match : matches) {
    noteOwn(match);
    auto lists = index_.mentionsFrom(match.first);
    for (auto term = match.first; term < match.last; ++term) {
      lists.next();
      found += index_.ownCount(term) + lists.oftenCount() + lists.onceCount();
      noteMentions(lists.often(), mostMention * match.quarters);
      noteMentions(lists.once(), weight::description * match.quarters);
    }
  }
  const auto rare = rarity(index_.file().products.size(), found);
  std::size_t kept = 0;
  for (auto hit : hits_) {
    const auto quarters = std::exchange(best_[hit.product], std::uint8_t{0}) & ~candidate;
    if (quarters == 0) continue;
    hit.score += rare * saturation[static_cast<std::size_t>(quarters)];
    hits_[kept++] = hit;
  }
  hits_.resize(kept);
  first_ = false;
}

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

std::vector<Hit> SearchQuery::intersection() const {
  std::vector<std::uint64_t> order;  // the word to be read quickest comes first
  for (std::size_t i = 0; i < words_.size(); ++i) order.push_back(bytesToRead(words_[i]) << 8 | i);
  sortUp(order);
  Candidates candidates(index_);
  for (const auto place : order) candidates.add(words_[place & 0xFF].matches);
  return candidates.take();
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

std::vector<std::uint32_t> SearchQuery::first(std::size_t limit) {
  if (words_.size() == 1) {
    auto found = best(std::max(limit, enough));
    if (found.size() < enough && allowEdits(1)) found = best(std::max(limit, enough));
    if (found.empty() && allowEdits(2)) found = best(limit);
    found.resize(std::min(limit, found.size()));
    return found;
  }
  const auto hits = all();
  std::vector<std::uint64_t> ranks;
  for (const auto& hit : hits) ranks.push_back(rankOf(hit));
  sortFirst(ranks, limit);
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
      const auto add = [&](Places places, std::uint32_t quarters) {
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
