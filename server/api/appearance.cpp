#include "api/appearance.hpp"

#include <algorithm>
#include <set>

#include "api/handlers.hpp"
#include "api/work.hpp"
#include "cooperation/terms.hpp"
#include "members/arranging.hpp"
#include "members/theme.hpp"
#include "store/catalogue.hpp"

namespace vitrine {
namespace {

SiteArrangement named(Work& work, const Site& site) {
  SiteArrangement answer{findArrangement(work.db, site.id), {}};
  auto& arrangement = answer.arrangement;
  const Assortment assortment(arrangement);
  std::vector<Seller> sellers;
  for (auto& record : listSellers(work.db)) sellers.push_back(std::move(record.seller));
  const auto hidden = hiddenSellers(work.db, {site}, sellers, work.now)[site.id];
  const auto isShown = [&](const std::string& id) {
    if (!assortment.shows(id)) return false;
    const auto shelf = loadProduct(work.db, id);
    return std::any_of(shelf.offers.begin(), shelf.offers.end(), [&](const ShelfOffer& entry) {
      return entry.offer.currency == site.currency && !hidden.contains(entry.offer.seller_id);
    });
  };
  std::set<std::string> named;
  const auto keep = [&](std::vector<std::string>& ids) {
    std::erase_if(ids, [&](const std::string& id) {
      if (named.contains(id)) return false;
      auto product = nameOfProduct(work.db, id);
      if (!product) return true;
      if (product->image.starts_with('/')) product->image.insert(0, work.config.public_url);
      answer.products.push_back({*std::move(product), isShown(id)});
      named.insert(id);
      return false;
    });
  };
  for (auto& section : arrangement.sections) keep(section.product_ids);
  keep(arrangement.featured);
  keep(arrangement.hidden);
  return answer;
}

}  // namespace

Result<SiteArrangement> getArrangement(Work& work, const Nothing&) {
  const auto site = work.ownSite();
  if (!site) return site.error();
  return named(work, *site);
}

Result<SiteArrangement> arrange(Work& work, const Arrangement& request) {
  const auto site = work.ownSite();
  if (!site) return site.error();
  if (auto fault = check(work.db, request)) return *std::move(fault);
  saveArrangement(work.db, site->id, request);
  work.events.catalog_changed = true;
  return named(work, *site);
}

Result<SiteTheme> getTheme(Work& work, const Nothing&) {
  const auto site = work.ownSite();
  if (!site) return site.error();
  return findTheme(work.db, site->id);
}

Result<SiteTheme> changeTheme(Work& work, const SiteTheme& request) {
  const auto site = work.ownSite();
  if (!site) return site.error();
  if (auto fault = check(request)) return *std::move(fault);
  saveTheme(work.db, site->id, request);
  work.events.catalog_changed = true;
  return findTheme(work.db, site->id);
}

}  // namespace vitrine
