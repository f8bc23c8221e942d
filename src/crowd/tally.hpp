#pragma once

#include <cstdint>
#include <vector>

/// How much many voices count together, in fixed point.
namespace vitrine::crowd {

/// 65536 is one voice of now.
using Weight = std::int64_t;
inline constexpr Weight voice = 1 << 16;

/// What a voice still counts: half after each `halfLife`, straight lines between.
Weight decay(std::int64_t at, std::int64_t now);

/// Grows with `sum`, ever more slowly, and stays below `most`; a small sum counts nearly in full.
Weight bounded(Weight sum, Weight most);

/// The greatest integer whose square is at most `value` (≥ 0).
std::int64_t root(std::int64_t value);

/// One customer on one site about one thing: a product, or two of them.
struct Voice {
  std::uint64_t about = 0;
  std::uint32_t customer = 0;
  std::uint32_t site = 0;
  std::int64_t at = 0;
  Weight weight = 0;
};

struct Tally {
  std::uint64_t about = 0;
  Weight weight = 0;
  std::uint32_t customers = 0;
};

/// What is said about each thing, in the order of the things. A customer counts once for it, with
/// the heaviest of its voices, on the site of the first; a site less than `siteLimit`.
std::vector<Tally> tally(std::vector<Voice> voices);

}  // namespace vitrine::crowd
