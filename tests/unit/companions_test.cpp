#include <set>

#include "unit/catch.hpp"
#include "unit/generators.hpp"
#include "vitrine/catalog_file.hpp"
#include "vitrine/commands.hpp"

namespace vitrine {
namespace {

/// So many products with one offer each, `pro_0` and on, of a seller.
struct Shop {
  std::vector<Product> products;
  std::vector<Seller> sellers;
};

std::string idOf(std::size_t number) {
  std::string id = "pro_";
  id += std::to_string(number);
  return id;
}

Shop shopOf(std::size_t products) {
  Shop shop;
  shop.sellers.emplace_back().id = "sel_1";
  for (std::size_t i = 0; i < products; ++i) {
    Offer offer;
    offer.seller_id = "sel_1";
    offer.sku = std::to_string(i);
    offer.id = "off_" + offer.sku;
    offer.price = 100;
    auto& product = shop.products.emplace_back();
    product.id = idOf(i);
    product.variants.emplace_back().id = "var_" + offer.sku;
    product.variants.back().offers = {offer};
  }
  return shop;
}

std::vector<std::uint8_t> bytesOf(const Shop& shop, const Companions& companions) {
  return snapshot("EUR", shop.products, shop.sellers, CatalogText::full, companions);
}

std::vector<std::string> companionsOf(const Catalog& catalog, const std::string& id) {
  std::vector<std::string> ids;
  const auto found = companions(catalog, {id});
  REQUIRE(found);
  for (const auto& card : found->products) ids.push_back(card.id);
  return ids;
}

}  // namespace

TEST_CASE("a snapshot keeps what its products are rated, and nothing where none is") {
  auto shop = shopOf(3);
  const auto bare = bytesOf(shop, {});
  shop.products[1].rating = StarRating{12, 437};
  const auto bytes = bytesOf(shop, {});
  CHECK(bytes.size() > bare.size());
  const auto catalog = Catalog::open(bytes);
  REQUIRE(catalog);
  CHECK(catalog->product(1) == shop.products[1]);
  CHECK(catalog->card(1).rating == StarRating{12, 437});
  CHECK_FALSE(catalog->card(0).rating);
  CHECK_FALSE(catalog->product(2).rating);
}

TEST_CASE("a snapshot keeps of each product the first four companions that it has") {
  const auto shop = shopOf(8);
  const auto catalog = Catalog::open(
      bytesOf(shop, {{"pro_1", {"pro_7", "pro_gone", "pro_1", "pro_0", "pro_2", "pro_3", "pro_4"}},
                     {"pro_7", {"pro_1"}},
                     {"pro_gone", {"pro_1"}}}));
  REQUIRE(catalog);
  CHECK(companionsOf(*catalog, "pro_1") ==
        std::vector<std::string>{"pro_7", "pro_0", "pro_2", "pro_3"});
  CHECK(companionsOf(*catalog, "pro_7") == std::vector<std::string>{"pro_1"});
  CHECK(companionsOf(*catalog, "pro_0").empty());
  CHECK(companions(*catalog, {"pro_gone"}).error() == Error{Errc::unknown_product, "product_id"});
}

TEST_CASE("a snapshot keeps what is shown beside a product and is not bought with it already") {
  const auto shop = shopOf(8);
  const auto catalog = Catalog::open(snapshot(
      "EUR", shop.products, shop.sellers, CatalogText::full,
      {{"pro_1", {"pro_7", "pro_0"}}, {"pro_2", {"pro_3"}}},
      {{"pro_1", {"pro_0", "pro_1", "pro_2", "pro_gone", "pro_3", "pro_4", "pro_5", "pro_6"}},
       {"pro_6", {"pro_1"}}}));
  REQUIRE(catalog);
  CHECK(catalog->companions(1) == std::vector<std::size_t>{7, 0});
  CHECK(catalog->presented(1) == std::vector<std::size_t>{2, 3, 4, 5});
  CHECK(catalog->presented(2).empty());
  CHECK(catalog->companions(6).empty());
  CHECK(catalog->presented(6) == std::vector<std::size_t>{1});
  const auto answer = companions(*catalog, {"pro_6"});
  REQUIRE(answer);
  CHECK(answer->products.empty());
  CHECK(answer->presented.front().id == "pro_1");
}

TEST_CASE("where nothing is known of what is bought together, a snapshot says nothing of it") {
  const auto shop = shopOf(8);
  const auto none = bytesOf(shop, {});
  CHECK(none == snapshot("EUR", shop.products, shop.sellers));
  CHECK(none == bytesOf(shop, {{"pro_1", {"pro_gone"}}}));
  CHECK(none.size() < bytesOf(shop, {{"pro_1", {"pro_2"}}}).size());
  CHECK(companionsOf(*Catalog::open(none), "pro_1").empty());
}

TEST_CASE("companions come back from a snapshot as they went in") {
  REQUIRE(rc::check([] {
    const auto size = static_cast<std::size_t>(any::within(1, 400));
    const auto shop = shopOf(size);
    Companions together;
    for (std::size_t i = 0; i < size; ++i) {
      std::set<std::string> others;
      for (auto k = any::within(0, 4); k > 0; --k)
        others.insert(idOf(static_cast<std::size_t>(any::within(0, 399)) % size));
      others.erase(idOf(i));
      if (!others.empty()) together[idOf(i)] = {others.begin(), others.end()};
    }
    const auto catalog = Catalog::open(bytesOf(shop, together));
    RC_ASSERT(bool(catalog));
    for (std::size_t i = 0; i < size; ++i)
      RC_ASSERT(companionsOf(*catalog, idOf(i)) == together[idOf(i)]);
  }));
}

TEST_CASE("a snapshot whose companions lead out of it is refused") {
  const auto shop = shopOf(3);
  auto bytes = bytesOf(shop, {{"pro_0", {"pro_2"}}});
  // The only difference to another companion is its place: found by comparing, and made too great.
  const auto other = bytesOf(shop, {{"pro_0", {"pro_1"}}});
  REQUIRE(bytes.size() == other.size());
  const auto size = bytes.size() - sizeof(std::uint64_t);
  std::size_t place = 0;
  while (bytes[place] == other[place]) ++place;
  REQUIRE(place < size);
  bytes[place] = 3;
  const auto sum = checksum({bytes.data(), size});
  for (std::size_t i = 0; i < sizeof sum; ++i)
    bytes[size + i] = static_cast<std::uint8_t>(sum >> 8 * i);
  CHECK(Catalog::open(bytes).error() == Error{Errc::corrupt_catalog, ""});
}

}  // namespace vitrine
