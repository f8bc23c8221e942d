#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

namespace soci {
class session;
class statement;
}  // namespace soci

namespace vitrine {

/// One SQLite database in a data folder: one connection, and the only one, writes and checkpoints
/// it. Every accepted transaction is on disk before it is acknowledged (`journal_mode=WAL`,
/// `synchronous=FULL`).
class Database {
 public:
  /// Opens or creates the file and brings its schema up to date. Throws on I/O errors and on a
  /// newer schema.
  explicit Database(const std::filesystem::path& folder);
  ~Database();
  Database(Database&&) noexcept;

  soci::session& sql() { return *sql_; }

  /// The query, prepared the first time that it is asked for: parsing it costs more than running
  /// it.
  soci::statement& prepared(std::string_view query);

  /// Runs `work` between BEGIN and COMMIT; rolls back and rethrows what it throws.
  void transaction(const std::function<void()>& work);

  /// Runs `work` inside the open transaction; undoes its changes when it returns false or throws.
  void attempt(const std::function<bool()>& work);

 private:
  struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
  };

  std::unique_ptr<soci::session> sql_;
  std::unordered_map<std::string, std::unique_ptr<soci::statement>, Hash, std::equal_to<>>
      statements_;
};

}  // namespace vitrine
