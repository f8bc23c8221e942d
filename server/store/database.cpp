#include "store/database.hpp"

#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>

#include "store/schema.hpp"

namespace vitrine {

namespace {

/// Before the first connection of the process: each is used by one thread at a time, so that
/// SQLite's own locks, and its books on memory, are left out.
bool configure() {
  sqlite_api::sqlite3_config(SQLITE_CONFIG_MULTITHREAD);
  sqlite_api::sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
  return true;
}

}  // namespace

Database::Database(const std::filesystem::path& folder) {
  [[maybe_unused]] static const bool configured = configure();
  std::filesystem::create_directories(folder);
  std::filesystem::permissions(folder, std::filesystem::perms::owner_all);
  sql_ = std::make_unique<soci::session>(
      soci::sqlite3, "dbname=" + (std::filesystem::absolute(folder) / "vitrine.sqlite").string());
  // 16 MiB of pages: a long import touches most of the indexes again and again.
  for (const auto* pragma : {"journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON",
                             "locking_mode = EXCLUSIVE", "busy_timeout = 0", "cache_size = -16384"})
    *sql_ << std::string("PRAGMA ") + pragma;
  migrate(*sql_);
}

Database::~Database() = default;
Database::Database(Database&&) noexcept = default;

soci::statement& Database::prepared(std::string_view query) {
  const auto known = statements_.find(query);
  if (known != statements_.end()) return *known->second;
  std::string text(query);
  auto fresh = std::make_unique<soci::statement>(*sql_);
  fresh->alloc();
  fresh->prepare(text);
  return *statements_.emplace(std::move(text), std::move(fresh)).first->second;
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
