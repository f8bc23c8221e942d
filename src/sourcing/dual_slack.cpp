#include <algorithm>

#include "sourcing/dual.hpp"

/// What serving all lines at their prices would still cost a mode: fractional knapsacks.
namespace vitrine::sourcing {

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
    rank();
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
  rank();
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

/// Many candidates are sorted once, the least at the end; among few it is looked for.
void Dual::rank() const {
  constexpr int few = 32;
  ranked_ = candidates_.size() > few;
  if (!ranked_) return;
  sort(candidates_.data(), candidates_.size(), [](const Candidate& a, const Candidate& b) {
    return a.ratio != b.ratio ? a.ratio > b.ratio : a.at > b.at;
  });
}

/// Takes the candidate of the least ratio; -1 when none is left.
int Dual::cheapest() const {
  if (ranked_) return candidates_.empty() ? -1 : candidates_.pop().at;
  int pick = -1;
  for (int c = 0; c < candidates_.size(); ++c)
    if (pick < 0 || candidates_[c].ratio < candidates_[pick].ratio) pick = c;
  if (pick < 0) return -1;
  const int t = candidates_[pick].at;
  candidates_[pick] = candidates_[candidates_.size() - 1];
  candidates_.pop();
  return t;
}

}  // namespace vitrine::sourcing
