#include "store/retail.hpp"

#include "json.hpp"
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

std::optional<std::string> presenterToTell(Database& db, const std::string& day) {
  return one<std::string>(db,
                          "SELECT s.presenter_id FROM retail_prices r "
                          "JOIN sites s ON s.id = r.site_id "
                          "LEFT JOIN moved_prices_told t ON t.presenter_id = s.presenter_id "
                          "WHERE t.day IS NULL OR t.day < :day LIMIT 1",
                          day);
}

std::vector<std::string> pricesTold(Database& db, const std::string& presenter_id) {
  const auto told = one<std::string>(
      db, "SELECT told FROM moved_prices_told WHERE presenter_id = :id", presenter_id);
  return told ? Json::parse(*told).get<std::vector<std::string>>() : std::vector<std::string>();
}

void notePricesTold(Database& db, const std::string& presenter_id, const std::string& day,
                    const std::vector<std::string>& told) {
  run(db, "DELETE FROM moved_prices_told WHERE presenter_id = :id", presenter_id);
  run(db, "INSERT INTO moved_prices_told (presenter_id, day, told) VALUES (:id, :day, :told)",
      presenter_id, day, Json(told).dump());
}

std::string retailDay(Database& db) {
  return one<std::string>(db, "SELECT day FROM retail_day").value_or("");
}

void setRetailDay(Database& db, const std::string& day) {
  run(db, "DELETE FROM retail_day");
  run(db, "INSERT INTO retail_day (day) VALUES (:day)", day);
}

}  // namespace vitrine
