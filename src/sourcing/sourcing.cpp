#include "vitrine/sourcing.hpp"

#include <algorithm>
#include <cmath>

#include "sourcing/parcels.hpp"

namespace vitrine {
namespace {

using namespace sourcing;

constexpr std::int64_t most = 1'000'000'000'000;  // of quantities, grams and minor units

Fault ranged(std::string_view where, std::int64_t value, std::int64_t least = 0) {
  if (value < least || value > most) return Error{Errc::out_of_range, std::string(where)};
  return {};
}

Fault check(const Rate& rate) {
  if (auto fault = ranged("base", rate.base)) return fault;
  if (auto fault = ranged("per_item", rate.per_item)) return fault;
  if (auto fault = ranged("free_from", rate.free_from.value_or(0))) return fault;
  if (auto fault = ranged("min_goods", rate.min_goods.value_or(0))) return fault;
  if (auto fault = ranged("max_weight", rate.max_weight.value_or(0))) return fault;
  for (std::size_t t = 0; t < rate.weight_tiers.size(); ++t) {
    const auto least = t == 0 ? 0 : rate.weight_tiers[t - 1].up_to + 1;
    const auto where = element("weight_tiers", t);
    if (auto fault = ranged("up_to", rate.weight_tiers[t].up_to, least)) return at(where, *fault);
    if (auto fault = ranged("fee", rate.weight_tiers[t].fee)) return at(where, *fault);
  }
  for (std::size_t t = 0; t < rate.price_tiers.size(); ++t) {
    const auto least = t == 0 ? 0 : rate.price_tiers[t - 1].from + 1;
    const auto where = element("price_tiers", t);
    if (auto fault = ranged("from", rate.price_tiers[t].from, least)) return at(where, *fault);
    if (auto fault = ranged("fee", rate.price_tiers[t].fee)) return at(where, *fault);
  }
  return {};
}

Fault check(const SourcingSeller& seller, std::size_t lines) {
  std::vector<char> offered(lines, 0);
  for (std::size_t o = 0; o < seller.offers.size(); ++o) {
    const auto& offer = seller.offers[o];
    const auto where = element("offers", o);
    if (offer.line < 0 || static_cast<std::size_t>(offer.line) >= lines)
      return at(where, {Errc::out_of_range, "line"});
    if (offered[static_cast<std::size_t>(offer.line)]++)
      return at(where, {Errc::duplicate_offer, "line"});
    if (auto fault = ranged("price", offer.price)) return at(where, *fault);
    if (auto fault = ranged("stock", offer.stock.value_or(0))) return at(where, *fault);
    if (auto fault = ranged("weight", offer.weight.value_or(0))) return at(where, *fault);
  }
  if (auto fault = ranged("surcharge", seller.surcharge)) return fault;
  for (std::size_t d = 0; d < seller.discounts.size(); ++d) {
    const auto& discount = seller.discounts[d];
    const auto where = element("discounts", d);
    const auto least = d == 0 ? 0 : seller.discounts[d - 1].from + 1;
    if (auto fault = ranged("from", discount.from, least)) return at(where, *fault);
    if (discount.percent < 0 || discount.percent > 100)
      return at(where, {Errc::out_of_range, "percent"});
  }
  for (std::size_t m = 0; m < seller.methods.size(); ++m) {
    const auto& method = seller.methods[m];
    const auto where = element("methods", m);
    if (method.days < 0) return at(where, {Errc::out_of_range, "days"});
    if (!method.rate) continue;
    if (auto fault = check(*method.rate)) return at(where, at("rate", *fault));
  }
  return {};
}

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
                        const Found& found, std::int64_t work) {
  SourcingAnswer answer;
  answer.work = work;
  answer.hint.prices.assign(found.prices.begin(), found.prices.end());
  answer.proof = found.proved ? SourcingProof::optimal : SourcingProof::bound;
  if (!found.split.take.empty()) {
    settle(instance, filter, model, found.split, answer);
    answer.hint.assignment = answer.assignment;
    const double bound = std::ceil(found.bound / 100 - 1e-6);
    answer.bound = found.proved ? *answer.cost : static_cast<Amount>(std::max(0.0, bound));
    answer.bound = std::min(answer.bound, *answer.cost);
  } else if (found.proved) {
    answer.proof = SourcingProof::infeasible;
  }
  return answer;
}

SourcingAnswer cheapest(const SourcingInstance& instance, const Filter& filter,
                        const SourcingLimits& limits, const SourcingHint* hint) {
  Model model;
  build(instance, filter, model);
  Search search(model);
  const auto found = search.run(limits, hint);
  return answered(instance, filter, model, found, search.work());
}

SourcingAnswer fewest(const SourcingInstance& instance, const SourcingLimits& limits) {
  Model model;
  build(instance, {}, model);
  Parcels parcels(model);
  const auto found = parcels.run(limits);
  return answered(instance, {}, model, found, parcels.work);
}

SourcingAnswer fastest(const SourcingInstance& instance, const SourcingLimits& limits,
                       const SourcingHint* hint) {
  std::vector<std::int32_t> days;
  for (const auto& seller : instance.sellers)
    for (const auto& method : seller.methods)
      if (method.rate) days.push_back(method.days);
  std::sort(days.begin(), days.end());
  days.erase(std::unique(days.begin(), days.end()), days.end());
  SourcingAnswer answer;
  bool certain = true;
  std::int64_t work = 0;
  for (const auto day : days) {
    const Filter filter{false, day};
    if (!shortages(instance, filter).empty()) continue;
    auto left = limits;
    left.work -= work;
    answer = cheapest(instance, filter, left, hint);
    work += answer.work;
    answer.work = work;
    answer.max_days = day;
    if (answer.cost) break;
    certain = certain && answer.proof == SourcingProof::infeasible;
  }
  if (!certain && answer.proof != SourcingProof::bound) answer.proof = SourcingProof::bound;
  return answer;
}

}  // namespace

