#include "import/shopify.hpp"

#include "unit/catch.hpp"
#include "unit/server/feeds.hpp"

namespace vitrine {
namespace {

const std::string header =
    "Handle,Title,Body (HTML),Vendor,Type,Option1 Name,Option1 Value,Option2 Name,Option2 Value,"
    "Variant SKU,Variant Grams,Variant Inventory Tracker,Variant Inventory Qty,"
    "Variant Inventory Policy,Variant Price,Variant Barcode,Image Src,Variant Image,Status\n";

/// A product of one variant with one cell replaced.
Collected productWith(std::size_t column, const std::string& value) {
  std::vector<std::string> cells{
      "h",  "Hat",     "",  "Mill", "Hats",  "Title", "Default Title",           "", "",      "HAT",
      "80", "shopify", "3", "deny", "19.90", "",      "https://a.example/h.jpg", "", "active"};
  cells.at(column) = '"' + value + '"';
  std::string row;
  for (const auto& cell : cells) row += (row.empty() ? "" : ",") + cell;
  return collect(header + row + '\n');
}

}  // namespace

TEST_CASE("rows of one handle become the variants of one product") {
  const auto all = collect(
      header +
      "shirt,Shirt,\"<p>Fine &amp; <b>warm</b>.</p><ul><li>Wool</li><li>Made here</li></ul>\",Mill,"
      "Shirts,Size,S,Colour,red,SH-S,200,shopify,4,deny,19.90,'4006381333931,"
      "https://a.example/1.jpg,https://a.example/s.jpg,active\n"
      "shirt,,,,,,M,,red,SH-M,210,shopify,-2,deny,21.5,,https://a.example/2.jpg,,\n"
      "shirt,,,,,,,,,,,,,,,,https://a.example/3.jpg,,\n"
      "shirt,,,,,,L,,red,,,,0,continue,20,,,,\n");
  REQUIRE(all.errors.empty());
  REQUIRE(all.rows.size() == 3);
  const auto& small = all.rows[0];
  CHECK(small.item_group_id == "shirt");
  CHECK(small.id == "SH-S");
  CHECK(small.title == "Shirt");
  CHECK(small.description.text == "Fine & warm.\n\n• Wool\n• Made here");
  CHECK(small.brand == "Mill");
  CHECK(small.category == "Shirts");
  CHECK(small.gtin == "4006381333931");
  CHECK(small.price == Money{1990, "EUR"});
  CHECK(small.stock == 4);
  CHECK(small.weight == 200);
  CHECK(small.images == std::vector<std::string>{"https://a.example/1.jpg",
                                                 "https://a.example/2.jpg",
                                                 "https://a.example/3.jpg"});
  CHECK(small.variant_image == "https://a.example/s.jpg");
  CHECK(small.options == std::vector<VariantOption>{{"Size", "S"}, {"Colour", "red"}});
  CHECK(all.rows[1].stock == 0);
  CHECK(all.rows[1].price == Money{2150, "EUR"});
  CHECK(all.rows[1].line == 3);
  CHECK(all.rows[2].stock == std::nullopt);
  CHECK(all.rows[2].id == "shirt/L/red");
}

TEST_CASE("a product without options has none") {
  const auto all = productWith(18, "active");
  REQUIRE(all.errors.empty());
  CHECK(all.rows.at(0).options.empty());
}

TEST_CASE("the column names of before and since 2024 are the same") {
  const auto all = collect(
      "Title,URL handle,Description,Vendor,Status,SKU,Barcode,Option1 name,Option1 value,Price,"
      "Inventory tracker,Inventory quantity,Continue selling when out of stock,"
      "Weight value (grams),Product image URL\n"
      "Hat,hat,<b>Warm</b>,Mill,Active,HAT,,Colour,blue,9,shopify,7,DENY,80,https://a.example/h\n");
  REQUIRE(all.errors.empty());
  const auto& hat = all.rows.at(0);
  CHECK(hat.id == "HAT");
  CHECK(hat.description.text == "Warm");
  CHECK(hat.price == Money{900, "EUR"});
  CHECK(hat.stock == 7);
  CHECK(hat.weight == 80);
}

TEST_CASE("drafts, archived and unpublished products are passed over") {
  for (const auto* status : {"draft", "archived", "Draft"}) {
    const auto all = productWith(18, status);
    CHECK(all.rows.empty());
    CHECK(all.errors.empty());
  }
}

TEST_CASE("bad cells are refused with line, column and the header's own word") {
  struct Bad {
    std::size_t column;
    const char* value;
    const char* field;
  };
  for (const auto& [column, value, field] :
       {Bad{14, "1,299.00", "Variant Price"}, Bad{14, "12,5", "Variant Price"},
        Bad{14, "1e3", "Variant Price"}, Bad{14, "-5", "Variant Price"},
        Bad{14, "", "Variant Price"}, Bad{14, "5 EUR", "Variant Price"},
        Bad{14, "1.234", "Variant Price"}, Bad{15, "4006381333932", "Variant Barcode"},
        Bad{15, "4.00638E+12", "Variant Barcode"}, Bad{12, "1.5", "Variant Inventory Qty"},
        Bad{12, "--3", "Variant Inventory Qty"}, Bad{10, "2,5", "Variant Grams"},
        Bad{1, "", "Title"},
        Bad{1,
            "a\xE2\x80\xAE"
            "b",
            "Title"},
        Bad{0, "", "Handle"}, Bad{7, "x\x01", "Option2 Name"}}) {
    CAPTURE(value, field);
    const auto all = productWith(column, value);
    CHECK(all.rows.empty());
    REQUIRE(all.errors.size() == 1);
    CHECK(all.errors[0].field == field);
    CHECK(all.errors[0].line == 2);
    CHECK(all.errors[0].column == static_cast<std::int64_t>(column) + 1);
  }
}

TEST_CASE("an option that the first row did not name is refused") {
  const auto all =
      collect(header + "hat,Hat,,,,Size,S,,,A,,,,,5,,,,\nhat,,,,,,M,,red,B,,,,,5,,,,\n");
  CHECK(all.rows.size() == 1);
  REQUIRE(all.errors.size() == 1);
  CHECK(all.errors[0].field == "Option2 Value");
}

TEST_CASE("a product whose first row is refused takes its other rows with it") {
  const auto all = collect(header +
                           "hat,,,,,Size,S,,,A,,,,,5,,,,\nhat,,,,,,M,,,B,,,,,5,,,,\n"
                           "cap,Cap,,,,Size,S,,,C,,,,,5,,,,\n");
  CHECK(all.errors.size() == 1);
  REQUIRE(all.rows.size() == 1);
  CHECK(all.rows[0].id == "C");
}

TEST_CASE("of 100,000 variants of one product those beyond the limit are refused") {
  auto feed = header + "hat,Hat,,,,Size,0,,,S0,,,,,5,,,,\n";
  for (int i = 1; i < 100'000; ++i) {
    const auto n = std::to_string(i);
    feed += "hat,,,,,," + n + ",,,S" + n + ",,,,,5,,,,\n";
  }
  const auto all = collect(feed);
  CHECK(all.rows.size() == maxVariants);
  CHECK(all.errors.size() == 100'000 - maxVariants);
  CHECK(all.errors.at(0).line == maxVariants + 2);
  CHECK(all.errors.at(0).field == "Handle");
}

}  // namespace vitrine
