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

/// Who earns what of some goods. `bounded`: the code of what could not be paid in full.
struct Claims {
  Split split;
  std::optional<Errc> bounded;
};

/// Splits `base`, the value of `quantity` units, by a rule (none: no commission) and a fee that
/// `checkTogether` finds no fault in. `out_of_range` beyond 2^53 - 1.
Result<Claims> claimsOn(Amount base, std::int64_t quantity, const TermsRule* rule,
                        const OperatorFee& fee);

}  // namespace vitrine
