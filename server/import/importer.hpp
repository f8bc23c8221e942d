#pragma once

#include <filesystem>
#include <functional>
#include <iosfwd>
#include <string>
#include <vector>

#include "import/feed.hpp"
#include "store/database.hpp"

namespace vitrine {

struct ImportOptions {
  std::string seller_id;
  bool keep_good = false;
  std::filesystem::path images;  // what relative image paths start from
  std::filesystem::path media;   // where copies of them go
};

struct ImportReport {
  std::int64_t rows = 0;
  std::int64_t added = 0;
  std::int64_t updated = 0;
  bool kept = false;
  std::vector<RowError> errors;

  static constexpr void fields(auto& self, auto&& field) {
    field("rows", self.rows);
    field("added", self.added);
    field("updated", self.updated);
    field("kept", self.kept);
    field("errors", self.errors);
  }
};

using NewId = std::function<std::string(std::string_view prefix)>;

/// Brings a JSON Lines feed into the catalogue: a known SKU is updated, a new one added to the
/// product of its GTIN, its brand and MPN, or its item group, else to a new product. With an error
/// nothing is kept, unless `keep_good`.
ImportReport importFeed(Database& db, std::istream& feed, const ImportOptions& options,
                        const NewId& new_id);

}  // namespace vitrine
