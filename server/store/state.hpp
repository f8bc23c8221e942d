#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <string_view>

#include "store/database.hpp"

namespace vitrine {

enum class StoreKind { sqlite, postgresql };
constexpr auto names(StoreKind) {
  return std::to_array<std::string_view>({"sqlite", "postgresql"});
}

/// How large the database is, and how much room there is beside the data folder. Bytes.
struct StoreState {
  StoreKind kind = StoreKind::sqlite;
  std::int64_t size = 0;
  std::int64_t disk_free = 0;  // 0 also where nobody knows
  std::int64_t disk_size = 0;

  static constexpr void fields(auto& self, auto&& field) {
    field("kind", self.kind);
    field("size", self.size);
    field("disk_free", self.disk_free);
    field("disk_size", self.disk_size);
  }
};
StoreState stateOf(Database& db, const std::filesystem::path& folder);

}  // namespace vitrine
