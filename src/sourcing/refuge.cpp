#include "sourcing/refuge.hpp"

#include <algorithm>

namespace vitrine::sourcing {

void Refuges::find(const List<int>& modes, const List<int>& open) {
  refuges_.assign(model_.lines, {});
  for (const int x : open) {
    const auto& mode = model_.modes[modes[x]];
    // Goods moved to a seller without an upper limit break no rule there.
    if (mode.max_weight < unlimited || mode.max_goods < unlimited) continue;
    const int offer = model_.first_offer[mode.seller];
    const int count = model_.offersOf(mode.seller);
    effort_.spend(count);
    for (int t = 0; t < count; ++t) {
      const int j = model_.offer_line[offer + t];
      if (model_.cap[mode.first + t] < model_.demand[j]) continue;
      const double cost = model_.cost[mode.first + t];
      auto& refuge = refuges_[j];
      if (cost < refuge.first) {
        refuge = {modes[x], cost, refuge.first};
      } else {
        refuge.second = std::min(refuge.second, cost);
      }
    }
  }
}

double Refuges::saving(int k) {
  const auto& mode = model_.modes[k];
  const int offer = model_.first_offer[mode.seller];
  const int count = model_.offersOf(mode.seller);
  double saved = -mode.fee;
  double need = mode.min_goods;
  losses_.clear();
  effort_.spend(count);
  for (int t = 0; t < count; ++t) {
    const double cost = model_.cost[mode.first + t];
    if (cost == unlimited) continue;
    const auto& refuge = refuges_[model_.offer_line[offer + t]];
    const double elsewhere = refuge.mode == k ? refuge.second : refuge.first;
    if (elsewhere == unlimited) return unlimited;
    const double goods = model_.cap[mode.first + t] * model_.offer_price[offer + t];
    const double gain = model_.cap[mode.first + t] * (elsewhere - cost);
    if (gain > 0) {
      saved += gain;
      need -= goods;
    } else if (goods > 0) {
      losses_.push({gain, goods});
    }
  }
  // A fractional knapsack: the goods that lose least for what they bring come first.
  while (need > 0 && saved > 0 && !losses_.empty()) {
    int least = 0;
    for (int i = 1; i < losses_.size(); ++i)
      if (losses_[i].gain * losses_[least].goods > losses_[least].gain * losses_[i].goods)
        least = i;
    const auto loss = losses_[least];
    losses_[least] = losses_.back();
    losses_.pop();
    saved += loss.gain * std::min(1.0, need / loss.goods);
    need -= loss.goods;
  }
  return saved;
}

}  // namespace vitrine::sourcing
