#include "import/importer.hpp"

#include <soci/soci.h>

#include <fstream>
#include <functional>
#include <sstream>
#include <tuple>

#include "crypto.hpp"
#include "import/merging.hpp"
#include "json.hpp"
#include "store/catalogue.hpp"
#include "store/feeds.hpp"
#include "store/imports.hpp"
#include "store/members.hpp"
#include "store/prices.hpp"
#include "unit/catch.hpp"
#include "unit/server/store.hpp"

namespace vitrine {
namespace {

/// A data folder with two sellers; gone in the end.
class Shop {
 public:
  Shop() {
    for (const auto* id : {"sel_a", "sel_b"}) {
      Seller seller;
      seller.id = id;
      seller.currency = "EUR";
      seller.shipping_profiles.emplace_back().id = "parcel";
      db().transaction([&] { insertSeller(db(), {seller, "", ""}); });
    }
  }
  ~Shop() {
    database_.reset();
    std::filesystem::remove_all(folder_);
  }
  Shop(const Shop&) = delete;

  Database& db() { return *database_; }

  ImportReport import(const std::string& seller_id, const std::vector<Json>& rows,
                      ImportOptions options = {}) {
    std::string feed;
    for (const auto& row : rows) feed += row.dump() + '\n';
    return importText(seller_id, feed, std::move(options));
  }

  /// Runs after each transaction of an import; what it throws ends the import there.
  std::function<void()> between;

  const Transact transact = [this](const auto& work) {
    if (between) between();
    db().transaction([&] { work(db()); });
  };
  NewId newId() {
    return [this](std::string_view prefix) { return std::string(prefix) + std::to_string(++ids_); };
  }

  /// What stands in the tables that imports write.
  std::vector<long long> counts() {
    std::vector<long long> all;
    for (const auto* table : {"products", "variants", "offers", "item_groups", "planned_prices",
                              "imports", "import_rows", "offer_changes"}) {
      long long count = 0;
      db().sql() << "SELECT count(*) FROM " + std::string(table), soci::into(count);
      all.push_back(count);
    }
    return all;
  }

  ImportReport importText(const std::string& seller_id, const std::string& feed,
                          ImportOptions options = {}) {
    std::istringstream bytes(feed);
    options.seller_id = seller_id;
    if (!options.format) options.format = FeedFormat::json_lines;
    return importFeed(transact, bytes, options, {1, newId(), {}});
  }

  std::vector<Product> products() { return listProducts(db(), "EUR"); }

  /// The product that the SKU belongs to.
  Product productOf(const std::string& sku) {
    for (auto& product : products()) {
      for (const auto& variant : product.variants) {
        for (const auto& offer : variant.offers) {
          if (offer.sku == sku) return product;
        }
      }
    }
    FAIL("no product has " << sku);
    return {};
  }

