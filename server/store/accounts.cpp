#include "store/accounts.hpp"

#include <limits>

#include "store/sql.hpp"

namespace vitrine {

namespace {

constexpr std::string_view columns =
    "a.id, a.email, a.name, a.password_hash, a.language, a.email_confirmed";

std::string select(std::string_view rest) {
  std::string query("SELECT ");
  query += columns;
  query += ' ';
  return query += rest;
}

template <class... Uses>
std::optional<StoredAccount> first(Database& db, std::string_view rest, const Uses&... values) {
  StoredAccount account;
  long long confirmed = 0;
  const auto query = select(rest);
  const bool found = Bound(db, query, values...)
                         .into(account.id)
                         .into(account.email)
                         .into(account.name)
                         .into(account.password_hash)
                         .into(account.language)
                         .into(confirmed)
                         .first();
  if (!found) return {};
  account.email_confirmed = confirmed != 0;
  return account;
}

StoredAccount accountOf(const soci::row& row) {
  return {row.get<std::string>(0), row.get<std::string>(1), row.get<std::string>(2),
          row.get<std::string>(3), row.get<std::string>(4), row.get<long long>(5) != 0};
}

}  // namespace

void insertAccount(Database& db, const StoredAccount& account, std::int64_t now) {
  const long long created_at = now;
  const long long confirmed = account.email_confirmed;
  run(db,
      "INSERT INTO accounts (id, email, name, password_hash, created_at, language, "
      "email_confirmed) VALUES (:id, :email, :name, :hash, :created, :language, :confirmed)",
      account.id, account.email, account.name, account.password_hash, created_at, account.language,
      confirmed);
}

std::optional<StoredAccount> findAccount(Database& db, const std::string& email) {
  return first(db, "FROM accounts a WHERE a.email = :email", email);
}

std::optional<StoredAccount> accountOfId(Database& db, const std::string& account_id) {
  return first(db, "FROM accounts a WHERE a.id = :id", account_id);
}

std::vector<StoredAccount> listAccounts(Database& db) {
  return listAccounts(db, "", std::numeric_limits<int>::max());
}

std::vector<StoredAccount> listAccounts(Database& db, const std::string& after, int limit) {
  soci::rowset<soci::row> rows =
      (db.sql().prepare << select("FROM accounts a WHERE a.id > :after ORDER BY a.id LIMIT :limit"),
       soci::use(after), soci::use(limit));
  std::vector<StoredAccount> answer;
  for (const auto& row : rows) answer.push_back(accountOf(row));
  return answer;
}

void setPassword(Database& db, const std::string& account_id, const std::string& password_hash) {
  run(db, "UPDATE accounts SET password_hash = :hash WHERE id = :id", password_hash, account_id);
}

void setEmail(Database& db, const std::string& account_id, const std::string& email,
              bool confirmed) {
  const long long said = confirmed;
  run(db, "UPDATE accounts SET email = :email, email_confirmed = :confirmed WHERE id = :id", email,
      said, account_id);
}

void setLanguage(Database& db, const std::string& account_id, const std::string& language) {
  run(db, "UPDATE accounts SET language = :language WHERE id = :id", language, account_id);
}

void removeAccount(Database& db, const std::string& account_id) {
  run(db, "DELETE FROM unwanted_mails WHERE receiver = :id", account_id);
  run(db, "DELETE FROM accounts WHERE id = :id", account_id);
}

std::vector<Membership> membersOf(Database& db, const std::string& account_id) {
  soci::rowset<soci::row> rows =
      (db.sql().prepare << "SELECT owner, access_right FROM account_members WHERE account_id = :id "
                           "ORDER BY added_at, owner",
       soci::use(account_id));
  std::vector<Membership> answer;
  for (const auto& row : rows)
    answer.push_back({row.get<std::string>(0), named<Right>(row.get<std::string>(1))});
  return answer;
}

std::optional<Right> rightOf(Database& db, const std::string& account_id,
                             const std::string& owner) {
  const auto right = one<std::string>(
      db, "SELECT access_right FROM account_members WHERE account_id = :id AND owner = :owner",
      account_id, owner);
  return right ? std::optional(named<Right>(*right)) : std::nullopt;
}

bool shareAccount(Database& db, const std::string& owner, const std::string& other) {
  return one<std::string>(db,
                          "SELECT a.account_id FROM account_members a JOIN account_members b "
                          "ON b.account_id = a.account_id WHERE a.owner = :owner AND b.owner = "
                          ":other LIMIT 1",
                          owner, other)
      .has_value();
}

std::vector<std::pair<std::string, std::string>> alsoPresenting(Database& db) {
  soci::rowset<soci::row> rows =
      (db.sql().prepare << "SELECT DISTINCT a.owner, b.owner FROM account_members a "
                           "JOIN account_members b ON b.account_id = a.account_id "
                           "WHERE a.owner LIKE 'sel!_%' ESCAPE '!' "
                           "AND b.owner LIKE 'pre!_%' ESCAPE '!'");
  std::vector<std::pair<std::string, std::string>> answer;
  for (const auto& row : rows)
    answer.emplace_back(row.get<std::string>(0), row.get<std::string>(1));
  return answer;
}

void addMember(Database& db, const std::string& account_id, const std::string& owner, Right right,
               std::int64_t now) {
  const long long added_at = now;
  run(db,
      "INSERT INTO account_members (account_id, owner, access_right, added_at) "
      "VALUES (:id, :owner, :right, :added) "
      "ON CONFLICT (account_id, owner) DO UPDATE SET access_right = excluded.access_right",
      account_id, owner, std::string(name(right)), added_at);
}

void removeMember(Database& db, const std::string& account_id, const std::string& owner) {
  run(db, "DELETE FROM account_members WHERE account_id = :id AND owner = :owner", account_id,
      owner);
}

std::vector<Teammate> teamOf(Database& db, const std::string& owner) {
  soci::rowset<soci::row> rows =
      (db.sql().prepare << select(", m.access_right, m.added_at FROM account_members m "
                                  "JOIN accounts a ON a.id = m.account_id "
                                  "WHERE m.owner = :owner ORDER BY m.added_at, a.id"),
       soci::use(owner));
  std::vector<Teammate> answer;
  for (const auto& row : rows)
    answer.push_back(
        {accountOf(row), named<Right>(row.get<std::string>(6)), row.get<long long>(7)});
  return answer;
}

void insertSignIn(Database& db, const std::string& hash, const std::string& account_id,
                  std::int64_t ends_at) {
  const long long end = ends_at;
  run(db, "INSERT INTO sign_ins (hash, account_id, ends_at) VALUES (:hash, :id, :ends)", hash,
      account_id, end);
}

std::optional<StoredAccount> signedIn(Database& db, const std::string& hash, std::int64_t now) {
  const long long moment = now;
  return first(db,
               "FROM sign_ins s JOIN accounts a ON a.id = s.account_id "
               "WHERE s.hash = :hash AND s.ends_at > :now",
               hash, moment);
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
