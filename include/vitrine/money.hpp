#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "vitrine/result.hpp"

namespace vitrine {

/// A signed number of minor units (cents for EUR, yen for JPY, fils for KWD); its currency stands
/// beside it.
using Amount = std::int64_t;

/// An amount with its ISO 4217 code.
struct Money {
  Amount amount = 0;
  std::string currency;

  friend bool operator==(const Money&, const Money&) = default;
  static constexpr void fields(auto& self, auto&& field) {
    field("amount", self.amount);
    field("currency", self.currency);
  }
};

/// How many decimals the currency has (ISO 4217 table A.1: JPY 0, EUR 2, KWD 3); nothing for an
/// unknown code.
std::optional<int> currencyExponent(std::string_view currency);

/// Sum, or `out_of_range` beyond ±(2^53 - 1).
Result<Amount> add(Amount a, Amount b);

/// Amount times quantity, or `out_of_range` beyond ±(2^53 - 1).
Result<Amount> times(Amount amount, std::int64_t quantity);

/// `value * numerator / denominator`, rounded half to even: the only rounding of money there is.
/// `denominator` must be positive. `out_of_range` beyond ±(2^53 - 1).
Result<Amount> scale(Amount value, std::int64_t numerator, std::int64_t denominator);

/// Splits `amount` in proportion to `weights` (each >= 0) by largest remainder (Hamilton's method),
/// so that the parts add up to it exactly; equal remainders go to the earlier part. If all weights
/// are 0 they count as equal. No weights: an empty answer.
std::vector<Amount> allocate(Amount amount, std::span<const std::int64_t> weights);

/// Reads "12.90 EUR" (the form of product feeds): digits, a point with at most the currency's
/// decimals, one space, code. Anything else, a sign or a decimal comma included, is
/// `invalid_format`.
Result<Money> parseMoney(std::string_view text);

}  // namespace vitrine
