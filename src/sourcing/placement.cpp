#include "sourcing/placement.hpp"

#include <algorithm>
#include <cmath>

namespace vitrine::sourcing {
namespace {

constexpr double tiny = 1e-6;
constexpr int deepest = 1000;  // decisions within decisions: the stack ends somewhere

}  // namespace

void Placement::read(const Set& set) {
  const int slots = set.open.size();
  modes_.resize(slots);
  lambda_.resize(slots);
  mu_.resize(slots);
  for (int s = 0; s < slots; ++s) {
    modes_[s] = set.modes[set.open[s]];
    lambda_[s] = set.lambda[set.open[s]];
    mu_[s] = set.mu[set.open[s]];
  }
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
        options_[first_[j + 1]++] = {s,
                                     offer + t,
                                     model_.cap[mode.first + t],
                                     cost,
                                     model_.offer_price[offer + t],
                                     model_.offer_weight[offer + t]};
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
  line_cost_.assign(model_.lines, 0);
  take_.assign(options_.size(), 0);
  effort_.spend(4 * options_.size() + 4 * model_.lines);
}

/// Decides the lines that leave no choice and orders the others. False when a line cannot be
/// placed.
bool Placement::arrange() {
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
      set_mass_[option.slot] += units * option.weight;
      set_units_[option.slot] += units;
    }
    if (left > 0) return false;
  }
  weight_.resize(model_.lines);
  for (const int j : order_) {
    weight_[j] = 0;
    for (int y = first_[j]; y < free_[j]; ++y)
      weight_[j] = std::max(weight_[j], options_[y].cap * options_[y].price);
  }
  for (int a = 1; a < order_.size(); ++a)
    for (int b = a; b > 0 && weight_[order_[b]] > weight_[order_[b - 1]]; --b)
      std::swap(order_[b], order_[b - 1]);
  needs_.resize(modes_.size());
  reach_.assign(modes_.size(), 0);
  for (const int j : order_) reach(j, 1);
  return true;
}

/// Counts a line in or out of the goods that the open lines can bring.
void Placement::reach(int j, double sign) {
  for (int y = first_[j]; y < first_[j + 1]; ++y)
    reach_[options_[y].slot] += sign * options_[y].cap * options_[y].price;
}

bool Placement::valid() const {
  for (int s = 0; s < modes_.size(); ++s) {
    const auto& mode = model_.modes[modes_[s]];
    if (goods_[s] < mode.min_goods || mass_[s] > mode.max_weight) return false;
    if (goods_[s] >= mode.max_goods || mass_[s] <= mode.over_weight) return false;
  }
  return true;
}

/// Keeps what is decided and relaxed, if it is truly the best so far.
void Placement::keep() {
  double total = 0;
  for (int s = 0; s < modes_.size(); ++s)
    total +=
        model_.sellerCost(model_.modes[modes_[s]].seller, goods_[s], mass_[s], units_[s], nullptr);
  if (total >= best_->cost - tiny) return;
  best_->cost = total;
  best_->take.assign(model_.offer_line.size(), 0);
  for (int y = 0; y < options_.size(); ++y) best_->take[options_[y].offer] += take_[y] + filled_[y];
  ceiling_ = std::min(ceiling_, total - margin_);
}

void Placement::solve(int depth) {
  if (effort_.done() > until_ || effort_.over()) stopped_ = true;
  if (stopped_) return;
  const int slots = modes_.size();
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
      // The line that the multipliers leave undecided tells most.
      for (int d = depth + 1; d < order_.size(); ++d)
        if (order_[d] == critical_) std::swap(order_[d], order_[depth]);
      const int j = order_[depth];
      double greedy = 0;
      for (int y = first_[j]; y < first_[j + 1]; ++y) {
        greedy += filled_[y] * priced(options_[y]);
        filled_[y] = 0;
      }
      reach(j, -1);
      distribute(depth, first_[j], model_.demand[j], bound - greedy);
      reach(j, 1);
    }
  }
  for (int s = slots - 1; s >= 0; --s) {
    mu_[s] = saved_.pop();
    lambda_[s] = saved_.pop();
  }
}

/// All ways to share one line among the options with limits; the others take the rest, cheapest
/// first, since any other way only costs more. `bound`: of everything but what is still to share.
void Placement::distribute(int depth, int y, double left, double bound) {
  if (nested_ == deepest) stopped_ = true;
  if (stopped_) return;
  ++nested_;
  share(depth, y, left, bound);
  --nested_;
}

void Placement::share(int depth, int y, double left, double bound) {
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
    dearest = std::min(dearest, priced(options_[z]));
  }
  const double most = std::min(left, option.cap);
  const double fewest = y >= free_[j] ? most : std::max(0.0, left - later);
  const double each = priced(option);
  for (double units = most; units >= fewest && !stopped_; units -= 1) {
    effort_.spend(4);
    if (effort_.done() > until_) stopped_ = true;
    const double now = bound + units * each;
    const double rest = left > units ? (left - units) * dearest : 0;
    if (now + rest >= ceiling_) {
      least_ = std::min(least_, now + rest);
      continue;
    }
    take_[y] = units;
    set_cost_ += units * option.cost;
    set_goods_[option.slot] += units * option.price;
    set_mass_[option.slot] += units * option.weight;
    set_units_[option.slot] += units;
    distribute(depth, y + 1, left - units, now);
    set_units_[option.slot] -= units;
    set_mass_[option.slot] -= units * option.weight;
    set_goods_[option.slot] -= units * option.price;
    set_cost_ -= units * option.cost;
    take_[y] = 0;
  }
}

double Placement::run(const Set& set, double ceiling, std::int64_t until, Split& best) {
  best_ = &best;
  ceiling_ = ceiling;
  least_ = unlimited;
  margin_ = model_.step(ceiling);
  until_ = until;
  stopped_ = false;
  nested_ = 0;
  saved_.clear();
  read(set);
  if (!arrange()) return unlimited;
  solve(0);
  return stopped_ ? -1 : least_;
}

}  // namespace vitrine::sourcing
