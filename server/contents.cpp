#include "contents.hpp"

#include "store/changes.hpp"
#include "store/members.hpp"

namespace vitrine {

Contents loadContents(Database& db, std::int64_t now) {
  Contents contents;
  contents.sites = listSites(db);
  for (auto& record : listSellers(db)) {
    if (record.away) contents.away[record.seller.id] = record.holiday->back_on;
    if (!record.approved) contents.unapproved.insert(record.seller.id);
    contents.sellers.push_back(std::move(record.seller));
  }
  contents.arrangements = listArrangements(db);
  contents.themes = listThemes(db);
  for (const auto& site : contents.sites) contents.by_currency[site.currency];
  contents.hidden = hiddenSellers(db, contents.sites, contents.sellers, now);
  contents.guides = listGuides(db, "");
  for (auto& endorsement : listEndorsements(db, "")) {
    auto& site = contents.recommended[endorsement.site_id];
    if (site.product_ids.empty())
      site.presenter_name = presenterName(db, endorsement.presenter_id).value_or("");
    if (site.product_ids.size() < maxRecommended)
      site.product_ids.push_back(std::move(endorsement.product_id));
  }
  contents.standings = listStandings(db);
  contents.retail = loadRetail(db, now);
  contents.retail_mark = retailMark(db, now);
  contents.attachments = listAttachments(db);
  contents.version = newestChange(db);
  contents.revision = catalogueRevision(db);
  return contents;
}

}  // namespace vitrine
