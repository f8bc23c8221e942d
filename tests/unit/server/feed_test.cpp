#include "import/feed.hpp"

#include "json.hpp"
#include "unit/catch.hpp"
#include "unit/server/feeds.hpp"

namespace vitrine {
namespace {

/// A good row with one field replaced ("null" takes it out).
Collected rowWith(const char* field, const char* json_value) {
  auto row =
      Json::parse(R"({"id":"A-1","title":"Board","price":"12.90 EUR","availability":"in_stock"})");
  row[field] = Json::parse(json_value);
  return collect(row.dump());
}

RowError refusal(const char* field, const char* json_value) {
  const auto all = rowWith(field, json_value);
  CAPTURE(field, json_value);
  REQUIRE(all.rows.empty());
  REQUIRE(all.errors.size() == 1);
  return all.errors.front();
}

FeedRow good(const char* field, const char* json_value) {
  const auto all = rowWith(field, json_value);
  REQUIRE(all.errors.empty());
  return all.rows.at(0);
}

}  // namespace

TEST_CASE("a feed row becomes units of ours") {
  const auto all =
      collect(R"({"id":"B-5","item_group_id":"board","item_group_title":"Larch board",)"
              R"("title":"Larch board 2 m","price":"12.90 EUR","availability":"in stock",)"
              R"("inventory_quantity":4,"size":"2 m","color":"natural","shipping_weight":"3.2 kg",)"
              R"("image_link":"a.webp","additional_image_link":["b.webp"],"gtin":"2000000000008",)"
              R"("not_ours":{"deep":true}})");
  REQUIRE(all.errors.empty());
  const auto& row = all.rows.at(0);
  CHECK(row.title == "Larch board");
  CHECK(row.price == Money{1290, "EUR"});
  CHECK(row.stock == 4);
  CHECK(row.weight == 3200);
  CHECK(row.images == std::vector<std::string>{"a.webp", "b.webp"});
  CHECK(row.variant_image == "a.webp");
  CHECK(row.options == std::vector<VariantOption>{{"size", "2 m"}, {"color", "natural"}});
  CHECK(row.tax_category == "standard");
}

TEST_CASE("a row that is refused says where, what and what would do") {
  const auto comma = refusal("price", R"("1,299.00 EUR")");
  CHECK(comma.line == 1);
  CHECK(comma.field == "price");
  CHECK(comma.value == "1,299.00 EUR");
  CHECK(comma.expected.find("point") != std::string::npos);

  for (const auto* price : {R"("12.5")", R"("1e3 EUR")", R"("-1 EUR")", R"("12.901 EUR")",
                            R"("5 XYZ")", R"("12,50 EUR")", R"("99999999999999999999 EUR")",
                            R"("1.5 JPY")", R"("1.2345 KWD")", "null", "7", "true"})
    CHECK(refusal("price", price).field == "price");
  CHECK(refusal("availability", R"("maybe")").field == "availability");
  CHECK(refusal("inventory_quantity", "-1").field == "inventory_quantity");
  CHECK(refusal("inventory_quantity", "1.5").field == "inventory_quantity");
  CHECK(refusal("inventory_quantity", R"("9007199254740992")").field == "inventory_quantity");
  CHECK(refusal("gtin", R"("2000000000009")").field == "gtin");
  CHECK(refusal("shipping_weight", R"("3,2 kg")").field == "shipping_weight");
  CHECK(refusal("title", R"("a\u0000b")").field == "title");
  CHECK(refusal("title", R"("  ")").field == "title");
  CHECK(refusal("title", R"({"en":"Board"})").field == "title");
  CHECK(refusal("custom_variant1_option", R"("blue")").field == "custom_variant1_option");
}

TEST_CASE("prices have the decimals of their currency") {
  CHECK(good("price", R"("1500 JPY")").price == Money{1500, "JPY"});
  CHECK(good("price", R"("1.234 KWD")").price == Money{1234, "KWD"});
  CHECK(good("price", R"("12.5 EUR")").price == Money{1250, "EUR"});
}

TEST_CASE("a name that would be read otherwise than it stands is refused") {
  for (const auto* trick :
       {R"("abc\u202Edcba")", R"("\u2066abc")", R"("a\u200Bb")", R"("\uFEFFa")", R"("a\u2028b")",
        R"("a\u0085b")", R"("a\uDB40\uDC41b")", R"("a\u2060b")"}) {
    const auto error = refusal("title", trick);
    CHECK(error.field == "title");
    CHECK(error.expected.find("U+") != std::string::npos);
    CHECK(error.value.find("\uFFFD") != std::string::npos);
  }
  for (const auto* honest : {R"("\u05D0\u05D1 123")", R"("\u0645\u06CC\u200C\u062E")",
                             R"("Za\u0308hne")", R"("\uD83D\uDC69\u200D\uD83C\uDF3E")"})
    CHECK(!good("title", honest).title.empty());
}

TEST_CASE("a value is shown short, and never cut inside a character") {
  const auto error = refusal("price", (R"(")" + std::string(59, 'x') + "äöü\"").c_str());
  CHECK(error.value == std::string(59, 'x') + "…");
}

TEST_CASE("a line that is no JSON object is refused whole, the others are read") {
  const auto row = R"({"id":"A","title":"A","price":"1 EUR","availability":"in_stock"})";
  for (const auto* line :
       {"{", "{}{}", "[]", "7", "{\"id\":1,\"id\":2}", "\xff", "{\"a\":\"\xc3\"}"}) {
    CAPTURE(line);
    const auto all = collect(std::string(row) + '\n' + line + "\r\n\n" + row + '\n',
                             {FeedFormat::json_lines, FeedEncoding::utf_8, ""});
    CHECK(all.rows.size() == 2);
    REQUIRE(all.errors.size() == 1);
    CHECK(all.errors[0].line == 2);
  }
}

TEST_CASE("a line of more than 256 KiB is refused and not kept in memory") {
  const auto row = R"({"id":"A","title":"A","price":"1 EUR","availability":"in_stock"})";
  for (const std::size_t size : {256u * 1024 - 9, 256u * 1024 - 8, 10u * 1024 * 1024}) {
    const auto all = collect("{\"id\":\"" + std::string(size, 'x') + "\"}\n" + row,
                             {FeedFormat::json_lines, {}, ""});
    CHECK(all.rows.size() == 1);
    REQUIRE(all.errors.size() == 1);
    CHECK((all.errors[0].expected.find("256 KiB") != std::string::npos) ==
          (size > 256u * 1024 - 9));
  }
}

TEST_CASE("what is not in stock has none, and a backorder is not limited") {
  CHECK(good("availability", R"("out_of_stock")").stock == 0);
  CHECK(good("availability", R"("backorder")").stock == std::nullopt);
  CHECK(good("availability", R"("in_stock")").stock == std::nullopt);
}

TEST_CASE("a description in HTML becomes rich text, others stay as they are") {
  CHECK(good("description", R"("5 < 6 & \"7\"")").description.text == "5 < 6 & \"7\"");
  CHECK(good("description", R"("<p>a &amp; b</p><script>c</script>")").description.text == "a & b");
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

TEST_CASE("one number has one spelling") {
  CHECK(normalGtin("036000291452") == "0036000291452");
  CHECK(normalGtin("00036000291452") == "0036000291452");
  CHECK(normalGtin("10614141000415") == "10614141000415");
  CHECK(normalGtin("96385074") == "96385074");
}

}  // namespace vitrine
