#include "vitrine/shipping.hpp"

#include <functional>
#include <tuple>

#include "unit/catch.hpp"
#include "unit/generators.hpp"

namespace vitrine {
namespace {

/// The fee rules as the published instance format words them: `G` goods, `W` grams, `U` units.
std::optional<Amount> feeByFormat(const Rate& rate, Amount G, std::int64_t W, std::int64_t U) {
  // "The method is not available if … G < minGoods, W > maxWeight, or weightTiers has no tier with
  // W <= maxGrams (also when delivery would be free)."
  const bool below = rate.min_goods.has_value() && G < rate.min_goods.value();
  const bool above = rate.max_weight.has_value() && W > rate.max_weight.value();
  bool heavy = !rate.weight_tiers.empty();
  for (const auto& tier : rate.weight_tiers) heavy = heavy && W > tier.up_to;
  if (below || above || heavy) return std::nullopt;
  // "fee = 0 if G >= freeFrom"
  if (rate.free_from.has_value() && G >= rate.free_from.value()) return 0;
  // "otherwise fee = (weightTiers ? first tier with W <= maxGrams : priceTiers ? last tier with G
  // >= minGoods : base)
  // + perItem * U"
  Amount fee = rate.base;
  if (!rate.weight_tiers.empty()) {
    for (auto tier = rate.weight_tiers.rbegin(); tier != rate.weight_tiers.rend(); ++tier) {
      if (W <= tier->up_to) fee = tier->fee;
    }
  } else {
    for (auto tier = rate.price_tiers.rbegin(); tier != rate.price_tiers.rend(); ++tier) {
      if (G < tier->from) continue;
      fee = tier->fee;
      break;
    }
  }
  return fee + rate.per_item * U;
}

std::string plain(const std::string& postcode) {
  std::string answer;
  for (const char c : postcode) {
    if (c != ' ' && c != '-')
      answer += static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  }
  return answer;
}

/// The place of the zone that holds: most of (prefix length, by country or everywhere, earlier).
std::optional<std::size_t> zoneByWords(const std::vector<Zone>& zones, const Destination& to) {
  std::optional<std::size_t> best;
  std::tuple<std::size_t, bool> most;
  for (std::size_t i = 0; i < zones.size(); ++i) {
    bool served = zones[i].countries.empty();
    for (const auto& country : zones[i].countries) served = served || country == to.country;
    bool inside = zones[i].postcode_prefixes.empty();
    std::size_t longest = 0;
    for (const auto& raw : zones[i].postcode_prefixes) {
      const auto prefix = plain(raw);
      if (plain(to.postcode).substr(0, prefix.size()) != prefix) continue;
      inside = true;
      longest = std::max(longest, prefix.size());
    }
    if (!served || !inside) continue;
    const std::tuple rank(longest, !zones[i].countries.empty());
    if (best && rank <= most) continue;
    best = i;
    most = rank;
  }
  return best;
}

std::optional<Amount> fee(const Rate& rate, Amount goods, std::int64_t weight, std::int64_t units) {
  const auto answer = parcelFee(rate, {goods, weight, units});
  REQUIRE(answer);
  return *answer;
}

Zone zone(std::vector<std::string> countries, std::vector<std::string> prefixes, Amount base) {
  return {std::move(countries), std::move(prefixes), Rate{.base = base}};
}

Amount baseAt(const ShippingMethod& method, Destination to) {
  const auto* rate = rateFor(method, to);
  return rate ? rate->base : -1;
}

ShippingProfile standard() {
  return {"std", "Parcels", {{.id = "dhl", .title = "DHL", .zones = {zone({"DE"}, {}, 490)}}}};
}

}  // namespace

TEST_CASE("a parcel's fee is the one that the format's rules give") {
  REQUIRE(rc::check([] {
    const auto rate = any::rate();
    RC_LOG() << toJson(rate);
    // Goods and weight at, just below and just above every bound of the rate.
    std::vector<std::int64_t> goods{0, any::within(0, 70'000), rate.free_from.value_or(1),
                                    rate.min_goods.value_or(1)};
    std::vector<std::int64_t> weights{0, any::within(0, 35'000), rate.max_weight.value_or(1)};
    for (const auto& tier : rate.price_tiers) goods.push_back(tier.from);
    for (const auto& tier : rate.weight_tiers) weights.push_back(tier.up_to);
    const auto units = any::within(1, 40);
    for (const auto g : goods) {
      for (const auto w : weights) {
        for (const std::int64_t off : {-1, 0, 1}) {
          const Parcel parcel{std::max<Amount>(0, g + off), std::max<std::int64_t>(0, w + off),
                              units};
          const auto answer = parcelFee(rate, parcel);
          RC_ASSERT(static_cast<bool>(answer));
          RC_ASSERT(*answer == feeByFormat(rate, parcel.goods, parcel.weight, parcel.units));
        }
      }
    }
  }));
}

TEST_CASE("a flat rate costs the same whatever is in the parcel") {
  const Rate flat{.base = 490};
  CHECK(fee(flat, 0, 0, 1) == 490);
  CHECK(fee(flat, 1'000'000, 100'000, 1000) == 490);
}

TEST_CASE("the first item costs base and per_item, each further one per_item") {
  const Rate rate{.base = 400, .per_item = 100};
  CHECK(fee(rate, 1000, 0, 1) == 500);
  CHECK(fee(rate, 1000, 0, 2) == 600);
  CHECK(fee(rate, 1000, 0, 10) == 1400);
}

TEST_CASE(
    "a parcel costs the fee of the first weight tier that takes it, and nobody takes a heavier "
    "one") {
  const Rate rate{.base = 9999, .weight_tiers = {{1000, 300}, {5000, 600}}};
  CHECK(fee(rate, 100, 0, 1) == 300);
  CHECK(fee(rate, 100, 1000, 1) == 300);
  CHECK(fee(rate, 100, 1001, 1) == 600);
  CHECK(fee(rate, 100, 5000, 1) == 600);
  CHECK(fee(rate, 100, 5001, 1) == std::nullopt);
}

TEST_CASE(
    "a parcel costs the fee of the last price tier that its goods reach, before that the base") {
  const Rate rate{.base = 700, .price_tiers = {{5000, 400}, {10000, 0}}};
  CHECK(fee(rate, 4999, 1, 1) == 700);
  CHECK(fee(rate, 5000, 1, 1) == 400);
  CHECK(fee(rate, 9999, 1, 1) == 400);
  CHECK(fee(rate, 10000, 1, 1) == 0);
}

TEST_CASE(
    "delivery is free from the threshold on, items included, but not for what is too heavy or too "
    "little") {
  const Rate rate{
      .base = 490, .per_item = 50, .free_from = 5000, .max_weight = 30'000, .min_goods = 1000};
  CHECK(fee(rate, 4999, 1, 3) == 640);
  CHECK(fee(rate, 5000, 1, 3) == 0);
  CHECK(fee(rate, 5000, 30'000, 3) == 0);
  CHECK(fee(rate, 5000, 30'001, 3) == std::nullopt);
  CHECK(fee(rate, 999, 1, 1) == std::nullopt);
  CHECK(fee(rate, 1000, 1, 1) == 540);
  const Rate tiers{.free_from = 100, .weight_tiers = {{1000, 300}}};
  CHECK(fee(tiers, 100, 1001, 1) == std::nullopt);
}

TEST_CASE("a fee beyond 2^53 - 1 is out of range") {
  const auto many = parcelFee({.per_item = maxSafeInteger}, {0, 0, 2});
  REQUIRE_FALSE(many);
  CHECK(many.error().code == Errc::out_of_range);
  const auto both = parcelFee({.base = maxSafeInteger, .per_item = 1}, {0, 0, 1});
  REQUIRE_FALSE(both);
  CHECK(both.error().code == Errc::out_of_range);
}

TEST_CASE(
    "the zone with the longest postcode prefix holds, then the one of the country, then "
    "everywhere") {
  REQUIRE(rc::check([] {
    ShippingMethod method = any::profile("p").methods.front();
    for (auto more = any::within(0, 3); more > 0; --more) {
      const auto zones = any::profile("p").methods.front().zones;
      method.zones.insert(method.zones.end(), zones.begin(), zones.end());
    }
    const auto to = any::destination();
    RC_LOG() << toJson(method) << toJson(to);
    const auto expected = zoneByWords(method.zones, to);
    const auto* rate = rateFor(method, to);
    if (!expected || !method.zones[*expected].rate) {
      RC_ASSERT(rate == nullptr);
    } else {
      RC_ASSERT(rate == &*method.zones[*expected].rate);
    }
  }));
}

TEST_CASE("a zone is found by its country") {
  const ShippingMethod method{
      .zones = {zone({"AT", "CH"}, {}, 2), zone({"DE"}, {}, 1), zone({"DE"}, {}, 9)}};
  CHECK(baseAt(method, {"DE", "10115"}) == 1);
  CHECK(baseAt(method, {"CH", ""}) == 2);
  CHECK(baseAt(method, {"FR", "75001"}) == -1);
}

TEST_CASE("a place that no other zone names belongs to the zone for everywhere") {
  const ShippingMethod method{.zones = {zone({}, {}, 3), zone({"DE"}, {}, 1)}};
  CHECK(baseAt(method, {"DE", ""}) == 1);
  CHECK(baseAt(method, {"NZ", ""}) == 3);
}

TEST_CASE(
    "a longer postcode prefix wins over a shorter one and over the whole country, in any order") {
  const ShippingMethod method{
      .zones = {zone({"DE"}, {"27"}, 2), zone({"DE"}, {}, 1), zone({"DE"}, {"2749", "2"}, 4)}};
  CHECK(baseAt(method, {"DE", "10115"}) == 1);
  CHECK(baseAt(method, {"DE", "27100"}) == 2);
  CHECK(baseAt(method, {"DE", "27498"}) == 4);
  CHECK(baseAt(method, {"DE", "20095"}) == 4);
  CHECK(baseAt(method, {"DE", ""}) == 1);
}

TEST_CASE("a postcode prefix wins over a country even where the prefix is for everywhere") {
  const ShippingMethod one{.zones = {zone({"DE"}, {}, 1), zone({}, {"9"}, 2)}};
  CHECK(baseAt(one, {"DE", "99999"}) == 2);
  const ShippingMethod two{.zones = {zone({"DE"}, {"9"}, 1), zone({}, {"99"}, 2)}};
  CHECK(baseAt(two, {"DE", "99999"}) == 2);
}

TEST_CASE("spaces, hyphens and case of a postcode do not matter") {
  const ShippingMethod method{.zones = {zone({"GB"}, {"bt1 "}, 7), zone({"GB"}, {}, 1)}};
  CHECK(baseAt(method, {"GB", "BT1 5GS"}) == 7);
  CHECK(baseAt(method, {"GB", " b-t15gs"}) == 7);
  CHECK(baseAt(method, {"GB", "SW1A 1AA"}) == 1);
}

TEST_CASE("a zone without a rate leaves its place out, even where another zone holds the country") {
  const ShippingMethod method{
      .zones = {zone({"DE"}, {}, 1), {{"DE"}, {"27498"}, std::nullopt}, zone({}, {}, 3)}};
  CHECK(baseAt(method, {"DE", "27498"}) == -1);
  CHECK(baseAt(method, {"DE", "27499"}) == 1);
}

TEST_CASE("profiles that an import would leave have no fault") {
  REQUIRE(rc::check([] {
    const auto seller = any::seller("sel_1");
    RC_LOG() << toJson(seller);
    RC_ASSERT(checkProfiles(seller.shipping_profiles) == std::nullopt);
  }));
  CHECK(checkProfiles({}) == std::nullopt);
}

TEST_CASE("a faulty profile is refused with the path of its fault") {
  struct Row {
    const char* why;
    std::function<void(ShippingProfile&)> spoil;
    Error expected;
  };
  const auto rate = [](Rate broken) {
    return [broken](ShippingProfile& p) { p.methods[0].zones[0].rate = broken; };
  };
  const std::string method = "shipping_profiles[0].methods[0].";
  const std::string inner = method + "zones[0].rate.";
  const std::vector<Row> rows{
      {"no id", [](auto& p) { p.id = ""; }, {Errc::invalid_format, "shipping_profiles[0].id"}},
      {"no methods",
       [](auto& p) { p.methods.clear(); },
       {Errc::missing_field, "shipping_profiles[0].methods"}},
      {"no method id",
       [](auto& p) { p.methods[0].id = ""; },
       {Errc::invalid_format, method + "id"}},
      {"no zones",
       [](auto& p) { p.methods[0].zones.clear(); },
       {Errc::missing_field, method + "zones"}},
      {"method twice",
       [](auto& p) { p.methods.push_back(p.methods[0]); },
       {Errc::duplicate_field, "shipping_profiles[0].methods[1].id"}},
      {"negative days",
       [](auto& p) { p.methods[0].min_days = -1; },
       {Errc::out_of_range, method + "max_days"}},
      {"days the wrong way",
       [](auto& p) { p.methods[0].min_days = 3; },
       {Errc::out_of_range, method + "max_days"}},
      {"small letters",
       [](auto& p) {
         p.methods[0].zones[0].countries = {"DE", "de"};
       },
       {Errc::invalid_format, method + "zones[0].countries[1]"}},
      {"three letters",
       [](auto& p) { p.methods[0].zones[0].countries = {"DEU"}; },
       {Errc::invalid_format, method + "zones[0].countries[0]"}},
      {"empty prefix",
       [](auto& p) {
         p.methods[0].zones[0].postcode_prefixes = {"1", ""};
       },
       {Errc::invalid_format, method + "zones[0].postcode_prefixes[1]"}},
      {"prefix of nothing but spaces",
       [](auto& p) { p.methods[0].zones[0].postcode_prefixes = {" - "}; },
       {Errc::invalid_format, method + "zones[0].postcode_prefixes[0]"}},
      {"base", rate({.base = -1}), {Errc::out_of_range, inner + "base"}},
      {"per_item", rate({.per_item = -1}), {Errc::out_of_range, inner + "per_item"}},
      {"free_from", rate({.free_from = -1}), {Errc::out_of_range, inner + "free_from"}},
      {"max_weight", rate({.max_weight = -1}), {Errc::out_of_range, inner + "max_weight"}},
      {"min_goods", rate({.min_goods = -1}), {Errc::out_of_range, inner + "min_goods"}},
      {"tier up to nothing",
       rate({.weight_tiers = {{0, 1}}}),
       {Errc::out_of_range, inner + "weight_tiers[0].up_to"}},
      {"equal tiers",
       rate({.weight_tiers = {{5, 1}, {5, 2}}}),
       {Errc::out_of_range, inner + "weight_tiers[1].up_to"}},
      {"tier pays",
       rate({.weight_tiers = {{5, 1}, {6, -1}}}),
       {Errc::out_of_range, inner + "weight_tiers[1].fee"}},
      {"tier from below 0",
       rate({.base = 9, .price_tiers = {{-1, 1}}}),
       {Errc::out_of_range, inner + "price_tiers[0].from"}},
      {"descending tiers",
       rate({.base = 9, .price_tiers = {{5, 2}, {4, 1}}}),
       {Errc::out_of_range, inner + "price_tiers[1].from"}},
      {"rising fees",
       rate({.base = 9, .price_tiers = {{5, 2}, {6, 3}}}),
       {Errc::out_of_range, inner + "price_tiers[1].fee"}},
      {"above base",
       rate({.base = 1, .price_tiers = {{5, 2}}}),
       {Errc::out_of_range, inner + "price_tiers[0].fee"}},
      {"price tier pays",
       rate({.price_tiers = {{5, -1}}}),
       {Errc::out_of_range, inner + "price_tiers[0].fee"}},
  };
  for (const auto& row : rows) {
    CAPTURE(row.why);
    auto profile = standard();
    REQUIRE(checkProfiles({profile}) == std::nullopt);
    row.spoil(profile);
    CHECK(checkProfiles({profile}) == row.expected);
  }
  auto flat = standard();
  rate({.base = 9, .price_tiers = {{0, 9}, {5, 9}, {6, 0}}})(flat);
  CHECK(checkProfiles({flat}) == std::nullopt);
  CHECK(checkProfiles({standard(), standard()}) ==
        Error{Errc::duplicate_field, "shipping_profiles[1].id"});
}

TEST_CASE("a country code is two capital letters") {
  CHECK(isCountryCode("DE"));
  for (const auto* text : {"", "D", "de", "De", "DEU", "D1", "D ", "Ä"}) {
    CAPTURE(text);
    CHECK_FALSE(isCountryCode(text));
  }
}

}  // namespace vitrine
