#include "sourcing/enumerate.hpp"

#include <algorithm>
#include <cmath>

namespace vitrine::sourcing {
namespace {

constexpr double tiny = 1e-6;
constexpr int deepest = 500;  // nodes within nodes: the stack ends somewhere

}  // namespace

void Enumerator::prepare(const Dual& dual) {
  modes_.clear();
  seller_.clear();
  slack_.clear();
  lambda_.clear();
  mu_.clear();
  state_.clear();
  opened_.clear();
  trail_.clear();
  idle_.assign(model_.sellers, 0);
  open_of_.assign(model_.sellers, -1);
  alive_.assign(model_.sellers, 0);
  take_.assign(model_.offer_line.size(), 0);
  for (int i = 0; i < model_.sellers; ++i) {
    double least = 0;
    for (int k = model_.first_mode[i]; k < model_.first_mode[i + 1]; ++k) {
      if (dual.state[k] == State::open) {
        least = dual.slack[k];
        break;
      }
      if (dual.state[k] == State::free) least = std::min(least, dual.slack[k]);
    }
    idle_[i] = least;
    for (int k = model_.first_mode[i]; k < model_.first_mode[i + 1]; ++k) {
      if (dual.state[k] == State::out || cut(dual.slack[k] - least)) continue;
      modes_.push(k);
      seller_.push(i);
      slack_.push(dual.slack[k]);
      lambda_.push(dual.lambda[k]);
      mu_.push(dual.mu[k]);
      state_.push(State::free);
      ++alive_[i];
    }
  }
  goods_.assign(modes_.size(), 0);
  mass_.assign(modes_.size(), 0);
  units_.assign(modes_.size(), 0);
  first_.assign(model_.lines + 2, 0);
  for (int x = 0; x < modes_.size(); ++x) {
    const auto& mode = model_.modes[modes_[x]];
    const int offer = model_.first_offer[mode.seller];
    for (int t = 0; t < model_.offersOf(mode.seller); ++t)
      if (model_.cost[mode.first + t] < unlimited) ++first_[model_.offer_line[offer + t] + 2];
  }
  for (int j = 0; j < model_.lines; ++j) first_[j + 2] += first_[j + 1];
  options_.resize(first_[model_.lines + 1]);
  for (int x = 0; x < modes_.size(); ++x) {
    const auto& mode = model_.modes[modes_[x]];
    const int offer = model_.first_offer[mode.seller];
    for (int t = 0; t < model_.offersOf(mode.seller); ++t) {
      const double cost = model_.cost[mode.first + t];
      if (cost == unlimited) continue;
      const int j = model_.offer_line[offer + t];
      const double reduced = cost - dual.v[j] - lambda_[x] * model_.offer_price[offer + t] +
                             mu_[x] * model_.offer_weight[offer + t];
      const double cap = model_.cap[mode.first + t];
      // A positive reduced cost beyond the budget is never paid.
      options_[first_[j + 1]++] = {x, mode.first + t, offer + t, cap, reduced};
    }
  }
  for (int j = 0; j < model_.lines; ++j)
    sort(options_.data() + first_[j], first_[j + 1] - first_[j],
         [](const Option& a, const Option& b) {
           return a.reduced != b.reduced ? a.reduced < b.reduced : a.at < b.at;
         });
  asked_ = most_ = 0;
  for (int j = 0; j < model_.lines; ++j) {
    double dearest = 0;
    for (int y = first_[j]; y < first_[j + 1]; ++y)
      dearest = std::max(dearest, model_.offer_price[options_[y].offer]);
    most_ += model_.demand[j] * dearest;
  }
}

bool Enumerator::cut(double excess) {
  if (excess < budget_) return false;
  least_cut_ = std::min(least_cut_, excess);
  return true;
}

void Enumerator::setOpen(int x) {
  state_[x] = State::open;
  open_of_[seller_[x]] = x;
  asked_ += model_.modes[modes_[x]].min_goods;
  opened_.push(x);
}

void Enumerator::setFree(int x) {
  state_[x] = State::free;
  open_of_[seller_[x]] = -1;
  asked_ -= model_.modes[modes_[x]].min_goods;
  opened_.pop();
}

/// Takes a mode out; what leaving its seller out costs, once that is certain.
double Enumerator::setOut(int x) {
  state_[x] = State::out;
  const int i = seller_[x];
  if (--alive_[i] > 0) return 0;
  return -idle_[i];
}

void Enumerator::undoOut(int x) {
  state_[x] = State::free;
  ++alive_[seller_[x]];
}

/// The least excess of one line under the open modes and any of the free ones.
Enumerator::Cover Enumerator::cover(int j) const {
  Cover result;
  double left = model_.demand[j];
  const int from = first_[j];
  const int to = first_[j + 1];
  int y = from;
  for (; y < to && options_[y].reduced < 0; ++y) {
    const auto& option = options_[y];
    if (state_[option.mode] != State::open) continue;
    const double units = std::min(left, option.cap);
    left -= units;
    result.excess -= (option.cap - units) * option.reduced;
  }
  if (left <= 0) return result;
  double open_left = left;
  for (int z = from; z < to; ++z) {
    const auto& option = options_[z];
    const bool open = state_[option.mode] == State::open;
    if (option.reduced < 0 && open) continue;
    if (!open && !isFree(option.mode)) continue;
    if (!open) {
      result.open = false;
      ++result.choices;
    }
    const double reduced = std::max(0.0, option.reduced);
    const double units = std::min(left, option.cap);
    left -= units;
    result.excess += units * reduced;
    if (open) open_left -= option.cap;
    if (open_left <= 0) break;
  }
  if (left > 0) {
    result.excess = unlimited;
    return result;
  }
  if (open_left > 0) result.open = false;
  if (result.open) result.choices = 0;
  return result;
}

void Enumerator::node(double fixed) {
  if (++depth_ > deepest) stopped_ = true;
  expand(fixed);
  --depth_;
}

void Enumerator::expand(double fixed) {
  // More than the cart is worth cannot be bought.
  if (stopped_ || asked_ > most_ || cut(fixed)) return;
  double excess = fixed;
  int line = -1;
  int choices = INT32_MAX;
  for (int j = 0; j < model_.lines; ++j) {
    const auto covered = cover(j);
    excess += covered.excess;
    if (excess >= budget_) {
      effort_.spend(8 * (j + 1));
      cut(excess);
      return;
    }
    if (!covered.open && covered.choices < choices) {
      choices = covered.choices;
      line = j;
    }
  }
  effort_.spend(8 * model_.lines + 8);
  if (effort_.done() > until_ || effort_.over()) {
    stopped_ = true;
    return;
  }
  if (line < 0) {
    tryFree(fixed, excess);
    return;
  }
  const int mark = trail_.size();
  double now = fixed;
  double open_left = model_.demand[line];
  for (int y = first_[line]; y < first_[line + 1]; ++y)
    if (options_[y].reduced < 0 && state_[options_[y].mode] == State::open)
      open_left -= options_[y].cap;
  for (int y = first_[line]; y < first_[line + 1] && open_left > 0; ++y) {
    const auto& option = options_[y];
    const int x = option.mode;
    if (state_[x] == State::open) {
      if (option.reduced >= 0) open_left -= option.cap;
      continue;
    }
    if (!isFree(x)) continue;
    if (!cut(now + openCost(x))) {
      const double cost = openCost(x);
      setOpen(x);
      node(now + cost);
      setFree(x);
    }
    now += setOut(x);
    trail_.push(x);
    if (stopped_ || cut(now)) break;
  }
  if (!stopped_ && now < budget_) node(now);
  while (trail_.size() > mark) undoOut(trail_.pop());
}

/// All lines are covered by the open modes. If that is a true split at its bound, nothing below is
/// better; else further modes may be opened, and the lines placed otherwise.
void Enumerator::tryFree(double fixed, double excess) {
  if (wasteful()) return;
  leaf();
  if (evaluate() <= base_ + excess + 10 * tiny) {
    cut(excess);
    return;
  }
  const int mark = trail_.size();
  double now = fixed;
  for (int x = 0; x < modes_.size(); ++x) {
    if (!isFree(x) || refuges_.saving(modes_[x]) > 0) continue;
    now += setOut(x);
    trail_.push(x);
  }
  for (int x = 0; x < modes_.size() && !stopped_; ++x) {
    if (!isFree(x)) continue;
    const double cost = openCost(x);
    if (!cut(excess - fixed + now + cost)) {
      setOpen(x);
      node(now + cost);
      setFree(x);
    }
    now += setOut(x);
    trail_.push(x);
    if (cut(excess - fixed + now)) break;
  }
  if (!stopped_ && excess - fixed + now < budget_) {
    const double before = best_->cost;
    const double budget = budget_;
    const double least =
        placement_.run({modes_, lambda_, mu_, opened_}, base_ + budget, until_, *best_);
    if (least < 0) stopped_ = true;
    // The ceiling less the base may be the budget no more, to the last place.
    if (least >= base_ + budget) least_cut_ = std::min(least_cut_, std::max(least - base_, budget));
    if (best_->cost < before) budget_ = std::min(budget_, best_->cost - base_ - margin_);
  }
  while (trail_.size() > mark) undoOut(trail_.pop());
}

/// Fills every line from the open modes by reduced cost.
void Enumerator::leaf() {
  for (const int x : opened_) goods_[x] = mass_[x] = units_[x] = 0;
  std::fill(take_.begin(), take_.end(), 0.0);
  for (int j = 0; j < model_.lines; ++j) {
    double left = model_.demand[j];
    for (int y = first_[j]; y < first_[j + 1] && left > 0; ++y) {
      const auto& option = options_[y];
      if (state_[option.mode] != State::open) continue;
      const double units = std::min(left, option.cap);
      left -= units;
      take_[option.offer] = units;
      goods_[option.mode] += units * model_.offer_price[option.offer];
      mass_[option.mode] += units * model_.offer_weight[option.offer];
      units_[option.mode] += units;
    }
  }
  effort_.spend(4 * model_.lines);
}

/// The true cost of what is taken; keeps it if it is the best so far.
double Enumerator::evaluate() {
  double total = 0;
  for (const int x : opened_)
    total += model_.sellerCost(seller_[x], goods_[x], mass_[x], units_[x], nullptr);
  if (total < best_->cost - tiny) {
    best_->cost = total;
    best_->take = take_;
    budget_ = std::min(budget_, total - base_ - margin_);
  }
  return total;
}

/// Whether some open mode only costs: nothing below can be a best split.
bool Enumerator::wasteful() {
  refuges_.find(modes_, opened_);
  for (const int x : opened_)
    if (refuges_.saving(modes_[x]) < -tiny) return true;
  return false;
}

bool Enumerator::run(const Dual& dual, double budget, std::int64_t until, Split& best) {
  best_ = &best;
  base_ = dual.bound;
  margin_ = model_.step(std::min(best.cost, base_));
  budget_ = std::min(budget, best.cost - base_ - margin_);
  reached = base_;
  if (budget_ <= 0) {
    reached = best.cost;
    return true;
  }
  stopped_ = false;
  depth_ = 0;
  until_ = until;
  least_cut_ = unlimited;
  prepare(dual);
  double fixed = 0;
  for (int i = 0; i < model_.sellers; ++i) {
    if (alive_[i] == 0) fixed -= idle_[i];
  }
  // Modes the caller has opened stay open.
  for (int x = 0; x < modes_.size(); ++x)
    if (dual.state[modes_[x]] == State::open) setOpen(x);
  node(fixed);
  if (stopped_) return false;
  reached = least_cut_ >= best.cost - base_ - margin_ ? best.cost : base_ + least_cut_;
  return true;
}

}  // namespace vitrine::sourcing
