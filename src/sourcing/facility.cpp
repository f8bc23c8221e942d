#include <cmath>

#include "sourcing/search.hpp"

namespace vitrine {

using namespace sourcing;

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
  Effort effort(limits);
  Search search(model, effort);
  const auto found = search.run();
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
