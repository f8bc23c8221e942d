#include "store/guides.hpp"

#include "store/sql.hpp"

namespace vitrine {

void saveGuide(Database& db, const StoredGuide& stored) {
  const long long at = stored.updated_at;
  removeGuide(db, stored.site_id, stored.guide.name);
  run(db,
      "INSERT INTO guides (site_id, name, markdown, body, updated_at) "
      "VALUES (:site, :name, :markdown, :body, :at)",
      stored.site_id, stored.guide.name, stored.markdown, toJson(stored.guide), at);
}

bool removeGuide(Database& db, const std::string& site_id, const std::string& name) {
  return run(db, "DELETE FROM guides WHERE site_id = :site AND name = :name", site_id, name) > 0;
}

std::optional<StoredGuide> findGuide(Database& db, const std::string& site_id,
                                     const std::string& name) {
  std::string markdown;
  std::string body;
  long long at = 0;
  Bound found(
      db, "SELECT markdown, body, updated_at FROM guides WHERE site_id = :site AND name = :name",
      site_id, name);
  if (!found.into(markdown).into(body).into(at).first()) return {};
  return StoredGuide{site_id, stored<Guide>(body), std::move(markdown), at};
}

std::vector<StoredGuide> listGuides(Database& db, const std::string& site_id) {
  soci::rowset<soci::row> rows =
      (db.sql().prepare << "SELECT site_id, body, markdown, updated_at FROM guides "
                           "WHERE site_id = :site OR :any = '' ORDER BY site_id, name",
       soci::use(site_id), soci::use(site_id));
  std::vector<StoredGuide> answer;
  for (const auto& row : rows)
    answer.push_back({row.get<std::string>(0), stored<Guide>(row.get<std::string>(1)),
                      row.get<std::string>(2), row.get<long long>(3)});
  return answer;
}

}  // namespace vitrine
