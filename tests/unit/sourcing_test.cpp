#include "vitrine/sourcing.hpp"

#include <cmath>
#include <limits>

#include "unit/sourcing_carts.hpp"

namespace vitrine {
namespace {

void holds(const SourcingInstance& instance, SourcingObjective objective,
           const Enumerated& expected) {
  const auto answer = source(instance, objective);
  RC_ASSERT(answer);
  RC_ASSERT(answer->cost == expected.cost);
  RC_ASSERT(answer->proof == (expected.cost ? SourcingProof::optimal : SourcingProof::infeasible));
  if (!expected.cost) return;
  RC_ASSERT(answer->bound == *answer->cost);
  std::vector<std::int64_t> served(instance.lines.size(), 0);
  for (const auto& units : answer->assignment) {
    RC_ASSERT(units.quantity > 0);
    served[static_cast<std::size_t>(units.line)] += units.quantity;
  }
  for (std::size_t j = 0; j < served.size(); ++j)
    RC_ASSERT(served[j] == instance.lines[j].quantity);
}

const auto any = [](const SourcingMethod&) { return true; };

TEST_CASE("the cheapest split is the cheapest of all splits") {
  REQUIRE(rc::check([] {
    const auto instance = cart();
    holds(instance, SourcingObjective::cost, Everything(instance, any).cheapest());
  }));
}

TEST_CASE("the fewest parcels are the fewest of all splits, at the least total") {
  REQUIRE(rc::check([] {
    const auto instance = cart();
    const auto expected = Everything(instance, any).fewest();
    holds(instance, SourcingObjective::parcels, expected);
    if (expected.cost)
      RC_ASSERT(source(instance, SourcingObjective::parcels)->sellers == expected.sellers);
  }));
}

TEST_CASE("pickup only is the cheapest split by pickup methods") {
  REQUIRE(rc::check([] {
    const auto instance = cart();
    const auto pickup = [](const SourcingMethod& m) { return m.kind == ShippingKind::pickup; };
    holds(instance, SourcingObjective::pickup, Everything(instance, pickup).cheapest());
  }));
}

TEST_CASE("the fastest split needs the fewest days there are") {
  REQUIRE(rc::check([] {
    const auto instance = cart();
    Enumerated expected;
    int days = 0;
    for (; days < 4 && !expected.cost; ++days)
      expected =
          Everything(instance, [&](const SourcingMethod& m) { return m.days <= days; }).cheapest();
    holds(instance, SourcingObjective::fastest, expected);
    if (expected.cost)
      RC_ASSERT(source(instance, SourcingObjective::fastest)->max_days == days - 1);
  }));
}

TEST_CASE("a search that starts from a similar cart's solution finds the same total") {
  REQUIRE(rc::check([] {
    auto instance = cart();
    const auto before = source(instance, SourcingObjective::cost);
    instance.lines[0].quantity = 1 + instance.lines[0].quantity % 3;
    const auto cold = source(instance, SourcingObjective::cost);
    const auto warm = source(instance, SourcingObjective::cost, {}, &before->hint);
    RC_ASSERT(warm->cost == cold->cost);
    RC_ASSERT(warm->proof == cold->proof);
  }));
}

TEST_CASE("any hint at all leads to the same total") {
  REQUIRE(rc::check([] {
    const auto instance = cart();
    SourcingHint hint;
    const double odd[] = {-1, 0, 1e3, 1e9, 1e15, 1e300, INFINITY, NAN};
    for (int p = *rc::gen::inRange(0, 6); p > 0; --p)
      hint.prices.push_back(odd[*rc::gen::inRange(0, 8)] * *rc::gen::inRange(1, 100));
    for (int u = *rc::gen::inRange(0, 8); u > 0; --u)
      hint.assignment.push_back({*rc::gen::inRange(-1, 6), *rc::gen::inRange(-1, 6),
                                 *rc::gen::element<std::int64_t>(-5, 0, 1, 2, 3, INT64_MAX)});
    const auto cold = source(instance, SourcingObjective::cost);
    const auto warm = source(instance, SourcingObjective::cost, {}, &hint);
    RC_ASSERT(warm->cost == cold->cost);
    RC_ASSERT(warm->proof == cold->proof);
    RC_ASSERT(warm->bound == cold->bound);
  }));
}

TEST_CASE("splits of other carts in a hint do not change the total") {
  REQUIRE(rc::check([] {
    auto instance = cart();
    auto hint = source(instance, SourcingObjective::cost)->hint;
    for (int o = *rc::gen::inRange(1, 5); o > 0; --o) {
      auto& other = hint.others.emplace_back();
      for (int u = *rc::gen::inRange(0, 6); u > 0; --u)
        other.push_back({*rc::gen::inRange(-1, 6), *rc::gen::inRange(-1, 6),
                         *rc::gen::element<std::int64_t>(0, 1, 2, 3, INT64_MAX)});
    }
    instance.lines[0].quantity = 1 + instance.lines[0].quantity % 3;
    const auto cold = source(instance, SourcingObjective::cost);
    const auto warm = source(instance, SourcingObjective::cost, {}, &hint);
    RC_ASSERT(warm->cost == cold->cost);
    RC_ASSERT(warm->proof == cold->proof);
  }));
}

TEST_CASE("out of work every objective has a bound that is of use") {
  for (const auto objective :
       {SourcingObjective::cost, SourcingObjective::parcels, SourcingObjective::fastest}) {
    // Twenty sellers of all lines: goods alone cost at least 20 * 100.
    SourcingInstance instance;
    for (int j = 0; j < 20; ++j) instance.lines.push_back({1, 100});
    for (int i = 0; i < 20; ++i) {
      SourcingSeller seller;
      for (int j = 0; j < 20; ++j)
        if ((i + j) % 3 > 0) seller.offers.push_back({j, 100 + (i * 7 + j * 11) % 50, {}});
      Rate rate;
      rate.base = 300;
      seller.methods = {{ShippingKind::shipping, i % 4, rate}};
      instance.sellers.push_back(seller);
    }
    SourcingLimits limits;
    limits.work = 300;
    const auto cut = source(instance, objective, limits);
    CHECK(cut->proof == SourcingProof::bound);
    CHECK(cut->bound >= 2000);
    CHECK(cut->cost);
    const auto full = source(instance, objective);
    CHECK(cut->bound <= *full->cost);
    CHECK(cut->cost >= full->cost);
  }
}

TEST_CASE("a caller's clock ends the search") {
  const auto always = [](void*) { return true; };
  SourcingInstance instance;
  for (int j = 0; j < 60; ++j) instance.lines.push_back({1, 0});
  for (int i = 0; i < 120; ++i) {
    SourcingSeller seller;
    for (int j = 0; j < 60; ++j)
      seller.offers.push_back({j, 1000 + (i * 7919 + j * 104729) % 1009, {}});
    Rate rate;
    rate.base = 500 + i % 7;
    seller.methods = {{ShippingKind::shipping, 1, rate}};
    instance.sellers.push_back(seller);
  }
  for (const auto objective :
       {SourcingObjective::cost, SourcingObjective::parcels, SourcingObjective::fastest}) {
    const auto answer = source(instance, objective, {1'000'000'000, always, nullptr});
    CHECK(answer->cost);
    CHECK(answer->work < 500'000);
  }
}

TEST_CASE("a search out of work still tells a bound that holds") {
  REQUIRE(rc::check([] {
    const auto instance = cart();
    const auto objective = *rc::gen::element(SourcingObjective::cost, SourcingObjective::parcels,
                                             SourcingObjective::fastest, SourcingObjective::pickup);
    const auto full = source(instance, objective);
    SourcingLimits limits;
    limits.work = *rc::gen::inRange(1, 3000);
    const auto cut = source(instance, objective, limits);
    if (!full->cost) {
      RC_ASSERT(!cut->cost);
      return;
    }
    RC_ASSERT(cut->bound <= *full->cost);
    // Out of work, another way may be cheaper that takes more sellers or days.
    const bool ordered = cut->sellers == full->sellers && cut->max_days == full->max_days;
    if (cut->cost && ordered) RC_ASSERT(*cut->cost >= *full->cost);
    if (cut->proof == SourcingProof::optimal) RC_ASSERT(cut->cost == full->cost);
    RC_ASSERT(cut->proof != SourcingProof::infeasible);
  }));
}

TEST_CASE("an empty cart costs nothing") {
  CHECK(source(SourcingInstance{}, SourcingObjective::cost)->cost == 0);
}

TEST_CASE("a cart that cannot be served says which line lacks what") {
  SourcingSeller seller;
  seller.offers = {{0, 100, 3}, {1, 100, {}}};
  seller.methods = {{ShippingKind::shipping, 1, Rate{}}};
  const SourcingInstance instance{{{5, 0}, {1, 0}}, {seller}};
  const auto answer = source(instance, SourcingObjective::cost);
  CHECK(answer->proof == SourcingProof::infeasible);
  const auto missing = shortages(instance, SourcingObjective::cost);
  REQUIRE(missing.size() == 1);
  CHECK(missing[0].line == 0);
  CHECK(missing[0].available == 3);
}

TEST_CASE("a wrong instance is refused with the path of its first fault") {
  SourcingSeller seller;
  seller.offers = {{0, 100, {}}};
  seller.methods = {{ShippingKind::shipping, 1, Rate{}}};
  const SourcingInstance good{{{1, 0}}, {seller}};
  const auto fault = [&](auto change) {
    auto instance = good;
    change(instance);
    const auto answer = source(instance, SourcingObjective::cost);
    return answer ? std::string("none")
                  : std::string(name(answer.error().code)) + ' ' + answer.error().where;
  };
  CHECK(fault([](auto&) {}) == "none");
  CHECK(fault([](auto& i) { i.lines[0].quantity = 0; }) == "out_of_range lines[0].quantity");
  CHECK(fault([](auto& i) { i.sellers[0].offers[0].line = 1; }) ==
        "out_of_range sellers[0].offers[0].line");
  CHECK(fault([](auto& i) {
          i.sellers[0].offers.push_back({0, 1, {}, {}});
        }) == "duplicate_offer sellers[0].offers[1].line");
  CHECK(fault([](auto& i) { i.sellers[0].offers[0].price = -1; }) ==
        "out_of_range sellers[0].offers[0].price");
  CHECK(fault([](auto& i) { i.sellers[0].methods[0].rate->per_item = 1'000'000'000'001; }) ==
        "out_of_range sellers[0].methods[0].rate.per_item");
  CHECK(fault([](auto& i) {
          i.lines[0].quantity = 1'000'000;
          i.sellers[0].methods[0].rate->per_item = 1'000'000'000;
        }) == "out_of_range sellers[0].methods");
  CHECK(fault([](auto& i) {
          i.sellers[0].discounts.assign(10'000, {});
          for (int d = 0; d < 10'000; ++d) i.sellers[0].discounts[d].from = d;
        }) == "too_large sellers[0].methods");
  CHECK(fault([](auto& i) {
          i.sellers[0].methods[0].rate->weight_tiers = {{5, 1}, {5, 2}};
        }) == "out_of_range sellers[0].methods[0].rate.weight_tiers[1].up_to");
}

}  // namespace
}  // namespace vitrine
