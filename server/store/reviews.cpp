#include "store/reviews.hpp"

#include "store/sql.hpp"

namespace vitrine {
namespace {

StoredReview reviewFrom(const soci::row& row) {
  StoredReview review;
  review.id = row.get<std::string>("id");
  review.order_id = row.get<std::string>("order_id");
  review.offer_id = row.get<std::string>("offer_id");
  review.seller_id = row.get<std::string>("seller_id");
  review.site_id = row.get<std::string>("site_id");
  review.stars = row.get<long long>("stars");
  review.counts = row.get<long long>("counts") != 0;
  review.status = named<ReviewStatus>(row.get<std::string>("status"));
  review.text = row.get<std::string>("text");
  review.display_name = row.get<std::string>("display_name");
  review.reason = row.get<std::string>("reason");
  review.answer = row.get<std::string>("answer");
  review.said_at = row.get<long long>("said_at");
  return review;
}

std::vector<StoredReview> reviews(soci::rowset<soci::row> rows) {
  std::vector<StoredReview> answer;
  for (const auto& row : rows) answer.push_back(reviewFrom(row));
  return answer;
}

}  // namespace

void saveReview(Database& db, const StoredReview& review) {
  removeReview(db, review.order_id, review.offer_id);
  const long long stars = review.stars;
  const long long counts = review.counts ? 1 : 0;
  const long long said_at = review.said_at;
  const std::string status(name(review.status));
  run(db,
      "INSERT INTO reviews (id, order_id, offer_id, seller_id, site_id, stars, counts, status, "
      "text, display_name, reason, answer, said_at) VALUES (:id, :order, :offer, :seller, :site, "
      ":stars, :counts, :status, :text, :name, :reason, :answer, :at)",
      review.id, review.order_id, review.offer_id, review.seller_id, review.site_id, stars, counts,
      status, review.text, review.display_name, review.reason, review.answer, said_at);
}

bool removeReview(Database& db, const std::string& order_id, const std::string& offer_id) {
  return run(db, "DELETE FROM reviews WHERE order_id = :order AND offer_id = :offer", order_id,
             offer_id) != 0;
}

std::optional<StoredReview> findReview(Database& db, const std::string& id) {
  auto found = reviews((db.sql().prepare << "SELECT * FROM reviews WHERE id = :id", soci::use(id)));
  return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

std::vector<StoredReview> reviewsOfOrder(Database& db, const std::string& order_id) {
  return reviews((db.sql().prepare << "SELECT * FROM reviews WHERE order_id = :order ORDER BY id",
                  soci::use(order_id)));
}

std::vector<StoredReview> reviewsBetween(Database& db, const std::string& after,
                                         const std::string& last) {
  return reviews((db.sql().prepare << "SELECT * FROM reviews WHERE order_id > :after AND "
                                      "order_id <= :last ORDER BY order_id, offer_id",
                  soci::use(after), soci::use(last)));
}

std::vector<StoredReview> reviewsOf(Database& db, ReviewStatus status, const std::string& after,
                                    int limit) {
  const std::string wanted(name(status));
  return reviews((db.sql().prepare << "SELECT * FROM reviews WHERE status = :status AND "
                                      "id > :after ORDER BY id LIMIT :limit",
                  soci::use(wanted), soci::use(after), soci::use(limit)));
}

long long countReviews(Database& db, ReviewStatus status) {
  // As a literal, which the index of those that wait goes by.
  const auto query =
      "SELECT count(*) FROM reviews WHERE status = '" + std::string(name(status)) + '\'';
  return one<long long>(db, query).value_or(0);
}

std::vector<StoredReview> reviewsOfSeller(Database& db, const std::string& seller_id,
                                          const std::string& after, int limit) {
  return reviews((db.sql().prepare << "SELECT * FROM reviews WHERE seller_id = :seller AND "
                                      "id > :after ORDER BY id LIMIT :limit",
                  soci::use(seller_id), soci::use(after), soci::use(limit)));
}

std::vector<StoredReview> publishedReviews(Database& db, const std::string& product_id,
                                           const std::string& before, int limit) {
  return reviews((db.sql().prepare
                      << "SELECT * FROM reviews WHERE status = 'published' AND offer_id IN "
                         "(SELECT o.id FROM offers o JOIN variants v ON v.id = o.variant_id "
                         "WHERE v.product_id = :product) AND (:any = '' OR id < :before) "
                         "ORDER BY id DESC LIMIT :limit",
                  soci::use(product_id), soci::use(before), soci::use(before), soci::use(limit)));
}

std::string productOfOffer(Database& db, const std::string& offer_id) {
  return one<std::string>(db,
                          "SELECT v.product_id FROM offers o JOIN variants v ON "
                          "v.id = o.variant_id WHERE o.id = :id",
                          offer_id)
      .value_or("");
}

}  // namespace vitrine
