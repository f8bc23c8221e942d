#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <unordered_map>

#include "secret_key.hpp"

namespace soci {
class session;
}  // namespace soci

namespace vitrine {

class Postgres;
class PreparedStatement;

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
  /// a URL of PostgreSQL (`postgres://…`). `secret_key`: the file of the key that secrets are
  /// sealed under, made with a new database; by default `secret.key` in the folder. Throws on I/O
  /// errors, on a newer schema, and when the key is not the database's, unless `renew_key`: see
  /// `keyOfStore`.
  explicit Database(const std::filesystem::path& folder, const std::string& store = {},
                    std::filesystem::path secret_key = {}, bool renew_key = false);
  ~Database();
  Database(Database&&) noexcept;

  /// For what is asked rarely, and changes nothing.
  soci::session& sql();

  const SecretKey& secretKey() const { return *secret_key_; }

  /// How large it is, in bytes.
  std::int64_t size();

  /// Whether other servers may work on it too.
  bool shared() const { return postgres_ != nullptr; }

  /// The query, prepared the first time that it is asked for: parsing it costs more than running
  /// it.
  PreparedStatement& prepared(std::string_view query);

  /// Stays the same as long as nothing is changed.
  std::int64_t changes();

  /// Waits for the answers to statements that were sent, see `PreparedStatement::send`.
  void wait();

  /// Runs `work` between BEGIN and COMMIT; rolls back and rethrows what it throws, faults of the
  /// store as `StoreUnavailable`.
  void transaction(const std::function<void()>& work);

  /// Has what was overwritten and deleted also out of SQLite's log, outside of any transaction.
  /// PostgreSQL does so in its own time (VACUUM, and its log's retention).
  void checkpoint();

  /// Runs `work` inside the open transaction; undoes its changes when it returns false or throws.
  void attempt(const std::function<bool()>& work);

 private:
  struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
  };

  void begin();
  void commit();
  bool isLost();
  bool undo(const char* how) noexcept;
  [[noreturn]] void rethrow(bool broken, bool committing);

  std::unique_ptr<Postgres> postgres_;  // or
  std::unique_ptr<soci::session> sqlite_;
  soci::session* sql_;  // of either
  std::optional<SecretKey> secret_key_;
  std::unordered_map<std::string, std::unique_ptr<PreparedStatement>, Hash, std::equal_to<>>
      statements_;
};

}  // namespace vitrine
