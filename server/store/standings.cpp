#include "store/standings.hpp"

#include "store/sql.hpp"

namespace vitrine {

std::map<std::string, StoredStanding> listStandings(Database& db) {
  soci::rowset<soci::row> rows =
      (db.sql().prepare << "SELECT product_id, score, companions, presented, "
                           "rating_count, rating_mean FROM standings");
  std::map<std::string, StoredStanding> answer;
  const auto ids = [](const soci::row& row, std::size_t column) {
    return Json::parse(row.get<std::string>(column)).get<std::vector<std::string>>();
  };
  for (const auto& row : rows) {
    const auto id = row.get<std::string>(0);
    answer[id] = {id, row.get<long long>(1), ids(row, 2), ids(row, 3)};
    if (const auto count = row.get<long long>(4); count > 0)
      answer[id].rating = {count, row.get<long long>(5)};
  }
  return answer;
}

void saveStanding(Database& db, const StoredStanding& standing) {
  const long long score = standing.score;
  const auto companions = Json(standing.companions).dump();
  const auto presented = Json(standing.presented).dump();
  const auto rating = standing.rating.value_or(StarRating{});
  const long long count = rating.count;
  const long long mean = rating.mean;
  removeStanding(db, standing.product_id);
  run(db,
      "INSERT INTO standings (product_id, score, companions, presented, rating_count, rating_mean) "
      "SELECT id, :score, :companions, :presented, :count, :mean FROM products WHERE id = :id",
      score, companions, presented, count, mean, standing.product_id);
}

void removeStanding(Database& db, const std::string& product_id) {
  run(db, "DELETE FROM standings WHERE product_id = :id", product_id);
}

std::vector<OfferOfProduct> offersAfter(Database& db, const std::string& after, int limit) {
  std::vector<OfferOfProduct> answer;
  OfferOfProduct offer;
  Bound(db,
        "SELECT o.id, v.product_id, o.seller_id FROM offers o JOIN variants v ON "
        "v.id = o.variant_id WHERE o.id > :after ORDER BY o.id LIMIT :most",
        after, limit)
      .into(offer.offer_id)
      .into(offer.product_id)
      .into(offer.seller_id)
      .each([&] { answer.push_back(offer); });
  return answer;
}

std::vector<OrderText> ordersAfter(Database& db, const std::string& after, int limit) {
  soci::rowset<soci::row> rows =
      (db.sql().prepare << "SELECT id, body FROM orders WHERE id > :after ORDER BY id LIMIT :limit",
       soci::use(after), soci::use(limit));
  std::vector<OrderText> answer;
  for (const auto& row : rows) answer.push_back({row.get<std::string>(0), row.get<std::string>(1)});
  return answer;
}

std::set<std::string> refundedOrders(Database& db, const std::string& after,
                                     const std::string& last) {
  soci::rowset<std::string> rows =
      (db.sql().prepare << "SELECT order_id FROM ledger_entries WHERE order_id > :after AND "
                           "order_id <= :last AND account = 'customers' AND "
                           "kind IN ('sale', 'refund') GROUP BY order_id HAVING sum(amount) = 0",
       soci::use(after), soci::use(last));
  return {rows.begin(), rows.end()};
}

}  // namespace vitrine
