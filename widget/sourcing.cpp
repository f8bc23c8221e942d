#include "vitrine/sourcing.hpp"

#include <emscripten/emscripten.h>

#include <algorithm>
#include <cmath>

namespace {

using namespace vitrine;

std::vector<double> incoming;
std::vector<double> outgoing;
std::string fault;

/// Reads an instance from a row of numbers, as web/sourcing.ts writes it: counts before lists, -1
/// for what is absent.
class Row {
 public:
  bool good = true;

  [[gnu::noinline]] std::int64_t next() {
    if (at_ == incoming.size()) {
      good = false;
      return 0;
    }
    const double value = incoming[at_++];
    if (!(std::abs(value) <= 9007199254740991.0) || value != std::floor(value)) {
      good = false;
      return 0;
    }
    return static_cast<std::int64_t>(value);
  }
  std::int32_t small() {
    const auto value = next();
    if (value > INT32_MAX || value < INT32_MIN) good = false;
    return static_cast<std::int32_t>(value);
  }
  std::optional<std::int64_t> maybe() {
    const auto value = next();
    if (value == -1) return {};
    return value;
  }
  /// Fills a list with as many as the count says; a count beyond the row is a fault.
  template <class T, class F>
  void list(std::vector<T>& items, F read) {
    const auto count = next();
    if (count < 0 || static_cast<std::size_t>(count) > incoming.size() - at_) good = false;
    if (!good) return;
    items.resize(static_cast<std::size_t>(count));
    for (auto& item : items) item = read();
  }

 private:
  std::size_t at_ = 0;
};

Rate readRate(Row& row) {
  Rate rate;
  rate.base = row.next();
  rate.per_item = row.next();
  rate.free_from = row.maybe();
  rate.max_weight = row.maybe();
  rate.min_goods = row.maybe();
  row.list(rate.weight_tiers, [&] {
    const auto up_to = row.next();
    return WeightTier{up_to, row.next()};
  });
  row.list(rate.price_tiers, [&] {
    const auto from = row.next();
    return PriceTier{from, row.next()};
  });
  return rate;
}

SourcingSeller readSeller(Row& row) {
  SourcingSeller seller;
  row.list(seller.offers, [&] {
    SourcingOffer offer;
    offer.line = row.small();
    offer.price = row.next();
    offer.stock = row.maybe();
    return offer;
  });
  row.list(seller.discounts, [&] {
    const auto from = row.next();
    return Discount{from, row.small()};
  });
  row.list(seller.methods, [&] {
    SourcingMethod method;
    method.kind = row.next() == 1 ? ShippingKind::pickup : ShippingKind::shipping;
    method.days = row.small();
    if (row.next() == 1) method.rate = readRate(row);
    return method;
  });
  return seller;
}

SourcingInstance readInstance(Row& row) {
  SourcingInstance instance;
  row.list(instance.lines, [&] {
    const auto quantity = row.next();
    return SourcingLine{quantity, row.next()};
  });
  row.list(instance.sellers, [&] { return readSeller(row); });
  return instance;
}

SourcingHint readHint(Row& row) {
  SourcingHint hint;
  row.list(hint.prices, [&] {
    const auto thousandths = row.next();
    return static_cast<double>(thousandths) / 1000;
  });
  row.list(hint.assignment, [&] {
    SourcedUnits units;
    units.seller = row.small();
    units.line = row.small();
    units.quantity = row.next();
    return units;
  });
  return hint;
}

void refuse(const Error& error) {
  fault = std::string(name(error.code)) + ' ' + error.where;
  outgoing.assign({-1.0});
}

}  // namespace

extern "C" {

EMSCRIPTEN_KEEPALIVE double* room(std::size_t numbers) {
  incoming.resize(numbers);
  return incoming.data();
}

/// Solves the instance in the room. The answer at the returned place: proof (0 optimal, 1 bound, 2
/// infeasible; -1 refused, see `fault_text`), cost or -1, bound, sellers, days, units of work, then
/// counted lists of (seller, line, quantity) and of dual prices in thousandths.
EMSCRIPTEN_KEEPALIVE const double* solve(int objective, double work) {
  Row row;
  const auto instance = readInstance(row);
  const auto hint = readHint(row);
  if (!row.good) {
    refuse({Errc::out_of_range, ""});
    return outgoing.data();
  }
  SourcingLimits limits;
  if (work > 0) limits.work = static_cast<std::int64_t>(std::min(work, 1e15));
  const auto answer = source(instance, static_cast<SourcingObjective>(objective), limits,
                             hint.assignment.empty() ? nullptr : &hint);
  if (!answer) {
    refuse(answer.error());
    return outgoing.data();
  }
  outgoing.clear();
  const auto put = [](auto value) { outgoing.push_back(static_cast<double>(value)); };
  put(answer->proof);
  put(answer->cost.value_or(-1));
  put(answer->bound);
  put(answer->sellers);
  put(answer->max_days);
  put(answer->work);
  put(answer->assignment.size());
  for (const auto& units : answer->assignment) {
    put(units.seller);
    put(units.line);
    put(units.quantity);
  }
  put(answer->hint.prices.size());
  for (const double price : answer->hint.prices) put(std::floor(price * 1000));
  return outgoing.data();
}

EMSCRIPTEN_KEEPALIVE const char* fault_text() { return fault.c_str(); }
}
