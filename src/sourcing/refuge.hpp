#pragma once

#include "sourcing/effort.hpp"
#include "sourcing/model.hpp"

namespace vitrine::sourcing {

/// Dominance among open modes: where the goods of a mode could go instead. A mode that saves
/// nothing beside the others is in no split that is the only best one, and one that loses is in no
/// best split.
class Refuges {
 public:
  Refuges(const Model& model, Effort& effort) : model_(model), effort_(effort) {}

  /// Finds for each line the two cheapest of these modes that take all of it whatever else they
  /// hold. `open` holds positions in `modes`.
  void find(const List<int>& modes, const List<int>& open);

  /// The most that a mode can save beside the others: its goods for less than they cost there, and
  /// as many as its least goods ask for, less its fee.
  double saving(int mode);

 private:
  struct Refuge {
    int mode = -1;
    double first = unlimited;   // what a unit costs there
    double second = unlimited;  // and in the next mode
  };
  struct Loss {
    double gain;  // of all units, not positive
    double goods;
  };

  const Model& model_;
  Effort& effort_;
  List<Refuge> refuges_;  // per line
  List<Loss> losses_;
};

}  // namespace vitrine::sourcing
