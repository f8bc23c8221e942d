#include "import/shopify.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "import/characters.hpp"
#include "import/csv.hpp"
#include "import/html.hpp"
#include "import/row.hpp"
#include "import/unit_measure.hpp"

namespace vitrine {
namespace {

struct OptionColumns {
  const char* name;
  const char* value;
};
constexpr std::array optionColumns{OptionColumns{"option1_name", "option1_value"},
                                   OptionColumns{"option2_name", "option2_value"},
                                   OptionColumns{"option3_name", "option3_value"}};

bool is(std::string_view value, std::string_view word) {
  return std::equal(value.begin(), value.end(), word.begin(), word.end(), [](char a, char b) {
    return (a >= 'A' && a <= 'Z' ? static_cast<char>(a - 'A' + 'a') : a) == b;
  });
}

bool isForSale(const Row& row) {
  const auto status = row.text("status");
  return (status.empty() || is(status, "active")) && !is(row.text("published"), "false");
}

Money readPrice(const Row& row, std::string_view currency) {
  const auto price = row.required("variant_price");
  const auto money = parseMoney(std::string(price).append(" ").append(currency));
  if (money) return *money;
  row.refuse("variant_price", price,
             price.find(',') != price.npos
                 ? "a point before the decimals and no thousands separator: \"12.90\""
                 : std::string("an amount in ").append(currency) + ": digits like \"12.90\"");
}

/// Nothing: not limited, as Shopify does not count it or sells on without any.
std::optional<std::int64_t> readStock(const Row& row) {
  if (row.text("variant_inventory_tracker").empty()) return {};
  const auto policy = row.text("variant_inventory_policy");
  if (is(policy, "continue") || is(policy, "true")) return {};
  const auto quantity = row.text("variant_inventory_qty");
  if (quantity.starts_with('-') && quantity.find_first_not_of("0123456789", 1) == quantity.npos)
    return 0;  // sold more than there were
  return row.count("variant_inventory_qty").value_or(0);
}

std::int64_t readWeight(const Row& row) {
  const auto weight = row.text("variant_grams");
  if (weight.empty()) return 0;
  const auto grams = gramsOf(weight + " g");
  if (!grams) row.refuse("variant_grams", weight, "a weight in grams: digits like \"450\"");
  return *grams;
}

class Products {
 public:
  Products(std::string_view currency, FeedSink& sink) : currency_(currency), sink_(sink) {}

  void take(const Record& record) {
    try {
      read(Row(record));
    } catch (Refused& refused) {
      sink_.refuse(std::move(refused.error));
    }
  }

  /// Hands over the product that is complete now.
  void finish() {
    for (auto& variant : variants_) {
      variant.images = images_;
      sink_.take(std::move(variant));
    }
    variants_.clear();
    images_.clear();
  }

 private:
  void read(const Row& row) {
    const auto handle = row.required("handle");
    if (handle != product_.item_group_id) begin(row, handle);
    if (!wanted_) return;
    if (auto image = row.text("image_src"); !image.empty()) images_.push_back(std::move(image));
    const bool variant = row.line() == product_.line || !row.text("option1_value").empty() ||
                         !row.text("variant_price").empty();
    if (!variant) return;
    if (static_cast<std::int64_t>(variants_.size()) == maxVariants)
      row.refuse(
          "handle", handle,
          std::string("at most ").append(std::to_string(maxVariants)) + " variants of one product");
    variants_.push_back(readVariant(row));
  }

  void begin(const Row& row, const std::string& handle) {
    finish();
    wanted_ = false;  // until its first row has turned out to be good
    product_ = {};
    product_.item_group_id = handle;
    product_.line = row.line();
    product_.table = {row.head()};
    if (!isForSale(row)) return;
    product_.title = row.required("title");
    product_.description = readDescription(row, "body_html");
    product_.brand = row.text("vendor");
    product_.category = row.text("type");
    if (product_.category.empty()) product_.category = row.text("product_category");
    for (std::size_t i = 0; i < optionColumns.size(); ++i)
      option_names_[i] = row.text(optionColumns[i].name);
    wanted_ = true;
  }

  FeedRow readVariant(const Row& row) const {
    FeedRow variant = product_;
    variant.line = row.line();
    for (std::size_t i = 0; i < optionColumns.size(); ++i) {
      auto value = row.text(optionColumns[i].value);
      const bool only = option_names_[i] == "Title" && value == "Default Title";
      if (value.empty() || only) continue;
      if (option_names_[i].empty())
        row.refuse(optionColumns[i].value, value, "an option that the first row names");
      variant.options.push_back({option_names_[i], std::move(value)});
    }
    variant.id = row.text("variant_sku");
    if (variant.id.empty()) {
      variant.id = variant.item_group_id;
      for (const auto& option : variant.options) variant.id += '/' + option.value;
      if (variant.id.size() > maxWords) row.refuse("variant_sku", "", "a value");
    }
    auto barcode = row.text("variant_barcode");
    if (barcode.starts_with('\'')) barcode.erase(0, 1);  // how spreadsheets are kept from rounding
    if (!barcode.empty()) {
      if (!isGtin(barcode))
        row.refuse("variant_barcode", barcode,
                   "a GTIN: 8, 12, 13 or 14 digits with the right check digit");
      variant.gtin = normalGtin(std::move(barcode));
    }
    variant.mpn = row.text("google_shopping_mpn");
    variant.price = readPrice(row, currency_);
    variant.stock = readStock(row);
    variant.weight = readWeight(row);
    variant.unit_measure = readShopifyMeasure(row);
    variant.variant_image = row.text("variant_image");
    return variant;
  }

  std::string_view currency_;
  FeedSink& sink_;
  FeedRow product_;  // what its variants have in common
  std::array<std::string, optionColumns.size()> option_names_;
  std::vector<std::string> images_;
  std::vector<FeedRow> variants_;
  bool wanted_ = false;
};

}  // namespace

std::string shopifyName(std::string_view label) {
  struct Renamed {
    std::string_view now;
    std::string_view before;
  };
  constexpr std::array renamed{
      Renamed{"url_handle", "handle"},
      Renamed{"description", "body_html"},
      Renamed{"published_on_online_store", "published"},
      Renamed{"sku", "variant_sku"},
      Renamed{"barcode", "variant_barcode"},
      Renamed{"price", "variant_price"},
      Renamed{"inventory_tracker", "variant_inventory_tracker"},
      Renamed{"inventory_quantity", "variant_inventory_qty"},
      Renamed{"continue_selling_when_out_of_stock", "variant_inventory_policy"},
      Renamed{"weight_value_grams", "variant_grams"},
      Renamed{"product_image_url", "image_src"},
      Renamed{"variant_image_url", "variant_image"}};
  auto name = fieldName(label);
  const auto found = std::find_if(renamed.begin(), renamed.end(),
                                  [&](const Renamed& column) { return column.now == name; });
  return found == renamed.end() ? name : std::string(found->before);
}

void readShopify(FeedText& text, std::string_view currency, FeedSink& sink) {
  Products products(currency, sink);
  readTable(
      text, ',', shopifyName, [&](const Record& record) { products.take(record); },
      [&](RowError error) { sink.refuse(std::move(error)); });
  products.finish();
}

}  // namespace vitrine
