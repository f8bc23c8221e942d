#pragma once

#include <cstdint>
#include <memory>

#include "store/statement.hpp"

namespace soci {
class session;
}  // namespace soci

namespace vitrine {

/// Prepares a statement on a connection to SQLite, for as long as that is open.
std::unique_ptr<PreparedStatement> prepareSqlite(soci::session& sql, std::string_view query);

/// How many rows the connection has changed so far.
std::int64_t changesOfSqlite(soci::session& sql);

}  // namespace vitrine
