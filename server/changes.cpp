#include "changes.hpp"

#include <algorithm>

namespace vitrine {

void Changes::add(std::vector<StoredChange> changes) {
  for (auto& change : changes) {
    newest_ = std::max(newest_, change.number);
    auto& number = numbers_[change.offer.offer_id];
    by_number_.erase(number);
    number = change.number;
    by_number_[number] = std::move(change);
  }
  while (!by_number_.empty() && by_number_.begin()->first <= newest_ - keptChanges) {
    numbers_.erase(by_number_.begin()->second.offer.offer_id);
    by_number_.erase(by_number_.begin());
  }
  wake();
}

Changes::Part Changes::after(std::int64_t number, std::string_view currency,
                             std::size_t most) const {
  Part part;
  for (auto next = by_number_.upper_bound(number); next != by_number_.end(); ++next) {
    if (next->second.currency != currency) continue;
    if (part.offers.size() == most) return part;
    part.offers.push_back(next->second.offer);
    part.last = next->first;
  }
  part.last = newest_;
  return part;
}

void Changes::wake() {
  for (auto* reader : *readers_) reader->timer.cancel();
}

}  // namespace vitrine
