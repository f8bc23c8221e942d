#include "store/services.hpp"

#include "store/catalogue.hpp"
#include "store/feeds.hpp"
#include "store/sql.hpp"

namespace vitrine {
namespace {

std::vector<std::string> textsOf(const std::string& text) {
  return Json::parse(text).get<std::vector<std::string>>();
}

}  // namespace

std::optional<StoredService> findService(Database& db, const std::string& seller_id,
                                         const std::string& sku) {
  auto known = findBySku(db, seller_id, sku);
  if (!known || known->offer.kind != OfferKind::service) return {};
  auto found = loadShelf(db, std::vector{known->offer.id}).offers.at(0);
  found.offer = std::move(known->offer);  // also while the seller is away
  auto description =
      one<std::string>(db, "SELECT description FROM products WHERE id = :id", found.product_id);
  return StoredService{std::move(found), description.value_or("")};
}

std::optional<OfferKind> kindOfProduct(Database& db, const std::string& product_id) {
  const auto kind = one<std::string>(db,
                                     "SELECT o.kind FROM offers o "
                                     "JOIN variants v ON v.id = o.variant_id "
                                     "WHERE v.product_id = :product LIMIT 1",
                                     product_id);
  if (!kind) return {};
  return named<OfferKind>(*kind);
}

bool saveAttachments(Database& db, const std::string& product_id,
                     const std::vector<std::string>& attached_to) {
  if (attachmentsOf(db, product_id) == attached_to) return false;
  run(db, "DELETE FROM attachments WHERE product_id = :product", product_id);
  if (!attached_to.empty())
    run(db, "INSERT INTO attachments (product_id, attached_to) VALUES (:product, :targets)",
        product_id, Json(attached_to).dump());
  return true;
}

std::vector<std::string> attachmentsOf(Database& db, const std::string& product_id) {
  const auto text = one<std::string>(
      db, "SELECT attached_to FROM attachments WHERE product_id = :product", product_id);
  return text ? textsOf(*text) : std::vector<std::string>();
}

Attachments listAttachments(Database& db) {
  soci::rowset<soci::row> rows =
      (db.sql().prepare << "SELECT product_id, attached_to FROM attachments");
  Attachments answer;
  for (const auto& row : rows) answer[row.get<std::string>(0)] = textsOf(row.get<std::string>(1));
  return answer;
}

}  // namespace vitrine
