#include "crowd/tally.hpp"

#include <algorithm>
#include <tuple>

#include "vitrine/ranking.hpp"

namespace vitrine::crowd {

Weight decay(std::int64_t at, std::int64_t now) {
  constexpr std::int64_t halvings = 17;  // then nothing is left
  const auto age = std::clamp<std::int64_t>(now - at, 0, halvings * halfLife);
  const auto whole = voice >> age / halfLife;
  return whole - (whole - whole / 2) * (age % halfLife) / halfLife;
}

Weight bounded(Weight sum, Weight most) {
  constexpr Weight enough = Weight{1} << 40;  // so that no product overflows
  const auto counted = std::min(sum, enough);
  return counted == 0 ? 0 : counted * most / (counted + most);
}

std::int64_t root(std::int64_t value) {
  std::int64_t answer = 0;
  for (auto bit = std::int64_t{1} << 31; bit > 0; bit >>= 1) {
    const auto more = answer + bit;
    if (more <= value / more) answer = more;
  }
  return answer;
}

std::vector<Tally> tally(std::vector<Voice> voices) {
  // Each customer's about each thing, the first one first.
  std::sort(voices.begin(), voices.end(), [](const Voice& a, const Voice& b) {
    return std::tie(a.about, a.customer, a.at, a.site) <
           std::tie(b.about, b.customer, b.at, b.site);
  });
  std::size_t kept = 0;
  for (const auto& one : voices) {
    auto& last = voices[kept > 0 ? kept - 1 : 0];
    if (kept > 0 && last.about == one.about && last.customer == one.customer)
      last.weight = std::max(last.weight, one.weight);
    else
      voices[kept++] = one;
  }
  voices.resize(kept);

  std::sort(voices.begin(), voices.end(), [](const Voice& a, const Voice& b) {
    return std::tie(a.about, a.site) < std::tie(b.about, b.site);
  });
  std::vector<Tally> answer;
  for (std::size_t i = 0; i < voices.size();) {
    const auto& first = voices[i];
    Weight of_site = 0;
    std::uint32_t customers = 0;
    for (; i < voices.size() && voices[i].about == first.about && voices[i].site == first.site;
         ++i) {
      of_site += voices[i].weight;
      ++customers;
    }
    if (answer.empty() || answer.back().about != first.about) answer.push_back({first.about, 0, 0});
    answer.back().weight += bounded(of_site, siteLimit * voice);
    answer.back().customers += customers;
  }
  return answer;
}

}  // namespace vitrine::crowd
