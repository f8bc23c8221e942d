#include "sourcing/model.hpp"

#include <algorithm>
#include <numeric>

namespace vitrine::sourcing {
namespace {

/// A fee that holds from `from` until `until` (goods or weight, half open).
struct Step {
  double from = 0;
  double until = unlimited;
  double value = 0;
};

double number(std::int64_t value) { return static_cast<double>(value); }

/// A step may reach past its end over steps that are no dearer: the least of the modes stays the
/// same, and a lower limit alone is easier to bound.
void stretchUp(std::vector<Step>& steps) {
  for (std::size_t i = 0; i < steps.size(); ++i) {
    auto next = i + 1;
    while (next < steps.size() && steps[next].value <= steps[i].value) ++next;
    steps[i].until = next < steps.size() ? steps[next].from : unlimited;
  }
}

void stretchDown(std::vector<Step>& steps) {
  for (std::size_t i = steps.size(); i-- > 0;) {
    auto before = i;
    while (before > 0 && steps[before - 1].value <= steps[i].value) --before;
    steps[i].from = before == 0 ? -1 : steps[before - 1].until;
  }
}

bool covers(const Mode& a, const Mode& b) {
  return a.fee <= b.fee && a.per_item <= b.per_item && a.share <= b.share &&
         a.min_goods <= b.min_goods && a.max_goods >= b.max_goods &&
         a.over_weight <= b.over_weight && a.max_weight >= b.max_weight;
}

class Builder {
 public:
  Builder(const SourcingInstance& instance, const Filter& filter, Model& model)
      : instance_(instance), filter_(filter), model_(model) {}

  void run() {
    model_.lines = static_cast<int>(instance_.lines.size());
    model_.sellers = static_cast<int>(instance_.sellers.size());
    model_.demand.clear();
    model_.first_offer.clear();
    model_.offer_line.clear();
    model_.offer_price.clear();
    model_.offer_weight.clear();
    model_.offer_cap.clear();
    model_.first_mode.clear();
    model_.modes.clear();
    model_.cost.clear();
    model_.cap.clear();
    for (const auto& line : instance_.lines) model_.demand.push(number(line.quantity));
    model_.first_offer.push(0);
    model_.first_mode.push(0);
    for (const auto& seller : instance_.sellers) add(seller);
    measure();
    index(model_);
  }

 private:
  void add(const SourcingSeller& seller) {
    const int from = model_.offer_line.size();
    surcharge_ = number(seller.surcharge);
    goods_ = weight_ = 0;
    least_price_ = unlimited;
    for (const auto& offer : seller.offers) {
      const double demand = model_.demand[offer.line];
      const double cap = offer.stock ? std::min(number(*offer.stock), demand) : demand;
      if (cap <= 0) continue;
      model_.offer_line.push(offer.line);
      model_.offer_price.push(number(offer.price));
      const auto& line = instance_.lines[static_cast<std::size_t>(offer.line)];
      model_.offer_weight.push(number(offer.weight.value_or(line.weight)));
      model_.offer_cap.push(cap);
      goods_ += cap * number(offer.price);
      weight_ += cap * model_.offer_weight.back();
      least_price_ = std::min(least_price_, number(offer.price));
    }
    const int to = model_.offer_line.size();
    model_.first_offer.push(to);
    modes_.clear();
    if (to > from) {
      shares(seller);
      for (std::size_t m = 0; m < seller.methods.size(); ++m) {
        const auto& method = seller.methods[m];
        if (!method.rate || method.days > filter_.max_days) continue;
        if (filter_.pickup_only && method.kind != ShippingKind::pickup) continue;
        rate(*method.rate, static_cast<int>(m));
      }
    }
    for (const auto& mode : modes_) keep(mode, from, to);
    model_.first_mode.push(model_.modes.size());
  }

  void shares(const SourcingSeller& seller) {
    shares_.assign(1, {0, unlimited, 100});
    for (const auto& tier : seller.discounts) {
      const Step step{number(tier.from), unlimited, 100.0 - tier.percent};
      if (tier.from <= 0) {
        shares_.back().value = step.value;
      } else {
        shares_.push_back(step);
      }
    }
    stretchUp(shares_);
  }

  void rate(const Rate& rate, int method) {
    const double heaviest = rate.max_weight ? number(*rate.max_weight) : unlimited;
    const double least = rate.min_goods ? std::max(0.0, number(*rate.min_goods)) : 0;
    weights_.assign(1, {-1, unlimited, number(rate.base)});
    values_.assign(1, {0, unlimited, number(rate.base)});
    if (!rate.weight_tiers.empty()) {
      weights_.clear();
      double over = -1;
      for (const auto& tier : rate.weight_tiers) {
        weights_.push_back({over, number(tier.up_to), number(tier.fee)});
        over = number(tier.up_to);
      }
      stretchDown(weights_);
    } else {
      for (const auto& tier : rate.price_tiers) {
        if (tier.from <= 0) {
          values_.back().value = number(tier.fee);
        } else {
          values_.push_back({number(tier.from), unlimited, number(tier.fee)});
        }
      }
      stretchUp(values_);
    }
    Mode mode;
    mode.method = method;
    mode.per_item = 100 * number(rate.per_item);
    const bool tiers = !rate.weight_tiers.empty();
    for (const auto& weight : weights_) {
      for (const auto& value : values_) {
        mode.fee = 100 * (surcharge_ + (tiers ? weight.value : value.value));
        mode.over_weight = weight.from;
        mode.max_weight = std::min(weight.until, heaviest);
        mode.min_goods = std::max(least, value.from);
        mode.max_goods = value.until;
        discounted(mode);
      }
    }
    if (rate.free_from) {
      mode.fee = 100 * surcharge_;
      mode.per_item = 0;
      mode.over_weight = -1;
      mode.max_weight = std::min(heaviest, tiers ? weights_.back().until : unlimited);
      mode.min_goods = std::max(least, number(*rate.free_from));
      mode.max_goods = unlimited;
      discounted(mode);
    }
  }

