#include "store/products.hpp"

#include "store/sql.hpp"

namespace vitrine {

std::optional<VariantPlace> placeOfOffer(Database& db, const std::string& offer_id) {
  VariantPlace place;
  if (!Bound(db,
             "SELECT v.product_id, v.id, o.seller_id FROM offers o "
             "JOIN variants v ON v.id = o.variant_id WHERE o.id = :id",
             offer_id)
           .into(place.product_id)
           .into(place.variant_id)
           .into(place.seller_id)
           .first())
    return {};
  return place;
}

void copyProduct(Database& db, const std::string& from, const std::string& to,
                 const std::string& seller_id) {
  run(db,
      "INSERT INTO products (id, seller_id, title, description, description_marks, brand, "
      "category, "
      "images) SELECT :to, :seller, title, description, description_marks, brand, category, images "
      "FROM products "
      "WHERE id = :from",
      to, seller_id, from);
}

void copyVariant(Database& db, const std::string& from, const std::string& to,
                 const std::string& product_id) {
  run(db,
      "INSERT INTO variants (id, product_id, options, image) "
      "SELECT :to, :product, options, image FROM variants WHERE id = :from",
      to, product_id, from);
}

void placeOffer(Database& db, const std::string& offer_id, const std::string& variant_id) {
  run(db, "UPDATE offers SET variant_id = :variant, placed = 1 WHERE id = :id", variant_id,
      offer_id);
}

std::vector<Variant> listVariants(Database& db, const std::string& product_id) {
  soci::rowset<soci::row> rows =
      (db.sql().prepare << "SELECT id, options, image, coalesce(gtin, '') AS gtin FROM variants "
                           "WHERE product_id = :product ORDER BY id",
       soci::use(product_id));
  std::vector<Variant> variants;
  for (const auto& row : rows) {
    auto& variant = variants.emplace_back();
    variant.id = row.get<std::string>("id");
    variant.options = storedList<VariantOption>(row.get<std::string>("options"));
    variant.image = row.get<std::string>("image");
    variant.gtin = row.get<std::string>("gtin");
  }
  return variants;
}

void mergeVariants(Database& db, const std::string& from, const std::string& into) {
  const auto name = [&](const char* query) {
    return one<std::string>(db, query, from).value_or("");
  };
  const auto gtin = name("SELECT coalesce(gtin, '') FROM variants WHERE id = :id");
  const auto brand_mpn = name("SELECT coalesce(brand_mpn, '') FROM variants WHERE id = :id");
  run(db, "UPDATE offers SET variant_id = :into WHERE variant_id = :from", into, from);
  run(db, "DELETE FROM variants WHERE id = :from", from);
  run(db,
      "UPDATE variants SET gtin = coalesce(gtin, nullif(:gtin, '')), "
      "brand_mpn = coalesce(brand_mpn, nullif(:mpn, '')) WHERE id = :into",
      gtin, brand_mpn, into);
}

}  // namespace vitrine
