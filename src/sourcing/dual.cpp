#include "sourcing/dual.hpp"

#include <algorithm>
#include <cmath>

namespace vitrine::sourcing {
namespace {

constexpr double tiny = 1e-7;

}  // namespace

void Dual::reset() {
  state.assign(model_.modes.size(), State::free);
  v.assign(model_.lines, unlimited);
  for (int j = 0; j < model_.lines; ++j) {
    for (int e = model_.first_entry[j]; e < model_.first_entry[j + 1]; ++e)
      v[j] = std::min(v[j], model_.cost[model_.entries[e].at]);
    if (v[j] == unlimited) v[j] = 0;
  }
}

void Dual::findSellers() {
  opened_.assign(model_.sellers, -1);
  in_.clear();
  for (int k = 0; k < model_.modes.size(); ++k) {
    const int i = model_.modes[k].seller;
    if (state[k] == State::open) opened_[i] = k;
    if (state[k] != State::out && (in_.empty() || in_.back() != i)) in_.push(i);
  }
}

double Dual::least(int seller, int* mode) const {
  double best = unlimited;
  for (int k = model_.first_mode[seller]; k < model_.first_mode[seller + 1]; ++k) {
    if (state[k] == State::out) continue;
    if (slack[k] < best) {
      best = slack[k];
      if (mode) *mode = k;
    }
  }
  return best;
}

double Dual::evaluate() {
  findSellers();
  const int count = model_.modes.size();
  slack.resize(count);
  lambda.resize(count);
  mu.resize(count);
  fresh_.assign(count, 0);
  for (int k = 0; k < count; ++k) {
    if (state[k] == State::out) {
      slack[k] = unlimited;
      continue;
    }
    slack[k] = slackOf(k, lambda[k], mu[k]);
    effort_.spend(model_.offersOf(model_.modes[k].seller));
  }
  addSellers();
  at_ = v;
  return bound;
}

void Dual::addSellers() {
  bound = 0;
  for (int j = 0; j < model_.lines; ++j) bound += model_.demand[j] * v[j];
  for (const int i : in_) {
    if (forced(i)) {
      bound += slack[opened_[i]];
      continue;
    }
    const double gain = least(i, nullptr);
    if (gain < 0) bound += gain;
  }
}

/// Raises the price of one line to its next breakpoint, held by the slacks.
bool Dual::raise(int j) {
  const double now = v[j];
  double hold = unlimited;
  double next = unlimited;
  double lost = 0;
  const int from = model_.first_entry[j];
  const int to = model_.first_entry[j + 1];
  effort_.spend(to - from);
  for (int e = from; e < to; ++e) {
    const auto& entry = model_.entries[e];
    const auto s = state[entry.mode];
    if (s == State::out) continue;
    const double cost = model_.cost[entry.at];
    if (s == State::open) {
      if (cost <= now + tiny) {
        lost += model_.cap[entry.at];
      } else {
        next = std::min(next, cost);
      }
      continue;
    }
    if (model_.modes[entry.mode].limited) continue;
    hold = std::min(hold, std::max(cost, now) + slack[entry.mode] / model_.cap[entry.at]);
    if (cost > now + tiny) next = std::min(next, cost);
  }
  if (lost >= model_.demand[j]) return false;
  double target = std::min(hold, next);
  if (target <= now + tiny) return false;
  for (int e = from; e < to; ++e) {
    const auto& entry = model_.entries[e];
    const int k = entry.mode;
    if (state[k] != State::free || !model_.modes[k].limited) continue;
    const double cap = model_.cap[entry.at];
    if (now + slack[k] / cap >= target) continue;
    if (fresh_[k] > 0) {
      slack[k] = slackOf(k, lambda[k], mu[k]);
      fresh_[k] = 0;
      effort_.spend(model_.offersOf(model_.modes[k].seller));
      if (now + slack[k] / cap >= target) continue;
    }
    // The slack is concave in the price: tangents from beyond come down onto the last allowed one.
    if (target == unlimited) {
      target = now + slack[k] / cap;
      continue;
    }
    double low = now;
    for (int step = 0; step < 40; ++step) {
      v[j] = target;
      double a = 0;
      double b = 0;
      const double there = slackOf(k, a, b);
      effort_.spend(model_.offersOf(model_.modes[k].seller));
      if (there >= -tiny) break;
      const double back = target + there / cap;  // the steepest it can fall
      target = back > low ? back : low;
      if (target <= low + tiny) break;
    }
    v[j] = now;
    if (target <= now + tiny) return false;
  }
  if (target >= unlimited) return false;
  for (int e = from; e < to; ++e) {
    const auto& entry = model_.entries[e];
    const int k = entry.mode;
    if (state[k] == State::out) continue;
    const double cap = model_.cap[entry.at];
    if (model_.modes[k].limited) {
      slack[k] -= cap * (target - now);
      fresh_[k] = 1;
      continue;
    }
    const double cost = model_.cost[entry.at];
    if (target > cost) slack[k] -= cap * (target - std::max(now, cost));
  }
  v[j] = target;
  return true;
}

void Dual::ascend() {
  bool more = true;
  for (int pass = 0; more && pass < 1000 && !effort_.over(); ++pass) {
    more = false;
    for (int j = 0; j < model_.lines; ++j)
      if (raise(j)) more = true;
  }
}

}  // namespace vitrine::sourcing
