#pragma once

#include <string_view>
#include <vector>

namespace vitrine {

/// A statement in SQLite's words, which are mostly PostgreSQL's too.
struct Statement {
  Statement(const char* both) : sqlite(both), postgres(both) {}
  Statement(const char* one, const char* other) : sqlite(one), postgres(other) {}
  std::string_view sqlite;
  std::string_view postgres;
};

/// Each entry takes the schema from its index to the next version. Entries never change once
/// released.
extern const std::vector<std::vector<Statement>> migrations;

}  // namespace vitrine
