#include <algorithm>
#include <cmath>

#include "sourcing/placement.hpp"

/// The bound of a placement: multipliers for the limits that its lines break.
namespace vitrine::sourcing {

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

/// Whether the open lines, each at the dearest seller who still needs goods, are worth less than
/// all sellers' least goods ask for together.
bool Placement::lacking(int depth) {
  double need = 0;
  for (int s = 0; s < modes_.size(); ++s) {
    needs_[s] = set_goods_[s] < model_.modes[modes_[s]].min_goods;
    if (needs_[s]) need += model_.modes[modes_[s]].min_goods - set_goods_[s];
  }
  for (int d = depth; need > 0 && d < order_.size(); ++d) {
    const int j = order_[d];
    double dearest = 0;
    for (int y = first_[j]; y < free_[j]; ++y)
      if (needs_[options_[y].slot]) dearest = std::max(dearest, options_[y].price);
    need -= model_.demand[j] * dearest;
  }
  return need > 0;
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
  if (lacking(depth)) return unlimited;
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

}  // namespace vitrine::sourcing
