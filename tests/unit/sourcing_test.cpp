#include "vitrine/sourcing.hpp"

#include <algorithm>
#include <functional>

#include "unit/catch.hpp"

namespace vitrine {
namespace {

/// The least total over complete enumeration, straight from the words of the rules.
struct Enumerated {
  std::optional<Amount> cost;
  int sellers = 0;
};

class Everything {
 public:
  Everything(const SourcingInstance& instance, std::function<bool(const SourcingMethod&)> admits)
      : instance_(instance), admits_(std::move(admits)) {
    for (const auto& seller : instance.sellers) taken_.emplace_back(seller.offers.size(), 0);
  }

  Enumerated cheapest() {
    fewest_first_ = false;
    line(0);
    return best_;
  }
  Enumerated fewest() {
    fewest_first_ = true;
    line(0);
    return best_;
  }

 private:
  void line(std::size_t j) {
    if (j == instance_.lines.size()) {
      price();
    } else {
      share(j, 0, instance_.lines[j].quantity);
    }
  }

  void share(std::size_t j, std::size_t i, std::int64_t left) {
    if (i == instance_.sellers.size()) {
      if (left == 0) line(j + 1);
      return;
    }
    const auto& offers = instance_.sellers[i].offers;
    for (std::size_t o = 0; o < offers.size(); ++o) {
      if (offers[o].line != static_cast<std::int32_t>(j)) continue;
      const auto most = std::min(left, offers[o].stock.value_or(left));
      for (std::int64_t units = 1; units <= most; ++units) {
        taken_[i][o] = units;
        share(j, i + 1, left - units);
      }
      taken_[i][o] = 0;
    }
    share(j, i + 1, left);
  }

  void price() {
    Amount total = 0;
    int used = 0;
    for (std::size_t i = 0; i < instance_.sellers.size(); ++i) {
      const auto& seller = instance_.sellers[i];
      Parcel parcel;
      for (std::size_t o = 0; o < seller.offers.size(); ++o) {
        const auto& wanted = instance_.lines[static_cast<std::size_t>(seller.offers[o].line)];
        parcel.goods += taken_[i][o] * seller.offers[o].price;
        parcel.weight += taken_[i][o] * seller.offers[o].weight.value_or(wanted.weight);
        parcel.units += taken_[i][o];
      }
      if (parcel.units == 0) continue;
      ++used;
      Amount percent = 0;
      for (const auto& tier : seller.discounts)
        if (parcel.goods >= tier.from) percent = tier.percent;
      std::optional<Amount> fee;
      for (const auto& method : seller.methods) {
        if (!method.rate || !admits_(method)) continue;
        const auto one = *parcelFee(*method.rate, parcel);
        if (one && (!fee || *one < *fee)) fee = one;
      }
      if (!fee) return;
      total += parcel.goods - parcel.goods * percent / 100 + *fee + seller.surcharge;
    }
    const bool better = !best_.cost || (fewest_first_ && used < best_.sellers) ||
                        ((!fewest_first_ || used == best_.sellers) && total < *best_.cost);
    if (better) best_ = {total, used};
  }

  const SourcingInstance& instance_;
  std::function<bool(const SourcingMethod&)> admits_;
  std::vector<std::vector<std::int64_t>> taken_;
  bool fewest_first_ = false;
  Enumerated best_;
};

/// Prices in steps of 20, so that discounts leave no fractions.
Rate rate() {
  Rate rate;
  rate.base = *rc::gen::inRange(0, 60) * 10;
  if (*rc::gen::inRange(0, 3) == 0) rate.per_item = *rc::gen::inRange(0, 20) * 10;
  if (*rc::gen::inRange(0, 2) == 0) rate.free_from = *rc::gen::inRange(1, 40) * 100;
  if (*rc::gen::inRange(0, 4) == 0) rate.min_goods = *rc::gen::inRange(1, 20) * 100;
  if (*rc::gen::inRange(0, 4) == 0) rate.max_weight = *rc::gen::inRange(1, 30) * 100;
  const auto tiers = *rc::gen::inRange(0, 4);
  if (tiers == 1) {
    std::int64_t up_to = 0;
    // Heavier may even be cheaper: odd, but a rule like any other.
    for (int t = *rc::gen::inRange(1, 4); t > 0; --t)
      rate.weight_tiers.push_back(
          {up_to += *rc::gen::inRange(1, 15) * 100, *rc::gen::inRange(0, 60) * 10});
  }
  if (tiers == 2) {
    Amount from = 0;
    for (int t = *rc::gen::inRange(1, 4); t > 0; --t) {
      rate.price_tiers.push_back({from, *rc::gen::inRange(0, 60) * 10});
      from += *rc::gen::inRange(1, 20) * 100;
    }
  }
  return rate;
}

SourcingInstance cart() {
  SourcingInstance instance;
  const int lines = *rc::gen::inRange(1, 5);
  for (int j = 0; j < lines; ++j)
    instance.lines.push_back({*rc::gen::inRange(1, 4), *rc::gen::inRange(0, 10) * 100});
  for (int i = *rc::gen::inRange(1, 5); i > 0; --i) {
    SourcingSeller seller;
    if (*rc::gen::inRange(0, 4) == 0) seller.surcharge = *rc::gen::inRange(0, 60) * 10;
    for (int j = 0; j < lines; ++j) {
      if (*rc::gen::inRange(0, 4) == 0) continue;
      SourcingOffer offer{j, *rc::gen::inRange(0, 60) * 20, {}, {}};
      if (*rc::gen::inRange(0, 2) == 0) offer.stock = *rc::gen::inRange(0, 4);
      if (*rc::gen::inRange(0, 3) == 0) offer.weight = *rc::gen::inRange(0, 10) * 100;
      seller.offers.push_back(offer);
    }
    if (*rc::gen::inRange(0, 3) == 0) {
      const Amount from = *rc::gen::inRange(0, 20) * 100;
      seller.discounts.push_back({from, *rc::gen::element(5, 10)});
      if (*rc::gen::inRange(0, 2) == 0)
        seller.discounts.push_back({from + 500, *rc::gen::element(0, 10, 25)});
    }
    for (int m = *rc::gen::inRange(1, 4); m > 0; --m) {
      SourcingMethod method;
      method.kind = *rc::gen::element(ShippingKind::shipping, ShippingKind::pickup);
      method.days = *rc::gen::inRange(0, 4);
      if (*rc::gen::inRange(0, 6) > 0) method.rate = rate();
      seller.methods.push_back(method);
    }
    instance.sellers.push_back(seller);
  }
  return instance;
}

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

TEST_CASE("a search out of work still tells a bound that holds") {
  REQUIRE(rc::check([] {
    const auto instance = cart();
    const auto full = source(instance, SourcingObjective::cost);
    SourcingLimits limits;
    limits.work = *rc::gen::inRange(1, 3000);
    const auto cut = source(instance, SourcingObjective::cost, limits);
    if (!full->cost) {
      RC_ASSERT(!cut->cost);
      return;
    }
    RC_ASSERT(cut->bound <= *full->cost);
    if (cut->cost) RC_ASSERT(*cut->cost >= *full->cost);
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
  CHECK(fault([](auto& i) {
          i.sellers[0].methods[0].rate->weight_tiers = {{5, 1}, {5, 2}};
        }) == "out_of_range sellers[0].methods[0].rate.weight_tiers[1].up_to");
}

}  // namespace
}  // namespace vitrine
