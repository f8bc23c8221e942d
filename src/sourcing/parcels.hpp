#pragma once

#include "sourcing/search.hpp"

namespace vitrine::sourcing {

/// The fewest sellers that can serve the cart, and among such sets the cheapest split: lists the
/// covers of size 1, 2, … and prices each, as far as its bound is below the best.
class Parcels {
 public:
  explicit Parcels(const Model& model) : model_(model), placement_(model) {}

  Found run(const SourcingLimits& limits);

  std::int64_t work = 0;

 private:
  void cover(int left);
  void price();
  void choose(int seller, double fees);
  double relaxed() const;
  bool stopped();
  double need(int line) const;

  const Model& model_;
  Placement placement_;
  SourcingLimits limits_;
  Split best_;
  bool stop_ = false;
  double floor_ = 0;      // the least bound of a set that was left out, when stopped
  List<double> stock_;    // per seller and line, 0 without an offer
  List<double> price_;    // per seller and line: the least of its modes
  List<double> fee_;      // per seller: the least of its modes
  List<double> missing_;  // per line: units the set cannot serve
  List<char> banned_;     // per seller
  List<int> chosen_;      // sellers of the set
  List<int> modes_;       // their modes
  List<int> slots_;
};

}  // namespace vitrine::sourcing
