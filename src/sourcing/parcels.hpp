#pragma once

#include "sourcing/search.hpp"

namespace vitrine::sourcing {

/// The fewest sellers that can serve the cart, and among such sets the cheapest split: lists the
/// covers of size 1, 2, … and prices each, as far as its bound is below the best.
class Parcels {
 public:
  Parcels(const Model& model, Effort& effort)
      : model_(model), effort_(effort), placement_(model, effort) {}

  /// Out of work: the best known, and the bound of the least total over any number of sellers.
  Found run();

 private:
  void cover(int left);
  void price();
  void choose(int seller, double fees);
  double relaxed() const;
  Found stopped();

  const Model& model_;
  Effort& effort_;
  Placement placement_;
  Split best_;
  bool stop_ = false;
  List<double> stock_;    // per seller and line, 0 without an offer
  List<double> price_;    // per seller and line: the least of its modes
  List<double> fee_;      // per seller: the least of its modes
  List<double> missing_;  // per line: units the set cannot serve
  List<char> banned_;     // per seller
  List<int> chosen_;      // sellers of the set
  List<int> modes_;       // their modes
  List<int> slots_;
  List<double> no_multipliers_;
};

}  // namespace vitrine::sourcing
