#include "vitrine/spelling.hpp"

#include <algorithm>
#include <array>
#include <bit>

#include "vitrine/words.hpp"

namespace vitrine {
namespace {

constexpr std::size_t head = 3;  // letters that edits are tried in, see `lookUp`

bool isAscii(std::string_view word) {
  return std::all_of(word.begin(), word.end(), [](char c) { return (c & 0x80) == 0; });
}

/// The last row of an edit distance table grows with each letter of a term; terms that begin alike
/// share their first rows.
class Distances {
 public:
  Distances(std::string_view word, unsigned most) : most_(most) {
    while (!word.empty() && width_ < maxLetters) word_[width_++] = nextCodePoint(word);
    for (std::size_t i = 0; i <= width_; ++i) rows_[0][i] = static_cast<std::uint8_t>(i);
  }

  /// Adds the row of one more letter behind `depth` others; false when no longer term can be near.
  bool row(std::size_t depth, char32_t letter) {
    letters_[depth] = letter;
    const auto& above = rows_[depth];
    auto& row = rows_[depth + 1];
    row[0] = static_cast<std::uint8_t>(depth + 1);
    unsigned least = row[0];
    for (std::size_t i = 1; i <= width_; ++i) {
      const bool same = word_[i - 1] == letter;
      unsigned value = std::min({above[i] + 1U, row[i - 1] + 1U, above[i - 1] + (same ? 0U : 1U)});
      if (depth > 0 && i > 1 && word_[i - 1] == letters_[depth - 1] && word_[i - 2] == letter)
        value = std::min(value, rows_[depth - 1][i - 2] + 1U);
      row[i] = static_cast<std::uint8_t>(value);
      least = std::min(least, value);
    }
    // A swap looks back two rows.
    return least <= most_ || (depth > 0 && leastOf(depth) < most_);
  }

  unsigned at(std::size_t depth) const { return rows_[depth][width_]; }
  static constexpr std::size_t maxLetters = Words::maxBytes + 4;

 private:
  unsigned leastOf(std::size_t depth) const {
    return *std::min_element(rows_[depth].begin(),
                             rows_[depth].begin() + static_cast<std::ptrdiff_t>(width_) + 1);
  }

