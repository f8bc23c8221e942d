#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <unordered_map>

namespace soci {
class session;
class statement;
}  // namespace soci

namespace vitrine {

/// The store cannot be written or reached now: the disk is full or fails, the database is gone.
/// Nothing of the transaction is kept, unless it is in doubt: the answer to COMMIT was lost.
struct StoreUnavailable : std::runtime_error {
  StoreUnavailable(const std::string& problem, bool doubt)
      : std::runtime_error(problem), in_doubt(doubt) {}
  bool in_doubt;
};

/// One connection to the database: a SQLite file in a data folder, which it has to itself, or a
/// PostgreSQL database, on which several servers take turns. Either way an accepted transaction is
/// on disk before it is acknowledged, and transactions run one after another.
class Database {
 public:
  /// Opens (SQLite: or creates) the database and brings its schema up to date. `store`: empty, or
  /// a URL of PostgreSQL (`postgres://…`). Throws on I/O errors and on a newer schema.
  explicit Database(const std::filesystem::path& folder, const std::string& store = {});
  ~Database();
  Database(Database&&) noexcept;

  soci::session& sql() { return *sql_; }

  /// Whether other servers may work on it too.
  bool shared() const { return shared_; }

  /// The query, prepared the first time that it is asked for: parsing it costs more than running
  /// it.
  soci::statement& prepared(std::string_view query);

  /// Runs `work` between BEGIN and COMMIT; rolls back and rethrows what it throws, faults of the
  /// store as `StoreUnavailable`.
  void transaction(const std::function<void()>& work);

  /// Runs `work` inside the open transaction; undoes its changes when it returns false or throws.
  void attempt(const std::function<bool()>& work);

 private:
  struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
  };

  void begin();
  bool undo(const char* how) noexcept;
  [[noreturn]] void rethrow(bool broken, bool committing) const;

  bool shared_;
  bool lost_ = false;  // the connection
  std::unique_ptr<soci::session> sql_;
  std::unordered_map<std::string, std::unique_ptr<soci::statement>, Hash, std::equal_to<>>
      statements_;
};

}  // namespace vitrine
