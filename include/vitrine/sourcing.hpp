#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "vitrine/discount.hpp"
#include "vitrine/shipping.hpp"

/// Sourcing: which seller supplies each unit of a cart, so that goods and delivery together cost
/// the customer least, with a proof. It is the Internet Shopping Optimization Problem (Błażewicz et
/// al. 2010) with the delivery rules of real shops; docs/sourcing.md tells how it is solved.
namespace vitrine {

/// A wanted thing: how many units, and what one weighs.
struct SourcingLine {
  std::int64_t quantity = 0;  // at least 1
  std::int64_t weight = 0;    // grams per unit
};

/// One seller's terms for one line.
struct SourcingOffer {
  std::int32_t line = 0;
  Amount price = 0;                    // per unit, minor units
  std::optional<std::int64_t> stock;   // units; nothing: not limited
  std::optional<std::int64_t> weight;  // grams per unit, where it is not the line's
};

/// A way of delivery with its rate at the customer's place; no rate: not offered there.
struct SourcingMethod {
  ShippingKind kind = ShippingKind::shipping;
  std::int32_t days = 0;
  std::optional<Rate> rate;
};

/// What one seller can supply. Everything bought there travels as one parcel by one method.
struct SourcingSeller {
  std::vector<SourcingOffer> offers;  // at most one a line
  std::vector<Discount> discounts;
  std::vector<SourcingMethod> methods;
  Amount surcharge = 0;  // counts as part of the cost when the seller is used; nobody pays it
};

/// One cart and all who could serve it, all money in one currency.
struct SourcingInstance {
  std::vector<SourcingLine> lines;
  std::vector<SourcingSeller> sellers;
};

/// `cost`: least total. `parcels`: fewest sellers, then least total. `fastest`: the smallest number
/// of days within which everything can arrive, then least total. `pickup`: least total with pickup
/// methods only.
enum class SourcingObjective { cost, parcels, fastest, pickup };
constexpr auto names(SourcingObjective) {
  return std::to_array<std::string_view>({"cost", "parcels", "fastest", "pickup"});
}

/// `optimal`: no split is cheaper, proved. `bound`: the work ran out; the answer is the best found
/// and `bound` a proved lower limit. `infeasible`: proved that the cart cannot be served.
enum class SourcingProof { optimal, bound, infeasible };
constexpr auto names(SourcingProof) {
  return std::to_array<std::string_view>({"optimal", "bound", "infeasible"});
}

/// So many units of the line from the seller (both by index).
struct SourcedUnits {
  std::int32_t seller = 0;
  std::int32_t line = 0;
  std::int64_t quantity = 0;

  friend bool operator==(const SourcedUnits&, const SourcedUnits&) = default;
};

/// How long to search. Work is counted, not timed, so that every machine stops at the same place;
/// a million units take some milliseconds. `stop` is asked now and then for callers with a clock.
struct SourcingLimits {
  std::int64_t work = 10'000'000'000;
  bool (*stop)(void* context) = nullptr;
  void* context = nullptr;
};

/// What a solution of a similar cart leaves behind: a new search that starts from it is faster.
struct SourcingHint {
  std::vector<double> prices;  // per line: its dual price, or a negative number for a new line
  std::vector<SourcedUnits> assignment;
  std::vector<std::vector<SourcedUnits>> others;  // of more carts: the best of all is taken up
};

/// The cheapest split found and what is proved of it. A seller's cost is its goods less the
/// discount (rounded half to even) plus the fee of its cheapest method, and its surcharge. Among
/// equally cheap splits the first found counts; the search visits them in an order that depends on
/// the instance alone.
struct SourcingAnswer {
  SourcingProof proof = SourcingProof::infeasible;
  std::optional<Amount> cost;  // minor units; nothing when no way was found
  Amount bound = 0;            // minor units, rounded up: no split costs less
  std::int32_t sellers = 0;    // how many are used
  std::int32_t max_days = 0;   // of the methods used; for `fastest`: the days allowed
  std::vector<SourcedUnits> assignment;
  std::vector<std::int32_t> methods;  // per seller of the instance: the method used, or -1
  SourcingHint hint;
  std::int64_t work = 0;
};

/// The first fault in an instance: numbers out of range, offers of lines that do not exist or given
/// twice, tiers that do not ascend.
Fault check(const SourcingInstance& instance);

/// Solves one instance for one objective.
Result<SourcingAnswer> source(const SourcingInstance& instance, SourcingObjective objective,
                              const SourcingLimits& limits = {},
                              const SourcingHint* hint = nullptr);

/// What a line lacks when nobody can serve all of it.
struct SourcingShortage {
  std::int32_t line = 0;
  std::int64_t available = 0;  // units, from all sellers together
};

/// The lines that all sellers together cannot serve by stock and methods alone.
std::vector<SourcingShortage> shortages(const SourcingInstance& instance,
                                        SourcingObjective objective);

/// An uncapacitated facility location instance: every city is served by one open facility.
struct FacilityInstance {
  std::int32_t facilities = 0;
  std::int32_t cities = 0;
  std::vector<double> fees;   // per facility
  std::vector<double> costs;  // per facility and city
};

struct FacilityAnswer {
  double cost = 0;
  double bound = 0;
  bool optimal = false;
  std::vector<std::int32_t> facility;  // per city
};

/// The same search on the plain problem of the literature (data of OR-Library and UflLib).
FacilityAnswer source(const FacilityInstance& instance, const SourcingLimits& limits = {});

}  // namespace vitrine
