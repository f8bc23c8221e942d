#include "store/schema.hpp"

#include <algorithm>
#include <stdexcept>
#include <string>
#include <string_view>

#include "store/migrations.hpp"

namespace vitrine {
namespace {

/// For the order of ids to be the same everywhere, texts are compared by their bytes.
std::string forPostgres(std::string_view statement) {
  std::string text;
  for (std::size_t at = 0; at < statement.size(); ++at) {
    if (statement.substr(at).starts_with("--"))
      at = std::min(statement.find('\n', at), statement.size() - 1);
    text += statement[at];
    if (text.ends_with(" TEXT")) text += " COLLATE \"C\"";
  }
  return text;
}

void migrateSqlite(soci::session& sql) {
  int version = 0;
  sql << "PRAGMA user_version", soci::into(version);
  const auto newest = static_cast<int>(migrations.size());
  if (version > newest)
    throw std::runtime_error("the data folder was written by a newer vitrine; use that version");
  if (version == newest) return;
  sql << "BEGIN IMMEDIATE";
  for (; version < newest; ++version) {
    for (const auto& statement : migrations[static_cast<std::size_t>(version)])
      if (!statement.sqlite.empty()) sql << std::string(statement.sqlite);
  }
  sql << "PRAGMA user_version = " + std::to_string(version);
  sql << "COMMIT";
}

void migratePostgres(soci::session& sql) {
  soci::transaction all(sql);
  sql << "SET LOCAL lock_timeout = '60s'";  // another server may be at this
  takeTurn(sql);
  sql << "CREATE TABLE IF NOT EXISTS schema_version (version BIGINT NOT NULL)";
  long long version = 0;
  sql << "SELECT coalesce(max(version), 0) FROM schema_version", soci::into(version);
  const auto newest = static_cast<long long>(migrations.size());
  if (version > newest)
    throw std::runtime_error("the database was written by a newer vitrine; use that version");
  for (; version < newest; ++version) {
    for (const auto& statement : migrations[static_cast<std::size_t>(version)])
      if (!statement.postgres.empty()) sql << forPostgres(statement.postgres);
  }
  sql << "DELETE FROM schema_version";
  sql << "INSERT INTO schema_version VALUES (:version)", soci::use(version);
  all.commit();
}

}  // namespace

void migrate(soci::session& sql) {
  if (sql.get_backend_name() == "postgresql")
    migratePostgres(sql);
  else
    migrateSqlite(sql);
}

bool knowsSchema(soci::session& sql) {
  int version = 0;
  sql << "PRAGMA user_version", soci::into(version);
  return version > 0 && version <= static_cast<int>(migrations.size());
}

void takeTurn(soci::session& sql) {
  // Any number will do, as long as every version of Vitrine asks for the same.
  sql << "SELECT pg_advisory_xact_lock(8617349)";
}

}  // namespace vitrine
