#include "store/backup.hpp"

#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>

#include "durable.hpp"
#include "store/schema.hpp"

namespace vitrine {
namespace {

sqlite_api::sqlite3* handle(soci::session& sql) {
  return static_cast<soci::sqlite3_session_backend*>(sql.get_backend())->conn_;
}

/// Copies the open database beside `file`, and gives the copy its name once it is on disk.
void copyTo(soci::session& from, const std::filesystem::path& file) {
  auto part = file;
  part += ".part";
  std::filesystem::remove(part);
  try {
    soci::session to(soci::sqlite3, "dbname=" + part.string());
    auto* copying = sqlite_api::sqlite3_backup_init(handle(to), "main", handle(from), "main");
    if (!copying) throw std::runtime_error(sqlite_api::sqlite3_errmsg(handle(to)));
    sqlite_api::sqlite3_backup_step(copying, -1);
    if (sqlite_api::sqlite3_backup_finish(copying) != SQLITE_OK)
      throw std::runtime_error(sqlite_api::sqlite3_errmsg(handle(to)));
    to << "PRAGMA journal_mode = DELETE";  // one file, without another beside it
  } catch (...) {
    std::filesystem::remove(part);
    throw;
  }
  syncToDisk(part);
  std::filesystem::rename(part, file);
  syncToDisk(std::filesystem::absolute(file).parent_path());
}

}  // namespace

std::string backUp(Database& db, const std::filesystem::path& file) {
  if (db.shared()) return "the store is PostgreSQL: use pg_dump and pg_restore";
  if (std::filesystem::exists(file)) return file.string() + ": there is such a file already";
  copyTo(db.sql(), file);
  return "";
}

std::string restore(const std::filesystem::path& file, const std::filesystem::path& folder) {
  const auto place = folder / "vitrine.sqlite";
  if (!std::filesystem::is_regular_file(file)) return file.string() + ": there is no such file";
  if (std::filesystem::exists(place))
    return place.string() + ": there is a database already; move it away first";
  try {
    soci::session from(soci::sqlite3, "dbname=" + file.string());
    std::string verdict;
    from << "PRAGMA integrity_check(1)", soci::into(verdict);
    if (verdict != "ok") return file.string() + ": damaged: " + verdict;
    if (!knowsSchema(from)) return file.string() + ": not a backup of this version of vitrine";
    std::filesystem::create_directories(folder);
    std::filesystem::permissions(folder, std::filesystem::perms::owner_all);
    copyTo(from, place);
  } catch (const soci::soci_error& problem) {
    return file.string() + ": " + problem.what();
  }
  return "";
}

}  // namespace vitrine
