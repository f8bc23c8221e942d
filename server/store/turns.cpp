#include "store/turns.hpp"

#include <algorithm>
#include <numeric>

namespace vitrine {

std::vector<std::uint32_t> rankedPlaces(std::span<const std::uint32_t> sellers,
                                        std::span<const std::int64_t> scores) {
  std::vector<std::uint32_t> places(sellers.size());
  std::iota(places.begin(), places.end(), 0);
  std::stable_sort(places.begin(), places.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return scores[a] > scores[b]; });
  std::vector<std::uint32_t> turns(sellers.size());  // how many of its seller's come before it
  std::vector<std::uint32_t> counts;
  for (const auto place : places) {
    if (sellers[place] >= counts.size()) counts.resize(sellers[place] + 1UL);
    turns[place] = counts[sellers[place]]++;
  }
  std::stable_sort(places.begin(), places.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return turns[a] < turns[b]; });
  return places;
}

}  // namespace vitrine
