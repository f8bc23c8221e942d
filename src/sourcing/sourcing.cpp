#include "vitrine/sourcing.hpp"

#include <algorithm>
#include <cmath>
#include <functional>

#include "sourcing/parcels.hpp"

namespace vitrine {
namespace {

using namespace sourcing;

bool admits(const Filter& filter, const SourcingMethod& method) {
  return method.rate && method.days <= filter.max_days &&
         (!filter.pickup_only || method.kind == ShippingKind::pickup);
}

std::vector<SourcingShortage> shortages(const SourcingInstance& instance, const Filter& filter) {
  std::vector<std::int64_t> supply(instance.lines.size(), 0);
  for (const auto& seller : instance.sellers) {
    if (std::none_of(seller.methods.begin(), seller.methods.end(),
                     [&](const auto& method) { return admits(filter, method); }))
      continue;
    for (const auto& offer : seller.offers) {
      const auto line = static_cast<std::size_t>(offer.line);
      const auto wanted = instance.lines[line].quantity;
      supply[line] += std::min(offer.stock.value_or(wanted), wanted);
    }
  }
  std::vector<SourcingShortage> missing;
  for (std::size_t j = 0; j < supply.size(); ++j)
    if (supply[j] < instance.lines[j].quantity)
      missing.push_back({static_cast<std::int32_t>(j), supply[j]});
  return missing;
}

/// Prices the split by the shipping rules themselves, in whole minor units.
void settle(const SourcingInstance& instance, const Filter& filter, const Model& model,
            const Split& split, SourcingAnswer& answer) {
  Amount total = 0;
  answer.methods.assign(instance.sellers.size(), -1);
  for (int i = 0; i < model.sellers; ++i) {
    const auto& seller = instance.sellers[static_cast<std::size_t>(i)];
    Parcel parcel;
    for (int o = model.first_offer[i]; o < model.first_offer[i + 1]; ++o) {
      const auto units = static_cast<std::int64_t>(std::llround(split.take[o]));
      if (units == 0) continue;
      const int line = model.offer_line[o];
      answer.assignment.push_back({i, line, units});
      parcel.goods += units * static_cast<Amount>(model.offer_price[o]);
      parcel.weight += units * static_cast<std::int64_t>(model.offer_weight[o]);
      parcel.units += units;
    }
    if (parcel.units == 0) continue;
    ++answer.sellers;
    std::optional<Amount> fee;
    for (std::size_t m = 0; m < seller.methods.size(); ++m) {
      const auto& method = seller.methods[m];
      if (!admits(filter, method)) continue;
      const auto price = parcelFee(*method.rate, parcel);
      if (!price || !*price || (fee && **price >= *fee)) continue;
      fee = **price;
      answer.methods[static_cast<std::size_t>(i)] = static_cast<std::int32_t>(m);
    }
    if (!fee) fatal("a split uses a seller without a method");
    const auto method = static_cast<std::size_t>(answer.methods[static_cast<std::size_t>(i)]);
    answer.max_days = std::max(answer.max_days, seller.methods[method].days);
    total += parcel.goods - discountOf(seller.discounts, parcel.goods) + *fee + seller.surcharge;
  }
  answer.cost = total;
}

SourcingAnswer answered(const SourcingInstance& instance, const Filter& filter, const Model& model,
                        const Found& found) {
  SourcingAnswer answer;
  answer.hint.prices.assign(found.prices.begin(), found.prices.end());
  answer.proof = found.proved ? SourcingProof::optimal : SourcingProof::bound;
  if (found.split.take.empty()) {
    if (found.proved) answer.proof = SourcingProof::infeasible;
  } else {
    settle(instance, filter, model, found.split, answer);
    answer.hint.assignment = answer.assignment;
  }
  if (found.bound == unlimited) return answer;
  const double error = 1e-4 + 1e-12 * found.bound;
  answer.bound = static_cast<Amount>(std::max(0.0, std::ceil((found.bound - error) / 100)));
  if (answer.cost && (found.proved || answer.bound > *answer.cost)) answer.bound = *answer.cost;
  return answer;
}

SourcingAnswer cheapest(const SourcingInstance& instance, const Filter& filter, Effort& effort,
                        const SourcingHint* hint) {
  Model model;
  build(instance, filter, model);
  Search search(model, effort);
  return answered(instance, filter, model, search.run(hint));
}

SourcingAnswer fewest(const SourcingInstance& instance, Effort& effort) {
  Model model;
  build(instance, {}, model);
  Parcels parcels(model, effort);
  return answered(instance, {}, model, parcels.run());
}

/// Tries each number of days in turn. Out of work, more days are tried for an answer and a bound:
/// what costs least within more days costs no more than within fewer.
SourcingAnswer fastest(const SourcingInstance& instance, Effort& effort, const SourcingHint* hint) {
  List<std::int32_t> days;
  for (const auto& seller : instance.sellers)
    for (const auto& method : seller.methods)
      if (method.rate) days.push(method.days);
  sort(days.data(), days.size(), std::less());
  SourcingAnswer answer;
  bool certain = true;
  std::int32_t last = -1;
  for (const auto day : days) {
    if (day == last) continue;
    last = day;
    const Filter filter{false, day};
    if (!shortages(instance, filter).empty()) continue;
    answer = cheapest(instance, filter, effort, hint);
    answer.max_days = day;
    if (answer.cost) break;
    certain = certain && answer.proof == SourcingProof::infeasible;
  }
  if (!certain) answer.proof = SourcingProof::bound;
  return answer;
}

SourcingAnswer solved(const SourcingInstance& instance, SourcingObjective objective, Effort& effort,
                      const SourcingHint* hint) {
  switch (objective) {
    case SourcingObjective::cost:
      return cheapest(instance, {}, effort, hint);
    case SourcingObjective::parcels:
      return fewest(instance, effort);
    case SourcingObjective::fastest:
      return fastest(instance, effort, hint);
    case SourcingObjective::pickup:
      return cheapest(instance, {true, INT32_MAX}, effort, hint);
  }
  fatal("an objective without a search");
}

}  // namespace

std::vector<SourcingShortage> shortages(const SourcingInstance& instance,
                                        SourcingObjective objective) {
  return shortages(instance, Filter{objective == SourcingObjective::pickup, INT32_MAX});
}

Result<SourcingAnswer> source(const SourcingInstance& instance, SourcingObjective objective,
                              const SourcingLimits& limits, const SourcingHint* hint) {
  if (auto fault = check(instance)) return *fault;
  if (instance.lines.empty()) {
    SourcingAnswer nothing;
    nothing.proof = SourcingProof::optimal;
    nothing.cost = 0;
    nothing.methods.assign(instance.sellers.size(), -1);
    return nothing;
  }
  Effort effort(limits);
  auto answer = solved(instance, objective, effort, hint);
  answer.work = effort.done();
  return answer;
}

}  // namespace vitrine
