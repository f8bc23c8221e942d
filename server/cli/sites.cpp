#include "members/sites.hpp"

#include "cli/grammar.hpp"
#include "cli/settings.hpp"
#include "clock.hpp"
#include "store/keys.hpp"

namespace vitrine {
namespace {

/// Says what is wrong with a site's settings.
int refuseSite(Admin& admin, const Site& site, const Error& fault) {
  for (std::size_t i = 0; i < site.allowed_origins.size(); ++i)
    if (fault.where == element("allowed_origins", i))
      return refuse(admin,
                    site.allowed_origins[i] + ": an origin is expected, like https://blog.example");
  return refuse(admin, fault);
}

/// Takes over a site's new settings, if they are right.
int changeSite(Admin& admin, const std::string& site_id, std::function<void(Site&)> change) {
  auto site = findSite(admin.db, site_id);
  if (!site) return refuse(admin, site_id + ": there is no such site");
  change(*site);
  if (const auto fault = checkSite(admin.db, *site)) return refuseSite(admin, *site, *fault);
  saveSite(admin.db, *site);
  admin.events.catalog_changed = true;
  return done;
}

int addSite(Admin& admin, const std::string& settings, const std::vector<std::string>& origins) {
  auto given = readSettings<Site>(admin, settings);
  if (!given) return failed;
  if (!origins.empty()) given->allowed_origins = origins;
  if (const auto fault = checkSite(admin.db, *given)) return refuseSite(admin, *given, *fault);
  const auto now = unixNow();
  const auto site = addSite(admin.db, *std::move(given), "", now);
  const auto api_key = issueKey(admin.db, KeyScope::presenter, site.presenter_id, 0, now).text;
  admin.events.catalog_changed = true;
  admin.out
      << Json{{"id", site.id}, {"presenter_id", site.presenter_id}, {"api_key", api_key}}.dump(2)
      << '\n';
  return done;
}

int listSites(Admin& admin, bool json) {
  auto all = Json::array();
  for (const auto& site : listSites(admin.db)) {
    all.push_back(Json::parse(toJson(site)));
    if (json) continue;
    admin.out << site.id << "  " << site.name;
    for (const auto& origin : site.allowed_origins) admin.out << "  " << origin;
    admin.out << '\n';
  }
  if (json) admin.out << all.dump(2) << '\n';
  return done;
}

struct Given {
  std::string settings;
  std::string site;
  std::vector<std::string> origins;
  SourcingPolicy policy;
  bool disclose = false;
  bool json = false;
};

}  // namespace

void addSiteCommands(Grammar& grammar) {
  const auto given = std::make_shared<Given>();
  auto* site = grammar.family("site", "Sites: pages of presenters that show the shop");

  auto* add = grammar.command(
      site, "add", "Add a presenter's site; prints its id",
      [given](Admin& admin) { return addSite(admin, given->settings, given->origins); });
  add->add_option("--settings", given->settings, "JSON file: name, currency, country, language")
      ->required();
  add->add_option("--origin", given->origins,
                  "Origin of a page that may show it, like https://blog.example");

  grammar
      .command(site, "list", "List the sites",
               [given](Admin& admin) { return listSites(admin, given->json); })
      ->add_flag("--json", given->json, "As JSON");

  auto* origin =
      grammar.command(site, "origin", "Replace a site's allowed origins", [given](Admin& admin) {
        return changeSite(admin, given->site,
                          [&](Site& each) { each.allowed_origins = given->origins; });
      });
  origin->add_option("--site", given->site, "Site id")->required();
  origin->add_option("--origin", given->origins, "Allowed origin; may be given several times")
      ->required();

  auto* sourcing = grammar.command(
      site, "sourcing", "Replace which sellers a site's carts avoid or prefer",
      [given](Admin& admin) {
        return changeSite(admin, given->site, [&](Site& each) { each.sourcing = given->policy; });
      });
  sourcing->add_option("--site", given->site, "Site id")->required();
  sourcing->add_option("--exclude", given->policy.excluded_sellers,
                       "Seller that sourcing never takes; may be given several times");
  sourcing->add_option("--prefer", given->policy.preferred_sellers,
                       "Seller that counts no surcharge; may be given several times");
  sourcing
      ->add_option("--surcharge", given->policy.surcharge,
                   "What a parcel of any other seller counts dearer, minor units; nobody pays it")
      ->check(CLI::Range(0, 1'000'000'000));

  auto* shares = grammar.command(
      site, "shares", "Change whether a site's customers see who earns what",
      [given](Admin& admin) {
        return changeSite(admin, given->site,
                          [&](Site& each) { each.discloses_shares = given->disclose; });
      });
  shares->add_option("--site", given->site, "Site id")->required();
  shares->add_flag("--disclose,!--hide", given->disclose, "They do, or do not")->required();
}

}  // namespace vitrine
