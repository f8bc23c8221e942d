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

double Dual::slackOf(int k, double& lambda_out, double& mu_out) const {
  const auto& mode = model_.modes[k];
  const int count = model_.offersOf(mode.seller);
  const int* line = model_.offer_line.data() + model_.first_offer[mode.seller];
  const double* cost = model_.cost.data() + mode.first;
  const double* cap = model_.cap.data() + mode.first;
  lambda_out = mu_out = 0;
  double sum = mode.fee;
  if (!mode.limited) {
    for (int t = 0; t < count; ++t) {
      const double x = cost[t] - v[line[t]];
      if (x < 0) sum += cap[t] * x;
    }
    return sum;
  }
  const double* price = model_.offer_price.data() + model_.first_offer[mode.seller];
  const double* weight = model_.offer_weight.data() + model_.first_offer[mode.seller];
  double goods = 0;
  double mass = 0;
  for (int t = 0; t < count; ++t) {
    const double x = cost[t] - v[line[t]];
    if (x >= 0) continue;
    sum += cap[t] * x;
    goods += cap[t] * price[t];
    mass += cap[t] * weight[t];
  }
  if (goods >= mode.min_goods && mass <= mode.max_weight) return sum;
  double covered = sum;
  bool light = mass <= mode.max_weight;
  if (goods < mode.min_goods) {
    // Cover: add the cheapest goods until the least value is reached.
    candidates_.clear();
    for (int t = 0; t < count; ++t) {
      const double x = cost[t] - v[line[t]];
      if (x >= 0 && cost[t] < unlimited && price[t] > 0) candidates_.push({x / price[t], t});
    }
    double heavy = mass;
    for (double need = mode.min_goods - goods; need > 0;) {
      const int t = cheapest();
      if (t < 0) return unlimited;
      const double units = std::min(cap[t], need / price[t]);
      covered += units * (cost[t] - v[line[t]]);
      heavy += units * weight[t];
      need = units < cap[t] ? 0 : need - units * price[t];
      lambda_out = (cost[t] - v[line[t]]) / price[t];
    }
    if (heavy <= mode.max_weight) return covered;
  }
  if (light) return covered;
  // Pack: give back what is worth least for its weight.
  double packed = sum;
  double ratio = 0;
  candidates_.clear();
  for (int t = 0; t < count; ++t) {
    const double x = cost[t] - v[line[t]];
    if (x < 0 && weight[t] > 0) candidates_.push({-x / weight[t], t});
  }
  for (double over = mass - mode.max_weight; over > 0;) {
    const int t = cheapest();
    if (t < 0) break;
    const double grams = weight[t];
    const double units = std::min(cap[t], over / grams);
    packed -= units * (cost[t] - v[line[t]]);
    over = units < cap[t] ? 0 : over - units * grams;
    ratio = (v[line[t]] - cost[t]) / grams;
  }
  if (packed < covered) return covered;
  lambda_out = 0;
  mu_out = ratio;
  return packed;
}

/// Takes the candidate of the least ratio; -1 when none is left.
int Dual::cheapest() const {
  int pick = -1;
  for (int c = 0; c < candidates_.size(); ++c)
    if (pick < 0 || candidates_[c].ratio < candidates_[pick].ratio) pick = c;
  if (pick < 0) return -1;
  const int t = candidates_[pick].at;
  candidates_[pick] = candidates_[candidates_.size() - 1];
  candidates_.pop();
  return t;
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

/// After a small change of prices: slacks that stay positive anyway are only lowered by the most
/// that they can have lost.
void Dual::follow() {
  for (int j = 0; j < model_.lines; ++j) at_[j] = std::max(0.0, v[j] - at_[j]);
  const int* line = model_.offer_line.data();
  const double* cap = model_.offer_cap.data();
  const double* rise = at_.data();
  for (const int i : in_) {
    double drop = 0;
    const int end = model_.first_offer[i + 1];
    for (int o = model_.first_offer[i]; o < end; ++o) drop += cap[o] * rise[line[o]];
    for (int k = model_.first_mode[i]; k < model_.first_mode[i + 1]; ++k) {
      if (state[k] == State::out) continue;
      if (state[k] == State::free && slack[k] - drop > tiny) {
        slack[k] -= drop;
        continue;
      }
      slack[k] = slackOf(k, lambda[k], mu[k]);
      effort_.spend(model_.offersOf(i));
    }
    effort_.spend(model_.offersOf(i));
  }
  at_ = v;
  addSellers();
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

void Dual::chosen(int k, double l, double m) {
  const auto& mode = model_.modes[k];
  const int offer = model_.first_offer[mode.seller];
  const int count = model_.offersOf(mode.seller);
  double goods = 0;
  double mass = 0;
  int edge = -1;
  for (int t = 0; t < count; ++t) {
    const double cost = model_.cost[mode.first + t];
    if (cost == unlimited) continue;
    const int j = model_.offer_line[offer + t];
    const double x =
        cost - v[j] - l * model_.offer_price[offer + t] + m * model_.offer_weight[offer + t];
    if (x > tiny) continue;
    if (x >= -tiny && (l > 0 || m > 0)) {
      edge = t;
      continue;
    }
    taken_[j] += model_.cap[mode.first + t];
    goods += model_.cap[mode.first + t] * model_.offer_price[offer + t];
    mass += model_.cap[mode.first + t] * model_.offer_weight[offer + t];
  }
  if (edge < 0) return;
  const int j = model_.offer_line[offer + edge];
  const double cap = model_.cap[mode.first + edge];
  double units = cap;
  if (l > 0) units = (mode.min_goods - goods) / model_.offer_price[offer + edge];
  if (m > 0) units = (mode.max_weight - mass) / model_.offer_weight[offer + edge];
  taken_[j] += std::clamp(units, 0.0, cap);
}

void Dual::climb(double target, int steps) {
  double best = evaluate();
  best_v_ = v;
  direction_.assign(model_.lines, 0);
  share.assign(model_.modes.size(), 0);
  double factor = 1;
  int idle = 0;
  for (int step = 0; step < steps && !effort_.over(); ++step) {
    taken_.assign(model_.lines, 0);
    constexpr double memory = 0.9;
    for (int k = 0; k < share.size(); ++k) share[k] *= memory;
    for (const int i : in_) {
      int k = forced(i) ? opened_[i] : -1;
      if (k < 0 && least(i, &k) > tiny) continue;
      if (k < 0 || slack[k] == unlimited) continue;
      share[k] += 1 - memory;
      chosen(k, lambda[k], mu[k]);
    }
    double norm = 0;
    for (int j = 0; j < model_.lines; ++j) {
      direction_[j] = 0.7 * (model_.demand[j] - taken_[j]) + 0.3 * direction_[j];
      norm += direction_[j] * direction_[j];
    }
    if (norm < 1e-9) break;
    const double length = factor * std::max(target - bound, 1.0) / norm;
    for (int j = 0; j < model_.lines; ++j) v[j] = std::max(0.0, v[j] + length * direction_[j]);
    follow();
    if (bound > best + 1e-9 * std::abs(best)) {
      best = bound;
      best_v_ = v;
      idle = 0;
    } else if (++idle >= 6) {
      idle = 0;
      factor *= 0.6;
      v = best_v_;
      follow();
      if (factor < 0.01) break;
    }
    if (best >= target) break;
  }
  v = best_v_;
  evaluate();
}

}  // namespace vitrine::sourcing
