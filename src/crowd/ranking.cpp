#include "vitrine/ranking.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "crowd/companions.hpp"
#include "crowd/tally.hpp"
#include "vitrine/result.hpp"

namespace vitrine::crowd {
namespace {

constexpr std::int64_t million = 1'000'000;
constexpr std::int64_t day = 24LL * 60 * 60 * 1000;

/// What is believed before anything is known, and how many voices it takes to outweigh it: half of
/// the full part for so many customers, 3.5 stars, three presenters, 19 of 20 orders kept.
constexpr Weight halfOfPurchases = 100 * voice;
constexpr Weight ratingsBelieved = 10;
constexpr std::int64_t twiceStarsBelieved = 7;
constexpr std::int64_t halfOfEndorsements = 3;
constexpr Weight promisesBelieved = 20;
constexpr Weight promisesKept = 19;

/// However many rate a product on one day, they count for less than this many.
constexpr Weight dayLimit = 4;

void check(const Evidence& evidence) {
  const auto known = [&](const auto& list) {
    return std::all_of(list.begin(), list.end(),
                       [&](const auto& one) { return one.product < evidence.products; });
  };
  const auto isSeller = [&](const auto& one) { return one.seller < evidence.sellers; };
  if (!known(evidence.purchases) || !known(evidence.ratings) || !known(evidence.endorsements) ||
      !known(evidence.presentations) || !known(evidence.offerings) ||
      !std::all_of(evidence.promises.begin(), evidence.promises.end(), isSeller) ||
      !std::all_of(evidence.offerings.begin(), evidence.offerings.end(), isSeller))
    fatal("rank: evidence about what is not there");
}

/// The last that each customer said about each thing: its latest, and of equally late ones that
/// which `order` puts last.
template <class T, class Order>
std::vector<T> lastOfEach(std::vector<T> said, Order order) {
  std::sort(said.begin(), said.end(), [&](const T& a, const T& b) { return order(a) < order(b); });
  std::vector<T> answer;
  for (const auto& one : said) {
    const auto isSame = [&](const T& last) {
      return std::get<0>(order(last)) == std::get<0>(order(one)) &&
             std::get<1>(order(last)) == std::get<1>(order(one));
    };
    if (!answer.empty() && isSame(answer.back()))
      answer.back() = one;
    else
      answer.push_back(one);
  }
  return answer;
}

std::vector<Weight> boughtOf(const std::vector<Purchase>& purchases, std::uint32_t products,
                             std::int64_t now) {
  std::vector<Voice> voices;
  voices.reserve(purchases.size());
  for (const auto& one : purchases)
    voices.push_back({one.product, one.customer, one.site, one.at, decay(one.at, now)});
  std::vector<Weight> answer(products);
  for (const auto& found : tally(std::move(voices)))
    answer[static_cast<std::size_t>(found.about)] = found.weight;
  return answer;
}

/// What presenters show counts as if each had bought it now, list by list.
std::vector<Purchase> asPurchases(const std::vector<Presentation>& presentations,
                                  std::int64_t now) {
  std::vector<Purchase> answer;
  for (const auto& [product, presenter, list] : presentations)
    answer.push_back({product, presenter, presenter, list, now});
  return answer;
}

/// Stars and the voices that gave them.
struct Stars {
  Weight voices = 0;
  Weight sum = 0;

