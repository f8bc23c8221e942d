// Services beside goods: how they are priced, where they are refused, and what they are offered
// for.
#include <algorithm>

#include "unit/catch.hpp"
#include "vitrine/attachment.hpp"
#include "vitrine/cart_sourcing.hpp"
#include "vitrine/quote.hpp"

namespace vitrine {
namespace {

ShippingMethod method(std::string id, ShippingKind kind, Amount base, std::int32_t days) {
  ShippingMethod answer;
  answer.id = std::move(id);
  answer.kind = kind;
  answer.max_days = days;
  Rate rate;
  rate.base = base;
  rate.free_from = 10'000;
  answer.zones = {{{"DE"}, {}, rate}, {{"DE"}, {"25"}, std::nullopt}};
  return answer;
}

ShelfOffer offer(std::string id, OfferKind kind, std::string profile, Amount price) {
  ShelfOffer answer;
  answer.product_id = "pro_" + id;
  answer.variant_id = "var_" + id;
  answer.offer.id = "off_" + id;
  answer.offer.seller_id = "sel_1";
  answer.offer.kind = kind;
  answer.offer.price = price;
  answer.offer.currency = "EUR";
  answer.offer.shipping_profile_id = std::move(profile);
  answer.offer.tax_category = "standard";
  return answer;
}

/// One seller with boards, and with help by the hour; each is free of delivery from 100.00.
Shelf shelf(std::vector<Discount> discounts = {}) {
  Seller seller;
  seller.id = "sel_1";
  seller.name = "Mira";
  seller.country = "DE";
  seller.currency = "EUR";
  seller.discounts = std::move(discounts);
  seller.shipping_profiles = {{"parcel", "", {method("post", ShippingKind::shipping, 490, 3)}},
                              {"help", "", {method("visit", ShippingKind::visit, 2500, 10)}}};
  Shelf answer{{offer("board", OfferKind::sale, "parcel", 6000),
                offer("help", OfferKind::service, "help", 4000)},
               {}};
  answer.sellers.push_back(std::make_shared<const Seller>(std::move(seller)));
  return answer;
}

QuoteRequest cart(std::int64_t boards, std::int64_t hours, std::string postcode = "10115") {
  QuoteRequest request{"EUR", {"DE", std::move(postcode)}, {}, {}};
  if (boards > 0) request.line_items.push_back({"off_board", boards});
  if (hours > 0) request.line_items.push_back({"off_help", hours});
  return request;
}

TEST_CASE("a service is a group of its own, with its travel fee and lead time") {
  const auto answer = quote(cart(1, 2), shelf());
  REQUIRE(answer);
  const auto& groups = answer->sellers[0].groups;
  REQUIRE(groups.size() == 2);
  CHECK(groups[1].id == "sel_1/help");
  CHECK(groups[1].options[0].kind == ShippingKind::visit);
  CHECK(groups[1].options[0].max_days == 10);
  CHECK(groups[1].amount == 2500);
  CHECK(answer->line_items[0].kind == OfferKind::sale);
  CHECK(answer->line_items[1].kind == OfferKind::service);
  CHECK(amountOf(answer->totals, TotalType::total) == 6000 + 490 + 2 * 4000 + 2500);
}

TEST_CASE("goods and services bring each other over no threshold of delivery") {
  // Together 140.00: neither the parcel nor the visit is free.
  CHECK(amountOf(quote(cart(1, 2), shelf())->totals, TotalType::fulfillment) == 490 + 2500);
  CHECK(amountOf(quote(cart(2, 1), shelf())->totals, TotalType::fulfillment) == 2500);
  CHECK(amountOf(quote(cart(1, 3), shelf())->totals, TotalType::fulfillment) == 490);
}

TEST_CASE("a seller's discount counts both") {
  const auto answer = quote(cart(1, 2), shelf({{14'000, 10}}));
  CHECK(amountOf(answer->totals, TotalType::items_discount) == -1400);
}

TEST_CASE("a service outside its area is refused by a code of its own, and the goods stay") {
  const auto answer = quote(cart(0, 1, "25980"), shelf());
  REQUIRE(answer);
  REQUIRE(answer->messages.size() == 1);
  CHECK(answer->messages[0].code == "outside_service_area");
  CHECK(answer->messages[0].path == "line_items[0]");
  CHECK(answer->messages[0].severity == Severity::requires_buyer_input);
  CHECK(answer->postcode_required);
  const auto abroad = quote({"EUR", {"FR", ""}, {{"off_board", 1}, {"off_help", 1}}, {}}, shelf());
  REQUIRE(abroad->messages.size() == 2);
  CHECK(abroad->messages[0].code == "not_deliverable");
  CHECK(abroad->messages[1].code == "outside_service_area");
}

TEST_CASE("a profile is for goods or for services") {
  std::vector<ShippingProfile> profiles{{"both", "", {method("visit", ShippingKind::visit, 0, 1)}}};
  CHECK_FALSE(checkProfiles(profiles));
  profiles[0].methods.push_back(method("remote", ShippingKind::remote, 0, 1));
  CHECK_FALSE(checkProfiles(profiles));
  profiles[0].methods.push_back(method("post", ShippingKind::shipping, 0, 1));
  CHECK(checkProfiles(profiles) ==
        Error{Errc::invalid_format, "shipping_profiles[0].methods[2].kind"});
}

TEST_CASE("a visit is no parcel, and its lead time says nothing of when the goods are there") {
  const SourcingRequest request{"EUR", {"DE", ""}, {{"off_board", 1}, {"off_help", 1}}, {}, {}, {}};
  const auto found = sourceCart(request, shelf());
  REQUIRE(found);
  REQUIRE_FALSE(found->choices.empty());
  CHECK(found->choices[0].total == 6000 + 490 + 4000 + 2500);
  CHECK(found->choices[0].proof == SourcingProof::optimal);
  CHECK(found->choices[0].parcels == 1);
  CHECK(found->choices[0].max_days == 3);
  CHECK(found->current->parcels == 1);
}

TEST_CASE("nobody collects a service") {
  const SourcingRequest request{"EUR", {"DE", ""}, {{"off_help", 1}}, {}, {}, {}};
  const auto pickup = sourceCart(request, shelf(), SourcingObjective::pickup);
  REQUIRE(pickup);
  CHECK_FALSE(*pickup);
}

Product product(std::string id, std::string category, std::string gtin, OfferKind kind) {
  Product answer;
  answer.id = std::move(id);
  answer.category = std::move(category);
  auto& variant = answer.variants.emplace_back();
  variant.id = "var_" + answer.id;
  variant.gtin = std::move(gtin);
  variant.offers.push_back(
      offer(answer.id, kind, kind == OfferKind::sale ? "parcel" : "help", 1).offer);
  return answer;
}

TEST_CASE("services stand beside what they are offered for, before what is bought together") {
  const std::vector<Product> products{
      product("bed", "Garden > Beds", "4006381333931", OfferKind::sale),
      product("bedding", "Garden > Bedsteads", "", OfferKind::sale),
      product("soil", "Soil", "", OfferKind::sale),
      product("build", "Help", "", OfferKind::service),
      product("advice", "Garden > Beds", "", OfferKind::service)};
  Companions companions{{"bed", {"soil", "build"}}};
  attach(companions,
         {{"build", {"4006381333931", "soil"}}, {"advice", {"Garden > Beds", "nothing"}}},
         products);
  CHECK(companions["bed"] == std::vector<std::string>{"build", "advice", "soil"});
  CHECK(companions["soil"] == std::vector<std::string>{"build"});
  CHECK_FALSE(companions.contains("bedding"));
  CHECK_FALSE(companions.contains("advice"));
  Companions all;
  attach(all, {{"advice", {"Garden"}}, {"soil", {"bed"}}}, products);
  CHECK(all == Companions{{"bed", {"advice"}}, {"bedding", {"advice"}}});

  const auto sellers = std::vector{*shelf().sellers[0]};
  const auto catalog =
      Catalog::open(snapshot("EUR", ProductList(products), sellers, CatalogText::full, companions));
  REQUIRE(catalog);
  CHECK(catalog->companions(0) == std::vector<std::size_t>{3, 4, 2});
  CHECK(catalog->card(3).kind == OfferKind::service);
  CHECK(catalog->card(0).kind == OfferKind::sale);
}

TEST_CASE("a catalogue keeps as many goods beside a product as without services") {
  std::vector<Product> products{product("bed", "", "", OfferKind::sale)};
  Companions companions;
  for (int i = 0; i < 6; ++i) {
    for (const auto kind : {OfferKind::service, OfferKind::sale}) {
      const auto id = std::string(name(kind)) + std::to_string(i);
      products.push_back(product(id, "", "", kind));
      companions["bed"].push_back(id);
    }
  }
  const auto sellers = std::vector{*shelf().sellers[0]};
  const auto catalog =
      Catalog::open(snapshot("EUR", ProductList(products), sellers, CatalogText::full, companions));
  REQUIRE(catalog);
  CHECK(catalog->companions(0).size() == 2 * maxCompanions);
}

}  // namespace
}  // namespace vitrine
