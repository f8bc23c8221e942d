#pragma once

#include "sourcing/placement.hpp"
#include "sourcing/refuge.hpp"

namespace vitrine::sourcing {

/// Complete enumeration within a budget. With prices v every split costs the dual's bound plus an
/// excess that is a sum of terms >= 0: the slack of each mode used, and for each line what its
/// units pay over v and what they forgo at other sellers. So all splits whose excess is below the
/// budget are found by walking through sets of open modes, then through assignments to them, and
/// cutting off where the excess reaches the budget.
class Enumerator {
 public:
  Enumerator(const Model& model, Effort& effort)
      : model_(model), effort_(effort), refuges_(model, effort), placement_(model, effort) {}

  /// Searches all splits that cost less than `bound + budget` and less than `best`, which it
  /// replaces, with the effort at most up to `until`. True when the search is complete: then
  /// `reached` is a proved lower bound for every split but those at most as cheap as `best`.
  bool run(const Dual& dual, double budget, std::int64_t until, Split& best);

  double reached = 0;

 private:
  struct Option {  // an offer in a mode that is still in question
    int mode;      // by position in modes_
    int at;        // index into cost and cap
    int offer;
    double cap;
    double reduced;
  };
  struct Cover {
    double excess = 0;
    bool open = true;  // the open modes reach it
    int choices = 0;
  };

  void prepare(const Dual& dual);
  bool cut(double excess);
  Cover cover(int line) const;
  void node(double fixed);
  void expand(double fixed);
  void tryFree(double fixed, double excess);
  double openCost(int x) const { return slack_[x] - idle_[seller_[x]]; }
  bool isFree(int x) const { return state_[x] == State::free && open_of_[seller_[x]] < 0; }
  void setOpen(int x);
  void setFree(int x);
  double setOut(int x);
  void undoOut(int x);
  void leaf();
  bool wasteful();
  double evaluate();

  const Model& model_;
  Effort& effort_;
  Split* best_ = nullptr;
  double base_ = 0;
  double budget_ = 0;
  double margin_ = 0;
  double least_cut_ = 0;
  std::int64_t until_ = 0;
  bool stopped_ = false;
  int depth_ = 0;
  List<int> modes_;
  List<int> seller_;    // per position
  List<double> slack_;  // per position
  List<double> lambda_;
  List<double> mu_;
  List<State> state_;
  List<double> idle_;     // per seller: what leaving it out costs, as a negative slack
  List<int> open_of_;     // per seller: position of its open mode, or -1
  List<int> alive_;       // per seller: modes not out
  List<int> first_;       // per line, into options_
  List<Option> options_;  // by line, cheapest first
  double asked_ = 0;      // the least goods of all open modes
  double most_ = 0;       // what all goods are worth where they are dearest
  List<int> opened_;      // stack of open positions
  List<int> trail_;       // stack of positions taken out
  List<double> take_;     // per offer
  List<double> goods_;    // per position
  List<double> mass_;
  List<double> units_;
  Refuges refuges_;
  Placement placement_;
};

}  // namespace vitrine::sourcing
