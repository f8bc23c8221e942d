#include "vitrine/catalog.hpp"

#include <algorithm>
#include <cstring>
#include <limits>

#include "unit/catch.hpp"
#include "unit/generators.hpp"
#include "vitrine/catalog_file.hpp"
#include "vitrine/search.hpp"

namespace vitrine {
namespace {

using Bytes = std::vector<std::uint8_t>;

Bytes written(const any::Goods& goods) { return snapshot("EUR", goods.products, goods.sellers); }

/// With the checksum that fits.
Bytes stamped(Bytes bytes) {
  const auto sum = checksum({bytes.data(), bytes.size() - sizeof(std::uint64_t)});
  std::memcpy(bytes.data() + bytes.size() - sizeof sum, &sum, sizeof sum);
  return bytes;
}

Catalog opened(Bytes bytes) {
  auto catalog = Catalog::open(std::move(bytes));
  if (!catalog) throw std::logic_error("the snapshot does not open");
  return *std::move(catalog);
}

std::vector<std::string> offerIds(const std::vector<Product>& products) {
  std::vector<std::string> answer;
  for (const auto& product : products) {
    for (const auto& variant : product.variants) {
      for (const auto& offer : variant.offers) answer.push_back(offer.id);
    }
  }
  return answer;
}

/// Small, with every kind of part a snapshot has.
any::Goods sample() {
  const Rate rate{490, 10, 5000, {{1000, 300}}, {}, 30'000, 100};
  const Rate tiers{490, 0, {}, {}, {{2000, 200}}, {}, {}};
  const std::vector<Zone> zones{{{"DE"}, {"10"}, rate}, {{}, {}, tiers}, {{"AT"}, {}, {}}};
  Seller seller{"sel_1",
                "Wood",
                "DE",
                "EUR",
                true,
                "a@b",
                "Street",
                "Terms",
                ReturnPolicy{{"DE"}, 30, ReturnFees::seller, "https://wood.example/returns"},
                {{"DE", "standard", 190'000}},
                {}};
  seller.shipping_profiles = {
      {"std", "Parcels", {{"dhl", "DHL", ShippingKind::shipping, 1, 2, "", zones}}}};
  const Offer offer{"off_1", "sel_1", "A-1", OfferKind::sale, 1290,
                    "EUR",   7,       500,   "std",           "standard"};
  const Offer other{"off_2", "sel_1", "A-2", OfferKind::sale, 990,
                    "EUR",   {},      500,   "std",           "standard"};
  const Variant variant{"var_1", {{"size", "L"}}, "l.webp", "4006381333931", {offer, other}};
  return {{{"pro_2", "Board", "A board", "Brand", "Wood", {"a.webp"}, {variant}},
           {"pro_1", "", "", "", "", {}, {}}},
          {seller}};
}

/// Reads everything there is to read. With damaged bytes the answers may be wrong, but they must be
/// answers.
std::size_t walk(Catalog& catalog) {
  std::size_t read = catalog.currency().size();
  if (!catalog.indexSearch()) {
    for (const auto* query : {"", "a", "board", "boadr", "wood brand l", "boarding", "xylophone"}) {
      const auto answer = search(catalog, {query, {}, {}, 3, 0});
      REQUIRE(answer);
      read += toJson(*answer).size();
      const SearchFilters filters{{"sel_1"}, {"Brand"}, {"Wood"}, {{"size", "L"}},
                                  1,         2000,      true,     true};
      REQUIRE(search(catalog, {query, filters, SearchSort::price_descending, 3, 0}));
      for (const auto place : searchPlaces(catalog, query, 3)) REQUIRE(place < catalog.size());
    }
  }
  std::vector<std::string> ids;
  for (std::size_t i = 0; i < catalog.size(); ++i) {
    const auto product = catalog.product(i);
    for (const auto& id : offerIds({product})) ids.push_back(id);
    read += toJson(product).size() + toJson(catalog.card(i)).size();
    const auto found = catalog.find(product.id);
    REQUIRE((!found || *found < catalog.size()));
  }
  const auto shelf = catalog.shelf(ids);
  for (const auto& seller : catalog.sellers()) read += toJson(seller).size();
  for (const auto& one : shelf.offers) {
    REQUIRE(shelf.seller(one.offer.seller_id));
    for (const auto* postcode : {"10115", ""}) {
      const auto answer =
          quote({one.offer.currency, {"DE", postcode}, {{one.offer.id, 3}}, {}}, shelf);
      if (answer) read += toJson(*answer).size();
    }
  }
  return read;
}

ProductCard cardOf(std::vector<Offer> offers) {
  return card({"pro_1",
               "Board",
               "",
               "Brand",
               "Wood",
               {},
               {{"var_1", {}, "v.webp", "", std::move(offers)}}});
}

Offer offered(std::string id, Amount price, std::optional<std::int64_t> stock = {},
              std::string seller = "sel_1") {
  Offer answer;
  answer.id = std::move(id);
  answer.seller_id = std::move(seller);
  answer.price = price;
  answer.currency = "EUR";
  answer.stock = stock;
  return answer;
}

}  // namespace

TEST_CASE("what is written into a snapshot is read from it") {
  REQUIRE(rc::check([] {
    const auto goods = *rc::gen::exec(any::goods);
    const auto catalog = opened(written(goods));
    RC_ASSERT(catalog.currency() == "EUR");
    RC_ASSERT(catalog.sellers() == goods.sellers);
    RC_ASSERT(catalog.size() == goods.products.size());
    for (std::size_t i = 0; i < goods.products.size(); ++i) {
      RC_ASSERT(catalog.product(i) == goods.products[i]);
      RC_ASSERT(catalog.card(i) == card(goods.products[i]));
    }
  }));
}

TEST_CASE("every product is found by its id, and nothing else is") {
  REQUIRE(rc::check([] {
    const auto goods = *rc::gen::exec(any::goods);
    const auto catalog = opened(written(goods));
    for (std::size_t i = 0; i < goods.products.size(); ++i)
      RC_ASSERT(catalog.find(goods.products[i].id) == i);
    for (const auto* id : {"", "pro_", "pro_00", "pro_99", "zzz"})
      RC_ASSERT(catalog.find(id) == std::nullopt);
  }));
}

TEST_CASE("a shelf holds the wanted offers with the words beside them, and only their sellers") {
  REQUIRE(rc::check([] {
    const auto goods = *rc::gen::exec(any::goods);
    const auto catalog = opened(written(goods));
    std::vector<std::string> wanted{"off_unknown"};
    std::vector<std::string> sellers;
    std::size_t known = 0;
    for (const auto& product : goods.products) {
      for (const auto& variant : product.variants) {
        for (const auto& offer : variant.offers) {
          if (any::oneIn(3)) continue;
          wanted.insert(wanted.begin(), offer.id);
          ++known;
          if (!std::count(sellers.begin(), sellers.end(), offer.seller_id))
            sellers.push_back(offer.seller_id);
        }
      }
    }
    if (known > 0) wanted.push_back(wanted.front());  // asked for twice, held once
    const auto shelf = catalog.shelf(wanted);
    RC_ASSERT(shelf.offers.size() == known);
    RC_ASSERT(shelf.sellers.size() == sellers.size());
    for (const auto& id : sellers) RC_ASSERT(shelf.seller(id) != nullptr);
    RC_ASSERT(shelf.offer("off_unknown") == nullptr);
    for (const auto& product : goods.products) {
      for (const auto& variant : product.variants) {
        for (const auto& offer : variant.offers) {
          const auto* found = shelf.offer(offer.id);
          RC_ASSERT((found != nullptr) == (std::count(wanted.begin(), wanted.end(), offer.id) > 0));
          if (!found) continue;
          const auto image =
              variant.image.empty() && !product.images.empty() ? product.images[0] : variant.image;
          RC_ASSERT(*found == (ShelfOffer{offer, product.id, variant.id, product.title,
                                          variant.options, image, product.category}));
        }
      }
    }
  }));
}

TEST_CASE("the same catalogue gives the same bytes") {
  REQUIRE(rc::check([] {
    const auto goods = *rc::gen::exec(any::goods);
    const auto copy = goods;
    RC_ASSERT(written(goods) == written(copy));
  }));
}

TEST_CASE("a catalogue with changed offers answers like one that was written so") {
  REQUIRE(rc::check([] {
    auto goods = *rc::gen::exec(any::goods);
    auto catalog = opened(written(goods));
    RC_ASSERT(!catalog.indexSearch());
    std::vector<Offer*> offers;
    for (auto& product : goods.products) {
      for (auto& variant : product.variants) {
        for (auto& offer : variant.offers) offers.push_back(&offer);
      }
    }
    for (auto left = offers.empty() ? 0 : any::within(1, 4); left > 0; --left) {
      auto& offer = *any::of(offers);
      offer.price = any::of({Amount{0}, Amount{1}, Amount{999}, Amount{maxSafeInteger}});
      offer.stock = any::of({std::optional<std::int64_t>(), std::optional<std::int64_t>(0),
                             std::optional<std::int64_t>(maxSafeInteger)});
      RC_ASSERT(catalog.change({offer.id, offer.price, offer.stock}));
    }
    auto fresh = opened(written(goods));
    RC_ASSERT(!fresh.indexSearch());
    for (std::size_t i = 0; i < goods.products.size(); ++i) {
      RC_ASSERT(catalog.product(i) == goods.products[i]);
      RC_ASSERT(catalog.card(i) == fresh.card(i));
    }
    const auto ids = offerIds(goods.products);
    RC_ASSERT(catalog.shelf(ids).offers == fresh.shelf(ids).offers);
    SearchRequest dearest{"", {}, SearchSort::price_descending, 100, 0};
    dearest.filters.available = true;
    const auto found = search(catalog, dearest);
    const auto wanted = search(fresh, dearest);
    RC_ASSERT(found && wanted);
    RC_ASSERT(toJson(found->hits) == toJson(wanted->hits));
    RC_ASSERT(found->facets.available == wanted->facets.available);
  }));
}

TEST_CASE("an offer that is not there, and figures that none may have, change nothing") {
  auto catalog = opened(written(sample()));
  CHECK_FALSE(catalog.change({"off_3", 1, 1}));
  CHECK_FALSE(catalog.change({"off_1", -1, 1}));
  CHECK_FALSE(catalog.change({"off_1", 1, -1}));
  CHECK_FALSE(catalog.change({"off_1", maxSafeInteger + 1, 1}));
  CHECK(catalog.product(0) == sample().products[0]);
}

TEST_CASE("an empty catalogue is a catalogue") {
  const auto catalog = opened(written({}));
  CHECK(catalog.size() == 0);
  CHECK(catalog.sellers().empty());
  CHECK(catalog.find("pro_1") == std::nullopt);
  CHECK(catalog.shelf(std::vector<std::string>{"off_1"}).offers.empty());
}

TEST_CASE("a catalogue outlives the move of its handle") {
  auto first = opened(written(sample()));
  auto second = std::move(first);
  CHECK(second.product(0).id == "pro_2");
  first = opened(written({}));
  second = std::move(first);
  CHECK(second.size() == 0);
}

TEST_CASE("bytes that are no snapshot are refused") {
  const auto refused = [](Bytes bytes) {
    const auto answer = Catalog::open(std::move(bytes));
    return !answer && answer.error() == Error{Errc::corrupt_catalog, ""};
  };
  CHECK(refused({}));
  CHECK(refused({0}));
  CHECK(refused(Bytes(8)));
  CHECK(refused(Bytes(1000)));
  CHECK(refused(Bytes(1000, 0xff)));
  auto other = written(sample());
  CHECK_FALSE(refused(other));
  other[7] = '0';  // the file identifier of another format
  CHECK(refused(other));
  REQUIRE(rc::check([&](Bytes bytes) { RC_ASSERT(refused(std::move(bytes))); }));
}

TEST_CASE("a snapshot that was cut short does not open") {
  const auto whole = written(sample());
  auto catalog = opened(whole);
  REQUIRE(walk(catalog) > 0);
  for (std::size_t size = 0; size < whole.size(); ++size) {
    CAPTURE(size);
    const Bytes cut(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(size));
    CHECK_FALSE(Catalog::open(cut));
  }
}

TEST_CASE("what many products have alike and what prices end in is read as it was written") {
  for (const auto step :
       std::initializer_list<Amount>{1, 99, 100, 12'345, 50'000'000, 3'000'000'000}) {
    auto goods = sample();
    const auto first = goods.products.front();
    goods.products.clear();
    for (int i = 0; i < 100; ++i) {
      auto product = first;
      product.id = "pro_" + std::to_string(i);
      product.images = {"https://img.example/things/" + std::to_string(i / 3) + ".webp"};
      auto& variant = product.variants.front();
      variant.id = "var_" + std::to_string(i);
      variant.image = "";
      for (auto& offer : variant.offers) {
        offer.id += "_" + std::to_string(i);
        offer.sku += i % 7 == 0 ? "-" + std::string(300, 'x') : "-" + std::to_string(i);
        offer.price = 90 + i * step;
      }
      goods.products.push_back(product);
    }
    const auto catalog = opened(written(goods));
    for (std::size_t i = 0; i < goods.products.size(); ++i) {
      CAPTURE(step, i);
      CHECK(catalog.product(i) == goods.products[i]);
    }
  }
}

TEST_CASE("a snapshot with one wrong bit does not open") {
  const auto whole = written(sample());
  for (std::size_t bit = 0; bit < whole.size() * 8; ++bit) {
    CAPTURE(bit);
    auto bytes = whole;
    bytes[bit / 8] ^= static_cast<std::uint8_t>(1U << (bit % 8));
    CHECK_FALSE(Catalog::open(std::move(bytes)));
  }
}

TEST_CASE(
    "a hostile snapshot whose checksum fits is refused, or all of it can be read and priced") {
  const auto whole = written(sample());
  std::size_t survived = 0;
  for (std::size_t bit = 0; bit < whole.size() * 8; ++bit) {
    CAPTURE(bit);
    auto bytes = whole;
    bytes[bit / 8] ^= static_cast<std::uint8_t>(1U << (bit % 8));
    auto catalog = Catalog::open(stamped(std::move(bytes)));
    if (!catalog) continue;
    ++survived;
    walk(*catalog);
  }
  // Many bits are text or figures; a verifier that refuses all of them would not be tested by this.
  CHECK(survived > whole.size());
}

TEST_CASE(
    "a hostile snapshot with many wrong bytes is refused, or all of it can be read and priced") {
  const auto whole = written(sample());
  REQUIRE(rc::check([&] {
    auto bytes = whole;
    for (auto left = any::within(1, 4); left > 0; --left) {
      bytes[static_cast<std::size_t>(any::within(0, static_cast<std::int64_t>(bytes.size()) - 1))] =
          *rc::gen::arbitrary<std::uint8_t>();
    }
    auto catalog = Catalog::open(stamped(std::move(bytes)));
    if (catalog) walk(*catalog);
    RC_CLASSIFY(static_cast<bool>(catalog), "opened");
  }));
}

TEST_CASE("a snapshot with any figures does not open, or all of it can still be read and priced") {
  REQUIRE(rc::check([] {
    auto goods = sample();
    auto& seller = goods.sellers[0];
    auto& rates = seller.shipping_profiles[0].methods[0].zones;
    auto& offers = goods.products[0].variants[0].offers;
    std::vector<std::int64_t*> figures{&offers[0].price,
                                       &offers[0].weight,
                                       &*offers[0].stock,
                                       &seller.tax_rates[0].rate_ppm,
                                       &rates[0].rate->base,
                                       &rates[0].rate->per_item,
                                       &rates[0].rate->weight_tiers[0].up_to,
                                       &rates[0].rate->weight_tiers[0].fee,
                                       &*rates[0].rate->free_from,
                                       &*rates[0].rate->min_goods,
                                       &rates[1].rate->base,
                                       &rates[1].rate->price_tiers[0].from,
                                       &rates[1].rate->price_tiers[0].fee};
    constexpr auto most = std::numeric_limits<std::int64_t>::max();
    for (auto left = any::within(1, 3); left > 0; --left) {
      *any::of(figures) =
          any::of({-1 - most, -most, -maxSafeInteger, std::int64_t{-700}, std::int64_t{-1},
                   std::int64_t{0}, maxSafeInteger, maxSafeInteger + 1, most});
    }
    RC_LOG() << toJson(goods);
    auto catalog = Catalog::open(written(goods));
    if (catalog) walk(*catalog);
    RC_CLASSIFY(static_cast<bool>(catalog), "opened");
  }));
}

TEST_CASE("a snapshot with a negative price, weight or fee does not open") {
  const auto opens = [](auto spoil) {
    auto goods = sample();
    spoil(goods);
    return static_cast<bool>(Catalog::open(written(goods)));
  };
  const auto offer = [](any::Goods& goods) -> Offer& {
    return goods.products[0].variants[0].offers[1];
  };
  CHECK(opens([](any::Goods&) {}));
  CHECK_FALSE(opens([&](any::Goods& goods) { offer(goods).price = -1; }));
  CHECK_FALSE(opens([&](any::Goods& goods) { offer(goods).weight = -1; }));
  CHECK_FALSE(opens([](any::Goods& goods) {
    goods.sellers[0].shipping_profiles[0].methods[0].zones[1].rate->base = -1;
  }));
}

TEST_CASE("a card shows the cheapest offer that can be had") {
  const auto shown =
      cardOf({offered("a", 300), offered("b", 100, 0), offered("c", 200, 1, "sel_2")});
  CHECK(shown.offer_id == "c");
  CHECK(shown.price == 200);
  CHECK(shown.currency == "EUR");
  CHECK(shown.price_varies);
  CHECK(shown.available);
  CHECK(shown.seller_ids == std::vector<std::string>{"sel_1", "sel_2"});
}

TEST_CASE("a card of what is sold out shows the cheapest price and is not available") {
  const auto shown = cardOf({offered("a", 300, 0), offered("b", 100, 0)});
  CHECK(shown.price == 100);
  CHECK_FALSE(shown.available);
}

TEST_CASE("a price varies only when two offers differ in it") {
  CHECK_FALSE(cardOf({offered("a", 300)}).price_varies);
  CHECK_FALSE(cardOf({offered("a", 300), offered("b", 300)}).price_varies);
  CHECK(cardOf({offered("a", 300), offered("b", 300), offered("c", 301)}).price_varies);
}

TEST_CASE("a card shows the product's first picture, else a variant's") {
  Product product{"pro_1",
                  "",
                  "",
                  "",
                  "",
                  {"p.webp", "q.webp"},
                  {{"var_1", {}, "", "", {}}, {"v", {}, "v.webp", "", {}}}};
  CHECK(card(product).image == "p.webp");
  CHECK(card(product).variant_count == 2);
  product.images.clear();
  CHECK(card(product).image == "v.webp");
}

TEST_CASE("a product without offers has a card, and is not available") {
  const auto shown = card({"pro_1", "Board", "", "", "", {}, {}});
  CHECK(shown.title == "Board");
  CHECK_FALSE(shown.available);
  CHECK(shown.offer_id.empty());
}

}  // namespace vitrine
