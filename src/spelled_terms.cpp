#include <algorithm>
#include <array>
#include <span>

#include "vitrine/catalog_file.hpp"
#include "vitrine/logarithm.hpp"
#include "vitrine/search_terms.hpp"

namespace vitrine {
namespace {

using Token = std::uint16_t;  // below `Symbol::first` a length, else `Symbol::first` + a symbol

/// Brotli tells the bytes before one apart by which of these they are in (RFC 7932, 7.1: signed),
/// so symbols that like things follow go to the same. The last, a single byte, is left out.
struct Range {
  std::size_t first;
  std::size_t size;
};
constexpr std::array<Range, 5> ranges = {{{32, 32}, {64, 64}, {128, 64}, {192, 48}, {240, 15}}};
constexpr std::size_t mostSymbols = 223;

/// Terms as tokens, and the symbols' texts.
struct Tokens {
  std::vector<Token> all;
  std::vector<std::string> symbols;

  explicit Tokens(const std::vector<std::string>& words) {
    std::array<Token, 256> of_byte{};
    for (const auto& word : words) {
      for (const char c : word) of_byte[static_cast<unsigned char>(c)] = 1;
    }
    for (std::size_t byte = 0; byte < of_byte.size(); ++byte) {
      if (of_byte[byte] == 0) continue;
      of_byte[byte] = static_cast<Token>(Symbol::first + symbols.size());
      symbols.emplace_back(1, static_cast<char>(byte));
    }
    for (std::size_t i = 0; i < words.size(); ++i) {
      std::size_t same = 0;
      if (i % TermColumns::stride != 0) {
        const auto& before = words[i - 1];
        const auto most = std::min({TermSpelling::mostShared, before.size(), words[i].size()});
        while (same < most && before[same] == words[i][same]) ++same;
      }
      all.push_back(static_cast<Token>(same + 1));
      for (const char c : words[i].substr(same))
        all.push_back(of_byte[static_cast<unsigned char>(c)]);
    }
  }

  /// Makes a symbol of the pair that stands side by side most often, if that is often enough
  /// (byte-pair coding: Gage 1994).
  bool join() {
    constexpr std::size_t least = 16;  // a new symbol has to be told, too
    const auto size = symbols.size();
    if (size == mostSymbols) return false;
    std::vector<std::uint32_t> counts(size * size);
    const auto pairAt = [&](std::size_t i) {
      return std::size_t{all[i - 1]} - Symbol::first < size && all[i] >= Symbol::first
                 ? (all[i - 1] - std::size_t{Symbol::first}) * size + all[i] - Symbol::first
                 : counts.size();
    };
    for (std::size_t i = 1; i < all.size(); ++i) {
      if (const auto pair = pairAt(i); pair < counts.size()) ++counts[pair];
    }
    std::size_t best = 0;
    for (std::size_t pair = 0; pair < counts.size(); ++pair) {
      if (counts[pair] > counts[best] &&
          symbols[pair / size].size() + symbols[pair % size].size() <= Symbol::longest)
        best = pair;
    }
    if (counts.empty() || counts[best] < std::max(least, all.size() / 1024)) return false;
    std::size_t kept = 1;
    for (std::size_t i = 1; i < all.size(); ++i) {
      all[kept++] = all[i];
      if (std::size_t{all[kept - 2]} != best / size + Symbol::first ||
          all[i] != best % size + Symbol::first)
        continue;
      all[--kept - 1] = static_cast<Token>(Symbol::first + size);
    }
    all.resize(kept);
    symbols.push_back(symbols[best / size] + symbols[best % size]);
    return true;
  }
};

/// Parts symbols among the ranges by what follows them: each moves to the range that foretells it
/// best, a few times over (k-means with the relative entropy; Dhillon, Mallela, Kumar 2003).
class Parting {
 public:
  explicit Parting(const Tokens& tokens)
      : size_(tokens.symbols.size()), width_(Symbol::first + size_), follows_(size_ * width_) {
    const auto& all = tokens.all;
    for (std::size_t i = 1; i < all.size(); ++i) {
      if (all[i - 1] >= Symbol::first)
        ++follows_[(all[i - 1] - std::size_t{Symbol::first}) * width_ + all[i]];
    }
  }

