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
  reach_.assign(modes_.size(), 0);
  for (const int j : order_) reach(j, 1);
  return true;
}

/// Counts a line in or out of the goods that the open lines can bring.
void Placement::reach(int j, double sign) {
  for (int y = first_[j]; y < first_[j + 1]; ++y)
    reach_[options_[y].slot] += sign * options_[y].cap * options_[y].price;
}

/// The bound for the multipliers as they are, of the lines still open at this depth; leaves goods,
/// mass and units of its solution.
double Placement::relax(int depth) {
  for (int s = 0; s < modes_.size(); ++s) {
    goods_[s] = set_goods_[s];
    mass_[s] = set_mass_[s];
    units_[s] = set_units_[s];
  }
  for (int d = depth; d < order_.size(); ++d)
    if (!serve(order_[d])) return unlimited;
  return total(depth);
}

/// The same where only the lines that a slot with a limit offers have to be served anew.
double Placement::relaxAgain(int depth, int s) {
  for (int d = depth; d < order_.size(); ++d) {
    const int j = order_[d];
    if (optionOf(j, s) < 0) continue;
    if (!serve(j)) return unlimited;
  }
  return total(depth);
}

/// Serves one line from its cheapest options; false when they do not suffice.
bool Placement::serve(int j) {
  const int from = first_[j];
  const int to = first_[j + 1];
  effort_.spend(2 * (to - from));
  for (int y = from; y < to; ++y) filled_[y] = 0;
  double left = model_.demand[j];
  double cost = 0;
  while (left > 0) {
    const int pick = cheapest(j);
    if (pick < 0) return false;
    const auto& option = options_[pick];
    const double units = std::min(left, option.cap);
    filled_[pick] = units;
    left -= units;
    cost += units * priced(option);
    goods_[option.slot] += units * option.price;
    mass_[option.slot] += units * option.weight;
    units_[option.slot] += units;
  }
  line_cost_[j] = cost;
  return true;
}

/// Of a relaxation, what does not depend on the lines that are open.
double Placement::fixedCost() const {
  double sum = set_cost_;
  for (int s = 0; s < modes_.size(); ++s) {
    const auto& mode = model_.modes[modes_[s]];
    if (lambda_[s] > 0) sum += lambda_[s] * (mode.min_goods - set_goods_[s]);
    if (mu_[s] > 0) sum += mu_[s] * (set_mass_[s] - mode.max_weight);
  }
  return sum;
}

double Placement::total(int depth) const {
  double sum = fixedCost();
  for (int d = depth; d < order_.size(); ++d) sum += line_cost_[order_[d]];
  return sum;
}

/// The option of a line at a slot with limits, or -1.
int Placement::optionOf(int j, int s) const {
  for (int y = first_[j]; y < free_[j]; ++y)
    if (options_[y].slot == s) return y;
  return -1;
}

/// Takes back what a line's options were filled with.
void Placement::clear(int j) {
  for (int y = first_[j]; y < first_[j + 1]; ++y) {
    const double units = filled_[y];
    if (units == 0) continue;
    const auto& option = options_[y];
    goods_[option.slot] -= units * option.price;
    mass_[option.slot] -= units * option.weight;
    units_[option.slot] -= units;
    filled_[y] = 0;
  }
}

