#include "vitrine/spelling.hpp"

#include <algorithm>
#include <array>
#include <bit>

#include "vitrine/words.hpp"

namespace vitrine {
namespace {

constexpr std::size_t head = 3;  // letters: see `lookUp`

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

constexpr std::uint32_t foreign = 0xFFFFFFFF;  // in place of a bucket

std::string_view tailOf(std::string_view term) {
  return term.size() < head ? std::string_view() : term.substr(head);
}

}  // namespace

std::size_t lettersOf(std::string_view word) {
  return static_cast<std::size_t>(
      std::count_if(word.begin(), word.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

Spelling::Spelling(const TermColumns& terms) {
  const auto count = terms.size();
  offsets_.reserve(count + 1UL);
  spelled_.reserve(terms.spelled.size() * 3);
  const auto size = std::bit_ceil(count + 2UL);
  bucket_shift_ = 32 - static_cast<unsigned>(std::countr_zero(size));
  buckets_.assign(size + 1, 0);
  std::vector<std::uint32_t> bucket_of(count);
  std::string word;
  TermSpelling block;
  for (std::uint32_t i = 0; i < count; ++i) {
    if (i % TermColumns::stride == 0) block = {terms, i / TermColumns::stride};
    if (block.next()) block.spell(word);
    offsets_.push_back(static_cast<std::uint32_t>(spelled_.size()));
    spelled_ += word;
    if (isAscii(word)) {
      bucket_of[i] = static_cast<std::uint32_t>(bucketOf(tailOf(word)));
      ++buckets_[bucket_of[i]];
    } else {
      bucket_of[i] = foreign;
      foreign_.push_back(i);
    }
  }
  offsets_.push_back(static_cast<std::uint32_t>(spelled_.size()));
  std::uint32_t sum = 0;
  for (auto& bucket : buckets_) bucket = sum += bucket;
  by_tail_.resize(sum);
  for (auto i = count; i > 0; --i) {
    if (bucket_of[i - 1] != foreign) by_tail_[--buckets_[bucket_of[i - 1]]] = i - 1;
  }
}

std::size_t Spelling::bucketOf(std::string_view tail) const {
  std::uint32_t hash = 0x811C9DC5;  // FNV-1a
  for (const char c : tail) hash = (hash ^ static_cast<unsigned char>(c)) * 0x01000193;
  constexpr std::uint32_t golden = 0x9E3779B9;
  return hash * golden >> bucket_shift_;
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
/// through. One that touches them leaves what follows, maybe with a letter that it pushed there or
/// took from there, so the terms that end so are looked through too.
void Spelling::lookUp(std::string_view word, std::vector<Near>& near) const {
  const auto alike = beginningWith(word.substr(0, head));
  for (auto i = alike.first; i < alike.second; ++i) {
    if (oneEditApart(word, term(i))) near.push_back({i, 1});
  }

  const auto before = near.size();
  const auto tryTail = [&](std::string_view tail) {
    const auto bucket = bucketOf(tail);
    for (auto k = buckets_[bucket]; k < buckets_[bucket + 1]; ++k) {
      const auto i = by_tail_[k];
      // What shares the first three was found above; the word itself is no neighbour.
      if ((i < alike.first || i >= alike.second) && oneEditApart(word, term(i)))
        near.push_back({i, 1});
    }
  };
  tryTail(word.substr(head));      // a letter replaced, or two swapped
  tryTail(word.substr(head - 1));  // one more before
  if (word.size() > head) {
    tryTail(word.substr(head + 1));  // one less
    std::string swapped(1, word[head - 1]);
    swapped += word.substr(head + 1);
    tryTail(swapped);  // the last of the head and the first behind it
  }
  // Different tails can share a bucket, or be the same.
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
