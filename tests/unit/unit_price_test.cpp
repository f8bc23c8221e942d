#include "vitrine/unit_price.hpp"

#include "unit/catch.hpp"
#include "unit/generators.hpp"
#include "vitrine/fields.hpp"

namespace vitrine {
namespace {

__extension__ using Wide = __int128;
using enum MeasureUnit;

Amount priceOf(Amount price, UnitMeasure measure) {
  const auto answer = unitPricing(price, measure);
  REQUIRE(answer);
  CHECK(answer->base == measure.base);
  CHECK(answer->unit == measure.base_unit);
  return answer->amount;
}

MeasureUnit unit() {
  return static_cast<MeasureUnit>(
      any::within(0, static_cast<std::int64_t>(names(MeasureUnit{}).size()) - 1));
}

/// How many of the second unit the first is, where one is a whole number of the other.
struct Ratio {
  MeasureUnit large;
  MeasureUnit small;
  std::int64_t times;
};
const std::vector<Ratio> ratios{
    {g, mg, 1000},  {kg, g, 1000}, {kg, mg, 1'000'000}, {lb, oz, 16},
    {l, ml, 1000},  {l, cl, 100},  {cl, ml, 10},        {cbm, l, 1000},
    {pt, floz, 16}, {qt, pt, 2},   {gal, qt, 4},        {gal, floz, 128},
    {m, cm, 100},   {ft, in, 12},  {yd, ft, 3},         {cbm, ml, 1'000'000}};

}  // namespace

TEST_CASE("a unit price is what the base of it costs") {
  CHECK(priceOf(900, {750'000, ml, 1, l}) == 1200);
  CHECK(priceOf(1250, {1'000'000, g, 1, kg}) == 1250);
  CHECK(priceOf(499, {225'000, g, 100, g}) == 222);  // 221.7…
  CHECK(priceOf(300, {150'000, floz, 100, floz}) == 200);
  CHECK(priceOf(1999, {2'500, sqm, 1, sqm}) == 800);  // 799.6
  CHECK(priceOf(599, {12'000, ct, 1, ct}) == 50);     // 49.9…
  CHECK(priceOf(1000, {1'000, cbm, 50, l}) == 50);
}

TEST_CASE("units of the United States are exact") {
  CHECK(priceOf(45'359'237, {1'000, lb, 1, kg}) == 100'000'000);
  CHECK(priceOf(28'349'523'125, {1'000, oz, 1, kg}) == 1'000'000'000'000);
  CHECK(priceOf(295'735'295'625, {1'000, floz, 1, l}) == 10'000'000'000'000);
  CHECK(priceOf(3'785'411'784, {1'000, gal, 1, l}) == 1'000'000'000);
  CHECK(priceOf(254, {1'000, in, 1, cm}) == 100);
  CHECK(priceOf(9'144, {1'000, yd, 1, m}) == 10'000);
  CHECK(priceOf(9'290'304, {1'000, sqft, 1, sqm}) == 100'000'000);
}

TEST_CASE("half a minor unit is rounded up") {
  CHECK(priceOf(1, {2'000, kg, 1, kg}) == 1);
  CHECK(priceOf(3, {2'000, kg, 1, kg}) == 2);
  CHECK(priceOf(5, {2'000, kg, 1, kg}) == 3);
  CHECK(priceOf(1, {2'001, kg, 1, kg}) == 0);
}

TEST_CASE("a unit price is the nearest whole number of minor units") {
  REQUIRE(rc::check([] {
    const auto& ratio = any::of(ratios);
    const UnitMeasure measure{any::within(1, 10'000'000), ratio.small,
                              any::of<std::int64_t>({1, 2, 10, 50, 100, 1000}), ratio.large};
    const auto price = any::within(0, 1'000'000);
    const auto amount = unitPricing(price, measure)->amount;
    // exact = price * base * times / (measure / 1000)
    const auto exact = Wide{price} * measure.base * ratio.times * 1000;
    RC_ASSERT(2 * Wide{amount} * measure.measure > 2 * exact - measure.measure);
    RC_ASSERT(2 * Wide{amount} * measure.measure <= 2 * exact + measure.measure);
  }));
}

TEST_CASE("the same measure in another unit gives the same unit price") {
  REQUIRE(rc::check([] {
    const auto& ratio = any::of(ratios);
    const auto measure = any::within(1, 1'000'000);
    const auto price = any::within(0, 10'000'000);
    RC_ASSERT(unitPricing(price, UnitMeasure{measure, ratio.large, 1, ratio.large}) ==
              unitPricing(price, UnitMeasure{measure * ratio.times, ratio.small, 1, ratio.large}));
  }));
}

TEST_CASE("any measure has a unit price or none, never another answer") {
  REQUIRE(rc::check([] {
    const auto figure = [] {
      return any::of<std::int64_t>({0, 1, -1, 999, 1000, maxSafeInteger, maxSafeInteger - 1,
                                    maxSafeInteger + 1, *rc::gen::arbitrary<std::int64_t>()});
    };
    const UnitMeasure measure{figure(), unit(), figure(), unit()};
    const auto price = figure();
    const auto answer = unitPricing(price, measure);
    if (!isSound(measure) || price < 0 || price > maxSafeInteger) RC_ASSERT(!answer);
    if (answer) {
      RC_ASSERT(answer->amount >= 0);
      RC_ASSERT(answer->amount <= maxSafeInteger);
    }
  }));
}

TEST_CASE("weights are not compared with volumes, nor sheets with items") {
  CHECK_FALSE(unitPricing(100, UnitMeasure{1'000, g, 1, ml}));
  CHECK_FALSE(unitPricing(100, UnitMeasure{1'000, m, 1, sqm}));
  CHECK_FALSE(unitPricing(100, UnitMeasure{1'000, sheet, 1, item}));
  CHECK_FALSE(unitPricing(100, {}));
}

}  // namespace vitrine