  void add(const Stars& more) {
    voices += more.voices;
    sum += more.sum;
  }
  /// The same stars of fewer voices: together less than `most`.
  Stars limited(Weight most) const {
    if (voices == 0) return {};
    const auto counted = bounded(voices, most);
    return {counted, sum / voices * counted + sum % voices * counted / voices};
  }
};

/// What the ratings of one day may count: less than `dayLimit` together.
std::vector<Weight> weightsOf(const std::vector<Rating>& ratings, std::int64_t now) {
  std::map<std::pair<std::uint32_t, std::int64_t>, Weight> of_day;
  for (const auto& one : ratings) of_day[{one.product, one.at / day}] += decay(one.at, now);
  std::vector<Weight> answer;
  for (const auto& one : ratings) {
    const auto all = of_day[{one.product, one.at / day}];
    answer.push_back(all == 0 ? 0 : decay(one.at, now) * bounded(all, dayLimit * voice) / all);
  }
  return answer;
}

std::vector<std::int64_t> ratingsOf(const Evidence& evidence, std::int64_t now) {
  const auto ratings = lastOfEach(evidence.ratings, [](const Rating& r) {
    return std::tuple(r.product, r.customer, r.at, -r.stars, r.site);
  });
  const auto weights = weightsOf(ratings, now);
  std::map<std::pair<std::uint32_t, std::uint32_t>, Stars> of_site;
  for (std::size_t i = 0; i < ratings.size(); ++i) {
    const auto stars = std::clamp<std::int64_t>(ratings[i].stars, 1, 5);
    of_site[{ratings[i].product, ratings[i].site}].add({weights[i], weights[i] * stars});
  }
  std::vector<Stars> stars(evidence.products);
  for (const auto& [of, given] : of_site) stars[of.first].add(given.limited(siteLimit * voice));
  std::vector<std::int64_t> answer;
  for (auto one : stars) {
    one.add({ratingsBelieved * voice, ratingsBelieved * voice * twiceStarsBelieved / 2});
    answer.push_back(std::max<Weight>(0, one.sum - one.voices) * million / (4 * one.voices));
  }
  return answer;
}

std::vector<std::int64_t> endorsementsOf(const Evidence& evidence) {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> given;
  for (const auto& one : evidence.endorsements) given.emplace_back(one.product, one.presenter);
  std::sort(given.begin(), given.end());
  given.erase(std::unique(given.begin(), given.end()), given.end());
  std::vector<std::int64_t> presenters(evidence.products);
  for (const auto& [product, unused] : given) ++presenters[product];
  for (auto& count : presenters) count = count * million / (count + halfOfEndorsements);
  return presenters;
}

/// Of each product, that of the best of its sellers.
std::vector<std::int64_t> reliabilityOf(const Evidence& evidence, std::int64_t now) {
  std::vector<Weight> promised(evidence.sellers, promisesBelieved * voice);
  std::vector<Weight> kept(evidence.sellers, promisesKept * voice);
  const auto last = lastOfEach(evidence.promises, [](const Promise& p) {
    return std::tuple(p.seller, p.customer, p.at, p.outcome);
  });
  for (const auto& one : last) {
    const auto weight = decay(one.at, now);
    promised[one.seller] += weight;
    if (one.outcome == Outcome::kept) kept[one.seller] += weight;
    if (one.outcome == Outcome::late) kept[one.seller] += weight / 2;
  }
  std::vector<std::int64_t> answer(evidence.products);
  for (const auto& [product, seller] : evidence.offerings)
    answer[product] = std::max(answer[product], kept[seller] * million / promised[seller]);
  return answer;
}

}  // namespace

std::vector<Standing> rank(const Evidence& evidence, std::int64_t now, std::size_t companions) {
  check(evidence);
  const auto bought = boughtOf(evidence.purchases, evidence.products, now);
  const auto ratings = ratingsOf(evidence, now);
  const auto endorsements = endorsementsOf(evidence);
  const auto reliability = reliabilityOf(evidence, now);
  auto together = companionsOf(evidence.purchases, now, bought, companions);
  const auto shown = asPurchases(evidence.presentations, now);
  auto presented = companionsOf(shown, now, boughtOf(shown, evidence.products, now), companions);
  std::vector<Standing> answer(evidence.products);
  for (std::size_t i = 0; i < answer.size(); ++i) {
    auto& standing = answer[i];
    standing.purchases = bought[i] * million / (bought[i] + halfOfPurchases);
    standing.ratings = ratings[i];
    standing.endorsements = endorsements[i];
    standing.reliability = reliability[i];
    standing.score =
        (purchasesCount * standing.purchases + ratingsCount * standing.ratings +
         endorsementsCount * standing.endorsements + reliabilityCount * standing.reliability) /
        100;
    standing.companions = std::move(together[i]);
    standing.presented = std::move(presented[i]);
  }
  return answer;
}

}  // namespace vitrine::crowd
