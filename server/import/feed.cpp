#include "import/feed.hpp"

#include <algorithm>
#include <array>

#include "import/characters.hpp"
#include "import/html.hpp"
#include "import/relations.hpp"
#include "import/row.hpp"
#include "import/sale_price.hpp"
#include "import/unit_measure.hpp"

namespace vitrine {
namespace {

std::vector<VariantOption> readOptions(const Row& row) {
  struct Custom {
    const char* category;
    const char* option;
  };
  constexpr std::array customs{Custom{"custom_variant1_category", "custom_variant1_option"},
                               Custom{"custom_variant2_category", "custom_variant2_option"},
                               Custom{"custom_variant3_category", "custom_variant3_option"}};
  std::vector<VariantOption> options;
  for (const auto* field : {"size", "color", "material", "pattern"}) {
    if (auto value = row.text(field); !value.empty()) options.push_back({field, std::move(value)});
  }
  for (const auto& custom : customs) {
    auto category = row.text(custom.category);
    auto value = row.text(custom.option);
    if (category.empty() != value.empty())
      row.refuse(custom.option, value, "a category together with an option");
    if (!value.empty()) options.push_back({std::move(category), std::move(value)});
  }
  return options;
}

std::optional<std::int64_t> readStock(const Row& row, OfferKind kind) {
  auto availability =
      kind == OfferKind::service ? row.text("availability") : row.required("availability");
  if (availability.empty()) availability = "in_stock";
  std::replace(availability.begin(), availability.end(), ' ', '_');
  const auto quantity = row.count("inventory_quantity");
  if (availability == "in_stock") return quantity;
  if (availability == "out_of_stock") return 0;
  if (availability == "backorder" || availability == "preorder") return {};
  row.refuse("availability", availability, "in_stock, out_of_stock, backorder or preorder");
}

std::vector<std::string> readImages(const Row& row) {
  std::vector<std::string> images;
  if (auto image = row.text("image_link"); !image.empty()) images.push_back(std::move(image));
  // A cell holds several links with commas between them; a comma inside a link stays.
  for (const auto& cell : row.texts("additional_image_link", maxDescription)) {
    std::size_t start = 0;
    while (start != cell.npos) {
      const auto comma = cell.find(",http", start);
      images.push_back(cell.substr(start, comma - start));
      start = comma == cell.npos ? comma : comma + 1;
    }
  }
  return images;
}

OfferKind readKind(const Row& row) {
  const auto kind = row.text("kind");
  if (kind.empty() || kind == name(OfferKind::sale)) return OfferKind::sale;
  if (kind != name(OfferKind::service)) row.refuse("kind", kind, "sale or service");
  // These would have other sellers' goods counted as the same thing, or sent.
  for (const auto* field : {"gtin", "mpn", "shipping_weight"}) {
    const auto value = row.text(field);
    if (!value.empty()) row.refuse(field, value, "nothing, as this is a service");
  }
  return OfferKind::service;
}

std::vector<std::string> readAttachments(const Row& row, OfferKind kind) {
  auto targets = row.texts("attached_to");
  if (targets.empty()) return targets;
  if (kind != OfferKind::service)
    row.refuse("attached_to", targets.front(), "nothing, as only services are for other products");
  if (targets.size() > maxAttachments)
    row.refuse("attached_to", targets.back(),
               std::string("at most ").append(std::to_string(maxAttachments)) + " products");
  for (auto& target : targets) {
    if (target.find_first_not_of("0123456789") != target.npos) continue;
    if (!isGtin(target))
      row.refuse("attached_to", target,
                 "a product's id, GTIN with the right check digit or category");
    target = normalGtin(std::move(target));
  }
  return targets;
}

FeedRow read(const Row& row) {
  FeedRow answer;
  answer.line = row.line();
  answer.table = {row.head()};
  answer.id = row.required("id");
  answer.kind = readKind(row);
  answer.attached_to = readAttachments(row, answer.kind);
  answer.relations = readRelations(row);
  answer.title = row.required("title");
  answer.item_group_id = row.text("item_group_id");
  if (auto title = row.text("item_group_title"); !isBlank(title)) answer.title = std::move(title);
  answer.description = readDescription(row, "description");
  answer.brand = row.text("brand");
  answer.mpn = row.text("mpn");
  if (auto gtin = row.text("gtin"); !gtin.empty()) {
    if (!isGtin(gtin))
      row.refuse("gtin", gtin, "8, 12, 13 or 14 digits with the right check digit");
    answer.gtin = normalGtin(std::move(gtin));
  }
  answer.category = row.text("product_type");
  answer.images = readImages(row);
  if (!answer.images.empty()) answer.variant_image = answer.images.front();
  answer.options = readOptions(row);
  const auto price = row.required("price");
  const auto money = parseMoney(price);
  if (!money) row.refuse("price", price, priceHint(price, "12.90 EUR"));
  answer.price = *money;
  answer.sale = readSalePrice(row, answer.price);
  answer.stock = readStock(row, answer.kind);
  if (const auto weight = row.text("shipping_weight"); !weight.empty()) {
    const auto grams = gramsOf(weight);
    if (!grams) row.refuse("shipping_weight", weight, "a weight like \"450 g\" or \"3.2 kg\"");
    answer.weight = *grams;
  }
  answer.shipping_label = row.text("shipping_label");
  if (auto tax = row.text("tax_category"); !tax.empty()) answer.tax_category = std::move(tax);
  answer.unit_measure = readUnitMeasure(row);
  answer.seller_name = row.text("seller_name");
  return answer;
}

}  // namespace

RowError refused(std::int64_t line, const RowHead& table, std::string_view field,
                 std::string_view value, std::string expected) {
  struct Shopifys {
    std::string_view field;
    std::string_view column;
  };
  constexpr std::array shopifys{Shopifys{"id", "variant_sku"}, Shopifys{"price", "variant_price"},
                                Shopifys{"item_group_id", "handle"},
                                Shopifys{"image_link", "image_src"}};
  RowError error{line, 0, std::string(field), shortened(value), std::move(expected)};
  if (!table.head) return error;
  const auto named = [&](std::string_view name) {
    const auto& head = *table.head;
    const auto found = std::find_if(head.begin(), head.end(),
                                    [&](const ColumnHead& column) { return column.name == name; });
    if (found == head.end()) return false;
    error.column = found->column;
    error.field = found->label;
    return true;
  };
  if (named(field)) return error;
  for (const auto& [google, column] : shopifys) {
    if (google == field) named(column);
  }
  return error;
}

std::string normalGtin(std::string gtin) {
  if (gtin.size() == 12) gtin.insert(gtin.begin(), '0');
  if (gtin.size() == 14 && gtin.front() == '0') gtin.erase(0, 1);
  return gtin;
}

std::string priceHint(std::string_view text, std::string_view example) {
  std::string hint = text.find(',') != text.npos
                         ? "a point before the decimals and no thousands separator: \""
                         : "an amount and an ISO 4217 code: \"";
  return hint.append(example) + '"';
}

bool isGtin(std::string_view text) {
  if (text.size() != 8 && text.size() != 12 && text.size() != 13 && text.size() != 14) return false;
  int sum = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] < '0' || text[i] > '9') return false;
    sum += (text[i] - '0') * ((text.size() - i) % 2 == 0 ? 3 : 1);
  }
  return sum % 10 == 0;
}

