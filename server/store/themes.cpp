#include "store/themes.hpp"

#include "store/sql.hpp"

namespace vitrine {

void saveTheme(Database& db, const std::string& site_id, const SiteTheme& theme) {
  run(db, "DELETE FROM themes WHERE site_id = :site", site_id);
  if (theme == SiteTheme{}) return;
  run(db, "INSERT INTO themes (site_id, body) VALUES (:site, :body)", site_id, toJson(theme));
}

SiteTheme findTheme(Database& db, const std::string& site_id) {
  const auto body = one<std::string>(db, "SELECT body FROM themes WHERE site_id = :site", site_id);
  return body ? stored<SiteTheme>(*body) : SiteTheme();
}

std::map<std::string, SiteTheme> listThemes(Database& db) {
  soci::rowset<soci::row> rows = (db.sql().prepare << "SELECT site_id, body FROM themes");
  std::map<std::string, SiteTheme> answer;
  for (const auto& row : rows)
    answer.emplace(row.get<std::string>(0), stored<SiteTheme>(row.get<std::string>(1)));
  return answer;
}

}  // namespace vitrine
