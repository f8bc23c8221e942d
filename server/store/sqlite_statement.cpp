#include "store/sqlite_statement.hpp"

#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>

namespace vitrine {
namespace {

using namespace sqlite_api;

class SqliteStatement : public PreparedStatement {
 public:
  SqliteStatement(sqlite3* connection, std::string_view query) : connection_(connection) {
    expect(sqlite3_prepare_v3(connection_, query.data(), static_cast<int>(query.size()),
                              SQLITE_PREPARE_PERSISTENT, &statement_, nullptr));
  }
  ~SqliteStatement() override { sqlite3_finalize(statement_); }
  SqliteStatement(const SqliteStatement&) = delete;

  void bind(int place, const std::string& text) override {
    expect(sqlite3_bind_text64(statement_, place + 1, text.data(), text.size(), SQLITE_STATIC,
                               SQLITE_UTF8));
  }
  void bind(int place, long long number) override {
    expect(sqlite3_bind_int64(statement_, place + 1, number));
  }
  void bindNull(int place) override { expect(sqlite3_bind_null(statement_, place + 1)); }

  bool step() override {
    const int result = sqlite3_step(statement_);
    if (result == SQLITE_ROW) return true;
    if (result != SQLITE_DONE) expect(result);
    return false;
  }
  void send() override {
    while (step()) {
    }
  }

  bool isNull(int column) const override {
    return sqlite3_column_type(statement_, column) == SQLITE_NULL;
  }
  std::string_view text(int column) const override {
    const auto* text = sqlite3_column_text(statement_, column);
    return {reinterpret_cast<const char*>(text),
            static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
  }
  long long integer(int column) const override { return sqlite3_column_int64(statement_, column); }
  long long changed() const override { return sqlite3_changes(connection_); }

  void reset() noexcept override { sqlite3_reset(statement_); }

 private:
  void expect(int result) {
    if (result != SQLITE_OK) throw soci::sqlite3_soci_error(sqlite3_errmsg(connection_), result);
  }

  sqlite3* connection_;
  sqlite3_stmt* statement_ = nullptr;
};

sqlite3* connectionOf(soci::session& sql) {
  return static_cast<soci::sqlite3_session_backend*>(sql.get_backend())->conn_;
}

}  // namespace

std::unique_ptr<PreparedStatement> prepareSqlite(soci::session& sql, std::string_view query) {
  return std::make_unique<SqliteStatement>(connectionOf(sql), query);
}

std::int64_t changesOfSqlite(soci::session& sql) {
  return sqlite3_total_changes(connectionOf(sql));
}

}  // namespace vitrine
