#include "vitrine/terms.hpp"

#include <algorithm>

#include "vitrine/retail.hpp"
#include "vitrine/share_claims.hpp"

namespace vitrine {
namespace {

int number(std::string_view digits) {
  int value = 0;
  for (const char c : digits) {
    if (c < '0' || c > '9') return -1;
    value = value * 10 + (c - '0');
  }
  return value;
}

bool within(std::int64_t value, std::int64_t most) { return value >= 0 && value <= most; }

Fault checkWholesale(const Wholesale& wholesale) {
  if (!within(wholesale.price, maxSafeInteger)) return Error{Errc::out_of_range, "price"};
  if (!within(wholesale.retail_min, maxSafeInteger)) return Error{Errc::out_of_range, "retail_min"};
  if (const auto& most = wholesale.retail_max) {
    if (!within(*most, maxSafeInteger) || *most < wholesale.retail_min)
      return Error{Errc::out_of_range, "retail_max"};
    if (*most < wholesale.price) return Error{Errc::negative_margin, "retail_max"};
  }
  if (!within(wholesale.retail_min_bp, maxRetailBp))
    return Error{Errc::out_of_range, "retail_min_bp", maxRetailBp};
  if (const auto& most = wholesale.retail_max_bp) {
    if (!within(*most, maxRetailBp) || *most < wholesale.retail_min_bp)
      return Error{Errc::out_of_range, "retail_max_bp", maxRetailBp};
    if (wholesale.retail_of == RetailBase::wholesale && *most < wholeBp)
      return Error{Errc::negative_margin, "retail_max_bp"};
  }
  return {};
}

Fault checkRule(const TermsRule& rule) {
  if (!rule.product_id.empty() && !rule.category.empty())
    return Error{Errc::invalid_format, "category"};
  if (!rule.from.empty() && !isDay(rule.from)) return Error{Errc::invalid_format, "from"};
  if (!rule.until.empty() && !isDay(rule.until)) return Error{Errc::invalid_format, "until"};
  if (!rule.until.empty() && rule.until < rule.from) return Error{Errc::out_of_range, "until"};
  if (rule.commission_bp < 0) return Error{Errc::out_of_range, "commission_bp"};
  if (rule.commission_bp > wholeBp) return Error{Errc::terms_exceed_price, "commission_bp"};
  if (!within(rule.per_unit, maxSafeInteger)) return Error{Errc::out_of_range, "per_unit"};
  if (!rule.wholesale) return {};
  if (rule.commission_bp != 0 || rule.per_unit != 0)
    return Error{Errc::invalid_format, "wholesale"};
  if (auto fault = checkWholesale(*rule.wholesale)) return at("wholesale", *std::move(fault));
  return {};
}

bool overlap(const TermsRule& a, const TermsRule& b) {
  return a.product_id == b.product_id && a.category == b.category &&
         (a.until.empty() || b.from <= a.until) && (b.until.empty() || a.from <= b.until);
}

bool isAbout(const TermsRule& rule, std::string_view product_id, std::string_view category) {
  if (!rule.product_id.empty()) return rule.product_id == product_id;
  return rule.category.empty() || rule.category == category;
}

/// Whether a site where the presenter sets no price keeps to the bounds.
Fault checkListed(const Wholesale& wholesale, const Seller& seller, const Offer& offer) {
  const auto bounds = sellerBounds(wholesale, seller, offer);
  if (!bounds) return bounds.error();
  if (offer.price < bounds->lowest || offer.price > bounds->highest.value_or(offer.price))
    return Error{Errc::out_of_range, ""};
  return {};
}

Fault checkPrice(const TermsRule& rule, const OperatorFee& fee, const Seller& seller,
                 const Offer& offer) {
  if (rule.wholesale) {
    if (auto fault = checkListed(*rule.wholesale, seller, offer))
      return at("wholesale", *std::move(fault));
  }
  const auto claims = claimsOn({withoutTax(offer.price, seller, offer), 1}, &rule, fee);
  if (!claims) return claims.error();
  if (claims->bounded)
    return Error{*claims->bounded, rule.wholesale      ? "wholesale"
                                   : rule.per_unit > 0 ? "per_unit"
                                                       : "commission_bp"};
  return {};
}

}  // namespace

bool isDay(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
  const int year = number(text.substr(0, 4));
  const int month = number(text.substr(5, 2));
  const int day = number(text.substr(8, 2));
  if (year < 0 || month < 1 || month > 12 || day < 1) return false;
  constexpr int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return day <= lengths[month - 1] + (leap && month == 2 ? 1 : 0);
}

Fault check(const Terms& terms) {
  if (!isDay(terms.from)) return Error{Errc::invalid_format, "from"};
  for (std::size_t i = 0; i < terms.territories.size(); ++i) {
    if (!isCountryCode(terms.territories[i]))
      return Error{Errc::invalid_format, element("territories", i)};
  }
  if (!within(terms.notice_days, maxNoticeDays))
    return Error{Errc::out_of_range, "notice_days", maxNoticeDays};
  if (terms.rules.size() > maxRules)
    return Error{Errc::too_large, "rules", static_cast<long long>(maxRules)};
  for (std::size_t i = 0; i < terms.rules.size(); ++i) {
    const auto path = element("rules", i);
    if (auto fault = checkRule(terms.rules[i])) return at(path, *std::move(fault));
    for (std::size_t k = 0; k < i; ++k) {
      if (overlap(terms.rules[k], terms.rules[i])) return Error{Errc::overlapping_rules, path};
    }
  }
  return {};
}

Fault check(const OperatorFee& fee) {
  if (!fee.from.empty() && !isDay(fee.from)) return Error{Errc::invalid_format, "from"};
  if (fee.fee_bp < 0) return Error{Errc::out_of_range, "fee_bp"};
  if (fee.fee_bp > wholeBp) return Error{Errc::terms_exceed_price, "fee_bp"};
  for (std::size_t i = 0; i < fee.per_order.size(); ++i) {
    const auto& fixed = fee.per_order[i];
    const auto path = element("per_order", i);
    if (!currencyExponent(fixed.currency)) return at(path, {Errc::invalid_format, "currency"});
    if (!within(fixed.amount, maxSafeInteger)) return at(path, {Errc::out_of_range, "amount"});
    for (std::size_t k = 0; k < i; ++k) {
      if (fee.per_order[k].currency == fixed.currency)
        return at(path, {Errc::overlapping_rules, "currency"});
    }
  }
  return {};
}

Fault checkTogether(const Terms& terms, const OperatorFee& fee) {
  for (std::size_t i = 0; i < terms.rules.size(); ++i) {
    const auto& rule = terms.rules[i];
    if (fee.of == FeeBase::commission && rule.of == CommissionBase::goods_after_fee)
      return at(element("rules", i), {Errc::circular_fees, "of"});
    const auto rates = ratesOf(&rule, fee);
    if (rates.presenter + rates.operator_fee > wholeRate)
      return at(element("rules", i), {Errc::terms_exceed_price, "commission_bp"});
  }
  return {};
}

Fault checkAgainst(const Terms& terms, const OperatorFee& fee, const Shelf& goods) {
  for (const auto& entry : goods.offers) {
    const auto* seller = goods.seller(entry.offer.seller_id);
    if (!seller) continue;
    for (std::size_t i = 0; i < terms.rules.size(); ++i) {
      const auto& rule = terms.rules[i];
      if (!isAbout(rule, entry.product_id, entry.category)) continue;
      // Where a narrower rule may take its place the wider one is never asked to pay.
      const bool narrower =
          std::any_of(terms.rules.begin(), terms.rules.end(), [&](const TermsRule& other) {
            return other.from.empty() && other.until.empty() &&
                   isAbout(other, entry.product_id, entry.category) &&
                   (rule.product_id.empty() &&
                    (!other.product_id.empty() ||
                     (rule.category.empty() && !other.category.empty())));
          });
      if (narrower) continue;
      if (auto fault = checkPrice(rule, fee, *seller, entry.offer))
        return at(element("rules", i), *std::move(fault));
    }
  }
  return {};
}

Fault checkBegin(std::string_view from, std::string_view earliest) {
  return from < earliest ? Fault(Error{Errc::retroactive, "from"}) : Fault();
}

const TermsRule* ruleFor(const Terms& terms, std::string_view product_id, std::string_view category,
                         std::string_view day) {
  const TermsRule* found = nullptr;
  const auto narrowness = [](const TermsRule& rule) {
    return !rule.product_id.empty() ? 2 : !rule.category.empty() ? 1 : 0;
  };
  for (const auto& rule : terms.rules) {
    if (!isAbout(rule, product_id, category)) continue;
    if (day < rule.from || (!rule.until.empty() && day > rule.until)) continue;
    if (!found || narrowness(rule) > narrowness(*found)) found = &rule;
  }
  return found;
}

}  // namespace vitrine
