#include "import/unit_measure.hpp"

#include <algorithm>

namespace vitrine {
namespace {

constexpr std::int64_t maxThousandths = 1'000'000'000'000;

struct Measure {
  std::int64_t thousandths = 0;
  MeasureUnit unit = MeasureUnit::item;
};

std::optional<MeasureUnit> unitOf(std::string text) {
  for (auto& c : text) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  if (text == "fl oz") text = "floz";
  if (text == "m2") text = "sqm";
  if (text == "m3") text = "cbm";
  if (text == "ft2") text = "sqft";
  constexpr auto all = names(MeasureUnit{});
  const auto found = std::find(all.begin(), all.end(), text);
  if (found == all.end()) return {};
  return static_cast<MeasureUnit>(found - all.begin());
}

/// "750 ml", "750ml", "1.5 kg": more than nothing, with at most three decimals.
std::optional<Measure> measureOf(std::string_view text) {
  const auto end = std::min(text.find_first_not_of("0123456789."), text.size());
  const auto number = text.substr(0, end);
  const auto start = std::min(text.find_first_not_of(' ', end), text.size());
  const auto unit = unitOf(std::string(text.substr(start)));
  const auto point = std::min(number.find('.'), number.size());
  if (!unit || point == 0) return {};
  if (point + 1 == number.size() || number.size() > point + 4) return {};
  std::int64_t thousandths = 0;
  for (std::size_t i = 0; i < point + 4; ++i) {
    if (i == point) continue;
    const char digit = i < number.size() ? number[i] : '0';
    if (digit == '.') return {};
    thousandths = thousandths * 10 + (digit - '0');
    if (thousandths > maxThousandths) return {};
  }
  if (thousandths == 0) return {};
  return Measure{thousandths, *unit};
}

Measure baseOf(MeasureUnit unit) {
  constexpr std::int64_t one = 1000;
  switch (unit) {
    case MeasureUnit::mg:
    case MeasureUnit::g:
      return {one, MeasureUnit::kg};
    case MeasureUnit::ml:
    case MeasureUnit::cl:
      return {one, MeasureUnit::l};
    case MeasureUnit::cm:
      return {one, MeasureUnit::m};
    default:
      return {one, unit};
  }
}

/// `name` and `base_name`: which fields are at fault when the texts are.
std::optional<UnitMeasure> read(const Row& row, const std::string& text,
                                const std::string& base_text, std::string_view name,
                                std::string_view base_name) {
  if (text.empty()) {
    if (base_text.empty()) return {};
    row.refuse(name, text, "how much the base is to be compared with, like \"750 ml\"");
  }
  const auto measure = measureOf(text);
  if (!measure)
    row.refuse(name, text,
               "a number above 0 with at most three decimals and a unit, like \"750 ml\": mg g kg "
               "oz lb, ml cl l cbm floz pt qt gal, cm m in ft yd, sqm sqft, ct sheet item, h");
  const auto base = base_text.empty() ? baseOf(measure->unit) : measureOf(base_text);
  if (!base || base->thousandths % 1000 != 0 || base->thousandths / 1000 > maxMeasureBase)
    row.refuse(base_name, base_text, "a whole number from 1 to 1000 and a unit, like \"100 ml\"");
  if (!comparable(measure->unit, base->unit))
    row.refuse(base_name, base_text,
               std::string("a unit that ").append(text).append(" can be told in"));
  return UnitMeasure{measure->thousandths, measure->unit, base->thousandths / 1000, base->unit};
}

std::string joined(const Row& row, std::string_view number, std::string_view unit) {
  auto text = row.text(number);
  const auto name = row.text(unit);
  if (!text.empty()) text.append(" ").append(name);
  return text;
}

}  // namespace

std::optional<UnitMeasure> readUnitMeasure(const Row& row) {
  return read(row, row.text("unit_pricing_measure"), row.text("unit_pricing_base_measure"),
              "unit_pricing_measure", "unit_pricing_base_measure");
}

std::optional<UnitMeasure> readShopifyMeasure(const Row& row) {
  return read(row, joined(row, "unit_price_total_measure", "unit_price_total_measure_unit"),
              joined(row, "unit_price_base_measure", "unit_price_base_measure_unit"),
              "unit_price_total_measure", "unit_price_base_measure");
}

}  // namespace vitrine