Fault check(const SourcingInstance& instance) {
  if (instance.lines.size() > 10'000) return Error{Errc::too_large, "lines"};
  if (instance.sellers.size() > 10'000) return Error{Errc::too_large, "sellers"};
  for (std::size_t j = 0; j < instance.lines.size(); ++j) {
    const auto where = element("lines", j);
    if (auto fault = ranged("quantity", instance.lines[j].quantity, 1)) return at(where, *fault);
    if (auto fault = ranged("weight", instance.lines[j].weight)) return at(where, *fault);
  }
  for (std::size_t i = 0; i < instance.sellers.size(); ++i) {
    if (auto fault = check(instance.sellers[i], instance.lines.size()))
      return at(element("sellers", i), *fault);
    // Sums must stay exact: hundredths of minor units below 2^53.
    double goods = 0;
    double grams = 0;
    for (const auto& offer : instance.sellers[i].offers) {
      const auto& line = instance.lines[static_cast<std::size_t>(offer.line)];
      goods += static_cast<double>(offer.price) * static_cast<double>(line.quantity);
      grams += static_cast<double>(offer.weight.value_or(line.weight)) *
               static_cast<double>(line.quantity);
    }
    if (goods > 1e12 || grams > 1e15)
      return at(element("sellers", i), {Errc::out_of_range, "offers"});
  }
  return {};
}

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
  switch (objective) {
    case SourcingObjective::cost:
      return cheapest(instance, {}, limits, hint);
    case SourcingObjective::parcels:
      return fewest(instance, limits);
    case SourcingObjective::fastest:
      return fastest(instance, limits, hint);
    case SourcingObjective::pickup:
      return cheapest(instance, {true, INT32_MAX}, limits, hint);
  }
  fatal("an objective without a search");
}

FacilityAnswer source(const FacilityInstance& instance, const SourcingLimits& limits) {
  Model model;
  model.lines = instance.cities;
  model.sellers = instance.facilities;
  model.demand.assign(model.lines, 1);
  model.first_offer.push(0);
  model.first_mode.push(0);
  bool whole = true;
  std::size_t next = 0;
  for (int i = 0; i < model.sellers; ++i) {
    Mode mode;
    mode.seller = i;
    mode.fee = instance.fees[static_cast<std::size_t>(i)];
    mode.share = 1;
    mode.first = model.cost.size();
    whole = whole && mode.fee == std::floor(mode.fee);
    for (int j = 0; j < model.lines; ++j) {
      const double cost = instance.costs[next++];
      whole = whole && cost == std::floor(cost);
      model.offer_line.push(j);
      model.offer_price.push(cost);
      model.offer_weight.push(0);
      model.offer_cap.push(1);
      model.cost.push(cost);
      model.cap.push(1);
    }
    model.modes.push(mode);
    model.first_offer.push(model.offer_line.size());
    model.first_mode.push(i + 1);
  }
  model.unit = whole ? 1 : 0;
  index(model);
  Search search(model);
  const auto found = search.run(limits);
  FacilityAnswer answer;
  answer.cost = found.split.cost;
  answer.bound = found.bound;
  answer.optimal = found.proved;
  answer.facility.assign(static_cast<std::size_t>(model.lines), -1);
  for (int o = 0; o < found.split.take.size(); ++o)
    if (found.split.take[o] > 0)
      answer.facility[static_cast<std::size_t>(model.offer_line[o])] = o / model.lines;
  return answer;
}

}  // namespace vitrine
