#pragma once

#include "sourcing/dual.hpp"

namespace vitrine::sourcing {

/// A way to serve the cart: the units taken of each offer, and what they truly cost.
struct Split {
  List<double> take;  // per offer
  double cost = unlimited;
};

/// Builds and improves splits on true costs. A split that breaks a seller's limits carries a
/// penalty, so that improving it first makes it valid.
class Improver {
 public:
  Improver(const Model& model, Effort& effort) : model_(model), effort_(effort) {}

  /// Serves each line from the sellers marked as used, cheapest first, then from any other.
  /// False when some line lacks stock everywhere.
  bool fill(const List<char>& used);
  /// Starts from units given per offer and serves what is missing, cheapest first.
  bool complete(const List<double>& take);
  /// Moves lines, closes sellers and opens those that are worth trying, until nothing helps.
  void improve(const List<char>* worth);
  /// What the split costs, with a penalty for each limit that it breaks.
  double total() const { return total_; }
  /// Hands over the split if it is valid and cheaper.
  bool offer(Split& best) const;

 private:
  double priced(int seller) const;
  double moved(int from, int to, double units) const;
  void move(int from, int to, double units);
  bool moveLines();
  bool closeSellers();
  bool openSellers(const List<char>& worth);
  void undo();
  void rebuild();
  bool serve(const List<char>& used);

  const Model& model_;
  Effort& effort_;
  List<double> take_;
  List<double> goods_;
  List<double> mass_;
  List<double> units_;
  List<double> paid_;
  double total_ = 0;
  List<int> owner_;  // per offer: its seller
  List<int> first_offer_of_line_;
  List<int> offers_of_line_;
  struct Move {
    int from;
    int to;
    double units;
  };
  List<Move> log_;
};

}  // namespace vitrine::sourcing
