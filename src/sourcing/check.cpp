#include <algorithm>

#include "vitrine/sourcing.hpp"

namespace vitrine {
namespace {

constexpr std::int64_t most = 1'000'000'000'000;  // of quantities, grams and minor units
constexpr std::size_t most_terms = 4'000'000;     // of the search: about 200 MB

double number(std::int64_t value) { return static_cast<double>(value); }

Fault ranged(std::string_view where, std::int64_t value, std::int64_t least = 0) {
  if (value < least || value > most) [[unlikely]]
    return Error{Errc::out_of_range, std::string(where)};
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
    const auto where = [&] { return element("weight_tiers", t); };
    if (auto fault = ranged("up_to", rate.weight_tiers[t].up_to, least)) return at(where(), *fault);
    if (auto fault = ranged("fee", rate.weight_tiers[t].fee)) return at(where(), *fault);
  }
  for (std::size_t t = 0; t < rate.price_tiers.size(); ++t) {
    const auto least = t == 0 ? 0 : rate.price_tiers[t - 1].from + 1;
    const auto where = [&] { return element("price_tiers", t); };
    if (auto fault = ranged("from", rate.price_tiers[t].from, least)) return at(where(), *fault);
    if (auto fault = ranged("fee", rate.price_tiers[t].fee)) return at(where(), *fault);
  }
  return {};
}

Fault check(const SourcingSeller& seller, std::size_t lines) {
  std::vector<char> offered(lines, 0);
  for (std::size_t o = 0; o < seller.offers.size(); ++o) {
    const auto& offer = seller.offers[o];
    const auto where = [&] { return element("offers", o); };
    if (offer.line < 0 || static_cast<std::size_t>(offer.line) >= lines)
      return at(where(), {Errc::out_of_range, "line"});
    if (offered[static_cast<std::size_t>(offer.line)]++)
      return at(where(), {Errc::duplicate_offer, "line"});
    if (auto fault = ranged("price", offer.price)) return at(where(), *fault);
    if (auto fault = ranged("stock", offer.stock.value_or(0))) return at(where(), *fault);
    if (auto fault = ranged("weight", offer.weight.value_or(0))) return at(where(), *fault);
  }
  if (auto fault = ranged("surcharge", seller.surcharge)) return fault;
  for (std::size_t d = 0; d < seller.discounts.size(); ++d) {
    const auto& discount = seller.discounts[d];
    const auto where = [&] { return element("discounts", d); };
    const auto least = d == 0 ? 0 : seller.discounts[d - 1].from + 1;
    if (auto fault = ranged("from", discount.from, least)) return at(where(), *fault);
    if (discount.percent < 0 || discount.percent > 100)
      return at(where(), {Errc::out_of_range, "percent"});
  }
  for (std::size_t m = 0; m < seller.methods.size(); ++m) {
    const auto& method = seller.methods[m];
    const auto where = [&] { return element("methods", m); };
    if (method.days < 0) return at(where(), {Errc::out_of_range, "days"});
    if (!method.rate) continue;
    if (auto fault = check(*method.rate)) return at(where(), at("rate", *fault));
  }
  return {};
}

/// The dearest that a cart can come to, and how many numbers its search holds. The sums of the
/// search are exact while hundredths of minor units stay below 2^53.
class Worst {
 public:
  Worst(const std::vector<SourcingLine>& lines, double units)
      : lines_(lines), dearest_(lines.size(), 0), units_(units) {}

  Fault add(const SourcingSeller& seller) {
    for (const auto& offer : seller.offers) {
      const auto line = static_cast<std::size_t>(offer.line);
      grams_ += number(offer.weight.value_or(0)) * number(lines_[line].quantity);
      const double rise = number(offer.price) - dearest_[line];
      if (rise <= 0) continue;
      dearest_[line] += rise;
      goods_ += rise * number(lines_[line].quantity);
    }
    double fee = 0;
    std::size_t modes = 0;
    for (const auto& method : seller.methods) {
      if (!method.rate) continue;
      const auto& rate = *method.rate;
      double dearest = number(rate.base);
      for (const auto& tier : rate.weight_tiers) dearest = std::max(dearest, number(tier.fee));
      for (const auto& tier : rate.price_tiers) dearest = std::max(dearest, number(tier.fee));
      fee = std::max(fee, dearest + number(rate.per_item) * units_);
      modes += 2 + rate.weight_tiers.size() + rate.price_tiers.size();
    }
    modes *= 1 + seller.discounts.size();
    fees_ += fee + number(seller.surcharge);
    terms_ += modes * seller.offers.size();
    if (modes > 10'000 || terms_ > most_terms) return Error{Errc::too_large, "methods"};
    if (grams_ > 1000 * number(most)) return Error{Errc::out_of_range, "offers"};
    if (goods_ > number(most)) return Error{Errc::out_of_range, "offers"};
    if (fees_ > number(most)) return Error{Errc::out_of_range, "methods"};
    return {};
  }

 private:
  const std::vector<SourcingLine>& lines_;
  std::vector<double> dearest_;  // per line
  double units_;
  double goods_ = 0;
  double grams_ = 0;
  double fees_ = 0;
  std::size_t terms_ = 0;
};

}  // namespace

Fault check(const SourcingInstance& instance) {
  const auto lines = instance.lines.size();
  if (lines > 10'000) return Error{Errc::too_large, "lines", 10'000};
  if (instance.sellers.size() > 10'000) return Error{Errc::too_large, "sellers", 10'000};
  if (lines * instance.sellers.size() > most_terms) return Error{Errc::too_large, "sellers"};
  double units = 0;
  double grams = 0;
  for (std::size_t j = 0; j < lines; ++j) {
    const auto where = [&] { return element("lines", j); };
    const auto& line = instance.lines[j];
    if (auto fault = ranged("quantity", line.quantity, 1)) return at(where(), *fault);
    if (auto fault = ranged("weight", line.weight)) return at(where(), *fault);
    units += number(line.quantity);
    grams += number(line.weight) * number(line.quantity);
    if (units > number(most) || grams > 1000 * number(most))
      return at(where(), {Errc::out_of_range, "quantity"});
  }
  Worst worst(instance.lines, units);
  for (std::size_t i = 0; i < instance.sellers.size(); ++i) {
    const auto where = [&] { return element("sellers", i); };
    if (auto fault = check(instance.sellers[i], lines)) return at(where(), *fault);
    if (auto fault = worst.add(instance.sellers[i])) return at(where(), *fault);
  }
  return {};
}

}  // namespace vitrine
