#include "unit/sourcing_carts.hpp"

namespace vitrine {
namespace {

/// A number that somebody hostile, or a broken export, would send.
std::int64_t odd() {
  return *rc::gen::element<std::int64_t>(0, 0, 1, 1, 2, 3, 7, 99, 100, 1999, 1'000'000, 999'999'999,
                                         1'000'000'000'000, 9'007'199'254'740'991, -1, INT64_MAX,
                                         INT64_MIN);
}

bool now(int of) { return *rc::gen::inRange(0, of) == 0; }

/// Puts odd numbers into some of the places of a good cart.
void spoil(SourcingInstance& instance) {
  const int rarely = *rc::gen::element(10, 40, 160);
  const auto maybe = [&](auto& place) {
    if (now(rarely)) place = static_cast<std::remove_reference_t<decltype(place)>>(odd());
  };
  for (auto& line : instance.lines) {
    maybe(line.quantity);
    maybe(line.weight);
  }
  for (auto& seller : instance.sellers) {
    for (auto& offer : seller.offers) {
      maybe(offer.line);
      maybe(offer.price);
      offer.price -= offer.price % 20;  // so that discounts leave no fractions
      if (now(rarely)) offer.stock = odd();
    }
    for (auto& discount : seller.discounts) {
      maybe(discount.from);
      if (now(rarely)) discount.percent = *rc::gen::element(-1, 0, 50, 100, 101, INT32_MAX);
    }
    for (auto& method : seller.methods) {
      maybe(method.days);
      if (!method.rate) continue;
      auto& rate = *method.rate;
      maybe(rate.base);
      maybe(rate.per_item);
      if (now(rarely)) rate.free_from = odd();
      if (now(rarely)) rate.max_weight = odd();
      if (now(rarely)) rate.min_goods = odd();
      for (auto& tier : rate.weight_tiers) {
        maybe(tier.up_to);
        maybe(tier.fee);
      }
      for (auto& tier : rate.price_tiers) {
        maybe(tier.from);
        maybe(tier.fee);
      }
    }
    if (now(rarely)) seller.methods.clear();
    if (now(rarely)) seller.offers.clear();
    if (now(rarely) && !seller.offers.empty()) seller.offers.push_back(seller.offers[0]);
  }
}

bool isSmall(const SourcingInstance& instance) {
  for (const auto& line : instance.lines)
    if (line.quantity > 3) return false;
  return true;
}

/// Serves every line in full, within stock.
void serves(const SourcingInstance& instance, const SourcingAnswer& answer) {
  std::vector<std::int64_t> left;
  for (const auto& line : instance.lines) left.push_back(line.quantity);
  for (const auto& units : answer.assignment) {
    RC_ASSERT(units.quantity > 0);
    left[static_cast<std::size_t>(units.line)] -= units.quantity;
    bool offered = false;
    for (const auto& offer : instance.sellers[static_cast<std::size_t>(units.seller)].offers)
      offered = offered ||
                (offer.line == units.line && units.quantity <= offer.stock.value_or(INT64_MAX));
    RC_ASSERT(offered);
  }
  for (const auto units : left) RC_ASSERT(units == 0);
}

TEST_CASE("odd numbers are refused, or the answer is true") {
  int refused = 0;
  int proved = 0;
  REQUIRE(rc::check([&] {
    auto instance = cart();
    spoil(instance);
    const auto objective = *rc::gen::element(SourcingObjective::cost, SourcingObjective::parcels,
                                             SourcingObjective::fastest, SourcingObjective::pickup);
    SourcingLimits limits;
    limits.work = 2'000'000;
    const auto answer = source(instance, objective, limits);
    if (!answer) {
      ++refused;
      RC_ASSERT(!answer.error().where.empty());
      return;
    }
    if (answer->cost) {
      serves(instance, *answer);
      RC_ASSERT(answer->bound <= *answer->cost);
      RC_ASSERT(answer->bound >= 0);
    }
    if (objective != SourcingObjective::cost || !isSmall(instance)) return;
    const auto all = Everything(instance, [](const SourcingMethod&) { return true; }).cheapest();
    RC_ASSERT(answer->proof == (all.cost ? SourcingProof::optimal : SourcingProof::infeasible));
    RC_ASSERT(answer->cost == all.cost);
    ++proved;
  }));
  // Both kinds came up; how often is left to chance.
  CHECK(refused > 0);
  CHECK(proved > 0);
}

}  // namespace
}  // namespace vitrine
