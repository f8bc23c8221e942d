#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "api/market.hpp"
#include "cooperation/retail.hpp"
#include "members/arranging.hpp"
#include "store/members.hpp"
#include "vitrine/shares.hpp"

/// What a presenter can pick from: all sellers' products, with what each would earn.
namespace vitrine {

/// A seller whose goods a site shows or could show, and what it pays.
struct MarketSeller {
  std::string name;
  bool presented = false;
  AgreementStatus status = AgreementStatus::none;
  Presenting presenting = Presenting::open;
  SharePolicy policy;
};

/// What another site shows.
struct OtherSite {
  std::set<std::string> hidden_sellers;
  Assortment assortment;
};

/// What a presenter's search has to know besides the goods, at one moment.
struct Market {
  Site site;
  Assortment own;
  std::map<std::string, MarketSeller> sellers;
  std::vector<OtherSite> others;
  SiteRetail retail;
};

/// Sellers that the operator has approved, that do not exclude the site's country, and that have
/// neither blocked the site nor present by invitation without having invited it.
Market marketOf(Database& db, const Site& site, std::int64_t now);

/// A page of what fits. `pool` has all products that there are in the site's currency. Each call
/// looks at a bounded number of products, so a page may be short and `next` there all the same.
/// The faults are those of `search`.
Result<FoundProducts> findProducts(const Catalog& pool, const Market& market,
                                   const ProductWish& wish);

}  // namespace vitrine
