#include "vitrine/money.hpp"

#include <limits>

#include "unit/catch.hpp"
#include "unit/generators.hpp"

namespace vitrine {
namespace {

__extension__ using Wide = __int128;

constexpr Amount most = maxSafeInteger;

/// Amounts of every size, often at the bounds.
Amount amount() {
  const auto near = any::within(-3, 3);
  switch (any::within(0, 4)) {
    case 0:
      return most + near;
    case 1:
      return -most + near;
    case 2:
      return any::within(-1000, 1000);
    case 3:
      return any::of({std::numeric_limits<Amount>::max(), std::numeric_limits<Amount>::min()});
    default:
      return *rc::gen::arbitrary<Amount>();
  }
}

void requireExactOrRefused(const Result<Amount>& result, Wide exact) {
  if (exact > most || exact < -most) {
    RC_ASSERT(!result);
    RC_ASSERT(result.error() == (Error{Errc::out_of_range, ""}));
  } else {
    RC_ASSERT(static_cast<bool>(result));
    RC_ASSERT(*result == static_cast<Amount>(exact));
  }
}

/// digits [ "." digits ] " " code, with no more decimals than the code has.
bool looksLikeMoney(std::string_view text) {
  const auto digits = [&] {
    const auto count = std::min(text.find_first_not_of("0123456789"), text.size());
    text.remove_prefix(count);
    return count;
  };
  if (digits() == 0) return false;
  std::size_t decimals = 0;
  if (text.starts_with('.')) {
    text.remove_prefix(1);
    decimals = digits();
    if (decimals == 0) return false;
  }
  return (text == " EUR" && decimals <= 2) || (text == " JPY" && decimals == 0) ||
         (text == " KWD" && decimals <= 3);
}

Wide absolute(Wide value) { return value < 0 ? -value : value; }

}  // namespace

TEST_CASE("a currency has as many decimals as ISO 4217 says") {
  CHECK(currencyExponent("JPY") == 0);
  CHECK(currencyExponent("EUR") == 2);
  CHECK(currencyExponent("KWD") == 3);
}

TEST_CASE("a code that is not of a currency has no decimals") {
  for (const auto* code :
       {"", "E", "EU", "eur", "Eur", "EURO", "XXX", "UR2", "2AF", "D2A", "EUR2", "   "}) {
    CAPTURE(code);
    CHECK_FALSE(currencyExponent(code));
  }
}

TEST_CASE("a sum is exact, or refused beyond 2^53 - 1") {
  REQUIRE(rc::check([] {
    const auto a = amount();
    const auto b = amount();
    requireExactOrRefused(add(a, b), Wide{a} + b);
  }));
  CHECK(*add(most, 0) == most);
  CHECK_FALSE(add(most, 1));
  CHECK(*add(-most, 0) == -most);
  CHECK_FALSE(add(-most, -1));
}

TEST_CASE("a product is exact, or refused beyond 2^53 - 1") {
  REQUIRE(rc::check([] {
    const auto a = amount();
    const auto b = any::oneIn(2) ? amount() : any::within(-100, 100);
    requireExactOrRefused(times(a, b), Wide{a} * b);
  }));
}

TEST_CASE("a scaled amount is the nearest one, and the even one of two that are equally near") {
  REQUIRE(rc::check([] {
    const Amount value =
        any::oneIn(3) ? *rc::gen::arbitrary<std::int32_t>() : any::within(-5000, 5000);
    const auto numerator = any::oneIn(2) ? any::within(0, 1'000'000) : any::within(-50, 50);
    const auto denominator = any::oneIn(2)
                                 ? any::within(1, 12)
                                 : any::of<std::int64_t>({1'000'000, 1'190'000, 1'070'000, 200});
    const auto result = scale(value, numerator, denominator);
    RC_ASSERT(static_cast<bool>(result));
    const Wide twice = 2 * absolute(Wide{value} * numerator - Wide{*result} * denominator);
    RC_ASSERT(twice <= denominator);
    if (twice == denominator) RC_ASSERT(*result % 2 == 0);
    RC_CLASSIFY(twice == denominator, "half");
  }));
}

TEST_CASE("halves round to even, on both sides of zero") {
  CHECK(*scale(1, 1, 2) == 0);
  CHECK(*scale(3, 1, 2) == 2);
  CHECK(*scale(5, 1, 2) == 2);
  CHECK(*scale(7, 1, 2) == 4);
  CHECK(*scale(-1, 1, 2) == 0);
  CHECK(*scale(-3, 1, 2) == -2);
  CHECK(*scale(-5, 1, 2) == -2);
  CHECK(*scale(50, 190'000, 1'000'000) == 10);   // 9.5
  CHECK(*scale(150, 190'000, 1'000'000) == 28);  // 28.5
  CHECK(*scale(11900, 190'000, 1'190'000) == 1900);
}

TEST_CASE("a scaled amount is refused as soon as it rounds past 2^53 - 1") {
  CHECK(*scale(most, 1, 1) == most);
  CHECK(*scale(most, most, most) == most);
  CHECK(*scale(2 * most, 1, 2) == most);
  CHECK_FALSE(scale(2 * most + 1, 1, 2));  // half, and 2^53 is the even one
  CHECK_FALSE(scale(most + 1, 1, 1));
  CHECK_FALSE(scale(std::numeric_limits<Amount>::min(), std::numeric_limits<Amount>::max(), 1));
  REQUIRE(rc::check([] {
    const Amount value = amount() / 2;
    const auto numerator = any::within(1, 3'000'000);
    const auto denominator = any::within(1, 3'000'000);
    const Wide twice = 2 * absolute(Wide{value} * numerator);
    const bool fits = twice < (2 * Wide{most} + 1) * denominator;
    RC_ASSERT(static_cast<bool>(scale(value, numerator, denominator)) == fits);
  }));
}

TEST_CASE("parts add up to the amount, and each is less than one unit from its exact share") {
  REQUIRE(rc::check([] {
    const Amount whole = any::oneIn(2) ? any::within(-200, 200) : amount() % (most + 1);
    const auto weights = *rc::gen::container<std::vector<std::int64_t>>(
        rc::gen::map(rc::gen::arbitrary<std::pair<std::uint32_t, bool>>(),
                     [](const auto& p) { return std::int64_t{p.second ? p.first : p.first % 4}; }));
    RC_PRE(!weights.empty());
    const auto parts = allocate(whole, weights);
    RC_ASSERT(parts.size() == weights.size());

    Wide weight = 0;
    Wide sum = 0;
    for (const auto one : weights) weight += one;
    for (const auto part : parts) sum += part;
    RC_ASSERT(sum == whole);
    const bool equal = weight == 0;
    if (equal) weight = static_cast<Wide>(weights.size());
    for (std::size_t i = 0; i < parts.size(); ++i) {
      const Wide share = Wide{whole} * (equal ? 1 : weights[i]);
      RC_ASSERT(absolute(Wide{parts[i]} * weight - share) < weight);
      if (!equal && weights[i] == 0) RC_ASSERT(parts[i] == 0);
    }
  }));
}

TEST_CASE(
    "a larger weight never gets the smaller part, and of equal weights the earlier gets more") {
  REQUIRE(rc::check([] {
    const Amount whole = any::within(0, 500);
    std::vector<std::int64_t> weights(static_cast<std::size_t>(any::within(1, 8)));
    for (auto& weight : weights) weight = any::within(0, 5);
    const auto parts = allocate(whole, weights);
    for (std::size_t i = 0; i < parts.size(); ++i) {
      for (std::size_t j = 0; j < i; ++j) {
        if (weights[j] == weights[i]) RC_ASSERT(parts[j] >= parts[i]);
        if (weights[j] > weights[i]) RC_ASSERT(parts[j] >= parts[i]);
        if (weights[j] < weights[i]) RC_ASSERT(parts[j] <= parts[i]);
      }
    }
  }));
}

TEST_CASE("a negative amount is split as the positive one is, with the other sign") {
  REQUIRE(rc::check([](std::int32_t whole, std::vector<std::uint16_t> small) {
    const std::vector<std::int64_t> weights(small.begin(), small.end());
    auto parts = allocate(-Amount{whole}, weights);
    for (auto& part : parts) part = -part;
    RC_ASSERT(parts == allocate(whole, weights));
  }));
}

TEST_CASE("a split has as many parts as weights") {
  using Parts = std::vector<Amount>;
  const auto split = [](Amount whole, std::vector<std::int64_t> weights) {
    return allocate(whole, weights);
  };
  CHECK(split(5, {}).empty());
  CHECK(split(100, {1, 1, 1}) == Parts{34, 33, 33});
  CHECK(split(-100, {1, 1, 1}) == Parts{-34, -33, -33});
  CHECK(split(2, {0, 0, 0}) == Parts{1, 1, 0});
  CHECK(split(5, {0, 3, 0}) == Parts{0, 5, 0});
  CHECK(split(10, {6, 3, 1}) == Parts{6, 3, 1});
  CHECK(split(most, {most, most}) == Parts{most / 2 + 1, most / 2});
}

TEST_CASE("what is written in a currency's form is read back, to the last minor unit") {
  REQUIRE(rc::check([] {
    const auto currency = any::of<std::string>({"JPY", "EUR", "KWD", "USD", "CHF", "ISK"});
    const auto exponent = static_cast<std::size_t>(*currencyExponent(currency));
    const Amount whole = any::oneIn(2) ? any::within(0, 20'000) : any::within(0, most);
    auto digits = std::to_string(whole);
    if (digits.size() <= exponent) digits.insert(0, exponent + 1 - digits.size(), '0');
    if (exponent > 0) digits.insert(digits.size() - exponent, ".");
    const auto money = parseMoney(digits + ' ' + currency);
    RC_ASSERT(static_cast<bool>(money));
    RC_ASSERT(*money == (Money{whole, currency}));
  }));
}

TEST_CASE("money may have fewer decimals than its currency") {
  CHECK(*parseMoney("12 EUR") == Money{1200, "EUR"});
  CHECK(*parseMoney("12.9 EUR") == Money{1290, "EUR"});
  CHECK(*parseMoney("12.90 EUR") == Money{1290, "EUR"});
  CHECK(*parseMoney("0.05 EUR") == Money{5, "EUR"});
  CHECK(*parseMoney("007.50 EUR") == Money{750, "EUR"});
  CHECK(*parseMoney("1200 JPY") == Money{1200, "JPY"});
  CHECK(*parseMoney("0.001 KWD") == Money{1, "KWD"});
  CHECK(*parseMoney("1.5 KWD") == Money{1500, "KWD"});
  CHECK(*parseMoney("90071992547409.91 EUR") == Money{most, "EUR"});
}

TEST_CASE("text that only looks like money is refused") {
  for (const auto* text : {"",           " ",          "EUR",          " EUR",       "12.90",
                           "12.90EUR",   "EUR 12.90",  "1,299.00 EUR", "12,90 EUR",  "12.5 JPY",
                           "12.0 JPY",   "12.905 EUR", "1e3 EUR",      "-1 EUR",     "+1 EUR",
                           ".5 EUR",     "5. EUR",     ". EUR",        "1.2.3 EUR",  "1 2 EUR",
                           "12.90  EUR", " 12.90 EUR", "12.90 EUR ",   "12.90\tEUR", "0x10 EUR",
                           "12.90 eur",  "12.90 XXX",  "12.90 €",      "NaN EUR",    "Infinity EUR",
                           "1'000 EUR",  "１２ EUR",   "12.90 EUR\n"}) {
    CAPTURE(text);
    const auto money = parseMoney(text);
    REQUIRE_FALSE(money);
    CHECK(money.error() == Error{Errc::invalid_format, ""});
  }
}

TEST_CASE("money beyond 2^53 - 1 minor units is out of range") {
  for (const auto* text :
       {"90071992547409.92 EUR", "90071992547410 EUR", "9007199254740992 JPY", "9007199254741 KWD",
        "99999999999999999999999999999999999999999999 EUR"}) {
    CAPTURE(text);
    const auto money = parseMoney(text);
    REQUIRE_FALSE(money);
    CHECK(money.error() == Error{Errc::out_of_range, ""});
  }
}

TEST_CASE("text is read as money exactly when it has the form of money") {
  REQUIRE(rc::check([] {
    std::string text;
    const std::vector<std::string> pieces{"0", "1", "9", "12",   ".",    ".5",  ",",
                                          "-", "e", " ", " EUR", " JPY", " KWD"};
    for (auto left = any::within(0, 5); left > 0; --left) text += any::of(pieces);
    const auto money = parseMoney(text);
    RC_CLASSIFY(static_cast<bool>(money), "money");
    RC_ASSERT(static_cast<bool>(money) == looksLikeMoney(text));
  }));
}

}  // namespace vitrine
