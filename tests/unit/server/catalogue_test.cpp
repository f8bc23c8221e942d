#include "store/catalogue.hpp"

#include "unit/catch.hpp"

namespace vitrine {
namespace {

Product of(const std::string& seller_id, const std::string& id) {
  Offer offer;
  offer.seller_id = seller_id;
  Variant variant;
  variant.offers = {offer};
  Product product;
  product.id = id;
  product.variants = {variant};
  return product;
}

std::string order(const std::vector<Product>& products) {
  std::string ids;
  for (const auto& product : products) ids += product.id;
  return ids;
}

}  // namespace

TEST_CASE("sellers take turns, each with its products in the order they had") {
  const std::vector<Product> imported{of("a", "1"), of("a", "2"), of("a", "3"),
                                      of("b", "4"), of("c", "5"), of("c", "6")};
  const auto shown = inTurns(imported);
  CHECK(order(shown) == "145263");
  CHECK(order(inTurns(shown)) == "145263");
}

TEST_CASE("one seller's products keep their order, and no products stay none") {
  CHECK(order(inTurns({of("a", "2"), of("a", "1")})) == "21");
  CHECK(inTurns({}).empty());
}

}  // namespace vitrine
