#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "vitrine/catalog.hpp"

namespace vitrine {

/// One row of a product feed (field names of the Google Merchant and ACP feeds), checked and in our
/// units.
struct FeedRow {
  std::string id;  // the seller's SKU
  std::string item_group_id;
  std::string title;  // of the product: item_group_title for a variant
  std::string description;
  std::string brand;
  std::string mpn;
  std::string gtin;
  std::string category;
  std::vector<std::string> images;  // as written: links, or paths relative to the feed
  std::vector<VariantOption> options;
  Money price;
  std::optional<std::int64_t> stock;
  std::int64_t weight = 0;  // grams
  std::string shipping_label;
  std::string tax_category;
};

/// What is wrong with a row: where, what it says (shortened) and what would do.
struct RowError {
  std::int64_t line = 0;
  std::string field;
  std::string value;
  std::string expected;

  static constexpr void fields(auto& self, auto&& field) {
    field("line", self.line);
    field("field", self.field);
    field("value", self.value);
    field("expected", self.expected);
  }
};

/// Reads one line of a JSON Lines feed. Fields that we do not know are passed over, as feeds carry
/// many.
std::variant<FeedRow, RowError> readFeedRow(std::string_view json, std::int64_t line);

/// Whether a GTIN (8, 12, 13 or 14 digits) has the right check digit (GS1 General
/// Specifications 7.9).
bool isGtin(std::string_view text);

/// "450 g", "3.2 kg", "2 lb", "5 oz" in grams, half to even; nothing for any other form.
std::optional<std::int64_t> gramsOf(std::string_view text);

}  // namespace vitrine
