#pragma once

#include "api/retail.hpp"
#include "store/members.hpp"

/// What presenters set as prices, in words for them and the operator.
namespace vitrine {

/// A page of the products that a site has a word on; `after`: a product id.
RetailPrices retailPrices(Database& db, const Site& site, const std::string& after,
                          std::int64_t now);

/// The same of all sites; `after`: the `next` of the page before.
SitePrices sitePrices(Database& db, const std::string& after, std::int64_t now);

/// `after`: the `next` of the page before; `invalid_format` for what none is.
Result<RetailHistory> retailHistory(Database& db, const Site& site, const std::string& after);

/// The faults are those of `setRetail`.
Result<RetailProduct> changeRetail(Database& db, const Site& site, const RetailChange& change,
                                   std::int64_t now);

}  // namespace vitrine
