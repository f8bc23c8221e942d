#include "store/arrangements.hpp"

#include "store/sql.hpp"

namespace vitrine {

std::optional<ProductName> nameOfProduct(Database& db, const std::string& product_id) {
  ProductName answer{product_id, "", ""};
  std::string images;
  Bound found(db, "SELECT title, images FROM products WHERE id = :id", product_id);
  if (!found.into(answer.title).into(images).first()) return {};
  auto list = storedList<std::string>(images);
  if (!list.empty()) answer.image = std::move(list.front());
  return answer;
}

void saveArrangement(Database& db, const std::string& site_id, const Arrangement& arrangement) {
  run(db, "DELETE FROM arrangements WHERE site_id = :site", site_id);
  if (arrangement == Arrangement{}) return;
  run(db, "INSERT INTO arrangements (site_id, body) VALUES (:site, :body)", site_id,
      toJson(arrangement));
}

Arrangement findArrangement(Database& db, const std::string& site_id) {
  const auto body =
      one<std::string>(db, "SELECT body FROM arrangements WHERE site_id = :site", site_id);
  return body ? stored<Arrangement>(*body) : Arrangement();
}

std::map<std::string, Arrangement> listArrangements(Database& db) {
  soci::rowset<soci::row> rows = (db.sql().prepare << "SELECT site_id, body FROM arrangements");
  std::map<std::string, Arrangement> answer;
  for (const auto& row : rows)
    answer.emplace(row.get<std::string>(0), stored<Arrangement>(row.get<std::string>(1)));
  return answer;
}

}  // namespace vitrine
