#include "api/handlers.hpp"
#include "api/work.hpp"
#include "cooperation/endorsing.hpp"

namespace vitrine {
namespace {

/// The site that a presenter's call names, if it is its own.
Result<Site> ownSite(Work& work) {
  const auto presenter_id = work.presenter();
  if (!presenter_id) return presenter_id.error();
  auto site = findSite(work.db, work.call.param("site_id"));
  if (!site || site->presenter_id != *presenter_id) return Error{Errc::unknown_site, "site_id"};
  return *std::move(site);
}

}  // namespace

Result<EndorsementList> listEndorsements(Work& work, const Nothing&) {
  const auto site = ownSite(work);
  if (!site) return site.error();
  return endorsementsOf(work.db, site->id);
}

Result<EndorsementList> endorse(Work& work, const EndorsementWish& request) {
  const auto site = ownSite(work);
  if (!site) return site.error();
  const auto& product_id = work.call.param("product_id");
  if (auto fault = endorse(work.db, *site, product_id, request.text, work.now))
    return *std::move(fault);
  work.events.catalog_changed = true;
  return endorsementsOf(work.db, site->id);
}

}  // namespace vitrine
