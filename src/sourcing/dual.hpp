#pragma once

#include "sourcing/effort.hpp"
#include "sourcing/model.hpp"

namespace vitrine::sourcing {

enum class State : char { free, open, out };

/// The Lagrangian dual of a model: a price v for each line at which the solver "buys" a unit. A
/// mode's slack is what its seller would still lose by serving all lines at those prices; as long
/// as no slack is negative, the sum of demand * v is a lower bound for every split. Modes that are
/// open count their slack (of any sign), modes that are out do not exist.
///
/// Limits of a mode (least goods, greatest weight) enter by a multiplier each, taken from the
/// fractional knapsack that they form with the mode's reduced costs.
class Dual {
 public:
  Dual(const Model& model, Effort& effort) : model_(model), effort_(effort) {}

  /// All modes free, the prices at their cheapest.
  void reset();

  /// Raises prices as far as no slack becomes negative (Erlenkotter 1978, dual ascent), each line
  /// in turn to its next breakpoint.
  void ascend();

  /// Steps along the subgradient towards `target` (Held, Wolfe and Crowder 1974); keeps the best
  /// prices seen.
  void climb(double target, int steps);

  /// Computes slacks and multipliers for the prices as they are, and the bound.
  double evaluate();

  List<double> v;
  List<double> slack;
  List<double> lambda;  // per mode: price of a minor unit of goods
  List<double> mu;      // per mode: price of a gram
  List<State> state;    // per mode
  List<double> share;   // per mode: how often a climb chose it, 0 … 1
  double bound = 0;

 private:
  double slackOf(int mode, double& lambda, double& mu) const;
  void rank() const;
  int cheapest() const;
  void addSellers();
  void follow();
  void chosen(int mode, double lambda, double mu);
  bool raise(int line);
  double least(int seller, int* mode) const;
  bool forced(int seller) const { return opened_[seller] >= 0; }
  void findSellers();

  struct Candidate {
    double ratio;  // cost for what it brings
    int at;        // offer of its seller
  };

  const Model& model_;
  Effort& effort_;
  mutable List<Candidate> candidates_;
  mutable bool ranked_ = false;
  List<double> at_;     // the prices that the slacks belong to
  List<int> opened_;    // per seller: its open mode, or -1
  List<int> in_;        // the sellers with modes that are not out
  List<double> fresh_;  // per mode: how much the slack may have fallen since it was computed
  List<double> taken_;  // per line, in a climb: units the chosen modes take
  List<double> direction_;
  List<double> best_v_;
};

}  // namespace vitrine::sourcing
