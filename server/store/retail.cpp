#include "store/retail.hpp"

#include "store/sql.hpp"

namespace vitrine {

std::int64_t insertRetail(Database& db, const StoredRetail& retail) {
  const long long number = newestRetail(db) + 1;
  const long long set_at = retail.set_at;
  run(db,
      "INSERT INTO retail_prices (number, site_id, product_id, body, from_day, set_at) "
      "VALUES (:number, :site, :product, :body, :from, :at)",
      number, retail.site_id, retail.product_id, toJson(retail.wish), retail.from, set_at);
  return number;
}

std::vector<StoredRetail> listRetail(Database& db, const std::string& site_id) {
  StoredRetail retail;
  std::string body;
  long long number = 0;
  long long set_at = 0;
  Bound rows(db,
             "SELECT number, site_id, product_id, body, from_day, set_at FROM retail_prices "
             "WHERE site_id = :site OR :any = '' ORDER BY number",
             site_id, site_id);
  rows.into(number).into(retail.site_id).into(retail.product_id).into(body).into(retail.from);
  rows.into(set_at);
  std::vector<StoredRetail> answer;
  rows.each([&] {
    retail.number = number;
    retail.set_at = set_at;
    retail.wish = stored<RetailWish>(body);
    answer.push_back(retail);
  });
  return answer;
}

RetailWish findRetail(Database& db, const std::string& site_id, const std::string& product_id,
                      const std::string& day) {
  const auto body = one<std::string>(
      db,
      "SELECT body FROM retail_prices WHERE site_id = :site AND product_id = :product "
      "AND from_day <= :day ORDER BY number DESC LIMIT 1",
      site_id, product_id, day);
  return body ? stored<RetailWish>(*body) : RetailWish();
}

std::int64_t newestRetail(Database& db) {
  return *one<long long>(db, "SELECT coalesce(max(number), 0) FROM retail_prices");
}

std::int64_t countTerms(Database& db) { return *one<long long>(db, "SELECT count(*) FROM terms"); }

std::string retailDay(Database& db) {
  return one<std::string>(db, "SELECT day FROM retail_day").value_or("");
}

void setRetailDay(Database& db, const std::string& day) {
  run(db, "DELETE FROM retail_day");
  run(db, "INSERT INTO retail_day (day) VALUES (:day)", day);
}

}  // namespace vitrine
