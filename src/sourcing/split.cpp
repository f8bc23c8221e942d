#include "sourcing/split.hpp"

#include <algorithm>
#include <utility>

namespace vitrine::sourcing {
namespace {

constexpr double penalty = 1e13;
constexpr double tiny = 1e-6;

}  // namespace

double Improver::priced(int i) const {
  const double cost = model_.sellerCost(i, goods_[i], mass_[i], units_[i], nullptr);
  return cost == unlimited ? penalty + goods_[i] : cost;
}

void Improver::rebuild() {
  const int offers = model_.offer_line.size();
  owner_.resize(offers);
  first_offer_of_line_.assign(model_.lines + 2, 0);
  for (int i = 0; i < model_.sellers; ++i)
    for (int o = model_.first_offer[i]; o < model_.first_offer[i + 1]; ++o) owner_[o] = i;
  for (int o = 0; o < offers; ++o) ++first_offer_of_line_[model_.offer_line[o] + 2];
  for (int j = 0; j < model_.lines; ++j) first_offer_of_line_[j + 2] += first_offer_of_line_[j + 1];
  offers_of_line_.resize(offers);
  for (int o = 0; o < offers; ++o)
    offers_of_line_[first_offer_of_line_[model_.offer_line[o] + 1]++] = o;
  goods_.assign(model_.sellers, 0);
  mass_.assign(model_.sellers, 0);
  units_.assign(model_.sellers, 0);
  paid_.assign(model_.sellers, 0);
  total_ = 0;
  for (int i = 0; i < model_.sellers; ++i) {
    for (int o = model_.first_offer[i]; o < model_.first_offer[i + 1]; ++o) {
      goods_[i] += take_[o] * model_.offer_price[o];
      mass_[i] += take_[o] * model_.offer_weight[o];
      units_[i] += take_[o];
    }
    paid_[i] = priced(i);
    total_ += paid_[i];
  }
}

bool Improver::fill(const List<char>& used) {
  take_.assign(model_.offer_line.size(), 0);
  rebuild();
  return serve(used);
}

bool Improver::complete(const List<double>& take) {
  take_ = take;
  rebuild();
  List<char> used;
  used.assign(model_.sellers, 0);
  for (int i = 0; i < model_.sellers; ++i) used[i] = units_[i] > 0;
  return serve(used);
}

/// Brings every line to its demand: takes units away where there are too many, adds them from used
/// sellers, then from any.
bool Improver::serve(const List<char>& used) {
  for (int j = 0; j < model_.lines; ++j) {
    double left = model_.demand[j];
    for (int x = first_offer_of_line_[j]; x < first_offer_of_line_[j + 1]; ++x) {
      auto& units = take_[offers_of_line_[x]];
      const int i = owner_[offers_of_line_[x]];
      units = model_.first_mode[i] == model_.first_mode[i + 1] ? 0 : std::min(units, left);
      left -= units;
    }
    for (const bool second : {false, true}) {
      while (left > 0) {
        int best = -1;
        for (int x = first_offer_of_line_[j]; x < first_offer_of_line_[j + 1]; ++x) {
          const int o = offers_of_line_[x];
          const int i = owner_[o];
          if (model_.first_mode[i] == model_.first_mode[i + 1]) continue;
          if (take_[o] >= model_.offer_cap[o] || (!second && !used[i])) continue;
          if (best < 0 || model_.offer_price[o] < model_.offer_price[best]) best = o;
        }
        if (best < 0) break;
        const double units = std::min(left, model_.offer_cap[best] - take_[best]);
        take_[best] += units;
        left -= units;
      }
    }
    if (left > 0) return false;
  }
  rebuild();
  return true;
}

double Improver::moved(int from, int to, double units) const {
  const int a = owner_[from];
  const int b = owner_[to];
  const auto cost = [&](int i, int o, double sign) {
    const double c = model_.sellerCost(i, goods_[i] + sign * units * model_.offer_price[o],
                                       mass_[i] + sign * units * model_.offer_weight[o],
                                       units_[i] + sign * units, nullptr);
    return c == unlimited ? penalty + goods_[i] : c;
  };
  return cost(a, from, -1) + cost(b, to, 1) - paid_[a] - paid_[b];
}

void Improver::move(int from, int to, double units) {
  log_.push({from, to, units});
  for (const auto& [o, change] : {std::pair(from, -units), std::pair(to, units)}) {
    const int i = owner_[o];
    take_[o] += change;
    goods_[i] += change * model_.offer_price[o];
    mass_[i] += change * model_.offer_weight[o];
    units_[i] += change;
    total_ -= paid_[i];
    paid_[i] = priced(i);
    total_ += paid_[i];
  }
}

/// Takes back the moves since the log was cleared.
void Improver::undo() {
  while (!log_.empty()) {
    const auto last = log_.pop();
    move(last.to, last.from, last.units);
    log_.pop();
  }
}

bool Improver::moveLines() {
  bool better = false;
  for (int from = 0; from < take_.size(); ++from) {
    if (take_[from] <= 0) continue;
    const int j = model_.offer_line[from];
    int pick = -1;
    double gain = -tiny;
    double amount = 0;
    for (int x = first_offer_of_line_[j]; x < first_offer_of_line_[j + 1]; ++x) {
      const int to = offers_of_line_[x];
      const double most = std::min(take_[from], model_.offer_cap[to] - take_[to]);
      if (to == from) continue;
      // All that there is room for, or a unit: sometimes one more reaches a threshold.
      for (double units = most; units > 0; units = units > 1 ? 1 : 0) {
        const double change = moved(from, to, units);
        effort_.spend(16);
        if (change < gain) {
          gain = change;
          pick = to;
          amount = units;
        }
      }
    }
    if (pick < 0) continue;
    move(from, pick, amount);
    better = true;
  }
  return better;
}

bool Improver::closeSellers() {
  bool better = false;
  for (int i = 0; i < model_.sellers; ++i) {
    if (units_[i] <= 0) continue;
    log_.clear();
    const double before = total_;
    bool possible = true;
    for (int from = model_.first_offer[i]; possible && from < model_.first_offer[i + 1]; ++from) {
      const int j = model_.offer_line[from];
      while (take_[from] > 0) {
        int pick = -1;
        double gain = unlimited;
        for (int x = first_offer_of_line_[j]; x < first_offer_of_line_[j + 1]; ++x) {
          const int to = offers_of_line_[x];
          if (to == from || units_[owner_[to]] <= 0) continue;
          const double units = std::min(take_[from], model_.offer_cap[to] - take_[to]);
          if (units <= 0) continue;
          const double change = moved(from, to, units) / units;
          effort_.spend(16);
          if (change < gain) {
            gain = change;
            pick = to;
          }
        }
        if (pick < 0) {
          possible = false;
          break;
        }
        move(from, pick, std::min(take_[from], model_.offer_cap[pick] - take_[pick]));
      }
    }
    if (possible && total_ < before - tiny) {
      better = true;
    } else {
      undo();
    }
  }
  return better;
}

bool Improver::openSellers(const List<char>& worth) {
  bool better = false;
  for (int i = 0; i < model_.sellers; ++i) {
    if (!worth[i]) continue;
    for (const bool all : {false, true}) {
      log_.clear();
      const double before = total_;
      bool changed = false;
      for (int to = model_.first_offer[i]; to < model_.first_offer[i + 1]; ++to) {
        const int j = model_.offer_line[to];
        for (int x = first_offer_of_line_[j]; x < first_offer_of_line_[j + 1]; ++x) {
          const int from = offers_of_line_[x];
          if (from == to || take_[from] <= 0) continue;
          if (!all && model_.offer_price[from] <= model_.offer_price[to]) continue;
          const double units = std::min(take_[from], model_.offer_cap[to] - take_[to]);
          if (units <= 0) continue;
          move(from, to, units);
          changed = true;
          effort_.spend(16);
        }
      }
      if (!changed) continue;
      if (total_ < before - tiny) {
        better = true;
        break;
      }
      undo();
    }
  }
  return better;
}

void Improver::improve(const List<char>* worth) {
  for (int round = 0; round < 50 && !effort_.over(); ++round) {
    bool better = moveLines();
    better = closeSellers() || better;
    if (better) continue;
    if (!worth || !openSellers(*worth)) break;
  }
}

bool Improver::offer(Split& best) const {
  if (total_ >= best.cost - tiny || total_ >= penalty) return false;
  best.take = take_;
  best.cost = total_;
  return true;
}

}  // namespace vitrine::sourcing
