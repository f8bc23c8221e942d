#include <boost/url/parse.hpp>

#include "cli/grammar.hpp"
#include "cli/settings.hpp"
#include "clock.hpp"
#include "crypto.hpp"
#include "store/keys.hpp"
#include "store/members.hpp"

namespace vitrine {
namespace {

/// An origin as browsers send it: scheme, host, and a port that is not the scheme's own.
bool isOrigin(const std::string& text) {
  const auto parsed = boost::urls::parse_uri(text);
  return parsed && (parsed->scheme() == "https" || parsed->scheme() == "http") &&
         !parsed->host().empty() && !parsed->has_userinfo() && parsed->encoded_path().empty() &&
         !parsed->has_query() && !parsed->has_fragment();
}

int addSite(Admin& admin, const std::string& settings, const std::vector<std::string>& origins) {
  auto site = readSettings<Site>(admin, settings);
  if (!site) return failed;
  if (!currencyExponent(site->currency))
    return refuse(admin, settings + ": currency: an ISO 4217 code is expected");
  if (!isCountryCode(site->country))
    return refuse(admin, settings + ": country: two capital letters are expected");
  if (!origins.empty()) site->allowed_origins = origins;
  for (const auto& origin : site->allowed_origins) {
    if (!isOrigin(origin))
      return refuse(admin, origin + ": an origin is expected, like https://blog.example");
  }
  const auto now = unixNow();
  site->id = newId("site_", now);
  site->presenter_id = newId("pre_", now);
  insertPresenter(admin.db, site->presenter_id, site->name);
  const auto api_key = issueKey(admin.db, KeyScope::presenter, site->presenter_id, 0, now).text;
  insertSite(admin.db, *site);
  admin.events.catalog_changed = true;
  admin.out
      << Json{{"id", site->id}, {"presenter_id", site->presenter_id}, {"api_key", api_key}}.dump(2)
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

int changeOrigins(Admin& admin, const std::string& site_id,
                  const std::vector<std::string>& origins) {
  auto site = findSite(admin.db, site_id);
  if (!site) return refuse(admin, site_id + ": there is no such site");
  for (const auto& origin : origins) {
    if (!isOrigin(origin))
      return refuse(admin, origin + ": an origin is expected, like https://blog.example");
  }
  site->allowed_origins = origins;
  saveSite(admin.db, *site);
  admin.events.catalog_changed = true;
  return done;
}

int changeSourcing(Admin& admin, const std::string& site_id, const SourcingPolicy& policy) {
  auto site = findSite(admin.db, site_id);
  if (!site) return refuse(admin, site_id + ": there is no such site");
  for (const auto* list : {&policy.excluded_sellers, &policy.preferred_sellers}) {
    for (const auto& seller_id : *list) {
      if (!findSeller(admin.db, seller_id))
        return refuse(admin, seller_id + ": there is no such seller");
    }
  }
  site->sourcing = policy;
  saveSite(admin.db, *site);
  admin.events.catalog_changed = true;
  return done;
}

int discloseShares(Admin& admin, const std::string& site_id, bool disclose) {
  auto site = findSite(admin.db, site_id);
  if (!site) return refuse(admin, Error{Errc::unknown_site, "site"});
  site->discloses_shares = disclose;
  saveSite(admin.db, *site);
  return done;
}

}  // namespace

void addSiteCommands(Grammar& grammar) {
  struct Given {
    std::string settings;
    std::string site;
    std::vector<std::string> origins;
    SourcingPolicy policy;
    bool disclose = false;
    bool json = false;
  };
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

  auto* origin = grammar.command(
      site, "origin", "Replace a site's allowed origins",
      [given](Admin& admin) { return changeOrigins(admin, given->site, given->origins); });
  origin->add_option("--site", given->site, "Site id")->required();
  origin->add_option("--origin", given->origins, "Allowed origin; may be given several times")
      ->required();

  auto* sourcing = grammar.command(
      site, "sourcing", "Replace which sellers a site's carts avoid or prefer",
      [given](Admin& admin) { return changeSourcing(admin, given->site, given->policy); });
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
      [given](Admin& admin) { return discloseShares(admin, given->site, given->disclose); });
  shares->add_option("--site", given->site, "Site id")->required();
  shares->add_flag("--disclose,!--hide", given->disclose, "They do, or do not")->required();
}

}  // namespace vitrine
