#include "store/database.hpp"

#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>

#include "store/schema.hpp"

namespace vitrine {

Database::Database(const std::filesystem::path& folder) {
  std::filesystem::create_directories(folder);
  std::filesystem::permissions(folder, std::filesystem::perms::owner_all);
  sql_ = std::make_unique<soci::session>(
      soci::sqlite3, "dbname=" + (std::filesystem::absolute(folder) / "vitrine.sqlite").string());
  for (const auto* pragma : {"journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON",
                             "locking_mode = EXCLUSIVE", "busy_timeout = 0"})
    *sql_ << std::string("PRAGMA ") + pragma;
  migrate(*sql_);
}

Database::~Database() = default;
Database::Database(Database&&) noexcept = default;

soci::statement& Database::prepared(const std::string& query) {
  auto& statement = statements_[query];
  if (!statement) {
    auto fresh = std::make_unique<soci::statement>(*sql_);
    fresh->alloc();
    fresh->prepare(query);
    statement = std::move(fresh);
  }
  return *statement;
}

void Database::transaction(const std::function<void()>& work) {
  *sql_ << "BEGIN IMMEDIATE";
  try {
    work();
    *sql_ << "COMMIT";
  } catch (...) {
    // A failed COMMIT may have rolled back already; the first failure is the one worth telling.
    try {
      *sql_ << "ROLLBACK";
    } catch (const soci::soci_error&) {
    }
    throw;
  }
}

void Database::attempt(const std::function<bool()>& work) {
  *sql_ << "SAVEPOINT attempt";
  bool keep = false;
  try {
    keep = work();
  } catch (...) {
    *sql_ << "ROLLBACK TO attempt";
    *sql_ << "RELEASE attempt";
    throw;
  }
  if (!keep) *sql_ << "ROLLBACK TO attempt";
  *sql_ << "RELEASE attempt";
}

}  // namespace vitrine
