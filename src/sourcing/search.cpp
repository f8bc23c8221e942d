#include "sourcing/search.hpp"

#include <algorithm>
#include <cmath>

namespace vitrine::sourcing {
namespace {

constexpr double tiny = 1e-6;
constexpr int deepest = 200;  // branches within branches: the stack ends somewhere

}  // namespace

Search::Search(const Model& model, Effort& effort)
    : model_(model),
      effort_(effort),
      dual_(model, effort),
      enumerator_(model, effort),
      improver_(model, effort) {}

/// Serves the cart from the sellers that the prices make tight; `wide` also tries to open those
/// that a better split may use.
void Search::incumbent(bool wide) {
  used_.assign(model_.sellers, 0);
  worth_.assign(model_.sellers, 0);
  const double gap = best_.cost - dual_.bound;
  for (int k = 0; k < model_.modes.size(); ++k) {
    if (dual_.slack[k] <= tiny) used_[model_.modes[k].seller] = 1;
    if (dual_.slack[k] < gap) worth_[model_.modes[k].seller] = 1;
  }
  if (!improver_.fill(used_)) return;
  improver_.improve(wide ? &worth_ : nullptr);
  improver_.offer(best_);
}

/// Whether nothing below the bound can beat the best.
bool Search::close() { return floor_ >= best_.cost - model_.step(best_.cost); }

/// Enumerates with a growing budget, from a part of the gap on, and at most so much work. True when
/// that settles the node.
bool Search::ladder(std::int64_t most, int parts) {
  const std::int64_t until = effort_.done() + most;
  const double gap = std::min(best_.cost, 2 * dual_.bound + 1000) - dual_.bound;
  double budget = std::max(gap / parts, model_.unit);
  while (!close()) {
    if (effort_.done() >= until || effort_.over()) return false;
    if (!enumerator_.run(dual_, budget, until, best_)) return false;
    floor_ = std::max(floor_, enumerator_.reached);
    budget *= 3;
  }
  return true;
}

/// Where the dual should get to: the best split, or a little up while none is known.
double Search::target() const { return std::min(best_.cost, 1.1 * dual_.bound + 1000); }

/// Takes out what costs too much to use.
void Search::fix() {
  const double margin = model_.step(best_.cost);
  for (int i = 0; i < model_.sellers; ++i) {
    double least = 0;
    for (int k = model_.first_mode[i]; k < model_.first_mode[i + 1]; ++k)
      if (dual_.state[k] == State::free) least = std::min(least, dual_.slack[k]);
    for (int k = model_.first_mode[i]; k < model_.first_mode[i + 1]; ++k)
      if (dual_.state[k] == State::free &&
          dual_.bound + dual_.slack[k] - least >= best_.cost - margin)
        dual_.state[k] = State::out;
  }
}

/// Settles the node as far as the work allows; the proved bound of what it holds.
double Search::branch(int depth) {
  floor_ = dual_.evaluate();
  if (close()) return best_.cost;
  dual_.climb(target(), 20);
  floor_ = std::max(floor_, dual_.bound);
  fix();
  if (close() || ladder(100'000, 16)) return best_.cost;
  const double here = floor_;
  if (effort_.over() || depth == deepest) return here;
  int pick = -1;
  double most = 2;
  for (int k = 0; k < model_.modes.size(); ++k) {
    if (dual_.state[k] != State::free) continue;
    const double far = std::abs(dual_.share[k] - 0.5);
    if (far < most) {
      most = far;
      pick = k;
    }
  }
  if (pick < 0) return here;
  const auto state = dual_.state;
  const auto v = dual_.v;
  double bound = unlimited;
  for (const bool open : {true, false}) {
    dual_.state = state;
    dual_.v = v;
    if (open) {
      const int i = model_.modes[pick].seller;
      for (int k = model_.first_mode[i]; k < model_.first_mode[i + 1]; ++k)
        dual_.state[k] = State::out;
      dual_.state[pick] = State::open;
    } else {
      dual_.state[pick] = State::out;
    }
    bound = std::min(bound, effort_.over() ? here : branch(depth + 1));
  }
  floor_ = std::max(here, bound);
  return floor_;
}

/// Serves the cart from these units as far as offers allow. False when some line lacks stock.
bool Search::recall(const std::vector<SourcedUnits>& assignment) {
  used_units_.assign(model_.offer_line.size(), 0);
  for (const auto& units : assignment) {
    if (units.seller < 0 || units.seller >= model_.sellers || units.quantity <= 0) continue;
    for (int o = model_.first_offer[units.seller]; o < model_.first_offer[units.seller + 1]; ++o)
      if (model_.offer_line[o] == units.line)
        used_units_[o] = std::min(static_cast<double>(units.quantity), model_.offer_cap[o]);
  }
  effort_.spend(model_.offer_line.size());
  return improver_.complete(used_units_);
}

/// Begins from the cheapest of the hint's splits. False when it does not lead to a valid one.
bool Search::recallUnits(const SourcingHint& hint) {
  const auto* cheapest = &hint.assignment;
  double least = unlimited;
  for (std::size_t h = 0; h <= hint.others.size() && !hint.others.empty(); ++h) {
    const auto& assignment = h == 0 ? hint.assignment : hint.others[h - 1];
    if (!recall(assignment) || improver_.total() >= least) continue;
    least = improver_.total();
    cheapest = &assignment;
  }
  if (!recall(*cheapest)) return false;
  improver_.improve(nullptr);
  return improver_.offer(best_);
}

/// Takes over the hint's prices. False when they bound little; prices far above what the cart costs
/// would also drown the sums in rounding.
bool Search::recallPrices(const SourcingHint& hint) {
  double worth = 0;
  for (int j = 0; j < model_.lines; ++j) {
    const auto line = static_cast<std::size_t>(j);
    if (line < hint.prices.size() && hint.prices[line] >= 0) dual_.v[j] = hint.prices[line];
    worth += model_.demand[j] * dual_.v[j];
  }
  if (!(worth <= 2 * best_.cost)) return false;
  dual_.evaluate();
  dual_.ascend();
  return dual_.evaluate() > 0.9 * best_.cost;
}

Found Search::run(const SourcingHint* hint) {
  best_.cost = unlimited;
  best_.take.clear();
  floor_ = 0;
  Found found;
  List<double> supply;
  supply.assign(model_.lines, 0);
  for (int i = 0; i < model_.sellers; ++i) {
    if (model_.first_mode[i] == model_.first_mode[i + 1]) continue;
    for (int o = model_.first_offer[i]; o < model_.first_offer[i + 1]; ++o)
      supply[model_.offer_line[o]] += model_.offer_cap[o];
  }
  for (int j = 0; j < model_.lines; ++j) {
    if (supply[j] >= model_.demand[j]) continue;
    found.bound = unlimited;
    found.proved = true;
    return found;
  }
  dual_.reset();
  const bool warm = hint && recallUnits(*hint) && recallPrices(*hint);
  if (!warm) {
    dual_.reset();
    dual_.evaluate();
    dual_.ascend();
    dual_.evaluate();
    incumbent(false);
  }
  floor_ = dual_.bound;
  bool settled = close() || (warm ? ladder(500'000, 1) : ladder(3'000, 16));
  struct Stage {
    int steps;
    std::int64_t work;
  };
  const Stage stages[] = {{30, 30'000}, {100, 20'000'000}};
  for (const auto& stage : stages) {
    if (settled) break;
    dual_.climb(target(), stage.steps);
    floor_ = std::max(floor_, dual_.bound);
    if (&stage == &stages[0]) incumbent(true);
    fix();
    settled = close() || ladder(stage.work, 16);
  }
  found.prices = dual_.v;
  found.bound = settled ? best_.cost : branch(0);
  found.proved = found.bound >= best_.cost - tiny;
  if (!best_.take.empty()) {
    found.split = best_;
  } else if (found.proved) {
    found.bound = unlimited;
  }
  return found;
}

}  // namespace vitrine::sourcing
