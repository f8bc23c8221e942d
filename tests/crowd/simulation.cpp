#include "crowd/simulation.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <set>

namespace vitrine::crowd {
namespace {

constexpr std::int64_t day = 24LL * 60 * 60 * 1000;
constexpr std::int64_t now = 20'000 * day;
constexpr std::size_t shown = 10;

/// SplitMix64: the same numbers on every machine.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}
  std::uint64_t next() {
    auto z = state_ += 0x9E3779B97F4A7C15;
    z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9;
    z = (z ^ z >> 27) * 0x94D049BB133111EB;
    return z ^ z >> 31;
  }
  double real() { return static_cast<double>(next() >> 11) * 0x1.0p-53; }
  std::uint32_t below(std::uint32_t end) { return static_cast<std::uint32_t>(next() % end); }
  /// The first ones most often: the n-th about 1 / n as often as the first.
  std::uint32_t zipf(std::uint32_t end) {
    return static_cast<std::uint32_t>(std::pow(end + 1.0, real())) - 1;
  }

 private:
  std::uint64_t state_;
};

/// A taste's products stand side by side; which of them is loved changes slowly with time. Some
/// products go with everything.
std::uint32_t chosen(Random& random, const Simulation& s, std::uint32_t taste, std::int64_t age) {
  const auto dice = random.real();
  if (dice < 0.15) return random.zipf(s.products / 50) * (s.products / (s.products / 50));
  if (dice < 0.25) return random.below(s.products);
  const auto size = s.products / s.tastes;
  const auto drift = static_cast<std::uint32_t>(age / (45 * day));
  return taste * size + (random.zipf(size) + drift) % size;
}

Evidence crowdOf(const Simulation& s) {
  Random random(s.seed);
  Evidence crowd;
  crowd.products = s.products;
  std::uint32_t basket = 0;
  for (std::uint32_t customer = 0; customer < s.customers; ++customer) {
    const std::uint32_t likes[] = {random.below(s.tastes), random.below(s.tastes)};
    const auto site = random.zipf(s.sites);
    for (auto visits = 1 + random.below(4); visits > 0; --visits, ++basket) {
      const auto age = random.below(s.days) * day;
      const auto taste = likes[random.below(2)];
      const auto elsewhere = random.below(10) == 0 ? random.below(s.sites) : site;
      std::set<std::uint32_t> products;
      do {
        products.insert(chosen(random, s, taste, age));
      } while (random.real() < 0.6 && products.size() < 8);
      for (const auto product : products)
        crowd.purchases.push_back({product, customer, elsewhere, basket, now - age});
    }
  }
  return crowd;
}

std::map<std::uint32_t, std::vector<Purchase>> basketsOf(const std::vector<Purchase>& purchases) {
  std::map<std::uint32_t, std::vector<Purchase>> baskets;
  for (const auto& one : purchases) baskets[one.basket].push_back(one);
  return baskets;
}

using Scores = std::vector<double>;
using Together = std::vector<std::map<std::uint32_t, double>>;

Scores counts(const Evidence& crowd) {
  Scores answer(crowd.products);
  for (const auto& one : crowd.purchases) ++answer[one.product];
  return answer;
}

Together countsTogether(const Evidence& crowd) {
  Together answer(crowd.products);
  for (const auto& [number, basket] : basketsOf(crowd.purchases)) {
    for (const auto& one : basket) {
      for (const auto& other : basket) {
        if (one.product != other.product) ++answer[one.product][other.product];
      }
    }
  }
  return answer;
}

Together companions(const std::vector<Standing>& standings) {
  Together answer(standings.size());
  for (std::size_t i = 0; i < standings.size(); ++i) {
    for (const auto& one : standings[i].companions)
      answer[i][one.product] = static_cast<double>(one.similarity);
  }
  return answer;
}

/// The place from 1 on; equally good ones stand in the order of their numbers.
std::uint32_t placeOf(std::uint32_t product, const Scores& scores) {
  std::uint32_t place = 1;
  for (std::uint32_t i = 0; i < scores.size(); ++i)
    place += scores[i] > scores[product] || (scores[i] == scores[product] && i < product);
  return place;
}

Scores rowOf(const Together& together, std::uint32_t product) {
  Scores answer(together.size());
  for (const auto& [other, value] : together[product]) answer[other] = value;
  return answer;
}

/// What is popular stands behind the companions.
Scores filled(Scores row, const Scores& popular) {
  for (std::size_t i = 0; i < row.size(); ++i) row[i] += popular[i] * 1e-9;
  return row;
}

/// Looks for what is hidden beside the product that is seen.
void look(Foretold& found, Scores scores, std::uint32_t seen, std::uint32_t hidden) {
  scores[seen] = -1;
  const auto place = placeOf(hidden, scores);
  if (scores[hidden] <= 0 || place > shown) return;
  ++found.recall;
  found.ndcg += 1 / std::log2(place + 1.0);
}

Scores scoresOf(const Evidence& crowd) {
  Scores answer;
  for (const auto& standing : rank(crowd, now, shown))
    answer.push_back(static_cast<double>(standing.score));
  return answer;
}

Scores means(const Evidence& crowd) {
  Scores sums(crowd.products);
  Scores ratings(crowd.products);
  for (const auto& one : crowd.ratings) {
    sums[one.product] += static_cast<double>(one.stars);
    ++ratings[one.product];
  }
  for (std::size_t i = 0; i < sums.size(); ++i) sums[i] /= std::max(1.0, ratings[i]);
  return sums;
}

}  // namespace