/// Sets one multiplier of a slot to where the bound is greatest: each line's units come over from
/// the other slots in the order of what that costs for what it brings (a fractional knapsack). The
/// bound is then relax's; the ceiling when whole units cannot keep the limit below it, `unlimited`
/// when nothing can.
double Placement::tune(int depth, int s, bool goods) {
  const auto& mode = model_.modes[modes_[s]];
  auto& multiplier = goods ? lambda_[s] : mu_[s];
  multiplier = 0;
  pieces_.clear();
  double total = goods ? set_goods_[s] : set_mass_[s];
  double cost = fixedCost();
  for (int d = depth; d < order_.size(); ++d) {
    const int j = order_[d];
    const int own = optionOf(j, s);
    if (own < 0) {
      cost += line_cost_[j];
      continue;
    }
    clear(j);
    effort_.spend(2 * (first_[j + 1] - first_[j]));
    const double each = goods ? options_[own].price : options_[own].weight;
    const double here = priced(options_[own]);
    double left = model_.demand[j];
    filled_[own] = 1;
    const int from = pieces_.size();
    while (left > 0) {
      const int pick = cheapest(j);
      if (pick < 0) break;
      const double there = priced(options_[pick]);
      filled_[pick] = std::min(left, options_[pick].cap);
      left -= filled_[pick];
      cost += filled_[pick] * there;
      pieces_.push({j, here - there, filled_[pick], each, 0});
    }
    total += left * each;
    cost += left * here;
    // The dearest units elsewhere come over first, as far as this seller's stock goes.
    double room = options_[own].cap - left;
    if (room < 0) return unlimited;
    for (int x = pieces_.size() - 1; x >= from; --x) {
      auto& piece = pieces_[x];
      piece.units = std::min(piece.units, room);
      room -= piece.units;
      if (piece.cost < 0) {
        total += piece.units * piece.each;
        cost += piece.units * piece.cost;
      }
      piece.ratio = std::abs(piece.cost) / piece.each;
      if (piece.units > 0 && piece.each > 0 && (piece.cost >= 0) == goods) continue;
      piece = pieces_.back();
      pieces_.pop();
    }
  }
  for (int a = 1; a < pieces_.size(); ++a)
    for (int b = a; b > 0 && pieces_[b].ratio < pieces_[b - 1].ratio; --b)
      std::swap(pieces_[b], pieces_[b - 1]);
  effort_.spend(pieces_.size());
  double need = goods ? mode.min_goods - total : total - mode.max_weight;
  if (goods && need > 0 && !within(0, need, ceiling_ - cost)) return ceiling_;
  for (int x = 0; need > 0; ++x) {
    if (x == pieces_.size()) return unlimited;
    const auto& piece = pieces_[x];
    need -= piece.units * piece.each;
    multiplier = piece.ratio;
    if (need > 0) continue;
    const double size = multiplier * piece.each;
    if (size > critical_size_) {
      critical_size_ = size;
      critical_ = piece.line;
    }
  }
  return relaxAgain(depth, s);
}

/// Whether whole units of the pieces from x on can bring so many goods for less than so much.
bool Placement::within(int x, double need, double most) {
  if (need <= 0) return most > 0;
  if (effort_.done() > until_) return true;  // solve() stops
  if (x == pieces_.size() || need * pieces_[x].ratio >= most) return false;
  effort_.spend(2);
  const auto& piece = pieces_[x];
  for (double units = std::min(piece.units, std::ceil(need / piece.each)); units >= 0; units -= 1)
    if (within(x + 1, need - units * piece.each, most - units * piece.cost)) return true;
  return false;
}

/// The cheapest option of a line of which nothing is filled, or -1. Those without limits are in
/// the order of their costs.
int Placement::cheapest(int j) const {
  int pick = -1;
  double least = unlimited;
  for (int y = first_[j]; y < free_[j]; ++y) {
    if (filled_[y] > 0) continue;
    const double cost = priced(options_[y]);
    if (cost < least) {
      least = cost;
      pick = y;
    }
  }
  for (int y = free_[j]; y < first_[j + 1]; ++y) {
    if (filled_[y] > 0) continue;
    return options_[y].cost < least ? y : pick;
  }
  return pick;
}

/// The bound at this depth, with multipliers for the limits that are broken.
double Placement::bounded(int depth) {
  const int slots = modes_.size();
  for (int s = 0; s < slots; ++s) {
    const auto& mode = model_.modes[modes_[s]];
    if (set_goods_[s] + reach_[s] < mode.min_goods) return unlimited;
    if (set_mass_[s] > mode.max_weight || set_goods_[s] >= mode.max_goods) return unlimited;
    if (set_goods_[s] >= mode.min_goods) lambda_[s] = 0;
  }
  critical_ = -1;
  critical_size_ = 0;
  double bound = relax(depth);
  for (int s = 0; s < slots && bound < ceiling_; ++s) {
    const auto& mode = model_.modes[modes_[s]];
    if (mode.min_goods > 0 &&
        (goods_[s] < mode.min_goods || (lambda_[s] > 0 && goods_[s] > mode.min_goods)))
      bound = tune(depth, s, true);
    if (bound < ceiling_ &&
        (mass_[s] > mode.max_weight || (mu_[s] > 0 && mass_[s] < mode.max_weight)))
      bound = tune(depth, s, false);
  }
  return bound;
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
