#include "api/retail.hpp"

#include "api/handlers.hpp"
#include "api/work.hpp"
#include "cooperation/retail_list.hpp"

namespace vitrine {
namespace {

/// The site that the operator asks for.
Result<Site> anySite(Work& work) {
  if (auto fault = work.operatorOnly()) return *std::move(fault);
  auto site = findSite(work.db, work.call.param("site_id"));
  if (!site) return Error{Errc::unknown_site, "site_id"};
  return *std::move(site);
}

}  // namespace

Result<RetailPrices> listRetailPrices(Work& work, const Nothing&) {
  const auto site = work.ownSite();
  if (!site) return site.error();
  return retailPrices(work.db, *site, work.call.param("after"), work.now);
}

Result<RetailHistory> listRetailHistory(Work& work, const Nothing&) {
  const auto site = work.ownSite();
  if (!site) return site.error();
  return retailHistory(work.db, *site, work.call.param("after"));
}

Result<RetailProduct> changeRetailPrice(Work& work, const RetailChange& request) {
  const auto site = work.ownSite();
  if (!site) return site.error();
  auto changed = changeRetail(work.db, *site, request, work.now);
  if (changed) work.events.catalog_changed = true;
  return changed;
}

Result<SitePrices> listSitePrices(Work& work, const Nothing&) {
  if (auto fault = work.operatorOnly()) return *std::move(fault);
  return sitePrices(work.db, work.call.param("after"), work.now);
}

Result<RetailPrices> listSiteRetailPrices(Work& work, const Nothing&) {
  const auto site = anySite(work);
  if (!site) return site.error();
  return retailPrices(work.db, *site, work.call.param("after"), work.now);
}

Result<RetailHistory> listSiteRetailHistory(Work& work, const Nothing&) {
  const auto site = anySite(work);
  if (!site) return site.error();
  return retailHistory(work.db, *site, work.call.param("after"));
}

}  // namespace vitrine
