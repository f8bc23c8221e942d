#include "sourcing/parcels.hpp"

#include <algorithm>

namespace vitrine::sourcing {
namespace {

constexpr int deepest = 300;  // sellers of one set: the stack ends somewhere

}  // namespace

/// Sets of `left` more sellers that serve all that is missing.
void Parcels::cover(int left) {
  int line = -1;
  int fewest = INT32_MAX;
  for (int j = 0; j < model_.lines; ++j) {
    if (missing_[j] <= 0) continue;
    int choices = 0;
    double most = 0;
    for (int i = 0; i < model_.sellers; ++i) {
      const double stock = banned_[i] ? 0 : stock_[i * model_.lines + j];
      choices += stock > 0;
      most += stock;
    }
    if (most < missing_[j]) return;
    if (choices < fewest) {
      fewest = choices;
      line = j;
    }
  }
  effort_.spend(model_.lines * model_.sellers / 4 + 1);
  if (left == 0) {
    if (line < 0) price();
    return;
  }
  stop_ = stop_ || effort_.over();
  if (stop_) return;
  List<int> tried;
  for (int i = 0; i < model_.sellers && !stop_; ++i) {
    const double* stock = stock_.data() + i * model_.lines;
    // Where all is covered, one more seller may still let the others keep their limits.
    if (banned_[i] || (line >= 0 && stock[line] <= 0)) continue;
    bool whole = true;
    for (int j = 0; j < model_.lines; ++j) {
      if (missing_[j] <= 0) continue;
      whole = whole && stock[j] >= missing_[j];
    }
    effort_.spend(model_.lines);
    banned_[i] = 1;
    tried.push(i);
    if (left == 1 && !whole) continue;
    for (int j = 0; j < model_.lines; ++j) missing_[j] -= stock[j];
    chosen_.push(i);
    cover(left - 1);
    chosen_.pop();
    for (int j = 0; j < model_.lines; ++j) missing_[j] += stock[j];
  }
  for (const int i : tried) banned_[i] = 0;
}

/// No split over the chosen sellers costs less.
double Parcels::relaxed() const {
  double sum = 0;
  for (const int i : chosen_) sum += fee_[i];
  for (int j = 0; j < model_.lines; ++j) {
    double left = model_.demand[j];
    double floor = -1;
    while (left > 0) {
      double least = unlimited;
      double stock = 0;
      for (const int i : chosen_) {
        const double price = price_[i * model_.lines + j];
        if (stock_[i * model_.lines + j] <= 0 || price <= floor) continue;
        if (price == least) stock += stock_[i * model_.lines + j];
        if (price < least) {
          least = price;
          stock = stock_[i * model_.lines + j];
        }
      }
      const double units = std::min(left, stock);
      sum += units * least;
      left -= units;
      floor = least;
    }
  }
  return sum;
}

void Parcels::price() {
  effort_.spend(4 * model_.lines * chosen_.size());
  if (relaxed() >= best_.cost - model_.step(best_.cost)) return;
  modes_.clear();
  choose(0, 0);
}

/// Each chosen seller in each of its modes.
void Parcels::choose(int at, double fees) {
  if (stop_ || fees >= best_.cost) return;
  if (at < chosen_.size()) {
    const int i = chosen_[at];
    for (int k = model_.first_mode[i]; k < model_.first_mode[i + 1]; ++k) {
      modes_.push(k);
      choose(at + 1, fees + model_.modes[k].fee);
      modes_.pop();
    }
    return;
  }
  const double ceiling = best_.cost - model_.step(best_.cost);
  const auto until = effort_.done() + effort_.left();
  const Placement::Set set{modes_, no_multipliers_, no_multipliers_, slots_};
  if (effort_.over() || placement_.run(set, ceiling, until, best_) < 0) stop_ = true;
}

Found Parcels::run() {
  stop_ = false;
  best_ = {};
  stock_.assign(model_.sellers * model_.lines, 0);
  price_.assign(model_.sellers * model_.lines, unlimited);
  fee_.assign(model_.sellers, unlimited);
  for (int k = 0; k < model_.modes.size(); ++k) {
    const auto& mode = model_.modes[k];
    fee_[mode.seller] = std::min(fee_[mode.seller], mode.fee);
    const int offer = model_.first_offer[mode.seller];
    for (int t = 0; t < model_.offersOf(mode.seller); ++t) {
      const int at = mode.seller * model_.lines + model_.offer_line[offer + t];
      stock_[at] = std::max(stock_[at], model_.cap[mode.first + t]);
      price_[at] = std::min(price_[at], model_.cost[mode.first + t]);
    }
  }
  Found found;
  const int most = std::min(model_.sellers, [&] {
    double units = 0;
    for (int j = 0; j < model_.lines; ++j) units += model_.demand[j];
    return units < model_.sellers ? static_cast<int>(units) : model_.sellers;
  }());
  for (int size = 1; size <= most && best_.take.empty() && !stop_; ++size) {
    if (size > deepest) {
      stop_ = true;
      break;
    }
    missing_ = model_.demand;
    banned_.assign(model_.sellers, 0);
    chosen_.clear();
    slots_.clear();
    for (int s = 0; s < size; ++s) slots_.push(s);
    no_multipliers_.assign(size, 0);
    cover(size);
  }
  if (stop_) return stopped();
  found.proved = true;
  found.split = best_;
  found.bound = best_.cost;
  return found;
}

/// What a little more work tells: no split at all costs less than the cheapest.
Found Parcels::stopped() {
  SourcingLimits little;
  little.work = 100'000;
  Effort effort(little);
  Search search(model_, effort);
  auto found = search.run();
  effort_.spend(effort.done());
  const bool never = found.proved && found.split.take.empty();
  found.proved = never;
  if (!best_.take.empty()) found.split = best_;
  return found;
}

}  // namespace vitrine::sourcing
