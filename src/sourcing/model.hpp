#pragma once

#include <algorithm>
#include <cmath>

#include "sourcing/list.hpp"
#include "vitrine/sourcing.hpp"

namespace vitrine::sourcing {

inline constexpr double unlimited = 1e300;

/// One way in which a seller can price what is bought there: a method, a tier of its rate and a
/// discount tier. Valid for goods in [min_goods, max_goods) and weights in (over_weight,
/// max_weight]; then a unit costs `price * share + per_item` and the parcel `fee`. The seller's
/// true cost is the least over its valid modes. Money in hundredths of a minor unit, goods in minor
/// units.
struct Mode {
  int seller = 0;
  int method = 0;
  double fee = 0;
  double per_item = 0;
  double share = 100;
  double min_goods = 0;
  double max_goods = unlimited;
  double over_weight = -1;
  double max_weight = unlimited;
  bool limited = false;  // one of the four can matter
  int first = 0;         // where its costs and caps begin, one for each offer of the seller
};

/// An offer as the modes of its seller see it.
struct Entry {
  int mode = 0;
  int at = 0;  // index into cost and cap
};

/// An instance as plain numbers: offers by seller, modes by seller, entries by line.
struct Model {
  int lines = 0;
  int sellers = 0;
  List<double> demand;
  List<int> first_offer;  // per seller, and the end
  List<int> offer_line;
  List<double> offer_price;
  List<double> offer_weight;  // grams per unit
  List<double> offer_cap;     // units, at most the demand
  List<int> first_mode;       // per seller, and the end
  List<Mode> modes;
  List<double> cost;  // per mode and offer; unlimited when the mode cannot carry the offer
  List<double> cap;
  List<int> first_entry;  // per line, and the end
  List<Entry> entries;
  double unit = 1;  // every total is a multiple of it; 0: totals are real numbers

  /// The least by which a total can be better than this one. Sums of doubles may be off by a
  /// trillionth.
  double step(double total) const {
    const double error = std::max(1e-6, 1e-12 * std::abs(total));
    return unit > 0 ? std::max(unit - error, unit / 2) : 1e-10 * std::abs(total);
  }
  int offersOf(int seller) const { return first_offer[seller + 1] - first_offer[seller]; }
  /// The seller's true cost, `unlimited` when no mode takes it. Nothing bought costs nothing.
  double sellerCost(int seller, double goods, double weight, double units, int* mode) const;
};

/// Which methods may be used.
struct Filter {
  bool pickup_only = false;
  std::int32_t max_days = INT32_MAX;
};

void build(const SourcingInstance& instance, const Filter& filter, Model& model);

/// Makes the list of entries by line from the modes; the last step of any way of building.
void index(Model& model);

}  // namespace vitrine::sourcing
