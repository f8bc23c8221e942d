#pragma once

#include "import/row.hpp"
#include "vitrine/unit_price.hpp"

namespace vitrine {

/// The fields `unit_pricing_measure` ("750 ml") and `unit_pricing_base_measure` ("1 l") of Google's
/// feeds. Without a base the price is told per kilogram, litre, metre, square or cubic metre, as EU
/// directive 98/6/EC wants it, and per one of any other unit. Throws Refused.
std::optional<UnitMeasure> readUnitMeasure(const Row& row);

/// The same in the four columns of Shopify's product table. Throws Refused.
std::optional<UnitMeasure> readShopifyMeasure(const Row& row);

}  // namespace vitrine