  void discounted(Mode mode) {
    const double from = mode.min_goods;
    const double until = mode.max_goods;
    for (const auto& share : shares_) {
      mode.share = share.value;
      mode.min_goods = std::max(from, share.from);
      mode.max_goods = std::min(until, share.until);
      consider(mode);
    }
  }

  /// Drops what cannot happen or never matters; states limits that cannot bind as absent.
  void consider(Mode mode) {
    if (mode.min_goods > goods_ || mode.min_goods >= mode.max_goods) return;
    if (mode.max_weight < 0 || mode.over_weight >= std::min(weight_, mode.max_weight)) return;
    if (mode.min_goods <= least_price_) mode.min_goods = 0;
    if (mode.max_weight >= weight_) mode.max_weight = unlimited;
    if (mode.max_goods > goods_) mode.max_goods = unlimited;
    mode.limited = mode.min_goods > 0 || mode.max_goods < unlimited || mode.over_weight >= 0 ||
                   mode.max_weight < unlimited;
    for (const auto& other : modes_)
      if (covers(other, mode)) return;
    modes_.erase(std::remove_if(modes_.begin(), modes_.end(),
                                [&](const Mode& other) { return covers(mode, other); }),
                 modes_.end());
    modes_.push_back(mode);
  }

  void keep(Mode mode, int from, int to) {
    mode.seller = model_.first_mode.size() - 1;
    mode.first = model_.cost.size();
    double goods = 0;
    for (int o = from; o < to; ++o) {
      const double weight = model_.offer_weight[o];
      double cap = model_.offer_cap[o];
      if (cap * weight > mode.max_weight)
        cap = static_cast<double>(static_cast<std::int64_t>(mode.max_weight / weight));
      const double cost = model_.offer_price[o] * mode.share + mode.per_item;
      model_.cost.push(cap > 0 ? cost : unlimited);
      model_.cap.push(cap);
      goods += cap * model_.offer_price[o];
    }
    if (goods >= mode.min_goods) {
      model_.modes.push(mode);
      return;
    }
    model_.cost.resize(mode.first);  // what it can carry never reaches its least goods
    model_.cap.resize(mode.first);
  }

  /// The largest amount that every total is a multiple of.
  void measure() {
    std::int64_t unit = 0;
    for (const auto& mode : model_.modes) {
      unit = std::gcd(unit, static_cast<std::int64_t>(mode.fee));
      for (int t = 0; t < model_.offersOf(mode.seller); ++t) {
        const double cost = model_.cost[mode.first + t];
        if (cost < unlimited) unit = std::gcd(unit, static_cast<std::int64_t>(cost));
      }
      if (unit == 1) break;
    }
    model_.unit = unit == 0 ? 1 : number(unit);
  }

  const SourcingInstance& instance_;
  const Filter& filter_;
  Model& model_;
  double surcharge_ = 0;
  double goods_ = 0;
  double weight_ = 0;
  double least_price_ = 0;
  std::vector<Step> shares_;
  std::vector<Step> weights_;
  std::vector<Step> values_;
  std::vector<Mode> modes_;
};

}  // namespace

double Model::sellerCost(int seller, double goods, double mass, double units, int* used) const {
  if (units <= 0) return 0;
  double best = unlimited;
  for (int k = first_mode[seller]; k < first_mode[seller + 1]; ++k) {
    const auto& mode = modes[k];
    if (goods < mode.min_goods || goods >= mode.max_goods) continue;
    if (mass > mode.max_weight || mass <= mode.over_weight) continue;
    const double cost = mode.fee + mode.per_item * units + goods * mode.share;
    if (cost < best) {
      best = cost;
      if (used) *used = k;
    }
  }
  return best;
}

void build(const SourcingInstance& instance, const Filter& filter, Model& model) {
  Builder(instance, filter, model).run();
}

void index(Model& model) {
  auto& first = model.first_entry;
  first.assign(model.lines + 2, 0);
  for (const auto& mode : model.modes) {
    const int offer = model.first_offer[mode.seller];
    for (int t = 0; t < model.offersOf(mode.seller); ++t)
      if (model.cost[mode.first + t] < unlimited) ++first[model.offer_line[offer + t] + 2];
  }
  for (int j = 0; j < model.lines; ++j) first[j + 2] += first[j + 1];
  model.entries.resize(first[model.lines + 1]);
  for (int k = 0; k < model.modes.size(); ++k) {
    const auto& mode = model.modes[k];
    const int offer = model.first_offer[mode.seller];
    for (int t = 0; t < model.offersOf(mode.seller); ++t) {
      if (model.cost[mode.first + t] == unlimited) continue;
      model.entries[first[model.offer_line[offer + t] + 1]++] = {k, mode.first + t};
    }
  }
}

}  // namespace vitrine::sourcing
