#include "store/tags.hpp"

#include "store/sql.hpp"

namespace vitrine {

void noteTag(Database& db, const std::string& site_id, const std::string& day) {
  run(db, "INSERT INTO tags_seen (site_id, day) VALUES (:site, :day) ON CONFLICT DO NOTHING",
      site_id, day);
}

std::optional<std::string> dayOfTag(Database& db, const std::string& site_id) {
  return one<std::string>(db, "SELECT day FROM tags_seen WHERE site_id = :site", site_id);
}

}  // namespace vitrine
