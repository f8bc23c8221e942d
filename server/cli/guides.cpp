#include "store/guides.hpp"

#include "cli/grammar.hpp"
#include "cli/settings.hpp"
#include "clock.hpp"
#include "guides/article.hpp"
#include "store/catalogue.hpp"

namespace vitrine {
namespace {

int addGuide(Admin& admin, const std::string& site_id, const std::string& name,
             const std::string& file) {
  const auto site = findSite(admin.db, site_id);
  if (!site) return refuse(admin, Error{Errc::unknown_site, "site"});
  if (!isGuideName(name)) return refuse(admin, Error{Errc::invalid_format, "name"});
  const auto path = admin.cwd / file;
  if (!std::filesystem::is_regular_file(path)) {
    admin.err << file << ": there is no such file\n";
    return failed;
  }
  const auto markdown = readAll(path);
  auto read = readGuide(markdown, listProducts(admin.db, site->currency));
  if (const auto* faults = std::get_if<GuideFaults>(&read)) {
    for (const auto& fault : *faults)
      admin.err << file << ':' << fault.line << ": " << vitrine::name(fault.code)
                << "; expected: " << fault.expected << '\n';
    return failed;
  }
  auto& guide = std::get<Guide>(read);
  guide.name = name;
  saveGuide(admin.db, {site_id, guide, markdown, unixNow()});
  admin.events.catalog_changed = true;
  admin.out << Json{{"name", name}, {"title", guide.title}, {"needs", guide.needs.size()}}.dump(2)
            << '\n';
  return done;
}

int listGuides(Admin& admin, const std::string& site_id, bool json) {
  auto all = Json::array();
  for (const auto& [site, guide, markdown, updated_at] : listGuides(admin.db, site_id)) {
    all.push_back({{"site_id", site},
                   {"name", guide.name},
                   {"title", guide.title},
                   {"needs", guide.needs.size()},
                   {"updated_at", rfc3339(updated_at)}});
    if (!json)
      admin.out << site << "  " << guide.name << "  " << guide.title << "  " << rfc3339(updated_at)
                << '\n';
  }
  if (json) admin.out << all.dump(2) << '\n';
  return done;
}

int showGuide(Admin& admin, const std::string& site_id, const std::string& name, bool json) {
  const auto found = findGuide(admin.db, site_id, name);
  if (!found) return refuse(admin, Error{Errc::not_found, "name"});
  if (json)
    admin.out << Json::parse(toJson(found->guide)).dump(2) << '\n';
  else
    admin.out << found->markdown;
  return done;
}

int removeGuide(Admin& admin, const std::string& site_id, const std::string& name) {
  if (!removeGuide(admin.db, site_id, name)) return refuse(admin, Error{Errc::not_found, "name"});
  admin.events.catalog_changed = true;
  return done;
}

}  // namespace

void addGuideCommands(Grammar& grammar) {
  struct Given {
    std::string site;
    std::string name;
    std::string file;
    bool json = false;
  };
  const auto given = std::make_shared<Given>();
  auto* guide = grammar.family("guide", "Guides: articles that name what they need");
  auto* add = grammar.command(
      guide, "add", "Add a site's guide, or replace the one of that name",
      [given](Admin& admin) { return addGuide(admin, given->site, given->name, given->file); });
  add->add_option("FILE", given->file, "Markdown; see docs/guides.md")->required();

  auto* list = grammar.command(guide, "list", "List the guides", [given](Admin& admin) {
    return listGuides(admin, given->site, given->json);
  });
  list->add_option("--site", given->site, "Only this site's");
  list->add_flag("--json", given->json, "As JSON");

  auto* show = grammar.command(guide, "show", "Show a guide's Markdown", [given](Admin& admin) {
    return showGuide(admin, given->site, given->name, given->json);
  });
  show->add_flag("--json", given->json, "What pages get instead, as JSON");

  auto* remove = grammar.command(guide, "remove", "Remove a guide", [given](Admin& admin) {
    return removeGuide(admin, given->site, given->name);
  });
  for (auto* command : {add, show, remove}) {
    command->add_option("--site", given->site, "Site id")->required();
    command->add_option("--name", given->name, "What pages call it: a-z, 0-9 and -")->required();
  }
}

}  // namespace vitrine
