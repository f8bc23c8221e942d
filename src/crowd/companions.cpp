#include "crowd/companions.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace vitrine::crowd {
namespace {

constexpr std::int64_t million = 1'000'000;

/// What is believed before anything is known weighs as much as so many customers.
constexpr Weight doubt = 10 * voice;

/// Every two products of every purchase. One of many products says less about each two of them.
std::vector<Voice> pairs(std::vector<Purchase> purchases, std::int64_t now) {
  std::sort(purchases.begin(), purchases.end(), [](const Purchase& a, const Purchase& b) {
    return std::tie(a.basket, a.product) < std::tie(b.basket, b.product);
  });
  purchases.erase(std::unique(purchases.begin(), purchases.end(),
                              [](const Purchase& a, const Purchase& b) {
                                return a.basket == b.basket && a.product == b.product;
                              }),
                  purchases.end());
  std::vector<Voice> voices;
  for (std::size_t first = 0, end = 0; first < purchases.size(); first = end) {
    while (end < purchases.size() && purchases[end].basket == purchases[first].basket) ++end;
    const auto size = end - first;
    if (size > mostTogether) continue;
    for (auto i = first; i < end; ++i) {
      const auto& one = purchases[i];
      const auto weight = decay(one.at, now) * 2 / static_cast<std::int64_t>(size);
      for (auto k = i + 1; k < end; ++k)
        voices.push_back({std::uint64_t{one.product} << 32 | purchases[k].product, one.customer,
                          one.site, one.at, weight});
    }
  }
  return voices;
}

/// Of those who bought the one, the part that bought the other with it, in millionths. With few
/// data it is nearly the other's part of all that is bought; 0 unless it is more than that.
std::int64_t similarity(Weight together, Weight one, Weight other, Weight all) {
  if (together * million / one <= other * million / all) return 0;
  return (together + doubt * other / all) * million / (one + doubt);
}

}  // namespace

std::vector<std::vector<Companion>> companionsOf(const std::vector<Purchase>& purchases,
                                                 std::int64_t now,
                                                 const std::vector<Weight>& bought,
                                                 std::size_t limit) {
  std::vector<std::vector<Companion>> answer(bought.size());
  const auto all = std::accumulate(bought.begin(), bought.end(), Weight{0});
  const auto add = [&](std::uint32_t one, std::uint32_t other, const Tally& both) {
    if (bought[one] == 0) return;
    const auto alike = similarity(both.weight, bought[one], bought[other], all);
    if (alike > 0) answer[one].push_back({other, alike, both.customers});
  };
  for (const auto& both : tally(pairs(purchases, now))) {
    if (both.customers < leastTogether) continue;
    const auto one = static_cast<std::uint32_t>(both.about >> 32);
    const auto other = static_cast<std::uint32_t>(both.about);
    add(one, other, both);
    add(other, one, both);
  }
  for (auto& companions : answer) {
    std::sort(companions.begin(), companions.end(), [](const Companion& a, const Companion& b) {
      return std::tie(b.similarity, b.voices, a.product) <
             std::tie(a.similarity, a.voices, b.product);
    });
    if (companions.size() > limit) companions.resize(limit);
  }
  return answer;
}

}  // namespace vitrine::crowd