std::optional<std::int64_t> gramsOf(std::string_view text) {
  struct Unit {
    std::string_view name;
    std::int64_t microgram_thousandths;  // of a unit's thousandth, in micrograms
  };
  constexpr std::array units{Unit{"g", 1'000}, Unit{"kg", 1'000'000}, Unit{"lb", 453'592},
                             Unit{"oz", 28'350}};
  const auto space = text.find(' ');
  if (space == text.npos || space == 0) return {};
  const auto unit = std::find_if(units.begin(), units.end(),
                                 [&](const Unit& u) { return u.name == text.substr(space + 1); });
  if (unit == units.end()) return {};
  std::int64_t thousandths = 0;
  int decimals = -1;
  for (const char c : text.substr(0, space)) {
    if (c == '.' && decimals < 0) {
      decimals = 0;
    } else if (c >= '0' && c <= '9' && decimals < 3 && thousandths < 1'000'000'000) {
      thousandths = thousandths * 10 + (c - '0');
      if (decimals >= 0) ++decimals;
    } else {
      return {};
    }
  }
  if (decimals == 0) return {};
  for (int i = std::max(decimals, 0); i < 3; ++i) thousandths *= 10;
  const auto grams = scale(thousandths, unit->microgram_thousandths, 1'000'000);
  return grams ? std::optional(*grams) : std::nullopt;
}

std::variant<FeedRow, RowError> readFeedRow(const Record& record) {
  try {
    return read(Row(record));
  } catch (Refused& refused) {
    return std::move(refused.error);
  }
}

}  // namespace vitrine
