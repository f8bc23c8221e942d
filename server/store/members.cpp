#include "store/members.hpp"

#include "store/sql.hpp"

namespace vitrine {
namespace {

/// `condition`: one of few, each of which is prepared once.
std::vector<SellerRecord> sellersWhere(Database& db, const std::string& condition,
                                       const std::string& value) {
  std::string body, url, secret, old_secret;
  long long old_until = 0, gone_at = 0, minutes = 0, approved = 0;
  Bound rows(db,
             "SELECT body, endpoint_url, webhook_secret, old_secret, old_secret_until, gone_at, "
             "answer_minutes, approved FROM sellers WHERE " +
                 condition + " ORDER BY id",
             value);
  rows.into(body).into(url).into(secret).into(old_secret).into(old_until).into(gone_at);
  rows.into(minutes).into(approved);
  const auto& key = db.secretKey();
  std::vector<SellerRecord> answer;
  rows.each([&] {
    answer.push_back({stored<Seller>(body), url, key.unseal(secret), key.unseal(old_secret),
                      old_until, gone_at, minutes, approved != 0});
  });
  return answer;
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

void setApproved(Database& db, const std::string& seller_id, bool approved) {
  const long long word = approved ? 1 : 0;
  run(db, "UPDATE sellers SET approved = :approved WHERE id = :id", word, seller_id);
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

std::vector<SellerRecord> listSellers(Database& db) { return sellersWhere(db, "id >= :id", ""); }

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
  return body ? std::optional(stored<Site>(*body)) : std::nullopt;
}

std::vector<Site> listSites(Database& db) {
  soci::rowset<std::string> rows = (db.sql().prepare << "SELECT body FROM sites ORDER BY id");
  std::vector<Site> answer;
  for (const auto& body : rows) answer.push_back(stored<Site>(body));
  return answer;
}

}  // namespace vitrine
