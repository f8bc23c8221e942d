#include <algorithm>

#include "sourcing/list.hpp"
#include "vitrine/sourcing.hpp"

namespace vitrine {
namespace {

using sourcing::List;

constexpr std::int64_t most = 1'000'000'000'000;  // of quantities, grams and minor units
constexpr std::size_t most_terms = 4'000'000;     // of the search: about 200 MB

double number(std::int64_t value) { return static_cast<double>(value); }

/// What is wrong with a part of an instance: its name, behind places in lists, the innermost first.
/// As plain values: sixteen checks that each made a path of strings were a fifth of the module.
struct Flaw {
  struct Place {
    const char* list;
    std::size_t index;
  };
  static constexpr std::size_t none = SIZE_MAX;  // a part that is no list

  const char* name = nullptr;  // nothing: all is well
  Errc code = Errc::out_of_range;
  Place places[3] = {};
  int depth = 0;

  explicit operator bool() const { return name != nullptr; }
  Flaw in(const char* list, std::size_t index) {
    places[depth++] = {list, index};
    return *this;
  }
  Fault fault(std::string where = {}) const {
    for (int i = depth; i-- > 0;) {
      const auto& [list, index] = places[i];
      where += index == none ? std::string(list) : element(list, index);
      where += '.';
    }
    return Error{code, where + name};
  }
};

[[gnu::noinline]] Flaw ranged(const char* name, std::int64_t value, std::int64_t least = 0) {
  if (value < least || value > most) [[unlikely]]
    return {name};
  return {};
}

Flaw check(const Rate& rate) {
  if (const auto flaw = ranged("base", rate.base)) return flaw;
  if (const auto flaw = ranged("per_item", rate.per_item)) return flaw;
  if (const auto flaw = ranged("free_from", rate.free_from.value_or(0))) return flaw;
  if (const auto flaw = ranged("min_goods", rate.min_goods.value_or(0))) return flaw;
  if (const auto flaw = ranged("max_weight", rate.max_weight.value_or(0))) return flaw;
  std::int64_t least = 0;
  for (std::size_t t = 0; t < rate.weight_tiers.size(); ++t) {
    const auto& tier = rate.weight_tiers[t];
    if (auto flaw = ranged("up_to", tier.up_to, least)) return flaw.in("weight_tiers", t);
    if (auto flaw = ranged("fee", tier.fee)) return flaw.in("weight_tiers", t);
    least = tier.up_to + 1;
  }
  least = 0;
  for (std::size_t t = 0; t < rate.price_tiers.size(); ++t) {
    const auto& tier = rate.price_tiers[t];
    if (auto flaw = ranged("from", tier.from, least)) return flaw.in("price_tiers", t);
    if (auto flaw = ranged("fee", tier.fee)) return flaw.in("price_tiers", t);
    least = tier.from + 1;
  }
  return {};
}

Flaw check(const SourcingOffer& offer, List<char>& offered) {
  if (offer.line < 0 || offer.line >= offered.size()) return {"line"};
  if (offered[offer.line]++) return {"line", Errc::duplicate_offer};
  if (const auto flaw = ranged("price", offer.price)) return flaw;
  if (const auto flaw = ranged("stock", offer.stock.value_or(0))) return flaw;
  return ranged("weight", offer.weight.value_or(0));
}

Flaw check(const SourcingSeller& seller, List<char>& offered) {
  offered.assign(offered.size(), 0);
  for (std::size_t o = 0; o < seller.offers.size(); ++o)
    if (auto flaw = check(seller.offers[o], offered)) return flaw.in("offers", o);
  if (const auto flaw = ranged("surcharge", seller.surcharge)) return flaw;
  std::int64_t least = 0;
  for (std::size_t d = 0; d < seller.discounts.size(); ++d) {
    const auto& discount = seller.discounts[d];
    if (auto flaw = ranged("from", discount.from, least)) return flaw.in("discounts", d);
    if (discount.percent < 0 || discount.percent > 100) return Flaw{"percent"}.in("discounts", d);
    least = discount.from + 1;
  }
  for (std::size_t m = 0; m < seller.methods.size(); ++m) {
    const auto& method = seller.methods[m];
    if (method.days < 0) return Flaw{"days"}.in("methods", m);
    if (!method.rate) continue;
    if (auto flaw = check(*method.rate)) return flaw.in("rate", Flaw::none).in("methods", m);
  }
  return {};
}

/// The dearest that a cart can come to, and how many numbers its search holds. The sums of the
/// search are exact while hundredths of minor units stay below 2^53.
class Worst {
 public:
  Worst(const std::vector<SourcingLine>& lines, double units)
      : lines_(lines), dearest_(lines.size(), 0), units_(units) {}

  Flaw add(const SourcingSeller& seller) {
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
    if (modes > 10'000 || terms_ > most_terms) return {"methods", Errc::too_large};
    if (grams_ > 1000 * number(most)) return {"offers"};
    if (goods_ > number(most)) return {"offers"};
    if (fees_ > number(most)) return {"methods"};
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
    const auto& line = instance.lines[j];
    if (auto flaw = ranged("quantity", line.quantity, 1)) return flaw.in("lines", j).fault();
    if (auto flaw = ranged("weight", line.weight)) return flaw.in("lines", j).fault();
    units += number(line.quantity);
    grams += number(line.weight) * number(line.quantity);
    if (units > number(most) || grams > 1000 * number(most))
      return Flaw{"quantity"}.in("lines", j).fault();
  }
  Worst worst(instance.lines, units);
  List<char> offered;
  offered.resize(static_cast<int>(lines));
  for (std::size_t i = 0; i < instance.sellers.size(); ++i) {
    const auto& seller = instance.sellers[i];
    if (auto flaw = check(seller, offered)) return flaw.fault(element("sellers", i) + '.');
    if (auto flaw = worst.add(seller)) return flaw.fault(element("sellers", i) + '.');
  }
  return {};
}

}  // namespace vitrine
