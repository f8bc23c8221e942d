#include "placement.hpp"

#include <algorithm>
#include <cmath>

namespace vitrine::sourcing {
namespace {

constexpr double tiny = 1e-6;

}  // namespace

void Placement::read(const List<int>& modes, const List<int>& open) {
  const int slots = open.size();
  modes_.resize(slots);
  for (int s = 0; s < slots; ++s) modes_[s] = modes[open[s]];
  lambda_.assign(slots, 0);
  mu_.assign(slots, 0);
  set_goods_.assign(slots, 0);
  set_mass_.assign(slots, 0);
  set_units_.assign(slots, 0);
  set_cost_ = 0;
  goods_.resize(slots);
  mass_.resize(slots);
  units_.resize(slots);
  first_.assign(model_.lines + 2, 0);
  free_.assign(model_.lines, 0);
  for (const int k : modes_) {
    const auto& mode = model_.modes[k];
    set_cost_ += mode.fee;
    const int offer = model_.first_offer[mode.seller];
    for (int t = 0; t < model_.offersOf(mode.seller); ++t)
      if (model_.cost[mode.first + t] < unlimited) ++first_[model_.offer_line[offer + t] + 2];
  }
  for (int j = 0; j < model_.lines; ++j) first_[j + 2] += first_[j + 1];
  options_.resize(first_[model_.lines + 1]);
  for (const bool limited : {true, false}) {
    for (int s = 0; s < slots; ++s) {
      const auto& mode = model_.modes[modes_[s]];
      if (mode.limited != limited) continue;
      const int offer = model_.first_offer[mode.seller];
      for (int t = 0; t < model_.offersOf(mode.seller); ++t) {
        const double cost = model_.cost[mode.first + t];
        if (cost == unlimited) continue;
        const int j = model_.offer_line[offer + t];
        options_[first_[j + 1]++] = {s, offer + t, model_.cap[mode.first + t], cost,
                                     model_.offer_price[offer + t]};
        if (limited) ++free_[j];
      }
    }
  }
  for (int j = 0; j < model_.lines; ++j) {
    free_[j] += first_[j];
    for (int y = free_[j] + 1; y < first_[j + 1]; ++y)
      for (int z = y; z > free_[j] && options_[z].cost < options_[z - 1].cost; --z)
        std::swap(options_[z], options_[z - 1]);
  }
  filled_.assign(options_.size(), 0);
  take_.assign(options_.size(), 0);
  work += 4 * options_.size() + 4 * model_.lines;
}

/// Decides the lines that leave no choice and orders the others.
void Placement::arrange() {
  order_.clear();
  for (int j = 0; j < model_.lines; ++j) {
    const bool single = first_[j + 1] - first_[j] == 1;
    if (free_[j] > first_[j] && !single) {
      order_.push(j);
      continue;
    }
    double left = model_.demand[j];
    for (int y = first_[j]; y < first_[j + 1] && left > 0; ++y) {
      const auto& option = options_[y];
      const double units = std::min(left, option.cap);
      take_[y] = units;
      left -= units;
      set_cost_ += units * option.cost;
      set_goods_[option.slot] += units * option.price;
      set_mass_[option.slot] += units * model_.weight[j];
      set_units_[option.slot] += units;
    }
  }
  const auto size = [&](int j) {
    double most = 0;
    for (int y = first_[j]; y < free_[j]; ++y)
      most = std::max(most, options_[y].cap * options_[y].price);
    return most;
  };
  for (int a = 1; a < order_.size(); ++a)
    for (int b = a; b > 0 && size(order_[b]) > size(order_[b - 1]); --b)
      std::swap(order_[b], order_[b - 1]);
  const int slots = modes_.size();
  reach_.assign((order_.size() + 1) * slots, 0);
  for (int d = order_.size() - 1; d >= 0; --d) {
    const int j = order_[d];
    for (int s = 0; s < slots; ++s) reach_[d * slots + s] = reach_[(d + 1) * slots + s];
    for (int y = first_[j]; y < first_[j + 1]; ++y)
      reach_[d * slots + options_[y].slot] += options_[y].cap * options_[y].price;
  }
}

/// The bound for the multipliers as they are, of the lines still open at this depth; leaves goods,
/// mass and units of its solution.
double Placement::relax(int depth) {
  double sum = set_cost_;
  for (int s = 0; s < modes_.size(); ++s) {
    const auto& mode = model_.modes[modes_[s]];
    if (lambda_[s] > 0) sum += lambda_[s] * (mode.min_goods - set_goods_[s]);
    if (mu_[s] > 0) sum += mu_[s] * (set_mass_[s] - mode.max_weight);
    goods_[s] = set_goods_[s];
    mass_[s] = set_mass_[s];
    units_[s] = set_units_[s];
  }
  for (int d = depth; d < order_.size(); ++d) {
    const int j = order_[d];
    const int from = first_[j];
    const int to = first_[j + 1];
    double left = model_.demand[j];
    for (int y = from; y < to; ++y) filled_[y] = 0;
    while (left > 0) {
      int pick = -1;
      double least = unlimited;
      for (int y = from; y < to; ++y) {
        if (filled_[y] > 0) continue;
        const double cost = priced(options_[y], j);
        if (cost < least) {
          least = cost;
          pick = y;
        }
      }
      if (pick < 0) return unlimited;
      const auto& option = options_[pick];
      const double units = std::min(left, option.cap);
      filled_[pick] = units;
      left -= units;
      sum += units * least;
      goods_[option.slot] += units * option.price;
      mass_[option.slot] += units * model_.weight[j];
      units_[option.slot] += units;
    }
    work += 2 * (to - from);
  }
  return sum;
}

/// Maximises the bound over one multiplier: cuts from both sides until they meet (Kelley 1960).
/// The multiplier ends where the bound was best.
double Placement::tune(int depth, int s, double& multiplier, bool goods) {
  const auto& mode = model_.modes[modes_[s]];
  const auto slope = [&] {
    return goods ? mode.min_goods - goods_[s] : mass_[s] - mode.max_weight;
  };
  double left = multiplier;
  double left_value = relax(depth);
  double left_slope = slope();
  double right = left;
  double right_value = left_value;
  double right_slope = left_slope;
  if (left_slope > 0) {
    double step = goods ? 20 : 1;
    do {
      multiplier = right += step;
      step *= 8;
      right_value = relax(depth);
      right_slope = slope();
      if (right_slope <= 0) break;
      if (right > 1e8) return unlimited;  // the limit cannot be kept
      left = right;
      left_value = right_value;
      left_slope = right_slope;
    } while (true);
  } else {
    if (left <= 0 || left_slope == 0) return left_value;
    multiplier = left = 0;
    left_value = relax(depth);
    left_slope = slope();
    if (left_slope <= 0) return left_value;
  }
  double best = std::max(left_value, right_value);
  double where = left_value >= right_value ? left : right;
  for (int round = 0; round < 12 && right_slope < 0 && best < ceiling_; ++round) {
    const double meet = (right_value - left_value + left * left_slope - right * right_slope) /
                        (left_slope - right_slope);
    const double hope = left_value + (meet - left) * left_slope;
    if (hope <= best + 0.5 || meet <= left || meet >= right) break;
    multiplier = meet;
    const double value = relax(depth);
    const double there = slope();
    if (value > best) {
      best = value;
      where = meet;
    }
    if (there > 0) {
      left = meet;
      left_value = value;
      left_slope = there;
    } else {
      right = meet;
      right_value = value;
      right_slope = there;
    }
  }
  multiplier = where;
  return best;
}

/// The bound at this depth, with multipliers for the limits that are broken.
double Placement::bounded(int depth) {
  const int slots = modes_.size();
  for (int s = 0; s < slots; ++s) {
    const auto& mode = model_.modes[modes_[s]];
    if (set_goods_[s] + reach_[depth * slots + s] < mode.min_goods) return unlimited;
    if (set_mass_[s] > mode.max_weight) return unlimited;
    if (set_goods_[s] >= mode.min_goods) lambda_[s] = 0;
  }
  double bound = relax(depth);
  for (int round = 0; round < 2; ++round) {
    const double before = bound;
    int broken = 0;
    for (int s = 0; s < slots && bound < ceiling_; ++s) {
      const auto& mode = model_.modes[modes_[s]];
      if (goods_[s] < mode.min_goods || lambda_[s] > 0) {
        bound = std::max(bound, tune(depth, s, lambda_[s], true));
        ++broken;
      }
      if (bound < ceiling_ && (mass_[s] > mode.max_weight || mu_[s] > 0)) {
        bound = std::max(bound, tune(depth, s, mu_[s], false));
        ++broken;
      }
    }
    if (bound >= ceiling_) return bound;
    if (broken < 2 || bound < before + 1) break;
  }
  return relax(depth);
}

bool Placement::valid() const {
  for (int s = 0; s < modes_.size(); ++s) {
    const auto& mode = model_.modes[modes_[s]];
    if (goods_[s] < mode.min_goods || mass_[s] > mode.max_weight) return false;
  }
  return true;
}

/// Keeps what is decided and relaxed, if it is truly the best so far.
void Placement::keep() {
  double total = 0;
  for (int s = 0; s < modes_.size(); ++s)
    total += model_.sellerCost(model_.modes[modes_[s]].seller, goods_[s], mass_[s], units_[s],
                               nullptr);
  if (total >= best_->cost - tiny) return;
  best_->cost = total;
  best_->take.assign(model_.offer_line.size(), 0);
  for (int y = 0; y < options_.size(); ++y)
    best_->take[options_[y].offer] += take_[y] + filled_[y];
  ceiling_ = std::min(ceiling_, total - margin_);
}

void Placement::solve(int depth) {
  if (work > limit_) stopped_ = true;
  if (stopped_) return;
  const int slots = modes_.size();
  const int mark = saved_.size();
  for (int s = 0; s < slots; ++s) {
    saved_.push(lambda_[s]);
    saved_.push(mu_[s]);
  }
  const double bound = bounded(depth);
  if (bound >= ceiling_) {
    least_ = std::min(least_, bound);
  } else {
    keep();
    bool exact = valid();
    for (int s = 0; exact && s < slots; ++s) {
      const auto& mode = model_.modes[modes_[s]];
      exact = (lambda_[s] == 0 || goods_[s] == mode.min_goods) &&
              (mu_[s] == 0 || mass_[s] == mode.max_weight);
    }
    if (exact || bound >= ceiling_) {
      least_ = std::min(least_, bound);
    } else if (depth < order_.size()) {
      const int j = order_[depth];
      double greedy = 0;
      for (int y = first_[j]; y < first_[j + 1]; ++y) {
        greedy += filled_[y] * priced(options_[y], j);
        filled_[y] = 0;
      }
      distribute(depth, first_[j], model_.demand[j], bound - greedy);
    }
  }
  for (int s = slots - 1; s >= 0; --s) {
    mu_[s] = saved_.pop();
    lambda_[s] = saved_.pop();
  }
  (void)mark;
}

/// All ways to share one line among the options with limits; the others take the rest, cheapest
/// first, since any other way only costs more. `bound`: of everything but what is still to share.
void Placement::distribute(int depth, int y, double left, double bound) {
  const int j = order_[depth];
  if (y == first_[j + 1]) {
    if (left <= 0) solve(depth + 1);
    return;
  }
  const auto& option = options_[y];
  double later = 0;
  double dearest = left > 0 ? unlimited : 0;
  for (int z = y + 1; z < first_[j + 1]; ++z) {
    later += options_[z].cap;
    dearest = std::min(dearest, priced(options_[z], j));
  }
  const double most = std::min(left, option.cap);
  const double fewest = y >= free_[j] ? most : std::max(0.0, left - later);
  const double each = priced(option, j);
  for (double units = most; units >= fewest && !stopped_; units -= 1) {
    work += 4;
    const double now = bound + units * each;
    const double rest = left > units ? (left - units) * dearest : 0;
    if (now + rest >= ceiling_) {
      least_ = std::min(least_, now + rest);
      continue;
    }
    take_[y] = units;
    set_cost_ += units * option.cost;
    set_goods_[option.slot] += units * option.price;
    set_mass_[option.slot] += units * model_.weight[j];
    set_units_[option.slot] += units;
    distribute(depth, y + 1, left - units, now);
    set_units_[option.slot] -= units;
    set_mass_[option.slot] -= units * model_.weight[j];
    set_goods_[option.slot] -= units * option.price;
    set_cost_ -= units * option.cost;
    take_[y] = 0;
  }
}

double Placement::run(const List<int>& modes, const List<int>& open, double ceiling,
                      std::int64_t work_limit, Split& best) {
  best_ = &best;
  ceiling_ = ceiling;
  least_ = unlimited;
  margin_ = model_.unit > 0 ? model_.unit - tiny : 1e-10 * std::abs(ceiling);
  limit_ = work + work_limit;
  stopped_ = false;
  saved_.clear();
  read(modes, open);
  arrange();
  solve(0);
  return stopped_ ? -1 : least_;
}

}  // namespace vitrine::sourcing
