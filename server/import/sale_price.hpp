#pragma once

#include "import/feed.hpp"
#include "import/row.hpp"

namespace vitrine {

/// When a sale price holds: "2026-11-27T00:00+0100/2026-11-30T23:59+0100" in Unix milliseconds, the
/// end excluded. Without a time a day is meant from its start to its end, without a zone UTC.
/// Nothing for any other form and when the end is not behind the start.
std::optional<PriceWindow> parseWindow(std::string_view text);

/// The fields `sale_price` and `sale_price_effective_date` of a row whose price is read already.
/// Throws Refused.
std::optional<SalePrice> readSalePrice(const Row& row, const Money& price);

}  // namespace vitrine
