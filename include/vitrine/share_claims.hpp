#pragma once

#include "vitrine/shares.hpp"

namespace vitrine {

inline constexpr std::int64_t wholeRate = wholeBp * wholeBp;  // 100 %, in percents of percents

/// What the presenter's and the operator's percentages come to, of the value of the goods and in
/// parts of `wholeRate`.
struct Rates {
  std::int64_t presenter = 0;
  std::int64_t operator_fee = 0;
};
Rates ratesOf(const TermsRule* rule, const OperatorFee& fee);

/// So many units, and what they bring after discounts and without tax. `listed` and `discount`: the
/// same before discounts, as customers see it, and what came off.
struct Goods {
  Amount base = 0;
  std::int64_t quantity = 0;
  Amount listed = 0;
  Amount discount = 0;
};

/// Who earns what of some goods. `bounded`: the code of what could not be paid in full.
struct Claims {
  Split split;
  std::optional<Errc> bounded;
};

/// Splits what goods bring by a rule (none: no commission) and a fee that `checkTogether` finds no
/// fault in. `out_of_range` beyond 2^53 - 1.
Result<Claims> claimsOn(const Goods& goods, const TermsRule* rule, const OperatorFee& fee);

}  // namespace vitrine
