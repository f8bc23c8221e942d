#include "vitrine/unit_price.hpp"

#include "vitrine/fields.hpp"

namespace vitrine {
namespace {

__extension__ using Wide = __int128;

enum class Kind { weight, volume, length, area, ct, sheet, item, time };

struct Size {
  Kind kind;
  std::int64_t size;  // in the kind's atom, of which every unit is a whole number
};

// An inch is 25.4 mm, a pound 0.45359237 kg, a gallon 231 cubic inches. So the atoms are 1/1600 mg,
// 1/16,000,000 ml, 0.1 mm and 0.01 square millimetres.
constexpr auto sizes = std::to_array<Size>({
    {Kind::weight, 1'600},
    {Kind::weight, 1'600'000},
    {Kind::weight, 1'600'000'000},
    {Kind::weight, 45'359'237},
    {Kind::weight, 725'747'792},
    {Kind::volume, 16'000'000},
    {Kind::volume, 160'000'000},
    {Kind::volume, 16'000'000'000},
    {Kind::volume, 16'000'000'000'000},
    {Kind::volume, 473'176'473},
    {Kind::volume, 7'570'823'568},
    {Kind::volume, 15'141'647'136},
    {Kind::volume, 60'566'588'544},
    {Kind::length, 100},
    {Kind::length, 10'000},
    {Kind::length, 254},
    {Kind::length, 3'048},
    {Kind::length, 9'144},
    {Kind::area, 100'000'000},
    {Kind::area, 9'290'304},
    {Kind::ct, 1},
    {Kind::sheet, 1},
    {Kind::item, 1},
    {Kind::time, 1},
});
static_assert(sizes.size() == names(MeasureUnit{}).size());

constexpr const Size& sizeOf(MeasureUnit unit) { return sizes[static_cast<std::size_t>(unit)]; }

}  // namespace

bool comparable(MeasureUnit a, MeasureUnit b) { return sizeOf(a).kind == sizeOf(b).kind; }

bool isSound(const UnitMeasure& measure) {
  return measure.measure > 0 && measure.measure <= maxSafeInteger && measure.base > 0 &&
         measure.base <= maxMeasureBase && comparable(measure.unit, measure.base_unit);
}

std::optional<UnitPricing> unitPricing(Amount price, const std::optional<UnitMeasure>& measure) {
  if (!measure || !isSound(*measure) || price < 0 || price > maxSafeInteger) return {};
  constexpr std::int64_t thousandths = 1000;
  const auto base = Wide{measure->base} * thousandths * sizeOf(measure->base_unit).size;
  const auto whole = Wide{measure->measure} * sizeOf(measure->unit).size;
  const auto amount = (2 * price * base + whole) / (2 * whole);
  if (amount > maxSafeInteger) return {};
  return UnitPricing{static_cast<Amount>(amount), measure->base, measure->base_unit};
}

}  // namespace vitrine
