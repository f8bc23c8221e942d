#include "vitrine/retail.hpp"

#include <algorithm>

#include "vitrine/tax.hpp"

namespace vitrine {
namespace {

constexpr std::int64_t million = 1'000'000;

std::int64_t taxAtHome(const Seller& seller, const Offer& offer) {
  return seller.prices_include_tax ? taxRate(seller, seller.country, offer.tax_category) : 0;
}

/// The lowest price that brings so much without tax, however many units are bought: rounded up, as
/// a price that is rounded down would fall short of it by more with each unit.
Result<Amount> priceThatBrings(Amount net, const Seller& seller, const Offer& offer) {
  const auto ppm = taxAtHome(seller, offer);
  const auto tax = net / million * ppm + (net % million * ppm + million - 1) / million;
  return add(net, tax);
}

/// The later of two lower bounds, the earlier of two upper ones.
RetailBounds narrower(const RetailBounds& a, const RetailBounds& b) {
  RetailBounds both{std::max(a.lowest, b.lowest), a.highest};
  if (b.highest) both.highest = std::min(*b.highest, a.highest.value_or(*b.highest));
  return both;
}

/// What a wish asks for, before bounds.
Result<Amount> wished(const Wholesale& wholesale, const RetailWish& wish, const Seller& seller,
                      const Offer& offer) {
  if (wish.price) return *wish.price;
  const auto net = scale(wholesale.price, wholeBp + *wish.margin_bp, wholeBp);
  if (!net) return net;
  return priceThatBrings(*net, seller, offer);
}

}  // namespace

Amount withoutTax(Amount price, const Seller& seller, const Offer& offer) {
  const auto net = scale(price, million, million + taxAtHome(seller, offer));
  return net ? *net : 0;
}

Fault check(const RetailWish& wish) {
  if (wish.price && wish.margin_bp) return Error{Errc::invalid_format, "margin_bp"};
  if (wish.price && (*wish.price < 0 || *wish.price > maxSafeInteger))
    return Error{Errc::out_of_range, "price"};
  if (wish.margin_bp && *wish.margin_bp < 0) return Error{Errc::negative_margin, "margin_bp"};
  if (wish.margin_bp && *wish.margin_bp > maxRetailBp)
    return Error{Errc::out_of_range, "margin_bp", maxRetailBp};
  return {};
}

Result<RetailBounds> sellerBounds(const Wholesale& wholesale, const Seller& seller,
                                  const Offer& offer) {
  const RetailBounds amounts{wholesale.retail_min, wholesale.retail_max};
  auto of = Result<Amount>(offer.price);
  if (wholesale.retail_of == RetailBase::wholesale)
    of = priceThatBrings(wholesale.price, seller, offer);
  if (!of) return of.error();
  const auto lowest = scale(*of, wholesale.retail_min_bp, wholeBp);
  if (!lowest) return lowest.error();
  RetailBounds percents{*lowest, {}};
  if (wholesale.retail_max_bp) {
    const auto highest = scale(*of, *wholesale.retail_max_bp, wholeBp);
    if (!highest) return highest.error();
    percents.highest = *highest;
  }
  return narrower(amounts, percents);
}

Result<RetailBounds> retailBounds(const Wholesale& wholesale, const Seller& seller,
                                  const Offer& offer) {
  const auto bounds = sellerBounds(wholesale, seller, offer);
  if (!bounds) return bounds;
  const auto pays = priceThatBrings(wholesale.price, seller, offer);
  if (!pays) return pays.error();
  return narrower(*bounds, {*pays, {}});
}

Result<RetailPrice> retailPrice(const Wholesale& wholesale, const RetailWish& wish,
                                const Seller& seller, const Offer& offer) {
  const auto bounds = retailBounds(wholesale, seller, offer);
  if (!bounds) return bounds.error();
  RetailPrice answer{offer.price, RetailFit::listed, *bounds};
  if (!wish.price && !wish.margin_bp) return answer;
  if (bounds->highest && *bounds->highest < bounds->lowest) {
    answer.fit = RetailFit::no_room;
    return answer;
  }
  const auto wanted = wished(wholesale, wish, seller, offer);
  if (!wanted) return wanted.error();
  answer.price =
      std::min(std::max(*wanted, bounds->lowest), bounds->highest.value_or(maxSafeInteger));
  answer.fit = answer.price > *wanted   ? RetailFit::raised
               : answer.price < *wanted ? RetailFit::lowered
                                        : RetailFit::wished;
  return answer;
}

Fault checkRetail(const Wholesale& wholesale, const RetailWish& wish, const Seller& seller,
                  const Offer& offer) {
  if (auto fault = check(wish)) return fault;
  if (!wish.price && !wish.margin_bp) return {};
  const auto bounds = retailBounds(wholesale, seller, offer);
  if (!bounds) return bounds.error();
  const auto wanted = wished(wholesale, wish, seller, offer);
  if (!wanted) return wanted.error();
  const auto pays = priceThatBrings(wholesale.price, seller, offer);
  const std::string where = wish.price ? "price" : "margin_bp";
  if (pays && *wanted < *pays) return Error{Errc::negative_margin, where};
  if (*wanted < bounds->lowest || *wanted > bounds->highest.value_or(*wanted)) {
    Error fault{Errc::out_of_range, where, {}};
    if (wish.price && bounds->highest) fault.limit = *bounds->highest;
    return fault;
  }
  return {};
}

}  // namespace vitrine
