#pragma once

#include <map>
#include <set>

#include "store/members.hpp"
#include "store/terms.hpp"
#include "vitrine/shares.hpp"

/// Terms and fees: what is published, and what of it holds for a sale.
namespace vitrine {

/// The day in UTC of a moment in Unix milliseconds.
std::string dayOf(std::int64_t now);

/// The version in force on a day: of those whose first day has come, the one published last. None:
/// nothing is earned, and everybody may present.
Terms termsOn(Database& db, const std::string& seller_id, std::string_view day);
OperatorFee feeOn(Database& db, std::string_view day);

/// The first day that a seller's next version may begin on.
std::string earliestTerms(Database& db, const std::string& seller_id, std::int64_t now);

/// Publishes a version if it holds what it promises: see `check`, `checkTogether`, `checkAgainst`
/// (the seller's goods of today, each fee that is in force or announced) and `retroactive`.
Fault publishTerms(Database& db, const std::string& seller_id, const Terms& terms,
                   std::int64_t now);
/// The same for the operator's fee, beside all sellers' terms in force or announced.
Fault publishFee(Database& db, const OperatorFee& fee, std::int64_t now);

/// Who earns what of a quote that is agreed on now.
Result<Shares> sharesNow(Database& db, const Quote& quote, std::int64_t now);

/// What a site's presenter gets of one unit of an offer, sold out or not.
Amount earnedOfOne(Database& db, const Site& site, const std::string& offer_id, std::int64_t now);

/// Whether a site shows a seller's goods now.
bool presents(Database& db, const Site& site, const std::string& seller_id, std::int64_t now);

/// Sellers that sites may not present now, by site.
using Hidden = std::map<std::string, std::set<std::string>>;
Hidden hiddenSellers(Database& db, const std::vector<Site>& sites,
                     const std::vector<Seller>& sellers, std::int64_t now);

/// A shelf without what the site may not present, at the prices of its presenter, and by what its
/// sellers, the presenter and the operator share what is sold of it now: see `shares`.
struct Presented {
  Shelf shelf;
  SharePolicy policy;
};
Presented presentable(Database& db, const Site& site, Shelf shelf, std::int64_t now);

}  // namespace vitrine
