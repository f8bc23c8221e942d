#include "vitrine/ranking.hpp"

#include <algorithm>

#include "../../src/crowd/tally.hpp"
#include "unit/catch.hpp"
#include "unit/generators.hpp"

namespace vitrine::crowd {
namespace {

constexpr std::int64_t day = 24LL * 60 * 60 * 1000;
constexpr std::int64_t now = 20'000 * day;

std::uint32_t below(std::uint32_t end) {
  return static_cast<std::uint32_t>(any::within(0, std::int64_t{end} - 1));
}

std::int64_t earlier() { return now - any::within(1, 900 * day); }

/// A small crowd that meets often.
Evidence someEvidence() {
  Evidence crowd{.products = 1 + below(6), .sellers = 1 + below(3)};
  for (auto basket = below(20); basket > 0; --basket) {
    const Purchase bought{0, below(8), below(3), basket, earlier()};
    for (auto i = below(4); i > 0; --i) {
      crowd.purchases.push_back(bought);
      crowd.purchases.back().product = below(crowd.products);
    }
  }
  for (auto i = below(15); i > 0; --i)
    crowd.ratings.push_back(
        {below(crowd.products), below(8), below(3), any::within(1, 5), earlier()});
  for (auto i = below(6); i > 0; --i)
    crowd.endorsements.push_back({below(crowd.products), below(4)});
  for (auto i = below(20); i > 0; --i) {
    const auto list = below(9);
    crowd.presentations.push_back({below(crowd.products), list / 2, list});
  }
  for (auto i = below(15); i > 0; --i)
    crowd.promises.push_back({below(crowd.sellers), below(8),
                              any::of({Outcome::kept, Outcome::late, Outcome::broken}), earlier()});
  for (auto i = below(8); i > 0; --i)
    crowd.offerings.push_back({below(crowd.products), below(crowd.sellers)});
  return crowd;
}

/// So many customers buy a product on one site, each on its own.
void buy(Evidence& crowd, std::uint32_t product, std::uint32_t site, std::uint32_t customers,
         std::int64_t at = now) {
  for (std::uint32_t i = 0; i < customers; ++i) {
    const auto number = static_cast<std::uint32_t>(1000 + crowd.purchases.size());
    crowd.purchases.push_back({product, number, site, number, at});
  }
}

std::int64_t scoreOf(const Evidence& crowd, std::uint32_t product) {
  return rank(crowd, now, 4)[product].score;
}

}  // namespace

TEST_CASE("one more purchase that is kept never lowers the product's score") {
  REQUIRE(rc::check([] {
    auto crowd = someEvidence();
    const auto product = below(crowd.products);
    const auto before = rank(crowd, now, 4)[product];
    const auto customer = below(9);
    crowd.purchases.push_back({product, customer, below(4), 99, now});
    const auto bought = rank(crowd, now, 4)[product];
    RC_ASSERT(bought.purchases >= before.purchases);
    RC_ASSERT(bought.score >= before.score);
    crowd.promises.push_back({below(crowd.sellers), customer, Outcome::kept, now});
    const auto kept = rank(crowd, now, 4)[product];
    RC_ASSERT(kept.reliability >= bought.reliability);
    RC_ASSERT(kept.score >= bought.score);
  }));
}

TEST_CASE("the order of the evidence does not matter") {
  REQUIRE(rc::check([] {
    const auto crowd = someEvidence();
    auto mixed = crowd;
    const auto mix = [](auto& list) {
      for (auto i = list.size(); i > 1; --i)
        std::swap(list[i - 1], list[below(static_cast<std::uint32_t>(i))]);
    };
    mix(mixed.purchases);
    mix(mixed.ratings);
    mix(mixed.endorsements);
    mix(mixed.presentations);
    mix(mixed.promises);
    mix(mixed.offerings);
    RC_ASSERT(rank(mixed, now, 4) == rank(crowd, now, 4));
  }));
}

TEST_CASE("whatever one site adds counts for less than the site's limit") {
  REQUIRE(rc::check([] {
    auto crowd = someEvidence();
    const auto product = below(crowd.products);
    const auto weight = [&] {
      std::vector<Voice> voices;
      for (const auto& one : crowd.purchases) {
        if (one.product == product)
          voices.push_back({one.product, one.customer, one.site, one.at, decay(one.at, now)});
      }
      const auto found = tally(voices);
      return found.empty() ? 0 : found.front().weight;
    };
    const auto before = weight();
    const auto score = scoreOf(crowd, product);
    buy(crowd, product, 7, 1 + below(3000));
    RC_ASSERT(weight() - before < siteLimit * voice);
    // 50 % of the part that 32 customers beside 100 have.
    RC_ASSERT(scoreOf(crowd, product) - score <= 500'000 * siteLimit / (siteLimit + 100) + 1);
  }));
}

TEST_CASE("every part lies between nothing and all, and the score between its parts") {
  REQUIRE(rc::check([] {
    for (const auto& standing : rank(someEvidence(), now, 4)) {
      const auto parts = {standing.purchases, standing.ratings, standing.endorsements,
                          standing.reliability};
      RC_ASSERT(std::min(parts) >= 0);
      RC_ASSERT(std::max(parts) <= 1'000'000);
      RC_ASSERT(standing.score >= std::min(parts) && standing.score <= std::max(parts));
    }
  }));
}

TEST_CASE("companions are other products that three bought with it, the most similar first") {
  REQUIRE(rc::check([] {
    const auto standings = rank(someEvidence(), now, 99);
    for (std::uint32_t one = 0; one < standings.size(); ++one) {
      const auto& companions = standings[one].companions;
      RC_ASSERT(std::is_sorted(companions.begin(), companions.end(),
                               [](auto& a, auto& b) { return a.similarity > b.similarity; }));
      for (const auto& [other, similarity, customers] : companions) {
        RC_ASSERT(other != one);
        RC_ASSERT(similarity > 0 && similarity <= 1'000'000);
        RC_ASSERT(customers >= leastTogether);
      }
    }
  }));
}

TEST_CASE("a five-star rating never lowers the ratings' part, a one-star rating never raises it") {
  REQUIRE(rc::check([] {
    auto crowd = someEvidence();
    const auto product = below(crowd.products);
    const auto before = rank(crowd, now, 4)[product].ratings;
    const std::int64_t rounding = 2;
    crowd.ratings.push_back({product, 50, below(3), 5, now - any::within(0, 3 * day)});
    RC_ASSERT(rank(crowd, now, 4)[product].ratings >= before - rounding);
    crowd.ratings.back().stars = 1;
    RC_ASSERT(rank(crowd, now, 4)[product].ratings <= before + rounding);
  }));
}

TEST_CASE("a customer who buys the same again and again counts once") {
  Evidence crowd{.products = 1, .sellers = 0};
  crowd.purchases.push_back({0, 0, 0, 0, now});
  const auto once = scoreOf(crowd, 0);
  for (std::uint32_t i = 1; i < 500; ++i) crowd.purchases.push_back({0, 0, i % 7, i, now});
  CHECK(scoreOf(crowd, 0) == once);
}

TEST_CASE("the same customers on two sites count for more than on one") {
  Evidence one_site{.products = 1, .sellers = 0};
  buy(one_site, 0, 0, 200);
  Evidence two_sites{.products = 1, .sellers = 0};
  buy(two_sites, 0, 0, 100);
  buy(two_sites, 0, 1, 100);
  CHECK(scoreOf(two_sites, 0) > scoreOf(one_site, 0));
}

TEST_CASE("a purchase counts half after 90 days and a quarter after 180") {
  CHECK(decay(now, now) == voice);
  CHECK(decay(now + day, now) == voice);
  CHECK(decay(now - halfLife, now) == voice / 2);
  CHECK(decay(now - 2 * halfLife, now) == voice / 4);
  CHECK(decay(0, now) == 0);
  REQUIRE(rc::check([] {
    const auto age = any::within(0, 2000 * day);
    RC_ASSERT(decay(now - age, now) >= decay(now - age - any::within(0, day), now));
  }));
}

TEST_CASE("the root is the greatest integer whose square is not more") {
  REQUIRE(rc::check([] {
    const auto value = any::within(0, std::int64_t{1} << any::within(0, 62));
    const auto found = root(value);
    RC_ASSERT(found * found <= value);
    RC_ASSERT(found + 1 > value / (found + 1));
  }));
}

TEST_CASE("two customers who buy the same two things do not make them companions, three do") {
  Evidence crowd{.products = 2, .sellers = 0};
  const auto buyBoth = [&](std::uint32_t customer) {
    for (const std::uint32_t product : {0u, 1u})
      crowd.purchases.push_back({product, customer, 0, customer, now});
  };
  buyBoth(0);
  buyBoth(1);
  CHECK(rank(crowd, now, 4)[0].companions.empty());
  crowd.purchases.push_back({0, 1, 0, 7, now});
  crowd.purchases.push_back({1, 1, 0, 7, now});  // one of them again
  CHECK(rank(crowd, now, 4)[0].companions.empty());
  buyBoth(2);
  REQUIRE(rank(crowd, now, 4)[0].companions.size() == 1);
  CHECK(rank(crowd, now, 4)[0].companions[0].product == 1);
}

TEST_CASE("what three presenters show in one list each is shown together, not what two do") {
  Evidence crowd{.products = 60, .sellers = 0};
  std::uint32_t list = 0;
  const auto show = [&](std::uint32_t presenter, std::uint32_t first, std::uint32_t last) {
    for (; first <= last; ++first) crowd.presentations.push_back({first, presenter, list});
    ++list;
  };
  show(0, 0, 1);
  show(1, 0, 1);
  show(1, 0, 1);  // on another site
  show(2, 0, 0);
  show(2, 1, 1);  // not together
  for (std::uint32_t presenter = 0; presenter < 9; ++presenter) show(presenter, 0, 59);  // a shop
  CHECK(rank(crowd, now, 4)[0].presented.empty());
  show(3, 0, 1);
  const auto standings = rank(crowd, now, 4);
  REQUIRE(standings[0].presented.size() == 1);
  CHECK(standings[0].presented[0].product == 1);
  CHECK(standings[0].presented[0].voices == 3);
  CHECK(standings[1].presented[0].product == 0);
  CHECK(standings[0].companions.empty());
  CHECK(standings[0].score == rank({.products = 1, .sellers = 0}, now, 0)[0].score);
}

TEST_CASE("what everybody buys is not everything's companion") {
  Evidence crowd{.products = 3, .sellers = 0};
  std::uint32_t number = 0;
  const auto buyTogether = [&](std::initializer_list<std::uint32_t> products, int times) {
    for (; times > 0; --times, ++number) {
      for (const auto product : products)
        crowd.purchases.push_back({product, number, number % 5, number, now});
    }
  };
  buyTogether({0, 1}, 10);  // a drill and its bits
  buyTogether({0, 2}, 12);  // a drill and the bag that everybody takes
  buyTogether({2}, 400);
  const auto companions = rank(crowd, now, 4)[0].companions;
  REQUIRE(companions.size() == 1);  // the bag is bought without the drill more often than with it
  CHECK(companions[0].product == 1);
}

TEST_CASE("a hundred five-star ratings of one day outweigh no five that came over a month") {
  Evidence burst{.products = 1, .sellers = 0};
  for (std::uint32_t i = 0; i < 100; ++i) burst.ratings.push_back({0, i, 0, 5, now});
  Evidence steady{.products = 1, .sellers = 0};
  for (std::uint32_t i = 0; i < 5; ++i) steady.ratings.push_back({0, i, i % 2, 5, now - i * day});
  CHECK(rank(burst, now, 4)[0].ratings <= rank(steady, now, 4)[0].ratings);
}

TEST_CASE("a seller who rejects and is late stands below one of whom nothing is known") {
  Evidence crowd{.products = 3, .sellers = 3, .offerings = {{0, 0}, {1, 1}, {2, 2}}};
  for (std::uint32_t i = 0; i < 10; ++i) {
    crowd.promises.push_back({0, i, i < 3 ? Outcome::broken : Outcome::late, now});
    crowd.promises.push_back({2, i, Outcome::kept, now});
  }
  const auto standings = rank(crowd, now, 4);
  CHECK(standings[1].reliability == 950'000);
  CHECK(standings[0].reliability < 800'000);
  CHECK(standings[2].reliability > 950'000);
}

TEST_CASE("a presenter who endorses twice counts once, and three make half of the part") {
  Evidence crowd{.products = 1, .sellers = 0, .endorsements = {{0, 1}, {0, 1}}};
  CHECK(rank(crowd, now, 4)[0].endorsements == 250'000);
  crowd.endorsements = {{0, 1}, {0, 2}, {0, 3}};
  CHECK(rank(crowd, now, 4)[0].endorsements == 500'000);
}

}  // namespace vitrine::crowd
