#include "store/accounts.hpp"

#include <limits>

#include "store/sql.hpp"

namespace vitrine {

void insertAccount(Database& db, const StoredAccount& account, std::int64_t now) {
  const long long created_at = now;
  run(db,
      "INSERT INTO accounts (id, email, name, password_hash, created_at) "
      "VALUES (:id, :email, :name, :hash, :created)",
      account.id, account.email, account.name, account.password_hash, created_at);
}

std::optional<StoredAccount> findAccount(Database& db, const std::string& email) {
  StoredAccount account;
  const bool found =
      Bound(db, "SELECT id, email, name, password_hash FROM accounts WHERE email = :email", email)
          .into(account.id)
          .into(account.email)
          .into(account.name)
          .into(account.password_hash)
          .first();
  return found ? std::optional(std::move(account)) : std::nullopt;
}

std::vector<StoredAccount> listAccounts(Database& db) {
  return listAccounts(db, "", std::numeric_limits<int>::max());
}

std::vector<StoredAccount> listAccounts(Database& db, const std::string& after, int limit) {
  soci::rowset<soci::row> rows =
      (db.sql().prepare << "SELECT id, email, name, password_hash FROM accounts WHERE id > :after "
                           "ORDER BY id LIMIT :limit",
       soci::use(after), soci::use(limit));
  std::vector<StoredAccount> answer;
  for (const auto& row : rows)
    answer.push_back({row.get<std::string>(0), row.get<std::string>(1), row.get<std::string>(2),
                      row.get<std::string>(3)});
  return answer;
}

void setPassword(Database& db, const std::string& account_id, const std::string& password_hash) {
  run(db, "UPDATE accounts SET password_hash = :hash WHERE id = :id", password_hash, account_id);
}

void removeAccount(Database& db, const std::string& account_id) {
  run(db, "DELETE FROM accounts WHERE id = :id", account_id);
}

std::vector<std::string> membersOf(Database& db, const std::string& account_id) {
  soci::rowset<std::string> rows =
      (db.sql().prepare
           << "SELECT owner FROM account_members WHERE account_id = :id ORDER BY added_at, owner",
       soci::use(account_id));
  return {rows.begin(), rows.end()};
}

bool isMember(Database& db, const std::string& account_id, const std::string& owner) {
  return one<std::string>(
             db, "SELECT owner FROM account_members WHERE account_id = :id AND owner = :owner",
             account_id, owner)
      .has_value();
}

bool shareAccount(Database& db, const std::string& owner, const std::string& other) {
  return one<std::string>(db,
                          "SELECT a.account_id FROM account_members a JOIN account_members b "
                          "ON b.account_id = a.account_id WHERE a.owner = :owner AND b.owner = "
                          ":other LIMIT 1",
                          owner, other)
      .has_value();
}

void addMember(Database& db, const std::string& account_id, const std::string& owner,
               std::int64_t now) {
  if (isMember(db, account_id, owner)) return;
  const long long added_at = now;
  run(db, "INSERT INTO account_members (account_id, owner, added_at) VALUES (:id, :owner, :added)",
      account_id, owner, added_at);
}

void removeMember(Database& db, const std::string& account_id, const std::string& owner) {
  run(db, "DELETE FROM account_members WHERE account_id = :id AND owner = :owner", account_id,
      owner);
}

void insertSignIn(Database& db, const std::string& hash, const std::string& account_id,
                  std::int64_t ends_at) {
  const long long end = ends_at;
  run(db, "INSERT INTO sign_ins (hash, account_id, ends_at) VALUES (:hash, :id, :ends)", hash,
      account_id, end);
}

std::optional<StoredAccount> signedIn(Database& db, const std::string& hash, std::int64_t now) {
  StoredAccount account;
  const long long moment = now;
  const bool found =
      Bound(db,
            "SELECT a.id, a.email, a.name, a.password_hash FROM sign_ins s "
            "JOIN accounts a ON a.id = s.account_id WHERE s.hash = :hash AND s.ends_at > :now",
            hash, moment)
          .into(account.id)
          .into(account.email)
          .into(account.name)
          .into(account.password_hash)
          .first();
  return found ? std::optional(std::move(account)) : std::nullopt;
}

void endSignIn(Database& db, const std::string& hash) {
  run(db, "DELETE FROM sign_ins WHERE hash = :hash", hash);
}

void endSignInsOf(Database& db, const std::string& account_id) {
  run(db, "DELETE FROM sign_ins WHERE account_id = :id", account_id);
}

void forgetSignIns(Database& db, std::int64_t before) {
  const long long moment = before;
  run(db, "DELETE FROM sign_ins WHERE ends_at < :moment", moment);
}

}  // namespace vitrine
