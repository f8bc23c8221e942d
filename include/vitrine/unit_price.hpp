#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "vitrine/money.hpp"

namespace vitrine {

/// The units of `unit_pricing_measure` in Google's product feeds: weight, volume (floz to gal are
/// those of the United States), length, area, and things counted; and hours, for services.
enum class MeasureUnit {
  mg,
  g,
  kg,
  oz,
  lb,
  ml,
  cl,
  l,
  cbm,
  floz,
  pt,
  qt,
  gal,
  cm,
  m,
  in,
  ft,
  yd,
  sqm,
  sqft,
  ct,
  sheet,
  item,
  h
};
constexpr auto names(MeasureUnit) {
  return std::to_array<std::string_view>(
      {"mg",  "g",  "kg", "oz", "lb", "ml", "cl",  "l",    "cbm", "floz",  "pt",   "qt",
       "gal", "cm", "m",  "in", "ft", "yd", "sqm", "sqft", "ct",  "sheet", "item", "h"});
}

inline constexpr std::int64_t maxMeasureBase = 1000;

/// How much of it an offer's unit holds, and how much its price is compared by: 0.75 l, per 1 l.
struct UnitMeasure {
  std::int64_t measure = 0;  // thousandths of `unit`
  MeasureUnit unit = MeasureUnit::item;
  std::int64_t base = 1;  // of `base_unit`
  MeasureUnit base_unit = MeasureUnit::item;

  friend bool operator==(const UnitMeasure&, const UnitMeasure&) = default;
  static constexpr void fields(auto& self, auto&& field) {
    field("measure", self.measure);
    field("unit", self.unit);
    field("base", self.base);
    field("base_unit", self.base_unit);
  }
};

/// What `base` of `unit` cost: the price per unit of measurement of EU directive 98/6/EC.
struct UnitPricing {
  Amount amount = 0;
  std::int64_t base = 1;
  MeasureUnit unit = MeasureUnit::item;

  friend bool operator==(const UnitPricing&, const UnitPricing&) = default;
  static constexpr void fields(auto& self, auto&& field) {
    field("amount", self.amount);
    field("base", self.base);
    field("unit", self.unit);
  }
};

/// Whether both are of one kind, or the same thing counted.
bool comparable(MeasureUnit a, MeasureUnit b);

/// More than nothing, compared by 1 to 1000 of a comparable unit.
bool isSound(const UnitMeasure& measure);

/// The unit price at a price of at least 0, exact until it is rounded once, half up, to minor
/// units. Nothing without a sound measure and beyond 2^53 - 1.
std::optional<UnitPricing> unitPricing(Amount price, const std::optional<UnitMeasure>& measure);

}  // namespace vitrine
