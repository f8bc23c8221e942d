#include "api/setup.hpp"

#include "api/handlers.hpp"
#include "api/work.hpp"
#include "store/arrangements.hpp"
#include "store/catalogue.hpp"
#include "store/tags.hpp"
#include "store/terms.hpp"
#include "store/themes.hpp"

namespace vitrine {

Result<SellerSetup> getSellerSetup(Work& work, const Nothing&) {
  const auto seller_id = work.seller();
  if (!seller_id) return seller_id.error();
  const auto record = *findSeller(work.db, *seller_id);
  return SellerSetup{!record.seller.address.empty() && !record.seller.email.empty(),
                     !listOffers(work.db, *seller_id, "", "", 1).empty(),
                     !listTerms(work.db, *seller_id).empty(), endpointState(record),
                     record.standing()};
}

Result<PresenterSetup> getPresenterSetup(Work& work, const Nothing&) {
  const auto presenter_id = work.presenter();
  if (!presenter_id) return presenter_id.error();
  PresenterSetup setup;
  for (const auto& site : listSites(work.db)) {
    if (site.presenter_id != *presenter_id) continue;
    setup.sites.push_back({site.id, findArrangement(work.db, site.id) != Arrangement{},
                           findTheme(work.db, site.id) != SiteTheme{}, dayOfTag(work.db, site.id)});
  }
  return setup;
}

}  // namespace vitrine
