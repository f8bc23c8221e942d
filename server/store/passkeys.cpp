#include "store/passkeys.hpp"

#include "store/sql.hpp"

namespace vitrine {
namespace {

std::vector<Passkey> passkeysWhere(Database& db, const std::string& condition,
                                   const std::string& value) {
  soci::rowset<soci::row> rows =
      (db.sql().prepare << "SELECT id, account_id, credential_id, name, algorithm, public_key, "
                           "sign_count, created_at, used_at FROM passkeys WHERE " +
                               condition + " ORDER BY id",
       soci::use(value));
  std::vector<Passkey> answer;
  for (const auto& row : rows)
    answer.push_back({row.get<std::string>(0), row.get<std::string>(1), row.get<std::string>(2),
                      row.get<std::string>(3), static_cast<int>(row.get<long long>(4)),
                      row.get<std::string>(5), row.get<long long>(6), row.get<long long>(7),
                      row.get<long long>(8)});
  return answer;
}

}  // namespace

void insertPasskey(Database& db, const Passkey& passkey) {
  const long long algorithm = passkey.algorithm;
  const long long sign_count = passkey.sign_count;
  const long long created_at = passkey.created_at;
  const long long used_at = passkey.used_at;
  run(db,
      "INSERT INTO passkeys (id, account_id, credential_id, name, algorithm, public_key, "
      "sign_count, created_at, used_at) VALUES (:id, :account, :credential, :name, :algorithm, "
      ":key, :count, :created, :used)",
      passkey.id, passkey.account_id, passkey.credential_id, passkey.name, algorithm,
      passkey.public_key, sign_count, created_at, used_at);
}

std::optional<Passkey> findPasskey(Database& db, const std::string& credential_id) {
  auto found = passkeysWhere(db, "credential_id = :id", credential_id);
  return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

std::vector<Passkey> passkeysOf(Database& db, const std::string& account_id) {
  return passkeysWhere(db, "account_id = :id", account_id);
}

void notePasskeyUse(Database& db, const std::string& id, std::int64_t sign_count,
                    std::int64_t now) {
  const long long count = sign_count;
  const long long moment = now;
  run(db, "UPDATE passkeys SET sign_count = :count, used_at = :now WHERE id = :id", count, moment,
      id);
}

void removePasskey(Database& db, const std::string& id) {
  run(db, "DELETE FROM passkeys WHERE id = :id", id);
}

}  // namespace vitrine
