#include "store/keys.hpp"

#include "crypto.hpp"
#include "store/members.hpp"
#include "store/sql.hpp"

namespace vitrine {
namespace {

constexpr std::string_view prefixOf(KeyScope scope) {
  return std::to_array<std::string_view>({"vk_", "pk_", "ok_"})[static_cast<std::size_t>(scope)];
}

std::vector<Key> keysWhere(Database& db, const std::string& condition, const std::string& value) {
  soci::rowset<soci::row> rows =
      (db.sql().prepare << "SELECT id, scope, owner, created_at, ends_at FROM keys WHERE " +
                               condition + " ORDER BY created_at, id",
       soci::use(value));
  std::vector<Key> answer;
  for (const auto& row : rows)
    answer.push_back({row.get<std::string>(0), named<KeyScope>(row.get<std::string>(1)),
                      row.get<std::string>(2), row.get<long long>(3), row.get<long long>(4)});
  return answer;
}

}  // namespace

std::optional<KeyScope> scopeOf(Database& db, const std::string& owner) {
  if (owner == "operator") return KeyScope::operator_;
  if (findSeller(db, owner)) return KeyScope::seller;
  if (presenterName(db, owner)) return KeyScope::presenter;
  return {};
}

void insertKey(Database& db, const Key& key, const std::string& hash) {
  const long long created_at = key.created_at;
  const long long ends_at = key.ends_at;
  run(db, "INSERT INTO keys VALUES (:id, :hash, :scope, :owner, :created, :ends)", key.id, hash,
      std::string(name(key.scope)), key.owner, created_at, ends_at);
}

std::optional<Key> findKey(Database& db, const std::string& hash, std::int64_t now) {
  Key key;
  std::string scope;
  long long created_at = 0;
  long long ends_at = 0;
  const bool found =
      Bound(db, "SELECT id, scope, owner, created_at, ends_at FROM keys WHERE hash = :hash", hash)
          .into(key.id)
          .into(scope)
          .into(key.owner)
          .into(created_at)
          .into(ends_at)
          .first();
  if (!found || (ends_at != 0 && ends_at <= now)) return {};
  key.scope = named<KeyScope>(scope);
  key.created_at = created_at;
  key.ends_at = ends_at;
  return key;
}

std::vector<Key> listKeys(Database& db, const std::string& owner) {
  return owner.empty() ? keysWhere(db, "id >= :id", "") : keysWhere(db, "owner = :owner", owner);
}

void endKey(Database& db, const std::string& id, std::int64_t at) {
  const long long end = at;
  run(db, "UPDATE keys SET ends_at = :end WHERE id = :id AND (ends_at = 0 OR ends_at > :than)", end,
      id, end);
}

IssuedKey issueKey(Database& db, KeyScope scope, const std::string& owner, std::int64_t overlap,
                   std::int64_t now) {
  for (const auto& key : listKeys(db, owner)) endKey(db, key.id, now + overlap);
  IssuedKey issued{{newId("key_", now), scope, owner, now, 0}, newKey(prefixOf(scope))};
  insertKey(db, issued.key, sha256(issued.text));
  return issued;
}

}  // namespace vitrine
