#include "import/feed.hpp"

#include "json.hpp"
#include "unit/catch.hpp"

namespace vitrine {
namespace {

/// A good row with one field replaced ("null" takes it out).
std::variant<FeedRow, RowError> rowWith(const char* field, const char* json_value) {
  auto row =
      Json::parse(R"({"id":"A-1","title":"Board","price":"12.90 EUR","availability":"in_stock"})");
  row[field] = Json::parse(json_value);
  return readFeedRow(row.dump(), 7);
}

RowError refusal(const char* field, const char* json_value) {
  auto row = rowWith(field, json_value);
  REQUIRE(std::holds_alternative<RowError>(row));
  return std::get<RowError>(row);
}

}  // namespace

TEST_CASE("a feed row becomes units of ours") {
  const auto row =
      readFeedRow(R"({"id":"B-5","item_group_id":"board","item_group_title":"Larch board",
    "title":"Larch board 2 m","price":"12.90 EUR","availability":"in_stock","inventory_quantity":4,"size":"2 m",
    "color":"natural","shipping_weight":"3.2 kg","image_link":"a.webp","additional_image_link":["b.webp"],
    "gtin":"2000000000008","not_ours":true})",
                  1);
  REQUIRE(std::holds_alternative<FeedRow>(row));
  const auto& good = std::get<FeedRow>(row);
  CHECK(good.title == "Larch board");
  CHECK(good.price == Money{1290, "EUR"});
  CHECK(good.stock == 4);
  CHECK(good.weight == 3200);
  CHECK(good.images == std::vector<std::string>{"a.webp", "b.webp"});
  CHECK(good.options == std::vector<VariantOption>{{"size", "2 m"}, {"color", "natural"}});
  CHECK(good.tax_category == "standard");
}

TEST_CASE("a row that is refused says where, what and what would do") {
  const auto comma = refusal("price", R"("1,299.00 EUR")");
  CHECK(comma.line == 7);
  CHECK(comma.field == "price");
  CHECK(comma.value == "1,299.00 EUR");
  CHECK(comma.expected.find("point") != std::string::npos);

  for (const auto* price :
       {R"("12.5")", R"("1e3 EUR")", R"("-1 EUR")", R"("12.901 EUR")", R"("5 XYZ")", "null", "7"})
    CHECK(refusal("price", price).field == "price");
  CHECK(refusal("availability", R"("maybe")").field == "availability");
  CHECK(refusal("inventory_quantity", "-1").field == "inventory_quantity");
  CHECK(refusal("inventory_quantity", "1.5").field == "inventory_quantity");
  CHECK(refusal("gtin", R"("2000000000009")").field == "gtin");
  CHECK(refusal("shipping_weight", R"("3,2 kg")").field == "shipping_weight");
  CHECK(refusal("title", R"("\u0000")").field == "title");
  CHECK(refusal("title", R"("  ")").field == "title");
  CHECK(refusal("title", R"({"en":"Board"})").field == "title");
  CHECK(refusal("custom_variant1_option", R"("blue")").field == "custom_variant1_option");
}

TEST_CASE("a line that is no JSON object is refused whole") {
  for (const auto* line : {"", "{", "[]", "7", "{\"id\":1,\"id\":2}", "\xff"}) {
    CAPTURE(line);
    CHECK(std::holds_alternative<RowError>(readFeedRow(line, 1)));
  }
}

TEST_CASE("what is not in stock has none, and a backorder is not limited") {
  CHECK(std::get<FeedRow>(rowWith("availability", R"("out_of_stock")")).stock == 0);
  CHECK(std::get<FeedRow>(rowWith("availability", R"("backorder")")).stock == std::nullopt);
  CHECK(std::get<FeedRow>(rowWith("availability", R"("in_stock")")).stock == std::nullopt);
}

TEST_CASE("weights are read exactly") {
  CHECK(gramsOf("450 g") == 450);
  CHECK(gramsOf("3.2 kg") == 3200);
  CHECK(gramsOf("0.001 kg") == 1);
  CHECK(gramsOf("1 lb") == 454);
  CHECK(gramsOf("2 oz") == 57);
  for (const auto* text :
       {"", "450", "450g", "g", " g", "1,5 kg", "1.2345 kg", "1. kg", "-1 kg", "1 stone"})
    CHECK(gramsOf(text) == std::nullopt);
}

TEST_CASE("a GTIN needs 8, 12, 13 or 14 digits and its check digit") {
  for (const auto* good : {"4006381333931", "96385074", "036000291452", "10614141000415"})
    CHECK(isGtin(good));
  for (const auto* bad : {"4006381333930", "400638133393", "", "40063813339a1", "123456789"})
    CHECK_FALSE(isGtin(bad));
}

}  // namespace vitrine
