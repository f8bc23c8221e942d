#include "vitrine/kit.hpp"

#include <rapidcheck.h>

#include <algorithm>
#include <functional>
#include <map>

#include "unit/catch.hpp"
#include "unit/generators.hpp"

namespace vitrine {
namespace {

using any::oneIn;
using any::within;

Seller seller(const std::string& id, Amount delivery) {
  Rate rate;
  rate.base = delivery;
  ShippingMethod method;
  method.id = "parcel";
  method.zones.push_back({{}, {}, rate});
  Seller answer;
  answer.id = id;
  answer.country = "DE";
  answer.currency = "EUR";
  answer.shipping_profiles = {{"parcel", "Parcel", {method}}};
  return answer;
}

ShelfOffer offer(const std::string& variant, const std::string& seller_id, Amount price,
                 std::optional<std::int64_t> stock = {}) {
  ShelfOffer answer;
  answer.offer.id = "off_" + variant + "_" + seller_id;
  answer.offer.seller_id = seller_id;
  answer.offer.price = price;
  answer.offer.currency = "EUR";
  answer.offer.stock = stock;
  answer.offer.shipping_profile_id = "parcel";
  answer.product_id = "pro_" + variant;
  answer.variant_id = variant;
  return answer;
}

Need need(std::int64_t amount, std::vector<std::pair<std::string, std::int64_t>> choices) {
  Need answer{"something", "", amount, {}};
  for (auto& [variant, content] : choices)
    answer.choices.push_back({"pro_" + variant, variant, content});
  return answer;
}

struct Shop {
  std::vector<Seller> sellers;
  std::vector<ShelfOffer> offers;
  KitRequest request{"EUR", {"DE", ""}, {}, {}};

