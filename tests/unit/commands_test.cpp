#include "vitrine/commands.hpp"

#include <set>

#include "unit/catch.hpp"
#include "unit/generators.hpp"

namespace vitrine {
namespace {

Catalog opened(const std::vector<Product>& products, const std::vector<Seller>& sellers) {
  auto catalog = Catalog::open(snapshot("EUR", products, sellers));
  if (!catalog) throw std::logic_error("the snapshot does not open");
  return *std::move(catalog);
}

Catalog numbered(int count) {
  std::vector<Product> products;
  for (int i = 0; i < count; ++i)
    products.push_back({"pro_" + std::to_string(i), "", "", "", "", {}, {}});
  return opened(products, {});
}

Result<Json> answer(const Catalog& catalog, std::string_view command, std::string_view request) {
  const auto json = parseJson(request);
  REQUIRE(json);
  const auto text = call(catalog, command, JsonSource(*json));
  return text ? Result<Json>(Json::parse(*text)) : Result<Json>(text.error());
}

Error refused(const Catalog& catalog, std::string_view command, std::string_view request) {
  const auto result = answer(catalog, command, request);
  REQUIRE_FALSE(result);
  return result.error();
}

}  // namespace

TEST_CASE("every command has a name of its own") {
  std::set<std::string_view> seen;
  std::apply([&](const auto&... rows) { (seen.insert(rows.name), ...); }, commands);
  CHECK(seen.size() == std::tuple_size_v<decltype(commands)>);
}

TEST_CASE("a command that does not exist is named") {
  const auto catalog = numbered(0);
  CHECK(refused(catalog, "catalog.destroy", "{}") ==
        Error{Errc::unknown_command, "catalog.destroy"});
  CHECK(refused(catalog, "", "{}") == Error{Errc::unknown_command, ""});
  CHECK(refused(catalog, "quote ", "{}") == Error{Errc::unknown_command, "quote "});
}

TEST_CASE("pages put together are the catalogue") {
  const auto catalog = numbered(57);
  REQUIRE(rc::check([&] {
    const auto limit = any::within(1, 70);
    std::vector<ProductCard> all;
    for (std::int64_t offset = 0; offset < 57; offset += limit) {
      const auto page = products(catalog, {offset, limit});
      RC_ASSERT(static_cast<bool>(page));
      RC_ASSERT(page->total == 57);
      RC_ASSERT(static_cast<std::int64_t>(page->products.size()) == std::min(limit, 57 - offset));
      all.insert(all.end(), page->products.begin(), page->products.end());
    }
    RC_ASSERT(all.size() == 57U);
    for (std::size_t i = 0; i < all.size(); ++i) RC_ASSERT(all[i] == catalog.card(i));
  }));
}

TEST_CASE("a page begins at 0 and holds 24 products unless told") {
  const auto json = answer(numbered(57), "catalog.products", "{}");
  REQUIRE(json);
  CHECK((*json)["products"].size() == 24);
  CHECK((*json)["products"][0]["id"] == "pro_0");
}

TEST_CASE("a page past the end is empty and tells the total") {
  const auto catalog = numbered(3);
  for (const std::int64_t offset : {std::int64_t{3}, std::int64_t{4}, maxSafeInteger}) {
    const auto page = products(catalog, {offset, 200});
    REQUIRE(page);
    CHECK(page->total == 3);
    CHECK(page->products.empty());
  }
}

TEST_CASE("a page has between 1 and 200 products and no negative offset") {
  const auto catalog = numbered(3);
  CHECK(products(catalog, {0, 200}));
  CHECK(products(catalog, {0, 201}).error() == Error{Errc::out_of_range, "limit"});
  CHECK(products(catalog, {0, 0}).error() == Error{Errc::out_of_range, "limit"});
  CHECK(products(catalog, {-1, 1}).error() == Error{Errc::out_of_range, "offset"});
}

TEST_CASE("a product is answered by its id") {
  const auto catalog = numbered(3);
  REQUIRE(product(catalog, {"pro_2"}));
  CHECK(product(catalog, {"pro_2"})->id == "pro_2");
  CHECK(product(catalog, {"pro_3"}).error() == Error{Errc::unknown_product, "product_id"});
}

TEST_CASE("the sellers of a catalogue are answered as they were written") {
  REQUIRE(rc::check([] {
    const auto goods = any::goods();
    const auto catalog = opened(goods.products, goods.sellers);
    RC_ASSERT(sellers(catalog, {})->sellers == goods.sellers);
  }));
}

TEST_CASE("a quote from the snapshot is the quote from the records it was written of") {
  REQUIRE(rc::check([] {
    const auto basket = any::basket();
    std::vector<Product> products;
    for (const auto& offer : basket.offers)
      products.push_back({"pro_" + offer.id, "", "", "", "", {}, {{"var_1", {}, "", "", {offer}}}});
    const auto catalog = opened(products, basket.sellers);
    const auto direct = quote(basket.request, basket.shelf());
    const auto indirect = quoteCart(catalog, basket.request);
    RC_ASSERT(static_cast<bool>(direct));
    RC_ASSERT(static_cast<bool>(indirect));
    RC_ASSERT(*direct == *indirect);
  }));
}

TEST_CASE("a faulty request is refused before anything runs, with the path of its fault") {
  const auto catalog = numbered(0);
  CHECK(refused(catalog, "catalog.product", "{}") == Error{Errc::missing_field, "product_id"});
  CHECK(refused(catalog, "catalog.product", R"({"product_id":"a","x":1})") ==
        Error{Errc::unknown_field, "x"});
  CHECK(refused(catalog, "catalog.products", R"({"limit":1.5})") ==
        Error{Errc::wrong_kind, "limit"});
  CHECK(refused(catalog, "catalog.sellers", "[]") == Error{Errc::wrong_kind, ""});
  CHECK(refused(catalog, "cart.update",
                R"({"cart":{"line_items":[{"offer_id":"a"}]},"line_items":[]})") ==
        Error{Errc::missing_field, "cart.line_items[0].quantity"});
}

}  // namespace vitrine
