#pragma once

#include <filesystem>
#include <functional>
#include <istream>

#include "import/format.hpp"
#include "store/database.hpp"

namespace vitrine {

using NewId = std::function<std::string(std::string_view prefix)>;

struct ImportOptions {
  std::string seller_id;
  std::optional<Format> format;      // nothing: detected
  std::optional<Encoding> encoding;  // nothing: detected
  bool replace = false;              // what the feed does not name is taken from sale
  bool keep_good = false;            // the good rows are kept even if others are refused
  bool dry_run = false;              // everything is undone in the end
  std::filesystem::path images;      // what relative image paths start from
  std::filesystem::path media;       // where copies of them go
};

/// What an import needs of the world around it.
struct ImportContext {
  std::int64_t now = 0;  // Unix milliseconds
  NewId new_id;
  std::function<void(std::int64_t rows)> progress;  // told every few thousand rows
};

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
  }
};

/// Brings a feed into the catalogue, as far as memory goes row by row. A known SKU is updated. A
/// new one joins the variant of its GTIN, else of its brand and MPN, else the product of its item
/// group, else it opens a product; all rows of an item group end in one product. With an error
/// nothing is kept, unless `keep_good`; then nothing is taken from sale either.
ImportReport importFeed(Database& db, std::istream& feed, const ImportOptions& options,
                        const ImportContext& context);

}  // namespace vitrine
