#pragma once

#include "sourcing/enumerate.hpp"

namespace vitrine::sourcing {

/// What a search found: the split (cost `unlimited` when there is none) and a proved lower bound
/// (`unlimited` when it is proved that none is below the cutoff).
struct Found {
  Split split;
  double bound = 0;
  bool proved = false;
  List<double> prices;  // the dual's, as a hint for a similar cart
};

/// Branch and bound over the modes, with the dual as bound and the enumeration as what ends most
/// carts before any branching.
class Search {
 public:
  Search(const Model& model, Effort& effort);

  /// The cheapest split, beginning with the prices and the split of the hint, if there is one.
  Found run(const SourcingHint* hint = nullptr);

 private:
  bool recall(const std::vector<SourcedUnits>& assignment);
  bool recallUnits(const SourcingHint& hint);
  bool recallPrices(const SourcingHint& hint);
  void incumbent(bool wide);
  bool ladder(std::int64_t most, int parts);
  bool close();
  double target() const;
  double branch(int depth);
  void fix();

  const Model& model_;
  Effort& effort_;
  Dual dual_;
  Enumerator enumerator_;
  Improver improver_;
  Split best_;
  double floor_ = 0;  // proved for the node in hand
  List<double> used_units_;
  List<char> used_;
  List<char> worth_;
};

}  // namespace vitrine::sourcing
