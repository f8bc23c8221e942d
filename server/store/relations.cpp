#include "store/relations.hpp"

#include "store/sql.hpp"

namespace vitrine {
namespace {

bool describes(Database& db, const std::string& seller_id, const std::string& product_id) {
  return one<long long>(db, "SELECT 1 FROM products WHERE id = :id AND seller_id = :seller",
                        product_id, seller_id)
      .has_value();
}

std::vector<Relation> relationsOf(Database& db, const std::string& product_id) {
  soci::rowset<soci::row> rows =
      (db.sql().prepare << "SELECT kind, sku FROM relations WHERE product_id = :product "
                           "ORDER BY place",
       soci::use(product_id));
  std::vector<Relation> answer;
  for (const auto& row : rows)
    answer.push_back({named<RelationKind>(row.get<std::string>(0)), row.get<std::string>(1)});
  return answer;
}

}  // namespace

void saveRelations(Database& db, const std::string& product_id, const std::string& seller_id,
                   const std::vector<Relation>& relations) {
  if (!wouldRelate(db, product_id, seller_id, relations)) return;
  run(db, "DELETE FROM relations WHERE product_id = :product", product_id);
  long long place = 0;
  for (const auto& [kind, sku] : relations)
    run(db,
        "INSERT INTO relations (product_id, place, kind, sku) VALUES (:product, :place, :kind, "
        ":sku)",
        product_id, place++, std::string(name(kind)), sku);
}

bool wouldRelate(Database& db, const std::string& product_id, const std::string& seller_id,
                 const std::vector<Relation>& relations) {
  return relationsOf(db, product_id) != relations && describes(db, seller_id, product_id);
}

Relations listRelations(Database& db) {
  soci::rowset<soci::row> rows =
      (db.sql().prepare << "SELECT r.product_id, r.kind, v.product_id FROM relations r "
                           "JOIN products p ON p.id = r.product_id "
                           "JOIN offers o ON o.seller_id = p.seller_id AND o.sku = r.sku "
                           "JOIN variants v ON v.id = o.variant_id "
                           "WHERE v.product_id <> r.product_id ORDER BY r.product_id, r.place");
  Relations answer;
  for (const auto& row : rows)
    answer[row.get<std::string>(0)].push_back(
        {named<RelationKind>(row.get<std::string>(1)), row.get<std::string>(2)});
  return answer;
}

}  // namespace vitrine
