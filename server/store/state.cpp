#include "store/state.hpp"

namespace vitrine {

StoreState stateOf(Database& db, const std::filesystem::path& folder) {
  StoreState state;
  state.kind = db.shared() ? StoreKind::postgresql : StoreKind::sqlite;
  state.size = db.size();
  std::error_code unknown;
  const auto disk = std::filesystem::space(folder, unknown);
  if (unknown) return state;
  state.disk_free = static_cast<std::int64_t>(disk.available);
  state.disk_size = static_cast<std::int64_t>(disk.capacity);
  return state;
}

}  // namespace vitrine
