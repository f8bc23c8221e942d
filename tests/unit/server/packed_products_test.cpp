#include "packed_products.hpp"

#include "http/file.hpp"
#include "shown_products.hpp"
#include "unit/catch.hpp"
#include "unit/generators.hpp"

namespace vitrine {
namespace {

Product of(const std::string& id, const std::string& seller_id,
           const std::vector<std::string>& offer_ids) {
  Product product;
  product.id = id;
  for (const auto& offer_id : offer_ids) {
    Offer offer;
    offer.id = offer_id;
    offer.seller_id = seller_id;
    offer.price = 100;
    Variant variant;
    variant.id = "var_" + offer_id;
    variant.offers = {offer};
    product.variants.push_back(variant);
  }
  return product;
}

/// "1:ab 2:c": the products, and their offers.
std::string told(const ProductList& products) {
  std::string text;
  for (const auto& product : products) {
    if (!text.empty()) text += ' ';
    text += product.id + ':';
    for (const auto& variant : product.variants) {
      for (const auto& offer : variant.offers) text += offer.id;
    }
  }
  return text;
}

struct Shop {
  PackedProducts packed;
  std::vector<Seller> sellers = std::vector<Seller>(2);
  SellersById by_id;
  RankedProducts::Standings standings;

  Shop() {
    sellers[0].id = "x";
    sellers[1].id = "y";
    for (const auto& seller : sellers) by_id[seller.id] = &seller;
  }
  std::string shown(const std::set<std::string>& hidden = {},
                    const Arrangement& arrangement = {}) const {
    const RankedProducts ranked(packed, by_id, standings);
    return told(ShownProducts(ranked, hidden, nullptr, by_id, arrangement).list());
  }
};

}  // namespace

TEST_CASE("packed products are read as they were, in any order") {
  REQUIRE(rc::check([] {
    const auto goods = *rc::gen::exec(any::goods);
    PackedProducts packed;
    for (const auto& product : goods.products) packed.add(product);
    RC_ASSERT(packed.size() == goods.products.size());
    Product product;
    for (auto i = packed.size(); i-- > 0;) {
      packed.read(i, product);
      RC_ASSERT(product == goods.products[i]);
    }
  }));
}

TEST_CASE("packed products keep figures and texts that are out of the ordinary") {
  auto product = of("pro_1", "x", {"off_1", "off", "", "off_10"});
  auto& offer = product.variants.front().offers.front();
  offer.price = maxSafeInteger;
  offer.stock = -1;
  offer.weight = -maxSafeInteger;
  product.title = std::string("a\0b", 3);
  product.images = {"https://a.example/1.webp", "https://a.example/12.webp", "", "https://a.ex"};
  product.rating = {7, 432};
  PackedProducts packed;
  packed.add(product);
  packed.add({});
  Product read;
  packed.read(0, read);
  CHECK(read == product);
  packed.read(1, read);
  CHECK(read == Product{});
}

TEST_CASE("a site's products come by turns, those first that stand highest") {
  Shop shop;
  shop.packed.add(of("1", "x", {"a", "b"}));
  shop.packed.add(of("2", "x", {"c"}));
  shop.packed.add(of("3", "y", {"d"}));
  CHECK(shop.shown() == "1:ab 3:d 2:c");
  shop.standings["2"] = {"2", 5, {}, {}, StarRating{3, 400}};
  CHECK(shop.shown() == "2:c 3:d 1:ab");
  CHECK(shop.shown({"x"}) == "3:d");
  Arrangement arrangement;
  arrangement.sections = {{"First", {"3", "9"}}};
  arrangement.hidden = {"2"};
  CHECK(shop.shown({}, arrangement) == "3:d 1:ab");
}

TEST_CASE("of what moved while it was read the first stands, and nothing of unknown sellers") {
  Shop shop;
  shop.packed.add(of("1", "x", {"a", "b"}));
  shop.packed.add(of("2", "x", {"b", "c"}));
  shop.packed.add(of("3", "z", {"d"}));
  shop.packed.add(of("4", "y", {"a"}));
  CHECK(shop.shown() == "1:ab 2:c");
}

TEST_CASE("what is far too large for a limit is told without compressing all of it") {
  std::vector<std::uint8_t> bytes;
  std::uint32_t mixed = 1;
  for (int i = 0; i < 100'000; ++i) {
    mixed = mixed * 1664525 + 1013904223;
    bytes.push_back(static_cast<std::uint8_t>(mixed >> 24));
  }
  CHECK_FALSE(mayCompressTo(bytes, 10'000));
  CHECK(mayCompressTo(bytes, 100'100));
  CHECK(mayCompressTo({}, 1));
}

}  // namespace vitrine