  Shelf shelf() const {
    Shelf answer{offers, {}};
    for (const auto& each : sellers) answer.sellers.push_back(std::make_shared<const Seller>(each));
    return answer;
  }
  Kit kit() const {
    const auto answer = vitrine::kit(request, shelf());
    REQUIRE(answer);
    return *answer;
  }
};

std::map<std::string, std::int64_t> bought(const Kit& kit) {
  std::map<std::string, std::int64_t> lines;
  for (const auto& line : kit.line_items) lines[line.offer_id] += line.quantity;
  return lines;
}
using Lines = std::map<std::string, std::int64_t>;

}  // namespace

TEST_CASE("a need is rounded up to whole packs") {
  Shop shop{{seller("a", 500)}, {offer("screws", "a", 700)}};
  for (const auto& [amount, packs] : std::map<int, int>{{1, 1}, {50, 1}, {51, 2}, {100, 2}}) {
    shop.request.needs = {need(amount * 1000, {{"screws", 50'000}})};
    CHECK(bought(shop.kit()) == Lines{{"off_screws_a", packs}});
    CHECK(shop.kit().total == 700 * packs + 500);
    CHECK(shop.kit().proof == SourcingProof::optimal);
  }
}

TEST_CASE("packs of two sizes are mixed where that is cheapest") {
  Shop shop{{seller("a", 0)}, {offer("fifty", "a", 500), offer("ten", "a", 150)}};
  shop.request.needs = {need(60'000, {{"ten", 10'000}, {"fifty", 50'000}})};
  CHECK(bought(shop.kit()) == Lines{{"off_fifty_a", 1}, {"off_ten_a", 1}});
  shop.request.needs[0].amount = 90'000;
  CHECK(bought(shop.kit()) == Lines{{"off_fifty_a", 2}});
}

TEST_CASE("the dearer pack is taken where it saves a parcel") {
  Shop shop{{seller("a", 500), seller("b", 500)},
            {offer("board", "a", 2000), offer("loose", "b", 600), offer("box", "a", 800)}};
  shop.request.needs = {need(1000, {{"board", 1000}}),
                        need(40'000, {{"loose", 40'000}, {"box", 50'000}})};
  CHECK(bought(shop.kit()) == Lines{{"off_board_a", 1}, {"off_box_a", 1}});
  CHECK(shop.kit().total == 3300);
  CHECK(shop.kit().proof == SourcingProof::optimal);
  shop.request.needs[0].amount = 0;  // without the board nothing speaks for its seller
  CHECK(bought(shop.kit()) == Lines{{"off_loose_b", 1}});
}

TEST_CASE("packs that only pay together are found") {
  Shop shop{{seller("a", 500), seller("b", 500), seller("c", 500), seller("d", 500)},
            {offer("board", "a", 2000), offer("screws", "b", 600), offer("oak", "c", 2100),
             offer("brass", "c", 650), offer("oak", "d", 9000), offer("brass", "d", 9000)}};
  shop.sellers[2].discounts = {{2700, 50}};  // for both, not for one of them
  shop.request.needs = {need(1000, {{"board", 1000}, {"oak", 1000}}),
                        need(1000, {{"screws", 1000}, {"brass", 1000}})};
  const auto kit = shop.kit();
  CHECK(bought(kit) == Lines{{"off_brass_c", 1}, {"off_oak_c", 1}});
  CHECK(kit.total == 1875);
  CHECK(kit.proof == SourcingProof::optimal);
}

TEST_CASE("what two needs have in common is one line of a cart, told for each") {
  Shop shop{{seller("a", 500), seller("b", 500)},
            {offer("screws", "a", 700, 3), offer("screws", "b", 600, 2)}};
  shop.request.needs = {need(80'000, {{"screws", 50'000}}), need(120'000, {{"screws", 50'000}})};
  const auto kit = shop.kit();
  CHECK(bought(kit) == Lines{{"off_screws_a", 3}, {"off_screws_b", 2}});
  std::map<std::int64_t, std::int64_t> packs;
  for (const auto& line : kit.line_items) packs[line.need] += line.quantity;
  CHECK(packs == std::map<std::int64_t, std::int64_t>{{0, 2}, {1, 3}});
}

TEST_CASE("what nobody has is missing, and the rest is had") {
  Shop shop{{seller("a", 500)}, {offer("board", "a", 2000), offer("oil", "a", 900, 1)}};
  shop.request.needs = {need(5000, {{"oil", 1000}}), need(1000, {{"gone", 1000}}),
                        need(1000, {{"board", 1000}}), need(1000, {})};
  const auto kit = shop.kit();
  CHECK(kit.missing == std::vector<std::int64_t>{0, 1, 3});
  CHECK(bought(kit) == Lines{{"off_board_a", 1}});
}

TEST_CASE("needs that cannot be had together leave out the later one") {
  Shop shop{{seller("a", 500)}, {offer("oil", "a", 900, 3)}};
  shop.request.needs = {need(2000, {{"oil", 1000}}), need(2000, {{"oil", 1000}})};
  const auto kit = shop.kit();
  CHECK(kit.missing == std::vector<std::int64_t>{1});
  CHECK(bought(kit) == Lines{{"off_oil_a", 2}});
  CHECK(kit.proof == SourcingProof::bound);
}

TEST_CASE("of nothing wanted the kit is empty") {
  Shop shop{{seller("a", 500)}, {offer("oil", "a", 900)}};
  CHECK(shop.kit() == Kit{});
  shop.request.needs = {need(0, {{"oil", 1000}})};
  CHECK(shop.kit() == Kit{});
}

TEST_CASE("a kit's request is refused with the path of its fault") {
  const Shop shop{{seller("a", 500)}, {offer("oil", "a", 900)}};
  const auto refused = [&](auto change) {
    auto request = shop.request;
    request.needs = {need(1000, {{"oil", 1000}})};
    change(request);
    const auto answer = vitrine::kit(request, shop.shelf());
    REQUIRE_FALSE(answer);
    return std::string(name(answer.error().code)) + " " + answer.error().where;
  };
  CHECK(refused([](auto& r) { r.needs[0].amount = -1; }) == "out_of_range needs[0].amount");
  CHECK(refused([](auto& r) { r.needs[0].amount = maxNeedAmount + 1; }) ==
        "out_of_range needs[0].amount");
  CHECK(refused([](auto& r) { r.needs[0].choices[0].content = 0; }) ==
        "out_of_range needs[0].choices[0].content");
  CHECK(refused([](auto& r) { r.needs.resize(maxNeeds + 1); }) == "too_large needs");
  CHECK(refused([](auto& r) { r.needs[0].choices.resize(maxNeedChoices + 1); }) ==
        "too_large needs[0].choices");
  CHECK(refused([](auto& r) { r.currency = "€"; }) == "invalid_format currency");
  CHECK(refused([](auto& r) { r.destination.country = ""; }) ==
        "invalid_format destination.country");
}

TEST_CASE("a great amount of small packs is bounded work and an answer all the same") {
  Shop shop{{seller("a", 500)}, {}};
  Need huge{"something", "", 900'000'000, {}};
  for (int size = 1; size <= 12; ++size) {
    const auto variant = std::to_string(size);
    shop.offers.push_back(offer(variant, "a", 10 * size));
    huge.choices.push_back({"pro_" + variant, variant, 1000 * size});
  }
  shop.request.needs = {huge, huge, huge};
  const auto kit = shop.kit();
  CHECK(kit.missing.empty());
  CHECK(kit.bound <= kit.total);
}

TEST_CASE("no other packs and sellers are cheaper than the kit") {
  REQUIRE(rc::check([] {
    Shop shop;
    const auto sellers = within(1, 3);
    for (int s = 0; s < sellers; ++s) {
      shop.sellers.push_back(
          seller(std::string(1, static_cast<char>('a' + s)), within(0, 9) * 100));
      if (oneIn(3))
        shop.sellers.back().shipping_profiles[0].methods[0].zones[0].rate->free_from =
            within(1, 3000);
      if (oneIn(2))
        shop.sellers.back().discounts = {
            {within(1, 1500), static_cast<std::int32_t>(within(1, 9)) * 10}};
      if (oneIn(4)) shop.sellers.back().prices_include_tax = false;
    }
    const auto variants = within(1, 4);
    for (int v = 0; v < variants; ++v) {
      for (const auto& each : shop.sellers) {
        if (oneIn(3)) continue;
        const auto stock = oneIn(3) ? std::optional<std::int64_t>(within(0, 4)) : std::nullopt;
        shop.offers.push_back(offer("v" + std::to_string(v), each.id, within(5, 900), stock));
      }
    }
    const auto needs = within(1, 2);
    for (int n = 0; n < needs; ++n) {
      Need wanted{"something", "", within(1, 6) * 1000, {}};
      for (int v = 0; v < variants; ++v) {
        if (oneIn(2)) wanted.choices.push_back({"", "v" + std::to_string(v), within(1, 4) * 1000});
      }
      shop.request.needs.push_back(wanted);
    }
    const auto kit = shop.kit();
    RC_ASSERT(kit.bound <= kit.total);
    const auto shelf = shop.shelf();

    // Every number of packs of every variant that covers the needs which are served, with none that
    // could be left out.
    std::vector<std::pair<std::size_t, std::size_t>> places;
    for (std::size_t n = 0; n < shop.request.needs.size(); ++n) {
      const bool missing = std::find(kit.missing.begin(), kit.missing.end(),
                                     static_cast<std::int64_t>(n)) != kit.missing.end();
      for (std::size_t c = 0; !missing && c < shop.request.needs[n].choices.size(); ++c)
        places.push_back({n, c});
    }
    RC_PRE(places.size() <= 4);
    std::optional<Amount> least;
    std::vector<std::int64_t> counts(places.size(), 0);
    const auto choiceOf = [&](std::size_t k) {
      return shop.request.needs[places[k].first].choices[places[k].second];
    };
    const auto price = [&] {
      std::vector<std::int64_t> covered(shop.request.needs.size(), 0);
      std::map<std::string, std::int64_t> packs;
      for (std::size_t k = 0; k < places.size(); ++k) {
        covered[places[k].first] += counts[k] * choiceOf(k).content;
        if (counts[k] > 0) packs[choiceOf(k).variant_id] += counts[k];
      }
      for (std::size_t k = 0; k < places.size(); ++k) {
        const auto spare = covered[places[k].first] - shop.request.needs[places[k].first].amount;
        if (spare < 0 || (counts[k] > 0 && spare >= choiceOf(k).content)) return;
      }
      SourcingRequest cart{"EUR", shop.request.destination, {}, {}, {}, {}};
      for (const auto& [variant, count] : packs) {
        for (const auto& each : shop.offers) {
          if (each.variant_id != variant) continue;
          cart.line_items.push_back({each.offer.id, count});
          break;
        }
      }
      if (cart.line_items.size() < packs.size() || packs.empty()) return;
      const auto choice = sourceCart(cart, shelf, SourcingObjective::cost);
      RC_ASSERT(static_cast<bool>(choice));
      if (*choice && (!least || (*choice)->total < *least)) least = (*choice)->total;
    };
    const std::function<void(std::size_t)> count = [&](std::size_t k) {
      if (k == places.size()) return price();
      const auto most = (6000 + choiceOf(k).content - 1) / choiceOf(k).content;
      for (counts[k] = 0; counts[k] <= most; ++counts[k]) count(k + 1);
      counts[k] = 0;
    };
    if (!places.empty()) count(0);
    RC_ASSERT(least.value_or(0) >= kit.bound);
    if (kit.proof == SourcingProof::optimal)
      RC_ASSERT(least.value_or(0) == kit.total);
    else
      RC_ASSERT(least.value_or(0) <= kit.total);
    RC_CLASSIFY(kit.proof == SourcingProof::optimal, "proved");
    // It buys what it says, at the price it says.
    if (!kit.line_items.empty()) {
      QuoteRequest request{"EUR", shop.request.destination, {}, {}};
      for (const auto& [offer_id, quantity] : bought(kit))
        request.line_items.push_back({offer_id, quantity});
      const auto quoted = quote(request, shelf);
      RC_ASSERT(amountOf(quoted->totals, TotalType::total) == kit.total);
    }
  }));
}

}  // namespace vitrine
