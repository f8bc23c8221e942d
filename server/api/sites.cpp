#include "api/sites.hpp"

#include "api/handlers.hpp"
#include "api/work.hpp"
#include "members/sites.hpp"

namespace vitrine {

Result<SiteList> listPresenterSites(Work& work, const Nothing&) {
  const auto presenter_id = work.presenter();
  if (!presenter_id) return presenter_id.error();
  SiteList list;
  for (auto& site : listSites(work.db))
    if (site.presenter_id == *presenter_id) list.sites.push_back(std::move(site));
  return list;
}

Result<Site> addPresenterSite(Work& work, const Site& request) {
  const auto presenter_id = work.presenter();
  if (!presenter_id) return presenter_id.error();
  if (auto fault = checkSite(work.db, request)) return *std::move(fault);
  work.events.catalog_changed = true;
  return addSite(work.db, request, *presenter_id, work.now);
}

Result<Site> changePresenterSite(Work& work, const SiteChange& request) {
  auto site = work.ownSite();
  if (!site) return site.error();
  if (request.name) site->name = *request.name;
  if (request.language) site->language = *request.language;
  if (request.allowed_origins) site->allowed_origins = *request.allowed_origins;
  if (request.sourcing) site->sourcing = *request.sourcing;
  if (request.discloses_shares) site->discloses_shares = *request.discloses_shares;
  if (auto fault = checkSite(work.db, *site)) return *std::move(fault);
  saveSite(work.db, *site);
  work.events.catalog_changed = true;
  return site;
}

}  // namespace vitrine
