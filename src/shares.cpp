#include "vitrine/shares.hpp"

#include <algorithm>
#include <array>

#include "vitrine/share_claims.hpp"

namespace vitrine {

Rates ratesOf(const TermsRule* rule, const OperatorFee& fee) {
  const auto commission = rule && !rule->wholesale ? rule->commission_bp : 0;
  const bool after = rule && rule->of == CommissionBase::goods_after_fee;
  const bool of_goods = fee.of == FeeBase::goods;
  return {commission * (after && of_goods ? wholeBp - fee.fee_bp : wholeBp),
          fee.fee_bp * (of_goods ? wholeBp : commission)};
}

namespace {

/// What the seller keeps of goods that it sells wholesale: less where it takes something off them.
Result<Amount> wholesaleValue(const Wholesale& wholesale, const Goods& goods) {
  const auto whole = times(wholesale.price, goods.quantity);
  if (!whole || goods.discount == 0) return whole;
  return scale(*whole, goods.listed - goods.discount, goods.listed);
}

}  // namespace

Result<Claims> claimsOn(const Goods& goods, const TermsRule* rule, const OperatorFee& fee) {
  const auto base = goods.base;
  const auto rates = ratesOf(rule, fee);
  const std::array<std::int64_t, 3> weights{wholeRate - rates.presenter - rates.operator_fee,
                                            rates.presenter, rates.operator_fee};
  const auto parts = allocate(base, weights);
  Claims claims{{parts[0], parts[1], parts[2]}, {}};
  if (!rule) return claims;

  Amount fixed = 0;  // that the presenter gets beside its percentage
  if (rule->wholesale) {
    const auto kept = wholesaleValue(*rule->wholesale, goods);
    if (!kept) return kept.error();
    fixed = base - *kept;
    if (fixed < 0) claims.bounded = Errc::negative_margin;
  } else {
    const auto units = times(rule->per_unit, goods.quantity);
    if (!units) return units.error();
    fixed = *units;
  }
  fixed = std::max<Amount>(0, fixed);
  auto& split = claims.split;
  Amount extra = 0;  // of the fee
  if (fee.of == FeeBase::commission) {
    const auto part = scale(fixed, fee.fee_bp, wholeBp);
    if (!part) return part.error();
    extra = *part;
  }
  // The operator's part first, then the presenter's, as far as the goods go.
  const auto paid_fee = std::min(extra, split.seller);
  const auto paid = std::min(fixed, split.seller - paid_fee);
  if ((paid_fee < extra || paid < fixed) && !claims.bounded)
    claims.bounded = Errc::terms_exceed_price;
  split.seller -= paid_fee + paid;
  split.presenter += paid;
  split.operator_fee += paid_fee;
  return claims;
}

namespace {

Message warning(Errc code, std::size_t line) {
  return {MessageType::warning,
          std::string(name(code)),
          Severity::recoverable,
          element("line_items", line),
          "The goods of this line do not pay all that terms and fees promise.",
          {}};
}

const Terms* termsOf(const SharePolicy& policy, std::string_view seller_id) {
  for (const auto& one : policy.terms) {
    if (one.seller_id == seller_id && one.terms.from <= policy.on) return &one.terms;
  }
  return nullptr;
}

bool includesTax(const SellerQuote& part) {
  return std::any_of(part.taxes.begin(), part.taxes.end(),
                     [](const TaxLine& line) { return line.included; });
}

Amount perOrder(const OperatorFee& fee, std::string_view currency) {
  for (const auto& fixed : fee.per_order) {
    if (fixed.currency == currency) return fixed.amount;
  }
  return 0;
}

}  // namespace

Fault check(const SharePolicy& policy) {
  if (!isDay(policy.on)) return Error{Errc::invalid_format, "on"};
  if (auto fault = check(policy.operator_fee)) return at("operator_fee", *std::move(fault));
  for (std::size_t i = 0; i < policy.terms.size(); ++i) {
    const auto& [seller_id, terms] = policy.terms[i];
    const auto path = element("terms", i);
    for (std::size_t k = 0; k < i; ++k) {
      if (policy.terms[k].seller_id == seller_id)
        return at(path, {Errc::overlapping_rules, "seller_id"});
    }
    auto fault = check(terms);
    if (!fault) fault = checkTogether(terms, policy.operator_fee);
    if (fault) return at(path, at("terms", *std::move(fault)));
  }
  return {};
}

Result<Shares> shares(const Quote& quote, const Shelf& shelf, const SharePolicy& policy) {
  if (auto fault = check(policy)) return at("policy", *std::move(fault));
  Shares answer{quote.currency, {}, {}, {}};
  for (const auto& part : quote.sellers) {
    SellerShares share{part.seller_id, 0, amountOf(part.totals, TotalType::total), {}, {}};
    const auto* terms = termsOf(policy, part.seller_id);
    const bool includes_tax = includesTax(part);
    Amount left = 0;  // of the goods, with the seller
    for (std::size_t i = 0; i < quote.line_items.size(); ++i) {
      const auto& line = quote.line_items[i];
      if (line.seller_id != part.seller_id) continue;
      const auto* entry = shelf.offer(line.offer_id);
      const auto* rule =
          terms && entry ? ruleFor(*terms, line.product_id, entry->category, policy.on) : nullptr;
      const auto base = line.subtotal - line.discount - (includes_tax ? line.tax : 0);
      const auto claims =
          claimsOn({base, line.quantity, line.subtotal, line.discount}, rule, policy.operator_fee);
      if (!claims) return at(element("line_items", i), claims.error());
      if (claims->bounded) answer.messages.push_back(warning(*claims->bounded, i));
      share.base += base;
      left += claims->split.seller;
      share.split += claims->split;
      share.lines.push_back({line.offer_id, base, claims->split});
    }
    const auto fixed = share.base > 0 ? perOrder(policy.operator_fee, quote.currency) : 0;
    share.split.operator_fee += std::min(fixed, left);
    share.split.seller = share.total - share.split.presenter - share.split.operator_fee;
    answer.split += share.split;
    answer.sellers.push_back(std::move(share));
  }
  return answer;
}

Result<Split> refundSplit(const Split& left, Amount amount) {
  if (amount <= 0) return Error{Errc::out_of_range, "amount"};
  if (amount > sum(left)) return Error{Errc::refund_exceeds_charge, "amount", sum(left)};
  const auto parts =
      allocate(amount, std::array<std::int64_t, 3>{left.seller, left.presenter, left.operator_fee});
  return Split{parts[0], parts[1], parts[2]};
}

Amount sum(const Split& split) { return split.seller + split.presenter + split.operator_fee; }

Split operator-(const Split& split) {
  return {-split.seller, -split.presenter, -split.operator_fee};
}

Split& operator+=(Split& split, const Split& other) {
  split.seller += other.seller;
  split.presenter += other.presenter;
  split.operator_fee += other.operator_fee;
  return split;
}

}  // namespace vitrine