 private:
  std::filesystem::path folder_ =
      std::filesystem::temp_directory_path() /
      ("vitrine-import-" + std::to_string(std::hash<std::string>{}(newSecret(""))));
  std::unique_ptr<Database> database_ = std::make_unique<Database>(folder_);
  int ids_ = 0;
};

Json row(const std::string& id, Json more = Json::object()) {
  Json all{{"id", id},
           {"title", "Title of " + id},
           {"price", "10.00 EUR"},
           {"availability", "in_stock"}};
  all.update(more);
  return all;
}

const char* const gtin = "4006381333931";
const char* const gtin2 = "2000000000008";

/// A feed that adds, changes, gathers and leaves out; `first` is what was there before.
std::vector<Json> firstRows() {
  std::vector<Json> rows;
  for (int i = 0; i < 40; ++i)
    rows.push_back(row("OLD-" + std::to_string(i), {{"item_group_id", i % 2 ? "odd" : "even"}}));
  rows.push_back(row("ALONE", {{"gtin", gtin}}));
  return rows;
}
std::vector<Json> laterRows() {
  std::vector<Json> rows;
  for (int i = 0; i < 30; ++i)
    rows.push_back(row(
        "OLD-" + std::to_string(i),
        {{"item_group_id", i % 2 ? "odd" : "even"}, {"price", "12.00 EUR"}, {"title", "Renamed"}}));
  for (int i = 0; i < 3000; ++i)
    rows.push_back(row("NEW-" + std::to_string(i),
                       {{"item_group_id", std::to_string(i / 3)}, {"size", std::to_string(i)}}));
  rows.push_back(row("MOVED", {{"item_group_id", "odd"}, {"gtin", gtin}}));
  return rows;
}

}  // namespace

TEST_CASE("nothing of an import is seen before the whole feed is read") {
  Shop shop;
  shop.import("sel_a", firstRows());
  const auto before = shop.products();
  const auto counts = shop.counts();
  ImportOptions options;
  options.replace = true;
  int transactions = 0;
  bool accepted = false;
  shop.between = [&] {
    ++transactions;
    const auto import = findImport(shop.db());
    if (import && import->accepted) accepted = true;
    if (!accepted) REQUIRE(shop.products() == before);
    if (!accepted) CHECK(!changeOffer(shop.db(), "sel_a", "NEW-0", 1, 1));
  };
  SECTION("and then all of it is there") {
    const auto report = shop.import("sel_a", laterRows(), options);
    CHECK(transactions > 5);
    CHECK(accepted);
    CHECK(report.added == 3001);
    CHECK(report.changed == 30);
    CHECK(report.gone == 11);
    CHECK(shop.productOf("OLD-0").title == "Renamed");
    CHECK(!findImport(shop.db()));
  }
  SECTION("nor afterwards, when a row is refused") {
    auto rows = laterRows();
    rows.push_back(row("BAD", {{"price", "free"}}));
    CHECK(!shop.import("sel_a", rows, options).kept);
  }
  SECTION("nor afterwards, in a dry run, which says what the import does") {
    options.dry_run = true;
    const auto dry = shop.import("sel_a", laterRows(), options);
    CHECK(shop.counts() == counts);
    shop.between = {};
    options.dry_run = false;
    const auto real = shop.import("sel_a", laterRows(), options);
    CHECK(std::tuple(dry.added, dry.changed, dry.unchanged, dry.gone) ==
          std::tuple(real.added, real.changed, real.unchanged, real.gone));
    accepted = true;
  }
  if (!accepted) {
    CHECK(shop.products() == before);
    CHECK(shop.counts() == counts);
  }
}

TEST_CASE("an import that breaks off leaves nothing, or is completed") {
  struct Crash {};
  const auto outcome = [](int at, bool crashes) {
    Shop shop;
    shop.import("sel_a", firstRows());
    const auto before = shop.counts();
    const auto goods = shop.products();
    ImportOptions options;
    options.replace = true;
    int transactions = 0;
    bool accepted = false;
    shop.between = [&] {
      if (!crashes || ++transactions < at) return;
      const auto import = findImport(shop.db());
      accepted = import && import->accepted;
      throw Crash();  // and nothing more is possible
    };
    bool ended = true;
    try {
      shop.import("sel_a", laterRows(), options);
    } catch (const Crash&) {
      ended = false;
    }
    shop.between = {};
    CHECK(endLeftImport(shop.transact, {}, 1, shop.newId()) == accepted);
    CHECK(!findImport(shop.db()));
    if (!ended && !accepted) {
      CHECK(shop.counts() == before);
      CHECK(shop.products() == goods);
    } else {
      CHECK(shop.products().size() == 1002);
      CHECK(shop.productOf("OLD-29").title == "Renamed");
      CHECK(!findBySku(shop.db(), "sel_a", "OLD-30"));
    }
    return ended;
  };
  CHECK(outcome(0, false));
  int at = 1;
  while (!outcome(at, true)) ++at;
  CHECK(at > 8);
}

TEST_CASE("a GTIN that one row gives up is another row's, and does not join the two") {
  Shop shop;
  shop.import("sel_a", {row("A", {{"gtin", gtin}})});
  const auto report =
      shop.import("sel_a", {row("A", {{"gtin", gtin2}}), row("B", {{"gtin", gtin}})});
  CHECK(report.added == 1);
  CHECK(report.changed == 1);
  CHECK(shop.productOf("A").variants.at(0).gtin == gtin2);
  CHECK(shop.productOf("B").variants.at(0).gtin == gtin);
  CHECK(shop.productOf("A").id != shop.productOf("B").id);
}

TEST_CASE("all rows of an item group end in one product, whichever of them another seller has") {
  std::vector<Json> rows{row("S-1", {{"item_group_id", "screws"}, {"size", "4"}}),
                         row("S-2", {{"item_group_id", "screws"}, {"size", "5"}, {"gtin", gtin}}),
                         row("S-3", {{"item_group_id", "screws"}, {"size", "6"}})};
  std::sort(rows.begin(), rows.end());
  do {
    Shop shop;
    REQUIRE(shop.import("sel_a", {row("OTHER", {{"gtin", gtin}})}).kept);
    REQUIRE(shop.import("sel_b", rows).kept);
    const auto products = shop.products();
    REQUIRE(products.size() == 1);
    CHECK(products[0].title == "Title of OTHER");
    CHECK(products[0].variants.size() == 3);
    const auto report = shop.import("sel_b", rows);
    CHECK(report.unchanged == 3);
    CHECK(shop.products() == products);
  } while (std::next_permutation(rows.begin(), rows.end()));
}

TEST_CASE("a group that stood in two products is gathered by the next import") {
  Shop shop;
  shop.import("sel_b", {row("S-1", {{"item_group_id", "screws"}})});
  shop.import("sel_b", {row("S-2", {{"size", "5"}})});
  REQUIRE(shop.products().size() == 2);
  const auto offers = [&] {
    return std::pair(findBySku(shop.db(), "sel_b", "S-1")->offer.id,
                     findBySku(shop.db(), "sel_b", "S-2")->offer.id);
  };
  const auto before = offers();
  shop.import("sel_b", {row("S-1", {{"item_group_id", "screws"}}),
                        row("S-2", {{"item_group_id", "screws"}, {"size", "5"}})});
  CHECK(shop.products().size() == 1);
  CHECK(offers() == before);
}

TEST_CASE("variants merge by GTIN, else by brand and MPN, never by title") {
  Shop shop;
  const Json ours{{"brand", "Standfest"}, {"mpn", "SF-1"}, {"gtin", gtin}};
  shop.import("sel_a", {row("A-1", ours)});
  SECTION("the GTIN in another spelling") {
    shop.import("sel_b", {row("B-1", {{"gtin", std::string("0") + gtin}})});
    CHECK(shop.productOf("B-1").id == shop.productOf("A-1").id);
  }
  SECTION("brand and MPN, where one of them has no GTIN") {
    shop.import("sel_b", {row("B-1", {{"brand", "Standfest"}, {"mpn", "SF-1"}})});
    CHECK(shop.productOf("B-1").variants.size() == 1);
    CHECK(shop.productOf("B-1").id == shop.productOf("A-1").id);
  }
  SECTION("not by brand and MPN against the GTIN") {
    shop.import("sel_b", {row("B-1", {{"brand", "Standfest"}, {"mpn", "SF-1"}, {"gtin", gtin2}})});
    CHECK(shop.productOf("B-1").id != shop.productOf("A-1").id);
  }
  SECTION("not by the MPN alone, and not by the title") {
    shop.import("sel_b", {row("B-1", {{"mpn", "SF-1"}, {"title", "Title of A-1"}})});
    CHECK(shop.productOf("B-1").id != shop.productOf("A-1").id);
  }
}

TEST_CASE("a second import updates what the first brought, and says what changed") {
  Shop shop;
  auto first = shop.import("sel_a", {row("A"), row("B"), row("C")});
  CHECK(first.added == 3);
  const auto id = findBySku(shop.db(), "sel_a", "A")->offer.id;
  const auto second = shop.import(
      "sel_a", {row("A", {{"price", "11.00 EUR"}}), row("B", {{"title", "New"}}), row("C")});
  CHECK(second.changed == 2);
  CHECK(second.unchanged == 1);
  CHECK(second.gone == 0);
  CHECK(findBySku(shop.db(), "sel_a", "A")->offer.id == id);
  CHECK(findBySku(shop.db(), "sel_a", "A")->offer.price == 1100);
  CHECK(shop.productOf("B").title == "New");
}

TEST_CASE("a replacing import takes from sale what it does not name, of its seller alone") {
  Shop shop;
  shop.import("sel_a", {row("A"), row("B")});
  shop.import("sel_b", {row("A")});
  ImportOptions replace;
  replace.replace = true;
  const auto report = shop.import("sel_a", {row("B")}, replace);
  CHECK(report.gone == 1);
  CHECK(!findBySku(shop.db(), "sel_a", "A"));
  CHECK(findBySku(shop.db(), "sel_a", "B"));
  CHECK(findBySku(shop.db(), "sel_b", "A"));
  SECTION("an empty feed replaces nothing") {
    CHECK(!shop.import("sel_a", {}, replace).kept);
    CHECK(findBySku(shop.db(), "sel_a", "B"));
  }
  SECTION("with a refused row nothing is taken from sale") {
    replace.keep_good = true;
    CHECK(shop.import("sel_a", {row("C"), row("D", {{"price", "free"}})}, replace).gone == 0);
    CHECK(findBySku(shop.db(), "sel_a", "B"));
    CHECK(findBySku(shop.db(), "sel_a", "C"));
  }
}

TEST_CASE("a dry run tells what would change and changes nothing") {
  Shop shop;
  shop.import("sel_a", {row("A"), row("B"), row("C")});
  const auto before = shop.products();
  ImportOptions options;
  options.replace = options.dry_run = true;
  const auto report = shop.import(
      "sel_a", {row("A", {{"price", "9.00 EUR"}, {"inventory_quantity", 3}}), row("B"), row("D")},
      options);
  CHECK(!report.kept);
  CHECK(shop.products() == before);
  REQUIRE(report.changes.size() == 3);
  CHECK(report.changes[0].kind == ChangeKind::changed);
  CHECK(report.changes[0].parts == std::vector<std::string>{"price", "stock"});
  CHECK(report.changes[1].kind == ChangeKind::added);
  CHECK(report.changes[1].id == "D");
  CHECK(report.changes[2].kind == ChangeKind::gone);
  CHECK(report.changes[2].id == "C");
}

TEST_CASE("an id that stands twice is refused, and nothing of the feed is kept") {
  Shop shop;
  const auto report = shop.import("sel_a", {row("A"), row("B"), row("A")});
  CHECK(!report.kept);
  CHECK(report.refused == 1);
  REQUIRE(report.errors.size() == 1);
  CHECK(report.errors[0].line == 3);
  CHECK(report.errors[0].field == "id");
  CHECK(shop.products().empty());
}

TEST_CASE("rows that the seller's settings refuse say why") {
  Shop shop;
  const auto field = [&](const Json& more) {
    const auto report = shop.import("sel_a", {row("A", more)});
    return report.errors.empty() ? std::string() : report.errors[0].field;
  };
  CHECK(field({{"price", "10.00 USD"}}) == "price");
  CHECK(field({{"shipping_label", "drone"}}) == "shipping_label");
  for (const auto* link : {"javascript:alert(1)", "JavaScript:alert(1)", "data:image/png;base64,x",
                           "file:///etc/passwd", "ftp://a.example/a.png", "missing.webp",
                           "//a.example/a.webp", " javascript:alert(1)"})
    CHECK(field({{"image_link", link}}) == "image_link");
  CHECK(field({{"image_link", "https://a.example/a.webp"}}) == "");
  CHECK(shop.importText("sel_x", "").errors.at(0).field == "seller");
}

TEST_CASE("a million faults are counted, and a thousand told") {
  Shop shop;
  std::string feed;
  for (int i = 0; i < 5000; ++i) feed += "{}\n";
  const auto report = shop.importText("sel_a", feed);
  CHECK(report.refused == 5000);
  CHECK(report.errors.size() == 1000);
}

TEST_CASE("a product of an item group has at most 2,048 variants") {
  Shop shop;
  std::vector<Json> rows;
  for (int i = 0; i < maxVariants + 2; ++i)
    rows.push_back(row("S-" + std::to_string(i), {{"item_group_id", "g"}}));
  ImportOptions options;
  options.keep_good = true;
  const auto report = shop.import("sel_a", rows, options);
  CHECK(report.added == maxVariants);
  REQUIRE(report.errors.size() == 2);
  CHECK(report.errors[0].field == "item_group_id");
}

TEST_CASE("a seller has at most 100 offers of one variant") {
  Shop shop;
  std::vector<Json> rows;
  for (int i = 0; i < maxOffers + 2; ++i)
    rows.push_back(row("S-" + std::to_string(i), {{"brand", "Birch"}, {"mpn", "M1"}}));
  ImportOptions options;
  options.keep_good = true;
  const auto report = shop.import("sel_a", rows, options);
  CHECK(report.added == maxOffers);
  REQUIRE(report.errors.size() == 2);
  CHECK(report.errors[0].field == "id");
  CHECK(shop.import("sel_a", rows, options).errors.size() == 2);  // what is there stays as it is
}

TEST_CASE("a statement that failed can be run again") {
  Shop shop;
  const auto add = [&](const char* id) {
    Seller seller;
    seller.id = id;
    shop.db().transaction([&] { insertSeller(shop.db(), {seller, "", ""}); });
  };
  CHECK_THROWS(add("sel_a"));  // is there already
  CHECK_THROWS(add("sel_a"));
  add("sel_c");
  CHECK(findSeller(shop.db(), "sel_c"));
}

TEST_CASE("offers that the operator split off stay there through later imports") {
  Shop shop;
  const Json same{{"gtin", gtin}, {"size", "4"}, {"item_group_id", "screws"}};
  shop.import("sel_a", {row("A", same)});
  shop.import("sel_b", {row("B", same), row("B2", {{"item_group_id", "screws"}})});
  REQUIRE(shop.products().size() == 1);
  const auto offer = findBySku(shop.db(), "sel_b", "B")->offer.id;
  int ids = 0;
  const auto split = [&](std::vector<std::string> offers) {
    return splitProduct(shop.db(), offers, [&](std::string_view prefix) {
      return std::string(prefix) + "new" + std::to_string(++ids);
    });
  };
  const auto product = split({offer});
  REQUIRE(product);
  CHECK(shop.productOf("B").id == *product);
  CHECK(shop.productOf("B").variants.at(0).options == std::vector<VariantOption>{{"size", "4"}});
  CHECK(shop.productOf("B2").id == shop.productOf("A").id);

  const auto report =
      shop.import("sel_b", {row("B", same), row("B2", {{"item_group_id", "screws"}})});
  CHECK(report.kept);
  CHECK(shop.productOf("B").id == *product);
  CHECK(shop.productOf("B2").id == shop.productOf("A").id);
  CHECK(shop.productOf("A").variants.at(0).gtin == gtin);

  SECTION("and can be joined again, with their variants of the same options") {
    CHECK(!joinProduct(shop.db(), *product, shop.productOf("A").id));
    CHECK(shop.products().size() == 1);
    CHECK(shop.productOf("B").variants.size() == 2);
    CHECK(findBySku(shop.db(), "sel_b", "B")->offer.id == offer);
  }
  SECTION("and faults are told where they are") {
    CHECK(split({"off_x"}).error() == Error{Errc::unknown_offer, "offers[0]"});
    CHECK(split({offer, offer}).error() == Error{Errc::duplicate_offer, "offers[1]"});
    const auto other = findBySku(shop.db(), "sel_a", "A")->offer.id;
    CHECK(split({offer, other}).error() == Error{Errc::invalid_format, "offers[1]"});
    CHECK(joinProduct(shop.db(), "pro_x", *product) == Error{Errc::unknown_product, "from"});
    CHECK(joinProduct(shop.db(), *product, *product) == Error{Errc::unknown_product, "into"});
  }
}

TEST_CASE("two products that the operator joined stay one through later imports") {
  Shop shop;
  const Json a{{"gtin", gtin}, {"size", "4"}};
  const Json b{{"gtin", gtin2}, {"size", "4"}};
  shop.import("sel_a", {row("A", a)});
  shop.import("sel_b", {row("B", b), row("B2", {{"size", "5"}})});
  CHECK(!joinProduct(shop.db(), shop.productOf("B").id, shop.productOf("A").id));
  CHECK(!joinProduct(shop.db(), shop.productOf("B2").id, shop.productOf("A").id));
  const auto joined = shop.products();
  REQUIRE(joined.size() == 1);
  CHECK(joined[0].variants.size() == 2);
  shop.import("sel_b", {row("B", b), row("B2", {{"size", "5"}})});
  shop.import("sel_a", {row("A", a)});
  CHECK(shop.products().size() == 1);
  CHECK(shop.productOf("B").variants.size() == 2);
}

TEST_CASE("a price or stock changes alone, and nothing else does") {
  Shop shop;
  shop.import("sel_a", {row("A", {{"inventory_quantity", 3}})});
  CHECK(changeOffer(shop.db(), "sel_a", "A", 900, {}) == true);
  CHECK(changeOffer(shop.db(), "sel_a", "A", 900, {}) == false);
  CHECK(changeOffer(shop.db(), "sel_a", "A", {}, 5) == true);
  CHECK(findBySku(shop.db(), "sel_a", "A")->offer.price == 900);
  CHECK(findBySku(shop.db(), "sel_a", "A")->offer.stock == 5);
  CHECK(changeOffer(shop.db(), "sel_b", "A", 1, 1) == std::nullopt);
}

TEST_CASE("a sale price holds in its window, and the usual one comes back by itself") {
  constexpr std::int64_t day = 24LL * 60 * 60 * 1000;
  const auto priceAt = [&](const std::string& window, std::int64_t moment) {
    Shop shop;  // imports at the start of 1970
    shop.import("sel_a",
                {row("A", {{"sale_price", "8.00 EUR"}, {"sale_price_effective_date", window}})});
    applyPrices(shop.db(), moment);
    return shop.productOf("A").variants[0].offers[0].price;
  };
  CHECK(priceAt("1970-01-01/1970-01-02", 1) == 800);
  CHECK(priceAt("1970-01-01/1970-01-02", 2 * day) == 1000);
  CHECK(priceAt("1970-01-02/1970-01-02", 1) == 1000);
  CHECK(priceAt("1970-01-02/1970-01-02", day) == 800);
  CHECK(priceAt("1970-01-02/1970-01-02", 2 * day) == 1000);
  CHECK(priceAt("1969-01-01/1969-01-02", 1) == 1000);
  CHECK(priceAt("1969-01-01/1969-01-02", day) == 1000);
}

TEST_CASE("a feed without the sale ends the sale") {
  Shop shop;
  const Json sale{{"sale_price", "8.00 EUR"}};
  shop.import("sel_a", {row("A", sale)});
  CHECK(shop.productOf("A").variants[0].offers[0].price == 800);
  auto later = sale;
  later["sale_price_effective_date"] = "1970-02-01/1970-02-02";
  shop.import("sel_a", {row("A", later)});
  CHECK(shop.productOf("A").variants[0].offers[0].price == 1000);
  shop.import("sel_a", {row("A")});
  CHECK(applyPrices(shop.db(), 1'000'000'000'000) == 0);
}

TEST_CASE("pictures are stored for what is kept, and for nothing else") {
  const Folder beside;
  std::filesystem::create_directories(beside.path);
  const std::filesystem::path images(VECTORS_DIR "/../../examples/demo/sellers/images");
  std::filesystem::copy_file(images / "basil.webp", beside.path / "one.webp");
  std::filesystem::copy_file(images / "hose.webp", beside.path / "two.webp");
  std::ofstream(beside.path / "bad.webp") << "RIFF????WEBPVP8 and no more";
  const auto picture = [](const std::string& id, const char* image, Json more = Json::object()) {
    more["image_link"] = image;
    return row(id, more);
  };
  const auto stored = [&] {
    std::error_code none;
    const std::filesystem::directory_iterator all(beside.path / "media", none);
    return std::distance(begin(all), end(all));
  };
  ImportOptions options;
  options.images = beside.path;
  options.media = beside.path / "media";
  Shop shop;
  SECTION("each in three sizes, once") {
    REQUIRE(
        shop.import("sel_a", {picture("A", "one.webp"), picture("B", "one.webp")}, options).kept);
    CHECK(stored() == 3);
    const auto path = shop.productOf("A").images.at(0);
    CHECK(path.starts_with("/v1/media/"));
    CHECK(path.ends_with(".1280.webp"));
  }
  SECTION("a refused feed leaves none") {
    const auto report =
        shop.import("sel_a", {picture("A", "one.webp"), picture("B", "bad.webp")}, options);
    REQUIRE(report.errors.size() == 1);
    CHECK(report.errors[0].field == "image_link");
    CHECK(stored() == 0);
  }
  SECTION("a refused row leaves none of its own") {
    options.keep_good = true;
    const Json more{{"additional_image_link", "missing.webp"}};
    shop.import("sel_a", {picture("A", "one.webp"), picture("B", "two.webp", more)}, options);
    CHECK(stored() == 3);
    shop.import("sel_a", {picture("A", "one.webp", more)}, options);
    CHECK(stored() == 3);
  }
  SECTION("a dry run leaves none, and finds what is no picture") {
    options.dry_run = true;
    const auto report =
        shop.import("sel_a", {picture("A", "one.webp"), picture("B", "bad.webp")}, options);
    CHECK(report.refused == 1);
    CHECK(stored() == 0);
  }
}

}  // namespace vitrine
