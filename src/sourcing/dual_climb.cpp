#include <algorithm>
#include <cmath>

#include "sourcing/dual.hpp"

/// Steps along the subgradient of the dual.
namespace vitrine::sourcing {
namespace {

constexpr double tiny = 1e-7;

}  // namespace

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
