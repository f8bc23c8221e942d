#pragma once

#include <optional>
#include <variant>

#include "import/html.hpp"
#include "import/record.hpp"
#include "store/relations.hpp"
#include "vitrine/catalog.hpp"

namespace vitrine {

inline constexpr std::int64_t maxVariants = 2048;  // of one product
inline constexpr std::int64_t maxOffers = 100;     // of one seller for one variant
inline constexpr std::size_t maxAttachments = 50;  // of one service

/// From one moment up to another, in Unix milliseconds.
struct PriceWindow {
  std::int64_t from = 0;
  std::int64_t until = 0;

  friend bool operator==(const PriceWindow&, const PriceWindow&) = default;
  static constexpr void fields(auto& self, auto&& field) {
    field("from", self.from);
    field("until", self.until);
  }
};

struct SalePrice {
  Amount price = 0;                   // in the currency of the price
  std::optional<PriceWindow> window;  // nothing: as long as the feed says so

  friend bool operator==(const SalePrice&, const SalePrice&) = default;
  static constexpr void fields(auto& self, auto&& field) {
    field("price", self.price);
    field("window", self.window);
  }
};

/// The head of the table that a row stands in, which is no part of what the row says.
struct RowHead {
  std::shared_ptr<const TableHead> head;  // null: the format has no columns

  friend bool operator==(const RowHead&, const RowHead&) { return true; }
};

/// One variant with a seller's terms for it, checked and in our units.
struct FeedRow {
  std::int64_t line = 0;
  std::string id;             // the seller's SKU
  std::string item_group_id;  // what the rows of one product share
  std::string title;          // of the product: item_group_title for a variant
  RichText description;
  std::string brand;
  std::string mpn;
  std::string gtin;
  std::string category;
  std::vector<std::string> images;  // as written: links, or paths relative to the feed
  std::string variant_image;        // the same
  std::vector<VariantOption> options;
  Money price;
  std::optional<SalePrice> sale;
  std::optional<std::int64_t> stock;
  std::int64_t weight = 0;  // grams
  std::string shipping_label;
  std::string tax_category = "standard";
  std::optional<UnitMeasure> unit_measure;
  OfferKind kind = OfferKind::sale;
  std::vector<std::string> attached_to;  // of a service: ids, GTINs or categories of products
  std::vector<Relation> relations;       // to products of the same seller
  std::string seller_name;               // empty: the feed does not say
  RowHead table = {};

  friend bool operator==(const FeedRow&, const FeedRow&) = default;
  /// Rows wait in the store while they are imported: here no member may be missing, and the
  /// compiler counts them.
  static constexpr void fields(auto& self, auto&& field) {
    auto& [line, id, item_group_id, title, description, brand, mpn, gtin, category, images,
           variant_image, options, price, sale, stock, weight, shipping_label, tax_category,
           unit_measure, kind, attached_to, relations, seller_name, table] = self;
    static_cast<void>(table);  // faults are found before a row waits
    field("line", line);
    field("id", id);
    field("item_group_id", item_group_id);
    field("title", title);
    field("description", description);
    field("brand", brand);
    field("mpn", mpn);
    field("gtin", gtin);
    field("category", category);
    field("images", images);
    field("variant_image", variant_image);
    field("options", options);
    field("price", price);
    field("sale", sale);
    field("stock", stock);
    field("weight", weight);
    field("shipping_label", shipping_label);
    field("tax_category", tax_category);
    field("unit_measure", unit_measure);
    field("kind", kind);
    field("attached_to", attached_to);
    field("relations", relations, defaulted);  // rows of a server before them may still wait
    field("seller_name", seller_name);
  }
};

/// A fault of a row that has been read, in the cell of this field (as Google's feeds call it).
RowError refused(std::int64_t line, const RowHead& table, std::string_view field,
                 std::string_view value, std::string expected);
inline RowError refused(const FeedRow& row, std::string_view field, std::string_view value,
                        std::string expected) {
  return refused(row.line, row.table, field, value, std::move(expected));
}

/// Takes what a feed says, row by row.
class FeedSink {
 public:
  virtual ~FeedSink() = default;
  virtual void take(FeedRow&& row) = 0;
  virtual void refuse(RowError error) = 0;
};

/// Reads a row with the field names of the Google Merchant and ACP product feeds. Fields that we do
/// not know are passed over, as feeds carry many.
std::variant<FeedRow, RowError> readFeedRow(const Record& record);

/// Whether a GTIN (8, 12, 13 or 14 digits) has the right check digit (GS1 General
/// Specifications 7.9).
bool isGtin(std::string_view text);

/// One spelling for one number: GTIN-12 and GTIN-14 that begin with 0 become the GTIN-13 that they
/// are.
std::string normalGtin(std::string gtin);

/// "450 g", "3.2 kg", "2 lb", "5 oz" in grams, half to even; nothing for any other form.
std::optional<std::int64_t> gramsOf(std::string_view text);

/// What a price should have looked like.
std::string priceHint(std::string_view text, std::string_view example);

}  // namespace vitrine
