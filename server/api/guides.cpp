#include "api/guides.hpp"

#include "api/handlers.hpp"
#include "api/work.hpp"
#include "clock.hpp"
#include "guides/article.hpp"
#include "store/catalogue.hpp"
#include "store/guides.hpp"

namespace vitrine {
namespace {

GuideReading read(Work& work, const Site& site, const std::string& markdown) {
  auto result = readGuide(markdown, listProducts(work.db, site.currency));
  GuideReading reading;
  if (const auto* faults = std::get_if<GuideFaults>(&result)) {
    for (const auto& fault : *faults)
      reading.problems.push_back({fault.line, std::string(name(fault.code)), fault.expected});
  } else {
    reading.guide = std::get<Guide>(std::move(result));
    reading.guide->name = work.call.param("name");
  }
  return reading;
}

/// The call's own site, if what it calls the guide is a name.
Result<Site> named(const Work& work) {
  auto site = work.ownSite();
  if (site && !isGuideName(work.call.param("name"))) return Error{Errc::invalid_format, "name"};
  return site;
}

}  // namespace

Result<GuideList> listSiteGuides(Work& work, const Nothing&) {
  const auto site = work.ownSite();
  if (!site) return site.error();
  GuideList list;
  for (const auto& [site_id, guide, markdown, updated_at] : listGuides(work.db, site->id))
    list.guides.push_back({guide.name, guide.title, static_cast<std::int64_t>(guide.needs.size()),
                           rfc3339(updated_at)});
  return list;
}

Result<WrittenGuide> getSiteGuide(Work& work, const Nothing&) {
  const auto site = named(work);
  if (!site) return site.error();
  const auto found = findGuide(work.db, site->id, work.call.param("name"));
  if (!found) return Error{Errc::not_found, "name"};
  return WrittenGuide{found->guide.name, found->markdown, rfc3339(found->updated_at)};
}

Result<GuideReading> previewSiteGuide(Work& work, const GuideText& request) {
  const auto site = named(work);
  if (!site) return site.error();
  return read(work, *site, request.markdown);
}

Result<GuideReading> saveSiteGuide(Work& work, const GuideText& request) {
  const auto site = named(work);
  if (!site) return site.error();
  const auto& name = work.call.param("name");
  if (request.markdown.empty()) {
    if (!removeGuide(work.db, site->id, name)) return Error{Errc::not_found, "name"};
    work.events.catalog_changed = true;
    return GuideReading{};
  }
  auto reading = read(work, *site, request.markdown);
  if (!reading.guide)
    return Error{Errc::invalid_format, "markdown:" + std::to_string(reading.problems.front().line)};
  saveGuide(work.db, {site->id, *reading.guide, request.markdown, work.now});
  work.events.catalog_changed = true;
  return reading;
}

}  // namespace vitrine
