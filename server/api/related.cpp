#include "api/related.hpp"

#include <set>

#include "api/handlers.hpp"
#include "api/work.hpp"
#include "app.hpp"
#include "json.hpp"

namespace vitrine {

RelatedList relatedOf(const SiteView& site, std::string_view product_id) {
  RelatedList list;
  if (!site.relations) return list;
  const auto found = site.relations->find(product_id);
  if (found == site.relations->end()) return list;
  std::set<std::string_view> told;  // several variants of one product
  for (const auto& [kind, id] : found->second) {
    // What does instead of it does not go with it.
    if (kind == RelationKind::substitute || kind == RelationKind::different_brand) continue;
    const auto place = site.catalog->find(id);
    if (!place || !told.insert(id).second) continue;
    auto& cards = kind == RelationKind::required_part ? list.required : list.others;
    cards.push_back(site.catalog->card(*place));
  }
  return list;
}

asio::awaitable<Result<std::string>> prepareRelated(App& app, const Call& call, const Nothing&) {
  const auto directory = app.published.now();
  const auto site = directory->sites.find(call.param("site_id"));
  if (site == directory->sites.end()) co_return Error{Errc::unknown_site, "site_id"};
  const auto& product_id = call.param("product_id");
  if (!site->second.catalog->find(product_id)) co_return Error{Errc::unknown_product, "product_id"};
  co_return toJson(relatedOf(site->second, product_id));
}

Result<RelatedList> listRelated(Work& work, const Nothing&) {
  const auto site = work.site(work.call.param("site_id"));
  if (!site) return site.error();
  return fromJson<RelatedList>(work.prepared);
}

}  // namespace vitrine
