#include "vitrine/money.hpp"

#include <algorithm>

#include "vitrine/fields.hpp"

namespace vitrine {
namespace {

__extension__ using Wide = __int128;

// Codes in alphabetical order, each with its number of decimals.
constexpr std::string_view currencies =
    "AED2AFN2ALL2AMD2ANG2AOA2ARS2AUD2AWG2AZN2BAM2BBD2BDT2BGN2BHD3BIF0BMD2BND2BOB2BRL2BSD2BTN2BWP2BY"
    "N2BZD2CAD2CDF2CHF2"
    "CLP0CNY2COP2CRC2CUP2CVE2CZK2DJF0DKK2DOP2DZD2EGP2ERN2ETB2EUR2FJD2FKP2GBP2GEL2GHS2GIP2GMD2GNF0GT"
    "Q2GYD2HKD2HNL2HTG2"
    "HUF2IDR2ILS2INR2IQD3IRR2ISK0JMD2JOD3JPY0KES2KGS2KHR2KMF0KPW2KRW0KWD3KYD2KZT2LAK2LBP2LKR2LRD2LS"
    "L2LYD3MAD2MDL2MGA2"
    "MKD2MMK2MNT2MOP2MRU2MUR2MVR2MWK2MXN2MYR2MZN2NAD2NGN2NIO2NOK2NPR2NZD2OMR3PAB2PEN2PGK2PHP2PKR2PL"
    "N2PYG0QAR2RON2RSD2"
    "RUB2RWF0SAR2SBD2SCR2SDG2SEK2SGD2SHP2SLE2SOS2SRD2SSP2STN2SVC2SYP2SZL2THB2TJS2TMT2TND3TOP2TRY2TT"
    "D2TWD2TZS2UAH2UGX0"
    "USD2UYU2UZS2VES2VND0VUV0WST2XAF0XCD2XOF0XPF0YER2ZAR2ZMW2";
static_assert(currencies.size() % 4 == 0);

Result<Amount> bounded(Wide value) {
  if (value > maxSafeInteger || value < -maxSafeInteger) return Error{Errc::out_of_range, ""};
  return static_cast<Amount>(value);
}

}  // namespace

std::optional<int> currencyExponent(std::string_view currency) {
  if (currency.size() != 3) return {};
  for (std::size_t i = 0; i < currencies.size(); i += 4) {
    if (currencies.substr(i, 3) == currency) return currencies[i + 3] - '0';
  }
  return {};
}

Result<Amount> add(Amount a, Amount b) { return bounded(Wide{a} + b); }

Result<Amount> times(Amount amount, std::int64_t quantity) {
  return bounded(Wide{amount} * quantity);
}

Result<Amount> scale(Amount value, std::int64_t numerator, std::int64_t denominator) {
  if (denominator <= 0) fatal("scale: denominator must be positive");
  const Wide product = Wide{value} * numerator;
  Wide quotient = product / denominator;
  const Wide rest = product % denominator;  // has the sign of product
  const Wide twice = (rest < 0 ? -rest : rest) * 2;
  if (twice > denominator || (twice == denominator && quotient % 2 != 0))
    quotient += product < 0 ? -1 : 1;
  return bounded(quotient);
}

std::vector<Amount> allocate(Amount amount, std::span<const std::int64_t> weights) {
  if (weights.empty()) return {};
  Wide sum = 0;
  for (const auto weight : weights) {
    if (weight < 0) fatal("allocate: a weight is negative");
    sum += weight;
  }
  const bool equal = sum == 0;
  if (equal) sum = static_cast<Wide>(weights.size());

  std::vector<Amount> parts(weights.size());
  std::vector<Wide> remainders(weights.size());
  const Wide whole = amount < 0 ? -Wide{amount} : Wide{amount};
  Wide left = whole;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    const Wide share = whole * (equal ? 1 : weights[i]);
    parts[i] = static_cast<Amount>(share / sum);
    remainders[i] = share % sum;
    left -= parts[i];
  }
  for (; left > 0; --left) {
    const auto largest =
        std::max_element(remainders.begin(), remainders.end());  // the first of equals
    ++parts[static_cast<std::size_t>(largest - remainders.begin())];
    *largest = -1;
  }
  if (amount < 0) {
    for (auto& part : parts) part = -part;
  }
  return parts;
}

Result<Money> parseMoney(std::string_view text) {
  const Error invalid{Errc::invalid_format, ""};
  const auto space = text.find(' ');
  if (space == std::string_view::npos) return invalid;
  const auto currency = text.substr(space + 1);
  const auto exponent = currencyExponent(currency);
  if (!exponent) return invalid;

  const auto number = text.substr(0, space);
  const auto point = std::min(number.find('.'), number.size());
  const auto decimals = point == number.size() ? 0 : static_cast<int>(number.size() - point - 1);
  if (point == 0 || decimals > *exponent || (point != number.size() && decimals == 0))
    return invalid;

  Wide amount = 0;
  for (std::size_t i = 0; i < number.size(); ++i) {
    if (i == point) continue;
    if (number[i] < '0' || number[i] > '9') return invalid;
    amount = amount * 10 + (number[i] - '0');
    if (amount > maxSafeInteger) return Error{Errc::out_of_range, ""};
  }
  for (int i = decimals; i < *exponent; ++i) amount *= 10;
  auto whole = bounded(amount);
  if (!whole) return whole.error();
  return Money{*whole, std::string(currency)};
}

}  // namespace vitrine
