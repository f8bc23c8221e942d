#pragma once

#include <string_view>
#include <vector>

#include "vitrine/quote.hpp"

namespace vitrine {

/// What a parcel carries of one line: its tax category, and its value after discounts.
struct TaxedGoods {
  std::string_view category;
  Amount value = 0;
};

/// The tax on one parcel, and each one's share of it.
struct ParcelTax {
  std::vector<TaxLine> lines;  // one for each category, by name
  std::vector<Amount> goods;   // as given
  Amount delivery = 0;
};

/// Taxes the goods and the delivery of one parcel in a country. The fee is split over categories in
/// the order of their names, not over lines: the order in which a cart was filled must not change
/// what it costs. `out_of_range` beyond 2^53 - 1.
Result<ParcelTax> taxParcel(const Seller& seller, std::string_view country,
                            const std::vector<TaxedGoods>& goods, Amount fee);

/// The seller's rate for a category of goods, in millionths; 0 where it names none.
std::int64_t taxRate(const Seller& seller, std::string_view country, std::string_view category);

/// Adds to the line of the same category and rate, or as a new one.
Fault addTax(std::vector<TaxLine>& taxes, const TaxLine& line);

}  // namespace vitrine