  std::array<char32_t, maxLetters> word_{};
  std::array<char32_t, maxLetters> letters_{};
  std::array<std::array<std::uint8_t, maxLetters + 1>, maxLetters + 1> rows_{};
  std::size_t width_ = 0;
  unsigned most_;
};

/// Whether one edit makes one word of the other. Both are bytes of one letter each.
bool oneEditApart(std::string_view one, std::string_view other) {
  if (one.size() > other.size()) std::swap(one, other);
  if (other.size() - one.size() > 1) return false;
  std::size_t i = 0;
  while (i < one.size() && one[i] == other[i]) ++i;
  if (one.size() < other.size()) return one.substr(i) == other.substr(i + 1);
  if (i == one.size()) return false;
  if (one.substr(i + 1) == other.substr(i + 1)) return true;
  return i + 1 < one.size() && one[i] == other[i + 1] && one[i + 1] == other[i] &&
         one.substr(i + 2) == other.substr(i + 2);
}

constexpr std::uint32_t hashBase = 0x01000193;

/// The hash of two words put together is `hashOf(one) * hashBase^(size of the other) +
/// hashOf(other)`.
constexpr std::uint32_t hashOf(std::string_view word, std::uint32_t before = 0) {
  for (const char c : word) before = before * hashBase + static_cast<unsigned char>(c);
  return before;
}

}  // namespace

std::size_t lettersOf(std::string_view word) {
  return static_cast<std::size_t>(
      std::count_if(word.begin(), word.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

Spelling::Spelling(const TermColumns& terms) {
  const auto count = terms.size();
  offsets_.reserve(count + 1);
  spelled_.reserve(terms.suffixes.bodies.total + 4UL * count);
  slots_.assign(std::bit_ceil(2UL * count + 2), 0);
  slot_shift_ = 32 - static_cast<unsigned>(std::countr_zero(slots_.size()));
  bool stands[128] = {};
  std::string word;
  for (std::uint32_t i = 0; i < count; ++i) {
    word.resize(i % Runs::stride == 0 ? 0 : std::min<std::size_t>(word.size(), terms.shared.at(i)));
    word += terms.suffixes.body(i);
    offsets_.push_back(static_cast<std::uint32_t>(spelled_.size()));
    spelled_ += word;
    if (!isAscii(word)) foreign_.push_back(i);
    for (const char c : word.substr(0, head)) {
      if ((c & 0x80) == 0) stands[static_cast<unsigned char>(c)] = true;
    }
    auto slot = slotOf(hashOf(word));
    while (slots_[slot] != 0) slot = (slot + 1) & (slots_.size() - 1);
    slots_[slot] = i + 1;
  }
  offsets_.push_back(static_cast<std::uint32_t>(spelled_.size()));
  for (int c = 0; c < 128; ++c) {
    if (stands[c]) letters_ += static_cast<char>(c);
  }
}

std::pair<std::uint32_t, std::uint32_t> Spelling::beginningWith(std::string_view prefix) const {
  const auto first = [&](std::uint32_t low, auto before) {
    for (auto high = size(); low < high;) {
      const auto middle = low + (high - low) / 2;
      if (before(term(middle).substr(0, prefix.size())))
        low = middle + 1;
      else
        high = middle;
    }
    return low;
  };
  const auto begin = first(0, [&](std::string_view start) { return start < prefix; });
  return {begin, first(begin, [&](std::string_view start) { return start == prefix; })};
}

std::vector<Spelling::Near> Spelling::near(std::string_view word, unsigned most) const {
  std::vector<Near> found;
  if (most == 1 && word.size() >= head && isAscii(word)) {
    lookUp(word, found);
    const auto count = static_cast<std::uint32_t>(foreign_.size());
    scan(
        word, most, count, [&](std::uint32_t i) { return foreign_[i]; }, found);
  } else {
    scan(
        word, most, size(), [](std::uint32_t i) { return i; }, found);
  }
  return found;
}

/// One edit behind the first three letters leaves those, so the terms that share them are looked
/// through. One edit in them gives few words, which are looked up.
void Spelling::lookUp(std::string_view word, std::vector<Near>& near) const {
  const auto found = [&](std::uint32_t term) { near.push_back({term, 1}); };
  const auto alike = beginningWith(word.substr(0, head));
  const auto begin = alike.first;
  const auto end = alike.second;
  for (auto i = begin; i < end; ++i) {
    if (oneEditApart(word, term(i))) found(i);
  }

  // Hashes and powers of what stands behind each of the first places.
  std::array<std::uint32_t, head + 2> rest{};
  std::array<std::uint32_t, head + 2> power{};
  for (std::size_t i = 0; i < rest.size() && i <= word.size(); ++i) {
    rest[i] = hashOf(word.substr(i));
    power[i] = 1;
    for (auto k = i; k < word.size(); ++k) power[i] *= hashBase;
  }
  const auto tryOne = [&](std::size_t kept, std::string_view middle, std::size_t from) {
    const auto start = hashOf(middle, hashOf(word.substr(0, kept)));
    for (auto slot = slotOf(start * power[from] + rest[from]); slots_[slot] != 0;
         slot = (slot + 1) & (slots_.size() - 1)) {
      const auto place = slots_[slot] - 1;
      const auto other = term(place);
      const auto behind = word.substr(from);
      if (other.size() != kept + middle.size() + behind.size() || !other.ends_with(behind) ||
          !other.starts_with(word.substr(0, kept)) || other.substr(kept, middle.size()) != middle)
        continue;
      // What shares the first three was found above; the word itself is no neighbour.
      if (place < begin || place >= end) found(place);
      return;
    }
  };
  const auto before = near.size();
  for (std::size_t i = 0; i < head; ++i) {
    tryOne(i, {}, i + 1);
    if (i + 1 < word.size()) {
      const char swapped[] = {word[i + 1], word[i]};
      tryOne(i, {swapped, 2}, i + 2);
    }
    for (const char& letter : letters_) {
      tryOne(i, {&letter, 1}, i + 1);
      tryOne(i, {&letter, 1}, i);
    }
  }
  // Different edits can make the same word: aab from ab by an a before or behind the first.
  const auto first = near.begin() + static_cast<std::ptrdiff_t>(before);
  const auto byTerm = [](const Near& a, const Near& b) { return a.term < b.term; };
  const auto same = [](const Near& a, const Near& b) { return a.term == b.term; };
  std::sort(first, near.end(), byTerm);
  near.erase(std::unique(first, near.end(), same), near.end());
}

/// Goes through terms; what begins too differently is passed over without a look.
template <class F>
void Spelling::scan(std::string_view word, unsigned most, std::uint32_t count, F place,
                    std::vector<Near>& found) const {
  if (count == 0) return;
  Distances distances(word, most);
  std::array<std::size_t, Distances::maxLetters + 1> ends{};  // of the letters, in bytes
  std::size_t depth = 0;                                      // letters whose rows stand
  std::size_t hopeless = Distances::maxLetters + 1;           // as many cannot become near
  std::string_view before;
  for (std::uint32_t i = 0; i < count; ++i) {
    const auto term = this->term(place(i));
    const auto shared = static_cast<std::size_t>(
        std::mismatch(
            term.begin(),
            term.begin() + static_cast<std::ptrdiff_t>(std::min(term.size(), before.size())),
            before.begin())
            .first -
        term.begin());
    before = term;
    while (depth > 0 && ends[depth] > shared) --depth;
    if (depth >= hopeless) continue;
    hopeless = Distances::maxLetters + 1;
    auto rest = term.substr(ends[depth]);
    bool near = true;
    while (!rest.empty() && depth < Distances::maxLetters) {
      near = distances.row(depth, nextCodePoint(rest));
      ends[++depth] = term.size() - rest.size();
      if (near) continue;
      hopeless = depth;
      break;
    }
    if (!near || !rest.empty()) continue;
    const auto distance = distances.at(depth);
    if (distance > 0 && distance <= most) found.push_back({place(i), distance});
  }
}

}  // namespace vitrine