std::vector<Foretold> foretell(const Simulation& simulation) {
  const auto crowd = crowdOf(simulation);
  const auto split = now - 30 * day;
  auto known = crowd;
  std::erase_if(known.purchases, [&](const Purchase& one) { return one.at >= split; });
  const auto popular = counts(known);
  const auto together = countsTogether(known);
  const auto standings = rank(known, split, 100);
  const auto ours = companions(standings);
  Scores scores;
  for (const auto& one : standings) scores.push_back(static_cast<double>(one.score));
  std::vector<Foretold> answer{
      {"popularity"}, {"score"}, {"bought together, counted"}, {"companions"}};
  Random random(simulation.seed + 1);
  double looked = 0;
  for (const auto& [number, basket] : basketsOf(crowd.purchases)) {
    if (basket.front().at < split || basket.size() < 2) continue;
    const auto size = static_cast<std::uint32_t>(basket.size());
    const auto first = random.below(size);
    const auto seen = basket[first].product;
    const auto hidden = basket[(first + 1 + random.below(size - 1)) % size].product;
    ++looked;
    look(answer[0], popular, seen, hidden);
    look(answer[1], scores, seen, hidden);
    look(answer[2], filled(rowOf(together, seen), popular), seen, hidden);
    look(answer[3], filled(rowOf(ours, seen), popular), seen, hidden);
  }
  for (auto& way : answer) {
    way.recall /= looked;
    way.ndcg /= looked;
  }
  return answer;
}

std::vector<Attack> attacks(const Simulation& s) {
  const auto honest = crowdOf(s);
  const auto bad = s.products - 1;  // the last of its taste: bought by chance
  const auto customers = s.customers;
  std::vector<Attack> answer;
  const auto compare = [&](std::string name, const Evidence& attacked, auto naive, auto ours) {
    answer.push_back({std::move(name), placeOf(bad, naive(honest)), placeOf(bad, naive(attacked)),
                      placeOf(bad, ours(honest)), placeOf(bad, ours(attacked))});
  };

  auto own = honest;
  for (std::uint32_t i = 0; i < 1000; ++i)
    own.purchases.push_back({bad, customers + i % 5, i % s.sites, customers * 5 + i, now});
  compare("1000 purchases by 5 accounts of the seller", own, counts, scoresOf);

  auto site = honest;
  for (std::uint32_t i = 0; i < 2000; ++i)
    site.purchases.push_back({bad, customers + i, s.sites, customers * 5 + i, now});
  compare("2000 customers made up on one site", site, counts, scoresOf);

  // The best-selling product, on whose page the bad one wants to stand.
  const auto sold = counts(honest);
  const auto best =
      static_cast<std::uint32_t>(std::max_element(sold.begin(), sold.end()) - sold.begin());
  auto pair = honest;
  for (std::uint32_t i = 0; i < 1000; ++i) {
    for (const auto product : {best, bad})
      pair.purchases.push_back({product, customers + i % 3, s.sites, customers * 5 + i, now});
  }
  compare(
      "bought 1000 times with the best seller by 3 accounts", pair,
      [&](const Evidence& crowd) { return rowOf(countsTogether(crowd), best); },
      [&](const Evidence& crowd) { return rowOf(companions(rank(crowd, now, 100)), best); });

  // Everybody else is rated honestly: about 4 stars.
  Random random(s.seed + 2);
  auto rated = honest;
  for (std::uint32_t i = 0; i < s.products * 10; ++i)
    rated.ratings.push_back({i % s.products, random.below(customers), random.below(s.sites),
                             i % s.products == bad ? 2 : 3 + random.below(3),
                             now - random.below(s.days) * day});
  auto burst = rated;
  for (std::uint32_t i = 0; i < 300; ++i)
    burst.ratings.push_back({bad, customers + i, i % 2, 5, now});
  answer.push_back({"300 five-star ratings on one day", placeOf(bad, means(rated)),
                    placeOf(bad, means(burst)), placeOf(bad, scoresOf(rated)),
                    placeOf(bad, scoresOf(burst))});
  return answer;
}

}  // namespace vitrine::crowd
