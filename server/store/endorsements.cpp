#include "store/endorsements.hpp"

#include "store/sql.hpp"

namespace vitrine {
namespace {

std::vector<StoredEndorsement> endorsements(soci::rowset<soci::row> rows) {
  std::vector<StoredEndorsement> answer;
  for (const auto& row : rows)
    answer.push_back({row.get<std::string>(0), row.get<std::string>(1), row.get<std::string>(2),
                      row.get<std::string>(3), row.get<long long>(4)});
  return answer;
}

}  // namespace

void saveEndorsement(Database& db, const std::string& site_id, const std::string& product_id,
                     const std::string& text, std::int64_t said_at) {
  const long long at = said_at;
  removeEndorsement(db, site_id, product_id);
  run(db,
      "INSERT INTO endorsements (site_id, product_id, text, said_at) "
      "VALUES (:site, :product, :text, :at)",
      site_id, product_id, text, at);
}

bool removeEndorsement(Database& db, const std::string& site_id, const std::string& product_id) {
  return run(db, "DELETE FROM endorsements WHERE site_id = :site AND product_id = :product",
             site_id, product_id) != 0;
}

std::optional<StoredEndorsement> findEndorsement(Database& db, const std::string& site_id,
                                                 const std::string& product_id) {
  auto found = endorsements(
      (db.sql().prepare << "SELECT e.site_id, s.presenter_id, e.product_id, e.text, e.said_at "
                           "FROM endorsements e JOIN sites s ON s.id = e.site_id "
                           "WHERE e.site_id = :site AND e.product_id = :product",
       soci::use(site_id), soci::use(product_id)));
  return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

std::vector<StoredEndorsement> listEndorsements(Database& db, const std::string& site_id) {
  return endorsements((db.sql().prepare
                           << "SELECT e.site_id, s.presenter_id, e.product_id, e.text, e.said_at "
                              "FROM endorsements e JOIN sites s ON s.id = e.site_id "
                              "WHERE e.site_id = :site OR :any = '' "
                              "ORDER BY e.said_at DESC, e.site_id, e.product_id",
                       soci::use(site_id), soci::use(site_id)));
}

}  // namespace vitrine
