#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "import/record.hpp"

namespace vitrine {

enum class ChangeKind { added, changed, gone };
constexpr auto names(ChangeKind) {
  return std::to_array<std::string_view>({"added", "changed", "gone"});
}

/// What happens to one offer.
struct OfferChange {
  ChangeKind kind = ChangeKind::added;
  std::string id;  // the seller's SKU
  std::string title;
  std::vector<std::string> parts;  // of a changed one: price, stock, terms, product

  static constexpr void fields(auto& self, auto&& field) {
    field("kind", self.kind);
    field("id", self.id);
    field("title", self.title);
    field("parts", self.parts);
  }
};

struct ImportReport {
  std::int64_t rows = 0;
  std::int64_t added = 0;
  std::int64_t changed = 0;
  std::int64_t unchanged = 0;
  std::int64_t gone = 0;
  std::int64_t refused = 0;
  bool kept = false;
  std::vector<OfferChange> changes;  // of a dry run, the first 1,000
  std::vector<RowError> errors;      // the first 1,000
  std::vector<RowError> warnings;    // of what is taken as it is, the first 1,000

  static constexpr void fields(auto& self, auto&& field) {
    field("rows", self.rows);
    field("added", self.added);
    field("changed", self.changed);
    field("unchanged", self.unchanged);
    field("gone", self.gone);
    field("refused", self.refused);
    field("kept", self.kept);
    field("changes", self.changes);
    field("errors", self.errors);
    field("warnings", self.warnings, defaulted);
  }
};

}  // namespace vitrine
