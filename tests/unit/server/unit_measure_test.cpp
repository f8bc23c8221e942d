#include "import/unit_measure.hpp"

#include "store/catalogue.hpp"
#include "unit/catch.hpp"
#include "unit/server/feeds.hpp"

namespace vitrine {
namespace {

using enum MeasureUnit;

Collected rowWith(const std::string& more) {
  return collect(R"({"id":"A","title":"Oil","price":"9.00 EUR","availability":"in_stock",)" + more +
                 "}\n");
}

std::optional<UnitMeasure> measured(const std::string& measure, const std::string& base = "") {
  const auto all = rowWith(R"("unit_pricing_measure":")" + measure +
                           R"(","unit_pricing_base_measure":")" + base + '"');
  CAPTURE(measure, base);
  REQUIRE(all.errors.empty());
  return all.rows.at(0).unit_measure;
}

RowError refused(const std::string& measure, const std::string& base = "") {
  const auto all = rowWith(R"("unit_pricing_measure":")" + measure +
                           R"(","unit_pricing_base_measure":")" + base + '"');
  CAPTURE(measure, base);
  REQUIRE(all.rows.empty());
  return all.errors.at(0);
}

}  // namespace

TEST_CASE("a measure is a number and a unit, with or without a space") {
  CHECK(measured("750 ml", "100ml") == UnitMeasure{750'000, ml, 100, ml});
  CHECK(measured("1.5kg", "1 kg") == UnitMeasure{1'500, kg, 1, kg});
  CHECK(measured("0.125 l", "750ml") == UnitMeasure{125, l, 750, ml});
  CHECK(measured("12 fl oz", "1 gal") == UnitMeasure{12'000, floz, 1, gal});
  CHECK(measured("0.5 h") == UnitMeasure{500, h, 1, h});
  CHECK(measured("225 G", "1000KG") == UnitMeasure{225'000, g, 1000, kg});
  CHECK(measured("80 sheet", "100 sheet") == UnitMeasure{80'000, sheet, 100, sheet});
  CHECK(measured("") == std::nullopt);
}

TEST_CASE("every unit of Google's feeds can be read") {
  for (const auto unit : names(MeasureUnit{})) {
    const auto measure = measured(std::string("3 ").append(unit), std::string("2").append(unit));
    CHECK(names(MeasureUnit{})[static_cast<std::size_t>(measure->unit)] == unit);
    CHECK(measure->unit == measure->base_unit);
  }
}

TEST_CASE("without a base the price is told per kilogram, litre, metre or one of the unit") {
  CHECK(measured("200 g") == UnitMeasure{200'000, g, 1, kg});
  CHECK(measured("33cl") == UnitMeasure{33'000, cl, 1, l});
  CHECK(measured("40 cm") == UnitMeasure{40'000, cm, 1, m});
  CHECK(measured("2 sqm") == UnitMeasure{2'000, sqm, 1, sqm});
  CHECK(measured("10 ct") == UnitMeasure{10'000, ct, 1, ct});
  CHECK(measured("12 oz") == UnitMeasure{12'000, oz, 1, oz});
}

TEST_CASE("what is no measure is refused with what would do") {
  for (const auto* text : {"750", "ml", "0 ml", "0.000 kg", "-1 kg", "1,5 kg", "1.5.5 kg", ".5 kg",
                           "5. kg", "1.2345 kg", "3 stone", "1e3 g", "9999999999999999999 g"}) {
    const auto error = refused(text);
    CHECK(error.field == "unit_pricing_measure");
    CHECK(error.value == text);
    CHECK(error.expected.find("750 ml") != std::string::npos);
  }
  for (const auto* base : {"100", "0 ml", "1001 ml", "0.5 l", "litre"})
    CHECK(refused("750 ml", base).field == "unit_pricing_base_measure");
  const auto other = refused("750 ml", "100 g");
  CHECK(other.field == "unit_pricing_base_measure");
  CHECK(other.expected == "a unit that 750 ml can be told in");
  CHECK(refused("", "100 g").field == "unit_pricing_measure");
}

TEST_CASE("the tables and feeds of Google have it too") {
  const auto table = collect(
      "id\ttitle\tprice\tavailability\tunit pricing measure\tunit pricing base measure\n"
      "A\tOil\t9.00 EUR\tin stock\t750ml\t1l\n");
  REQUIRE(table.errors.empty());
  CHECK(table.rows.at(0).unit_measure == UnitMeasure{750'000, ml, 1, l});
  const auto feed =
      collect(R"(<rss xmlns:g="http://base.google.com/ns/1.0" version="2.0"><channel><item>)"
              "<g:id>A</g:id><g:title>Oil</g:title><g:price>9.00 EUR</g:price>"
              "<g:availability>in_stock</g:availability>"
              "<g:unit_pricing_measure>750ml</g:unit_pricing_measure>"
              "<g:unit_pricing_base_measure>100ml</g:unit_pricing_base_measure>"
              "</item></channel></rss>");
  REQUIRE(feed.errors.empty());
  CHECK(feed.rows.at(0).unit_measure == UnitMeasure{750'000, ml, 100, ml});
}

TEST_CASE("Shopify's table tells it in four columns") {
  const std::string header =
      "Title,URL handle,Status,SKU,Price,Unit price total measure,Unit price total measure unit,"
      "Unit price base measure,Unit price base measure unit\n";
  const auto all = collect(header +
                           "Oil,oil,Active,OIL,9,750,ml,1,L\n"
                           "Cloth,cloth,Active,CLO,9,2.5,m2,,\n"
                           "Hat,hat,Active,HAT,9,,,,\n");
  REQUIRE(all.errors.empty());
  CHECK(all.rows.at(0).unit_measure == UnitMeasure{750'000, ml, 1, l});
  CHECK(all.rows.at(1).unit_measure == UnitMeasure{2'500, sqm, 1, sqm});
  CHECK(all.rows.at(2).unit_measure == std::nullopt);
  const auto bad = collect(header + "Oil,oil,Active,OIL,9,750,stone,,\n");
  CHECK(bad.errors.at(0).field == "Unit price total measure");
  CHECK(bad.errors.at(0).value == "750 stone");
}

}  // namespace vitrine
