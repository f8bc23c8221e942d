#include "crowd/presentations.hpp"

#include <map>

#include "store/arrangements.hpp"
#include "store/endorsements.hpp"
#include "store/guides.hpp"
#include "store/members.hpp"

namespace vitrine {

std::vector<SitePresentations> presentations(Database& db) {
  std::map<std::string, std::vector<std::vector<std::string>>> lists_of;
  for (const auto& [site_id, arrangement] : listArrangements(db)) {
    auto& lists = lists_of[site_id];
    for (const auto& section : arrangement.sections) lists.push_back(section.product_ids);
    lists.push_back(arrangement.featured);
  }
  for (const auto& stored : listGuides(db, "")) {
    auto& list = lists_of[stored.site_id].emplace_back();
    for (const auto& need : stored.guide.needs)
      if (!need.choices.empty()) list.push_back(need.choices.front().product_id);
  }
  std::map<std::string, std::vector<std::string>> recommended;
  for (const auto& endorsement : listEndorsements(db, ""))
    recommended[endorsement.site_id].push_back(endorsement.product_id);
  for (auto& [site_id, list] : recommended) lists_of[site_id].push_back(std::move(list));
  std::map<std::string, std::string> presenter_of;
  for (const auto& site : listSites(db)) presenter_of[site.id] = site.presenter_id;
  std::vector<SitePresentations> answer;
  for (auto& [site_id, lists] : lists_of)
    answer.push_back({site_id, presenter_of[site_id], std::move(lists)});
  return answer;
}

}  // namespace vitrine
