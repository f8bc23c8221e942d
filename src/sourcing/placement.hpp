#pragma once

#include "sourcing/split.hpp"

namespace vitrine::sourcing {

/// The cheapest way to place all lines on a given set of modes, each keeping its limits. Without
/// limits every line goes to its cheapest mode; each limit that this breaks gets a multiplier that
/// maximises the bound, and what remains is enumerated.
class Placement {
 public:
  Placement(const Model& model, Effort& effort) : model_(model), effort_(effort) {}

  /// A set of modes: those at the positions `open`. Their multipliers are where the bound begins.
  struct Set {
    const List<int>& modes;
    const List<double>& lambda;
    const List<double>& mu;
    const List<int>& open;
  };

  /// Looks below `ceiling` (an absolute cost) and below `best`, which it replaces. The proved bound
  /// of the set (at least the ceiling when nothing was left out), or -1 when it would take more
  /// work than `until` (a count of the effort).
  double run(const Set& set, double ceiling, std::int64_t until, Split& best);

 private:
  struct Option {
    int slot;
    int offer;
    double cap;
    double cost;
    double price;
    double weight;
  };

  void read(const Set& set);
  bool arrange();
  void reach(int line, double sign);
  struct Piece {  // units that may come to a slot from another
    int line;
    double cost;  // more than elsewhere, each
    double units;
    double each;  // goods or grams
    double ratio;
  };

  double relax(int depth);
  double relaxAgain(int depth, int slot);
  bool serve(int line);
  void clear(int line);
  double fixedCost() const;
  double total(int depth) const;
  bool within(int piece, double need, double most);
  int optionOf(int line, int slot) const;
  bool lacking(int depth);
  double bounded(int depth);
  double tune(int depth, int slot, bool goods);
  int cheapest(int line) const;
  bool valid() const;
  void keep();
  void solve(int depth);
  void distribute(int depth, int option, double left, double bound);
  void share(int depth, int option, double left, double bound);
  double priced(const Option& option) const {
    return option.cost - lambda_[option.slot] * option.price + mu_[option.slot] * option.weight;
  }

  const Model& model_;
  Effort& effort_;
  Split* best_ = nullptr;
  double ceiling_ = 0;
  double least_ = 0;
  double margin_ = 0;
  std::int64_t until_ = 0;
  bool stopped_ = false;
  int nested_ = 0;
  List<int> modes_;  // per slot
  List<double> lambda_;
  List<double> mu_;
  List<double> set_goods_;  // per slot, of the lines that are decided
  List<double> set_mass_;
  List<double> set_units_;
  double set_cost_ = 0;
  List<double> goods_;  // per slot, of the last relaxation
  List<double> mass_;
  List<double> units_;
  List<int> first_;  // per line, into options_: with limits first, the others by cost
  List<int> free_;   // per line: where the options without limits begin
  List<Option> options_;
  List<int> order_;      // lines with a choice that touches a limit, the weightiest first
  List<double> weight_;  // per line: the most that it can bring to a limit
  List<char> needs_;     // per slot: its least goods are not reached
  List<double> reach_;   // per slot: goods that the lines still open can bring
  int critical_ = -1;    // the line that the last bound leaves undecided, or -1
  double critical_size_ = 0;
  List<double> take_;       // per option: decided units
  List<double> filled_;     // per option: units of the last relaxation
  List<double> line_cost_;  // per line, of the last relaxation
  List<Piece> pieces_;
  List<double> saved_;  // stack of multipliers
};

}  // namespace vitrine::sourcing
