#include "cli/grammar.hpp"
#include "cli/settings.hpp"
#include "clock.hpp"
#include "cooperation/endorsing.hpp"

namespace vitrine {
namespace {

int endorseProduct(Admin& admin, const std::string& site_id, const std::string& product_id,
                   const std::string& text) {
  const auto site = findSite(admin.db, site_id);
  if (!site) return refuse(admin, Error{Errc::unknown_site, "site"});
  if (const auto fault = endorse(admin.db, *site, product_id, text, unixNow()))
    return refuse(admin, *fault);
  admin.events.catalog_changed = true;
  return done;
}

int listEndorsements(Admin& admin, const std::string& site_id, bool json) {
  const auto list = endorsementsOf(admin.db, site_id);
  if (json) {
    admin.out << Json::parse(toJson(list)).dump(2) << '\n';
    return done;
  }
  for (const auto& one : list.endorsements)
    admin.out << one.product_id << "  " << one.said_at << "  " << Json(one.text) << '\n';
  return done;
}

}  // namespace

void addEndorsementCommands(Grammar& grammar) {
  struct Given {
    std::string site;
    std::string product;
    std::string text;
    bool json = false;
  };
  const auto given = std::make_shared<Given>();
  auto* family = grammar.family("endorsement", "Endorsements: what a site's presenter recommends");
  auto* set =
      grammar.command(family, "set", "Recommend a product on a site", [given](Admin& admin) {
        return endorseProduct(admin, given->site, given->product, given->text);
      });
  set->add_option("--text", given->text, "Why, in at most 300 characters")->required();
  auto* remove = grammar.command(family, "remove", "Recommend it no more", [given](Admin& admin) {
    return endorseProduct(admin, given->site, given->product, "");
  });
  auto* list = grammar.command(
      family, "list", "List what a site recommends",
      [given](Admin& admin) { return listEndorsements(admin, given->site, given->json); });
  list->add_flag("--json", given->json, "As JSON");
  for (auto* command : {set, remove, list})
    command->add_option("--site", given->site, "Site id")->required();
  for (auto* command : {set, remove})
    command->add_option("--product", given->product, "Product id")->required();
}

}  // namespace vitrine
