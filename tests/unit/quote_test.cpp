#include "vitrine/quote.hpp"

#include "unit/catch.hpp"

namespace vitrine {
namespace {

Rate flat(Amount base) { return {.base = base}; }

ShippingMethod method(std::string id, Rate rate, ShippingKind kind = ShippingKind::shipping) {
  return {.id = std::move(id),
          .title = "",
          .kind = kind,
          .min_days = 1,
          .max_days = 3,
          .zones = {{{}, {}, rate}}};
}

/// Offers and sellers that a test may change before they are priced.
struct Goods {
  std::vector<ShelfOffer> offers;
  std::vector<Seller> sellers;

  Shelf shelf() const {
    Shelf answer{offers, {}};
    for (const auto& seller : sellers)
      answer.sellers.push_back(std::make_shared<const Seller>(seller));
    return answer;
  }
};

/// Two sellers. The wood seller (DE, tax included) has parcels and pallets; the seed seller (AT,
/// tax added) letters.
Goods goods() {
  Seller wood{.id = "sel_wood", .name = "Wood", .country = "DE", .currency = "EUR"};
  wood.tax_rates = {
      {"DE", "standard", 190'000}, {"AT", "standard", 200'000}, {"DE", "reduced", 70'000}};
  auto parcel = flat(490);
  parcel.free_from = 5000;
  wood.shipping_profiles = {
      {"parcel",
       "Parcels",
       {method("dhl", parcel), method("collect", flat(0), ShippingKind::pickup)}},
      {"pallet", "Pallets", {method("truck", flat(3900))}}};
  Seller seed{.id = "sel_seed",
              .name = "Seed",
              .country = "AT",
              .currency = "EUR",
              .prices_include_tax = false};
  seed.tax_rates = {{"DE", "reduced", 70'000}, {"AT", "reduced", 100'000}};
  seed.shipping_profiles = {
      {"letter", "Letters", {method("post", flat(290)), method("express", flat(890))}}};

  const auto offer = [](std::string id, std::string seller, std::string profile, std::string tax,
                        Amount price) {
    Offer answer;
    answer.id = std::move(id);
    answer.seller_id = std::move(seller);
    answer.shipping_profile_id = std::move(profile);
    answer.tax_category = std::move(tax);
    answer.price = price;
    answer.currency = "EUR";
    answer.weight = 100;
    return ShelfOffer{
        answer,          "pro_" + answer.id, "var_" + answer.id, "Title of " + answer.id,
        {{"size", "L"}}, answer.id + ".webp"};
  };
  Goods answer;
  answer.sellers = {wood, seed};
  answer.offers = {offer("screw", "sel_wood", "parcel", "standard", 1000),
                   offer("plan", "sel_wood", "parcel", "reduced", 500),
                   offer("board", "sel_wood", "pallet", "standard", 2500),
                   offer("seed", "sel_seed", "letter", "reduced", 300)};
  answer.offers[0].offer.stock = 40;
  return answer;
}

QuoteRequest wish(std::vector<CartLine> lines, Destination to = {"DE", "10115"}) {
  return {"EUR", std::move(to), std::move(lines), {}};
}

Quote priced(const QuoteRequest& request, const Goods& from = goods()) {
  const auto answer = quote(request, from.shelf());
  REQUIRE(answer);
  return *answer;
}

Error refused(const QuoteRequest& request, const Goods& from = goods()) {
  const auto answer = quote(request, from.shelf());
  REQUIRE_FALSE(answer);
  return answer.error();
}

Amount total(const Quote& quote) { return amountOf(quote.totals, TotalType::total); }

}  // namespace

TEST_CASE("an empty cart costs nothing and has no sellers") {
  const auto answer = priced(wish({}));
  CHECK(answer.sellers.empty());
  CHECK(answer.messages.empty());
  CHECK(answer.totals == std::vector<Total>{{TotalType::subtotal, 0},
                                            {TotalType::fulfillment, 0},
                                            {TotalType::total, 0}});
}

TEST_CASE("a line carries what a cart shows") {
  const auto answer = priced(wish({{"screw", 3}}));
  REQUIRE(answer.line_items.size() == 1);
  const auto& line = answer.line_items[0];
  CHECK(line.title == "Title of screw");
  CHECK(line.product_id == "pro_screw");
  CHECK(line.options == std::vector<VariantOption>{{"size", "L"}});
  CHECK(line.image == "screw.webp");
  CHECK(line.seller_id == "sel_wood");
  CHECK(line.unit_price == 1000);
  CHECK(line.subtotal == 3000);
  CHECK(line.weight == 300);
  CHECK(line.stock == 40);
}

TEST_CASE("sellers, parcels and lines stand in the order of the cart") {
  const auto answer = priced(wish({{"seed", 1}, {"board", 1}, {"screw", 1}, {"plan", 1}}));
  REQUIRE(answer.sellers.size() == 2);
  CHECK(answer.sellers[0].seller_id == "sel_seed");
  const auto& groups = answer.sellers[1].groups;
  REQUIRE(groups.size() == 2);
  CHECK(groups[0].id == "sel_wood/pallet");
  CHECK(groups[0].offer_ids == std::vector<std::string>{"board"});
  CHECK(groups[1].id == "sel_wood/parcel");
  CHECK(groups[1].offer_ids == std::vector<std::string>{"screw", "plan"});
  CHECK(groups[1].weight == 200);
}

TEST_CASE("goods of one seller under two profiles travel in two parcels, each paid") {
  const auto answer = priced(wish({{"screw", 1}, {"board", 1}}));
  CHECK(amountOf(answer.totals, TotalType::fulfillment) == 490 + 3900);
}

TEST_CASE("the profile comes from the offer") {
  auto other = goods();
  other.offers[0].offer.shipping_profile_id = "pallet";
  const auto answer = priced(wish({{"screw", 1}}), other);
  CHECK(answer.sellers[0].groups[0].profile_id == "pallet");
  CHECK(amountOf(answer.totals, TotalType::fulfillment) == 3900);
}

TEST_CASE("the threshold for free delivery counts all goods of the seller, in every parcel") {
  CHECK(amountOf(priced(wish({{"screw", 4}})).totals, TotalType::fulfillment) == 490);
  CHECK(amountOf(priced(wish({{"screw", 5}})).totals, TotalType::fulfillment) == 0);
  CHECK(amountOf(priced(wish({{"screw", 3}, {"board", 1}})).totals, TotalType::fulfillment) ==
        3900);
}

TEST_CASE("goods of another seller do not help towards the threshold") {
  const auto answer = priced(wish({{"screw", 4}, {"seed", 1000}}));
  CHECK(answer.sellers[0].groups[0].amount == 490);
}

TEST_CASE("an option says how much more of the seller's goods would make it free") {
  const auto options = [](std::int64_t screws) {
    return priced(wish({{"screw", screws}})).sellers[0].groups[0].options;
  };
  CHECK(options(4).back().id == "dhl");
  CHECK(options(4).back().missing_for_free == 1000);
  for (const auto& option : options(5)) CHECK(option.missing_for_free == std::nullopt);
}

TEST_CASE("options stand cheapest first, then quickest") {
  auto other = goods();
  auto& methods = other.sellers[0].shipping_profiles[0].methods;
  methods = {method("a", flat(300)), method("b", flat(200)), method("c", flat(200)),
             method("d", flat(200))};
  methods[1].max_days = 5;
  methods[3].max_days = 2;
  std::string order;
  const auto answer = priced(wish({{"screw", 1}}), other);
  for (const auto& option : answer.sellers[0].groups[0].options) order += option.id;
  CHECK(order == "dcba");
}

TEST_CASE("the cheapest option that carries the goods is the default, not the cheaper pickup") {
  const auto group = priced(wish({{"screw", 1}})).sellers[0].groups[0];
  REQUIRE(group.options.size() == 2);
  CHECK(group.options[0].kind == ShippingKind::pickup);
  CHECK(group.selected_option_id == "dhl");
}

TEST_CASE("goods that can only be collected wait for the customer to choose that") {
  auto other = goods();
  other.sellers[0].shipping_profiles[0].methods[0].zones[0].countries = {"DE"};
  auto request = wish({{"seed", 1}, {"screw", 1}}, {"AT", "6020"});
  const auto answer = priced(request, other);
  const auto& group = answer.sellers[1].groups[0];
  REQUIRE(group.options.size() == 1);
  CHECK(group.selected_option_id == std::nullopt);
  REQUIRE(answer.messages.size() == 1);
  CHECK(answer.messages[0].type == MessageType::error);
  CHECK(answer.messages[0].code == "pickup_only");
  CHECK(answer.messages[0].severity == Severity::requires_buyer_input);
  CHECK(answer.messages[0].path == "line_items[1]");
  request.selected_options = {{"sel_wood/parcel", "collect"}};
  const auto chosen = priced(request, other);
  CHECK(chosen.messages.empty());
  CHECK(chosen.sellers[1].groups[0].selected_option_id == "collect");
}

TEST_CASE("the chosen option is taken and paid") {
  auto request = wish({{"seed", 2}, {"screw", 1}});
  request.selected_options = {{"sel_seed/letter", "express"}, {"sel_wood/parcel", "collect"}};
  const auto answer = priced(request);
  CHECK(answer.sellers[0].groups[0].selected_option_id == "express");
  CHECK(answer.sellers[0].groups[0].amount == 890);
  CHECK(answer.sellers[1].groups[0].amount == 0);
  CHECK(answer.messages.empty());
}

TEST_CASE("a choice that no parcel offers is a warning, and the default is taken") {
  auto request = wish({{"seed", 1}});
  request.selected_options = {
      {"sel_seed/letter", "post"}, {"sel_seed/letter", "drone"}, {"sel_x/letter", "post"}};
  const auto answer = priced(request);
  CHECK(answer.sellers[0].groups[0].selected_option_id == "post");
  REQUIRE(answer.messages.size() == 2);
  CHECK(answer.messages[0].type == MessageType::warning);
  CHECK(answer.messages[0].code == "unknown_option");
  CHECK(answer.messages[0].path == "selected_options[1].option_id");
  CHECK(answer.messages[1].path == "selected_options[2].option_id");
}

TEST_CASE("included tax is taken out of the price, goods and delivery, and adds nothing") {
  const auto answer = priced(wish({{"screw", 1}}));  // 1490 gross at 19 %: 237.899
  CHECK(answer.sellers[0].taxes == std::vector<TaxLine>{{"standard", 190'000, 1252, 238, true}});
  CHECK(amountOf(answer.totals, TotalType::tax) == 0);
  CHECK(total(answer) == 1490);
}

TEST_CASE("tax that is not included is added, delivery's too") {
  const auto answer = priced(wish({{"seed", 2}}));  // 890 net at 7 %: 62.3
  CHECK(answer.sellers[0].taxes == std::vector<TaxLine>{{"reduced", 70'000, 890, 62, false}});
  CHECK(amountOf(answer.totals, TotalType::tax) == 62);
  CHECK(total(answer) == 952);
}

TEST_CASE("delivery is taxed at the rates of what it carries, split by value") {
  // 1000 at 19 % and 500 at 7 %, delivery 490: 327 (two thirds of it 326.67) and 163.
  const auto taxes = priced(wish({{"screw", 1}, {"plan", 1}})).sellers[0].taxes;
  REQUIRE(taxes.size() == 2);
  CHECK(taxes[0] == TaxLine{"reduced", 70'000, 620, 43, true});      // 663 * 7 / 107 = 43.37
  CHECK(taxes[1] == TaxLine{"standard", 190'000, 1115, 212, true});  // 1327 * 19 / 119 = 211.87
}

TEST_CASE(
    "the odd cent of a delivery goes to the same rate in whichever order the cart was filled") {
  auto other = goods();
  other.offers[0].offer.price = 50;
  other.offers[1].offer.price = 50;
  other.sellers[0].prices_include_tax = false;
  other.sellers[0].tax_rates = {{"DE", "standard", 500'000}, {"DE", "reduced", 0}};
  other.sellers[0].shipping_profiles[0].methods = {method("dhl", flat(1))};
  CHECK(total(priced(wish({{"screw", 1}, {"plan", 1}}), other)) ==
        total(priced(wish({{"plan", 1}, {"screw", 1}}), other)));
  other.offers[0].offer.price = other.offers[1].offer.price = 51;
  CHECK(total(priced(wish({{"screw", 1}, {"plan", 1}}), other)) ==
        total(priced(wish({{"plan", 1}, {"screw", 1}}), other)));
}

TEST_CASE("goods are taxed where they go, and where the seller is when they are collected") {
  auto request = wish({{"screw", 1}}, {"AT", "6020"});
  CHECK(priced(request).sellers[0].taxes[0].rate_ppm == 200'000);
  request.selected_options = {{"sel_wood/parcel", "collect"}};
  CHECK(priced(request).sellers[0].taxes[0].rate_ppm == 190'000);
}

TEST_CASE("a country without a rate for the goods has no tax on them") {
  const auto answer = priced(wish({{"seed", 1}}, {"FR", ""}));
  CHECK(answer.sellers[0].taxes == std::vector<TaxLine>{{"reduced", 0, 590, 0, false}});
  CHECK(total(answer) == 590);
}

TEST_CASE("an offer that is not there is a message with its path, and the rest is priced") {
  const auto answer = priced(wish({{"gone", 1}, {"seed", 1}}));
  REQUIRE(answer.messages.size() == 1);
  CHECK(answer.messages[0].type == MessageType::error);
  CHECK(answer.messages[0].code == "unknown_offer");
  CHECK(answer.messages[0].severity == Severity::recoverable);
  CHECK(answer.messages[0].path == "line_items[0].offer_id");
  CHECK(answer.line_items.size() == 1);
  CHECK(total(answer) == total(priced(wish({{"seed", 1}}))));
}

TEST_CASE("an offer whose seller is not there is not there either") {
  auto other = goods();
  other.sellers.erase(other.sellers.begin());
  CHECK(priced(wish({{"screw", 1}}), other).messages[0].code == "unknown_offer");
}

TEST_CASE("more than there is in stock is a message with the limit and the path") {
  CHECK(priced(wish({{"screw", 40}})).messages.empty());
  const auto answer = priced(wish({{"gone", 1}, {"screw", 41}}));
  REQUIRE(answer.messages.size() == 2);
  CHECK(answer.messages[1].type == MessageType::error);
  CHECK(answer.messages[1].code == "out_of_stock");
  CHECK(answer.messages[1].path == "line_items[1].quantity");
  CHECK(answer.messages[1].limit == 40);
}

TEST_CASE("a line is priced for what can be had of it") {
  const auto answer = priced(wish({{"screw", 41}}));
  CHECK(answer.line_items[0].quantity == 40);
  CHECK(answer.line_items[0].subtotal == 40'000);
  CHECK(answer.line_items[0].weight == 4000);
  CHECK(answer.totals == priced(wish({{"screw", 40}})).totals);
}

TEST_CASE("a sold-out offer has the limit 0, and its parcel costs nothing and needs no delivery") {
  auto other = goods();
  other.offers[0].offer.stock = 0;
  const auto answer = priced(wish({{"screw", 1}, {"seed", 1}}, {"AT", ""}), other);
  REQUIRE(answer.messages.size() == 1);
  CHECK(answer.messages[0].limit == 0);
  CHECK(answer.line_items[0].quantity == 0);
  const auto& group = answer.sellers[0].groups[0];
  CHECK(group.offer_ids == std::vector<std::string>{"screw"});
  CHECK(group.options.empty());
  CHECK(answer.totals == priced(wish({{"seed", 1}}, {"AT", ""}), other).totals);
}

TEST_CASE("taxes of all sellers stand together, those of one category and rate in one line") {
  auto other = goods();
  other.sellers[1].prices_include_tax = true;
  const auto answer = priced(wish({{"screw", 1}, {"plan", 1}, {"seed", 1}}), other);
  const auto& wood = answer.sellers[0].taxes;
  const auto& seed = answer.sellers[1].taxes;
  REQUIRE(wood.size() == 2);
  REQUIRE(seed.size() == 1);
  REQUIRE(answer.taxes.size() == 2);
  CHECK(answer.taxes[0] == TaxLine{"reduced", 70'000, wood[0].net + seed[0].net,
                                   wood[0].amount + seed[0].amount, true});
  CHECK(answer.taxes[1] == wood[1]);
}

TEST_CASE("tax within prices and tax on top stand apart, also at one rate") {
  const auto answer = priced(wish({{"plan", 1}, {"seed", 1}}));
  REQUIRE(answer.taxes.size() == 2);
  CHECK(answer.taxes[0].included);
  CHECK_FALSE(answer.taxes[1].included);
}

TEST_CASE("the countries are those that something of the cart is carried to") {
  auto other = goods();
  auto& profiles = other.sellers[0].shipping_profiles;
  CHECK(priced(wish({{"screw", 1}}), other).countries.empty());
  profiles[0].methods[0].zones = {{{"FR", "DE"}, {}, flat(1)}, {{"CH"}, {}, std::nullopt}};
  profiles[1].methods[0].zones[0].countries = {"AT", "DE"};
  CHECK(priced(wish({{"screw", 1}}), other).countries == std::vector<std::string>{"DE", "FR"});
  CHECK(priced(wish({{"screw", 1}, {"board", 1}}), other).countries ==
        std::vector<std::string>{"AT", "DE", "FR"});
  CHECK(priced(wish({{"screw", 1}, {"seed", 1}}), other).countries.empty());
}

TEST_CASE("goods that can only be collected limit no country") {
  auto other = goods();
  other.sellers[0].shipping_profiles[0].methods.erase(
      other.sellers[0].shipping_profiles[0].methods.begin());
  CHECK(priced(wish({{"screw", 1}}), other).countries.empty());
}

TEST_CASE("a postcode is required where the country uses them or a rate depends on it") {
  CHECK(priced(wish({{"screw", 1}})).postcode_required);
  CHECK_FALSE(priced(wish({{"screw", 1}}, {"HK", ""})).postcode_required);
  auto other = goods();
  other.sellers[0].shipping_profiles[0].methods[0].zones.push_back({{"IE"}, {"D0"}, flat(1)});
  CHECK(priced(wish({{"screw", 1}}, {"IE", ""}), other).postcode_required);
  CHECK_FALSE(priced(wish({{"screw", 1}}, {"HK", ""}), other).postcode_required);
  CHECK_FALSE(priced(wish({{"board", 1}}, {"IE", ""}), other).postcode_required);
}

TEST_CASE(
    "goods that nobody delivers there are a message on their first line, and the rest is priced") {
  auto other = goods();
  other.sellers[0].shipping_profiles[1].methods[0].zones[0].countries = {"DE"};
  const auto answer = priced(wish({{"screw", 1}, {"board", 1}}, {"AT", "6020"}), other);
  REQUIRE(answer.messages.size() == 1);
  CHECK(answer.messages[0].code == "not_deliverable");
  CHECK(answer.messages[0].severity == Severity::requires_buyer_input);
  CHECK(answer.messages[0].path == "line_items[1]");
  const auto& group = answer.sellers[0].groups[1];
  CHECK(group.options.empty());
  CHECK(group.selected_option_id == std::nullopt);
  CHECK(group.amount == 0);
  CHECK(answer.sellers[0].groups[0].selected_option_id == "dhl");
}

TEST_CASE("goods under a profile that their seller does not have are not deliverable") {
  auto other = goods();
  other.offers[0].offer.shipping_profile_id = "gone";
  CHECK(priced(wish({{"screw", 1}}), other).messages[0].code == "not_deliverable");
}

TEST_CASE("an offer in another currency than the cart's is refused with its path") {
  auto other = goods();
  other.offers[3].offer.currency = "CHF";
  CHECK(refused(wish({{"screw", 1}, {"seed", 1}}), other) ==
        Error{Errc::currency_mismatch, "line_items[1].offer_id"});
  auto request = wish({{"screw", 1}});
  request.currency = "USD";
  CHECK(refused(request) == Error{Errc::currency_mismatch, "line_items[0].offer_id"});
}

TEST_CASE("a currency or country that is none is refused") {
  auto request = wish({});
  request.currency = "eur";
  CHECK(refused(request) == Error{Errc::invalid_format, "currency"});
  CHECK(refused(wish({}, {"de", ""})) == Error{Errc::invalid_format, "destination.country"});
  CHECK(refused(wish({}, {"", ""})) == Error{Errc::invalid_format, "destination.country"});
}

TEST_CASE("a quantity of 0, below 0 or beyond the most is refused with its path") {
  for (const std::int64_t quantity :
       {std::int64_t{0}, std::int64_t{-1}, maxQuantity + 1, maxSafeInteger}) {
    CAPTURE(quantity);
    CHECK(refused(wish({{"seed", 1}, {"screw", quantity}})) ==
          Error{Errc::out_of_range, "line_items[1].quantity"});
  }
  CHECK(total(priced(wish({{"board", maxQuantity}}))) == 2500 * maxQuantity + 3900);
}

TEST_CASE("an offer that comes twice is refused with its path") {
  CHECK(refused(wish({{"seed", 1}, {"screw", 1}, {"seed", 1}})) ==
        Error{Errc::duplicate_offer, "line_items[2].offer_id"});
}

TEST_CASE("a cart of more than 200 lines is refused") {
  std::vector<CartLine> lines;
  for (int i = 0; i < 200; ++i) lines.push_back({"off_" + std::to_string(i), 1});
  CHECK(priced(wish(lines)).messages.size() == 200);
  lines.push_back({"one more", 1});
  CHECK(refused(wish(lines)) == Error{Errc::too_large, "line_items"});
}

TEST_CASE("money and weight beyond 2^53 - 1 are refused, wherever the sum passes it") {
  auto dear = goods();
  dear.offers[0].offer.stock.reset();
  dear.offers[0].offer.price = maxSafeInteger;
  CHECK(refused(wish({{"screw", 2}}), dear) == Error{Errc::out_of_range, "line_items[0].quantity"});
  CHECK(refused(wish({{"screw", 1}, {"plan", 1}}), dear) ==
        Error{Errc::out_of_range, "line_items"});
  CHECK(refused(wish({{"screw", 1}, {"seed", 1}}), dear) ==
        Error{Errc::out_of_range, "line_items"});
  // 1 below the bound: the fee of the parcel would pass it, if it were not free.
  dear.offers[0].offer.price = maxSafeInteger - 1;
  CHECK(total(priced(wish({{"screw", 1}}), dear)) == maxSafeInteger - 1);
  dear.sellers[0].shipping_profiles[0].methods[0].zones[0].rate->free_from.reset();
  CHECK(refused(wish({{"screw", 1}}), dear) == Error{Errc::out_of_range, "line_items"});

  auto heavy = goods();
  heavy.offers[0].offer.weight = maxSafeInteger;
  CHECK(refused(wish({{"screw", 2}}), heavy) ==
        Error{Errc::out_of_range, "line_items[0].quantity"});
  CHECK(refused(wish({{"screw", 1}, {"plan", 1}}), heavy) ==
        Error{Errc::out_of_range, "line_items"});
}

TEST_CASE("tax that would pass 2^53 - 1 is refused") {
  auto dear = goods();
  dear.offers[3].offer.price = maxSafeInteger - 290;
  CHECK(refused(wish({{"seed", 1}}), dear) == Error{Errc::out_of_range, "line_items"});
}

TEST_CASE("a row that is not in a table of totals is 0") {
  const std::vector<Total> totals{{TotalType::subtotal, 5}, {TotalType::total, 5}};
  CHECK(amountOf(totals, TotalType::subtotal) == 5);
  CHECK(amountOf(totals, TotalType::fee) == 0);
}

}  // namespace vitrine
