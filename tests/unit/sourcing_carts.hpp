#pragma once

#include <rapidcheck.h>

#include <algorithm>
#include <functional>

#include "unit/catch.hpp"
#include "vitrine/sourcing.hpp"

/// Carts with every rule, small enough to try all their splits.
namespace vitrine {

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
inline Rate rate() {
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

inline SourcingInstance cart(int most_lines = 4, int most_sellers = 4) {
  SourcingInstance instance;
  const int lines = *rc::gen::inRange(1, most_lines + 1);
  for (int j = 0; j < lines; ++j)
    instance.lines.push_back({*rc::gen::inRange(1, 4), *rc::gen::inRange(0, 10) * 100});
  for (int i = *rc::gen::inRange(1, most_sellers + 1); i > 0; --i) {
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

}  // namespace vitrine