  /// The range of each symbol.
  std::vector<std::size_t> ranged() const {
    constexpr std::size_t starts = 4;
    std::vector<std::size_t> best;
    std::uint64_t least = ~std::uint64_t{0};
    for (std::size_t start = 0; start < starts; ++start) {
      auto parts = firstParts(start);
      std::uint64_t bits = 0;
      for (int round = 0; round < 20; ++round) bits = improve(parts);
      if (bits >= least) continue;
      least = bits;
      best = std::move(parts);
    }
    return best;
  }

 private:
  using Costs = std::array<std::uint64_t, ranges.size()>;

  std::span<const std::uint32_t> follows(std::size_t symbol) const {
    return {follows_.data() + symbol * width_, width_};
  }
  std::vector<std::size_t> firstParts(std::size_t start) const {
    std::vector<std::size_t> parts(size_);
    auto mixed = static_cast<std::uint32_t>(start);
    for (auto& part : parts) {
      mixed = mixed * 1664525 + 1013904223;  // Knuth's linear congruence
      part = (mixed >> 16) % ranges.size();
    }
    return parts;
  }
  /// Answers the bits that all takes, in 2^-10.
  std::uint64_t improve(std::vector<std::size_t>& parts) const {
    std::vector<std::uint32_t> sums(ranges.size() * width_, 1);  // four times what follows, + 1
    for (std::size_t symbol = 0; symbol < size_; ++symbol) {
      for (std::size_t next = 0; next < width_; ++next)
        sums[parts[symbol] * width_ + next] += 4 * follows(symbol)[next];
    }
    for (std::size_t part = 0; part < ranges.size(); ++part) {
      const auto row = std::span(sums).subspan(part * width_, width_);
      std::uint32_t all = 0;
      for (const auto sum : row) all += sum;
      for (auto& sum : row) sum = logarithm(all) - logarithm(sum);
    }
    std::vector<Costs> costs(size_);
    std::vector<std::size_t> order(size_);
    std::vector<std::uint64_t> losses(size_);  // where the best range is full
    for (std::size_t symbol = 0; symbol < size_; ++symbol) {
      for (std::size_t part = 0; part < ranges.size(); ++part) {
        for (std::size_t next = 0; next < width_; ++next)
          costs[symbol][part] += std::uint64_t{follows(symbol)[next]} * sums[part * width_ + next];
      }
      auto sorted = costs[symbol];
      std::sort(sorted.begin(), sorted.end());
      losses[symbol] = sorted[1] - sorted[0];
      order[symbol] = symbol;
    }
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return losses[a] > losses[b]; });
    std::array<std::size_t, ranges.size()> taken{};
    std::uint64_t bits = 0;
    for (const auto symbol : order) {
      auto& part = parts[symbol];
      part = ranges.size();
      for (std::size_t one = 0; one < ranges.size(); ++one) {
        if (taken[one] < ranges[one].size &&
            (part == ranges.size() || costs[symbol][one] < costs[symbol][part]))
          part = one;
      }
      ++taken[part];
      bits += costs[symbol][part];
    }
    return bits;
  }

  std::size_t size_;
  std::size_t width_;                   // of a row: all tokens
  std::vector<std::uint32_t> follows_;  // how often each token follows a symbol
};

}  // namespace

SpelledTerms spell(const std::vector<std::string>& words) {
  Tokens tokens(words);
  while (tokens.join()) {
  }
  SpelledTerms answer;
  std::array<std::size_t, ranges.size()> taken{};
  std::vector<std::uint8_t> byte_of;
  const auto parts = Parting(tokens).ranged();
  for (std::size_t symbol = 0; symbol < parts.size(); ++symbol) {
    const auto byte = ranges[parts[symbol]].first + taken[parts[symbol]]++;
    byte_of.push_back(static_cast<std::uint8_t>(byte));
    const auto place = byte - Symbol::first;
    answer.symbols.resize(std::max(answer.symbols.size(), place + 1));
    answer.symbols[place] = tokens.symbols[symbol];
  }
  std::size_t terms = 0;
  for (const auto token : tokens.all) {
    const bool length = token < Symbol::first;
    if (length && terms++ % TermColumns::stride == 0) answer.sizes.push_back(0);
    answer.bytes.push_back(length ? static_cast<std::uint8_t>(token)
                                  : byte_of[token - std::size_t{Symbol::first}]);
    ++answer.sizes.back();
  }
  return answer;
}

}  // namespace vitrine
