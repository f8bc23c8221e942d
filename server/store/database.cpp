#include "store/database.hpp"

#include <soci/postgresql/soci-postgresql.h>
#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>

#include <algorithm>

#include "faults.hpp"
#include "store/postgres.hpp"
#include "store/schema.hpp"
#include "store/sealed.hpp"
#include "store/sqlite_statement.hpp"

namespace vitrine {

namespace {

/// Before the first connection of the process: each is used by one thread at a time, so that
/// SQLite's own locks, and its books on memory, are left out.
bool configure() {
  sqlite_api::sqlite3_config(SQLITE_CONFIG_MULTITHREAD);
  sqlite_api::sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
  prepareDisk();
  return true;
}

std::unique_ptr<soci::session> openSqlite(const std::filesystem::path& folder) {
  [[maybe_unused]] static const bool configured = configure();
  std::filesystem::create_directories(folder);
  std::filesystem::permissions(folder, std::filesystem::perms::owner_all);
  const auto file = std::filesystem::absolute(folder) / "vitrine.sqlite";
  auto sql = std::make_unique<soci::session>(soci::sqlite3, "dbname=" + file.string());
  std::string mode;
  try {
    // 16 MiB of pages: a long import touches most of the indexes again and again.
    // What is deleted is overwritten, so that erased customers are gone from the file. A checkpoint
    // comes after 16 MiB of log: pages that many orders write go to the file once.
    for (const auto* pragma :
         {"synchronous = FULL", "foreign_keys = ON", "locking_mode = EXCLUSIVE", "busy_timeout = 0",
          "cache_size = -16384", "secure_delete = ON", "wal_autocheckpoint = 4000"})
      *sql << std::string("PRAGMA ") + pragma;
    // Where a file system cannot have it, SQLite would quietly stay without.
    *sql << "PRAGMA journal_mode = WAL", soci::into(mode);
  } catch (const soci::sqlite3_soci_error& problem) {
    if ((problem.result() & 0xff) != SQLITE_BUSY) throw;
    throw std::runtime_error(
        folder.string() +
        ": another process works with this data folder; end it, or name another "
        "folder with --data");
  }
  if (mode != "wal") throw std::runtime_error(file.string() + ": no write-ahead log is possible");
  return sql;
}

/// Whether the fault is the store's and not the statement's.
bool isUnavailable(const soci::soci_error& problem) {
  if (const auto* sqlite = dynamic_cast<const soci::sqlite3_soci_error*>(&problem)) {
    const auto code = sqlite->result() & 0xff;  // without the extended part
    return code == SQLITE_FULL || code == SQLITE_IOERR || code == SQLITE_CANTOPEN;
  }
  if (const auto* postgres = dynamic_cast<const soci::postgresql_soci_error*>(&problem)) {
    // Connection, rolled back by the server, resources, operator, system, waited too long, a
    // standby, which only reads.
    const auto state = postgres->sqlstate();
    for (const auto* kind : {"08", "40", "53", "57", "58", "55P03", "25P03", "25006"})
      if (state.starts_with(kind)) return true;
  }
  return false;
}

/// A standby answers, or a leader that is one now.
bool isReadOnly(const soci::soci_error& problem) {
  const auto* postgres = dynamic_cast<const soci::postgresql_soci_error*>(&problem);
  return postgres && postgres->sqlstate() == "25006";
}

/// What is wrong, without the values of the statement, and of the row, which no log may have.
std::string plain(const soci::soci_error& problem) {
  auto text = problem.get_error_message();
  text.resize(std::min(text.find('\n'), text.size()));
  return text;
}

}  // namespace

Database::Database(const std::filesystem::path& folder, const std::string& store,
                   std::filesystem::path secret_key, bool renew_key) {
  if (!store.empty()) {
    std::filesystem::create_directories(folder);  // pictures and the control socket lie there
    std::filesystem::permissions(folder, std::filesystem::perms::owner_all);
    postgres_ = std::make_unique<Postgres>(store);
    sql_ = &postgres_->sql();
  } else {
    sqlite_ = openSqlite(folder);
    sql_ = sqlite_.get();
  }
  migrate(*sql_);
  if (secret_key.empty()) secret_key = folder / "secret.key";
  secret_key_ = keyOfStore(*sql_, secret_key, renew_key);
}

Database::~Database() = default;
Database::Database(Database&&) noexcept = default;

std::int64_t Database::size() {
  long long bytes = 0;
  if (shared())
    *sql_ << "SELECT pg_database_size(current_database())", soci::into(bytes);
  else
    *sql_ << "SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()",
        soci::into(bytes);
  return bytes;
}

soci::session& Database::sql() {
  wait();
  return *sql_;
}

PreparedStatement& Database::prepared(std::string_view query) {
  if (postgres_) postgres_->asking();
  const auto known = statements_.find(query);
  if (known != statements_.end()) return *known->second;
  auto fresh = postgres_ ? postgres_->pipeline().prepare(query) : prepareSqlite(*sql_, query);
  return *statements_.emplace(query, std::move(fresh)).first->second;
}

std::int64_t Database::changes() {
  return postgres_ ? postgres_->pipeline().changes() : changesOfSqlite(*sql_);
}

void Database::wait() {
  if (postgres_) postgres_->pipeline().wait();
}

void Database::begin() {
  if (!postgres_) {
    *sql_ << "BEGIN IMMEDIATE";
    return;
  }
  if (isLost()) {
    statements_.clear();
    postgres_->reconnect();
  }
  postgres_->begin();
}

void Database::commit() {
  if (postgres_)
    postgres_->commit();
  else
    *sql_ << "COMMIT";
}

bool Database::isLost() { return postgres_ && !postgres_->isAlive(); }

bool Database::undo(const char* how) noexcept {
  try {
    if (postgres_) postgres_->pipeline().settle();
    *sql_ << how;
    return true;
  } catch (const std::exception&) {
    return false;
  }
}

void Database::rethrow(bool broken, bool committing) {
  try {
    throw;
  } catch (const StoreUnavailable&) {
    throw;
  } catch (const soci::soci_error& problem) {
    const auto text = plain(problem);
    if (postgres_ && isReadOnly(problem)) postgres_->abandon();
    if (broken || isUnavailable(problem)) throw StoreUnavailable(text, committing && isLost());
    throw std::runtime_error(text);
  } catch (const std::exception& problem) {
    if (broken) throw StoreUnavailable(problem.what(), false);
    throw;
  }
}

void Database::transaction(const std::function<void()>& work) {
  bool committing = false;
  try {
    begin();
    work();
    wait();
    crashPoint("store.committing");
    committing = true;
    commit();
  } catch (...) {
    // A failed COMMIT may have rolled back already; the first failure is the one worth telling.
    undo("ROLLBACK");
    if (postgres_) postgres_->end();
    rethrow(committing || isLost(), committing);
  }
  crashPoint("store.committed");
}

void Database::checkpoint() {
  if (sqlite_) *sql_ << "PRAGMA wal_checkpoint(TRUNCATE)";
}

void Database::attempt(const std::function<bool()>& work) {
  try {
    const auto run = [this](std::string_view statement) {
      auto& known = prepared(statement);
      known.step();
      known.reset();
    };
    run("SAVEPOINT attempt");
    if (!work()) run("ROLLBACK TO SAVEPOINT attempt");
    run("RELEASE SAVEPOINT attempt");
  } catch (...) {
    // Without its savepoint the transaction cannot go on.
    const bool whole = undo("ROLLBACK TO SAVEPOINT attempt") && undo("RELEASE SAVEPOINT attempt");
    rethrow(!whole, false);
  }
}

}  // namespace vitrine
