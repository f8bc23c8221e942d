#include "store/members.hpp"

#include <limits>

#include "store/remembered.hpp"
#include "store/sql.hpp"

namespace vitrine {
namespace {

/// `condition`: one of few, each of which is prepared once.
std::vector<SellerRecord> sellersWhere(Database& db, const std::string& condition,
                                       const std::string& value,
                                       int limit = std::numeric_limits<int>::max()) {
  Holiday holiday;
  std::string body, url, secret, old_secret, refusal;
  long long old_until = 0, gone_at = 0, minutes = 0, approved = 0, away = 0;
  Bound rows(db,
             "SELECT body, endpoint_url, webhook_secret, old_secret, old_secret_until, gone_at, "
             "answer_minutes, approved, refusal, away_from, back_on, away FROM sellers WHERE " +
                 condition + " ORDER BY id LIMIT :limit",
             value, limit);
  rows.into(body).into(url).into(secret).into(old_secret).into(old_until).into(gone_at);
  rows.into(minutes).into(approved).into(refusal).into(holiday.from).into(holiday.back_on);
  rows.into(away);
  const auto& key = db.secretKey();
  std::vector<SellerRecord> answer;
  rows.each([&] {
    answer.push_back({*remembered<Seller, stored<Seller>>(body), url, key.unseal(secret),
                      key.unseal(old_secret), old_until, gone_at, minutes, approved != 0, refusal});
    if (!holiday.from.empty()) answer.back().holiday = holiday;
    answer.back().away = away != 0;
  });
  return answer;
}

constexpr std::string_view waits = "approved = 0 AND refusal = ''";

std::string conditionOf(std::optional<SellerStanding> standing) {
  if (!standing) return "id > :after";
  std::string condition("id > :after AND ");
  switch (*standing) {
    case SellerStanding::waiting:
      return condition += waits;
    case SellerStanding::approved:
      return condition += "approved = 1";
    case SellerStanding::refused:
      return condition += "approved = 0 AND refusal <> ''";
  }
  fatal("SellerStanding outside its enumerators");
}

}  // namespace

void insertSeller(Database& db, const SellerRecord& record) {
  const long long approved = record.approved ? 1 : 0;
  run(db,
      "INSERT INTO sellers (id, body, endpoint_url, webhook_secret, approved) VALUES (:id, :body, "
      ":url, :secret, :approved)",
      record.seller.id, toJson(record.seller), record.endpoint_url,
      db.secretKey().seal(record.webhook_secret), approved);
}

void saveSeller(Database& db, const Seller& seller) {
  run(db, "UPDATE sellers SET body = :body WHERE id = :id", toJson(seller), seller.id);
}

void setEndpoint(Database& db, const std::string& seller_id, const std::string& url) {
  run(db, "UPDATE sellers SET endpoint_url = :url, gone_at = 0 WHERE id = :id", url, seller_id);
}

void setGone(Database& db, const std::string& seller_id, std::int64_t now) {
  const long long at = now;
  run(db, "UPDATE sellers SET gone_at = :now WHERE id = :id", at, seller_id);
}

void rotateSecret(Database& db, const std::string& seller_id, const std::string& secret,
                  std::int64_t old_until) {
  const long long until = old_until;
  run(db,
      "UPDATE sellers SET old_secret = webhook_secret, webhook_secret = :secret, "
      "old_secret_until = :until WHERE id = :id",
      db.secretKey().seal(secret), until, seller_id);
}

void setApproved(Database& db, const std::string& seller_id, bool approved,
                 const std::string& refusal) {
  const long long word = approved ? 1 : 0;
  run(db, "UPDATE sellers SET approved = :approved, refusal = :refusal WHERE id = :id", word,
      refusal, seller_id);
}

bool isApproved(Database& db, const std::string& seller_id) {
  return one<long long>(db, "SELECT approved FROM sellers WHERE id = :id", seller_id) == 1;
}

void setAnswerMinutes(Database& db, const std::string& seller_id, std::int64_t minutes) {
  const long long limit = minutes;
  run(db, "UPDATE sellers SET answer_minutes = :limit WHERE id = :id", limit, seller_id);
}

std::optional<SellerRecord> findSeller(Database& db, const std::string& seller_id) {
  auto found = sellersWhere(db, "id = :id", seller_id);
  return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

std::shared_ptr<const Seller> sellerTerms(Database& db, const std::string& seller_id) {
  const auto body = *one<std::string>(db, "SELECT body FROM sellers WHERE id = :id", seller_id);
  return remembered<Seller, stored<Seller>>(body);
}

std::vector<std::shared_ptr<const Seller>> sellerTerms(Database& db,
                                                       std::span<const std::string> seller_ids) {
  const Listed few(seller_ids);
  std::map<std::string, std::shared_ptr<const Seller>> found;
  std::string id, body;
  Bound(db, "SELECT id, body FROM sellers WHERE id IN " + in(few), few)
      .into(id)
      .into(body)
      .each([&] { found[id] = remembered<Seller, stored<Seller>>(body); });
  std::vector<std::shared_ptr<const Seller>> answer;
  for (const auto& each : seller_ids) answer.push_back(found.at(each));
  return answer;
}

std::map<std::string, Receiving> receivingOf(Database& db,
                                             std::span<const std::string> seller_ids) {
  const Listed few(seller_ids);
  std::map<std::string, Receiving> answer;
  std::string id, url;
  long long minutes = 0;
  Bound(db, "SELECT id, endpoint_url, answer_minutes FROM sellers WHERE id IN " + in(few), few)
      .into(id)
      .into(url)
      .into(minutes)
      .each([&] {
        answer[id] = {!url.empty(), minutes};
      });
  return answer;
}

std::vector<SellerRecord> listSellers(Database& db) { return sellersWhere(db, "id >= :id", ""); }

std::vector<SellerRecord> listSellers(Database& db, std::optional<SellerStanding> standing,
                                      const std::string& after, int limit) {
  return sellersWhere(db, conditionOf(standing), after, limit);
}

long long countWaitingSellers(Database& db) {
  const auto query = "SELECT count(*) FROM sellers WHERE " + std::string(waits);
  return one<long long>(db, query).value_or(0);
}

Range rangeOf(Database& db, const std::string& seller_id) {
  Range range;
  range.offers =
      one<long long>(db, "SELECT count(*) FROM shelf WHERE seller_id = :seller", seller_id)
          .value_or(0);
  soci::rowset<std::string> rows =
      (db.sql().prepare << "SELECT title FROM products WHERE id IN (SELECT product_id FROM shelf "
                           "WHERE seller_id = :seller LIMIT 20) ORDER BY title LIMIT 5",
       soci::use(seller_id));
  range.titles.assign(rows.begin(), rows.end());
  return range;
}

void setHoliday(Database& db, const std::string& seller_id, const std::optional<Holiday>& holiday) {
  const auto [from, back_on] = holiday.value_or(Holiday());
  run(db, "UPDATE sellers SET away_from = :from, back_on = :back WHERE id = :id", from, back_on,
      seller_id);
}

std::int64_t keepHolidays(Database& db, const std::string& day) {
  const std::string is_away =
      "CASE WHEN away_from <> '' AND away_from <= :day AND (back_on = '' OR back_on > :day2) "
      "THEN 1 ELSE 0 END";
  return run(db, "UPDATE sellers SET away = 1 - away WHERE away <> " + is_away, day, day);
}

void insertPresenter(Database& db, const std::string& id, const std::string& name) {
  run(db, "INSERT INTO presenters (id, name) VALUES (:id, :name)", id, name);
}

std::optional<std::string> presenterName(Database& db, const std::string& presenter_id) {
  return one<std::string>(db, "SELECT name FROM presenters WHERE id = :id", presenter_id);
}

void insertSite(Database& db, const Site& site) {
  run(db, "INSERT INTO sites VALUES (:id, :presenter, :body)", site.id, site.presenter_id,
      toJson(site));
}

void saveSite(Database& db, const Site& site) {
  run(db, "UPDATE sites SET body = :body WHERE id = :id", toJson(site), site.id);
}

std::optional<Site> findSite(Database& db, const std::string& site_id) {
  const auto body = one<std::string>(db, "SELECT body FROM sites WHERE id = :id", site_id);
  return body ? std::optional(*remembered<Site, stored<Site>>(*body)) : std::nullopt;
}

std::vector<Site> listSites(Database& db) {
  return listSites(db, "", std::numeric_limits<int>::max());
}

std::vector<Site> listSites(Database& db, const std::string& after, int limit) {
  soci::rowset<std::string> rows =
      (db.sql().prepare << "SELECT body FROM sites WHERE id > :after ORDER BY id LIMIT :limit",
       soci::use(after), soci::use(limit));
  std::vector<Site> answer;
  for (const auto& body : rows) answer.push_back(stored<Site>(body));
  return answer;
}

}  // namespace vitrine
