#include "import/sale_price.hpp"

#include "store/imports.hpp"
#include "store/prices.hpp"
#include "unit/catch.hpp"
#include "unit/server/feeds.hpp"
#include "unit/server/store.hpp"

namespace vitrine {
namespace {

constexpr std::int64_t hour = 60LL * 60 * 1000;
constexpr std::int64_t day = 24 * hour;
constexpr std::int64_t november27 = 1'795'737'600'000;  // 2026-11-27T00:00Z

Collected rowWith(const std::string& more) {
  return collect(R"({"id":"A","title":"Board","price":"12.90 EUR","availability":"in_stock",)" +
                 more + "}\n");
}

Amount priceOf(Database& db, const std::string& offer_id) {
  const std::vector<std::string> ids{offer_id};
  return loadShelf(db, ids).offers.at(0).offer.price;
}

}  // namespace

TEST_CASE("a sale's window is read with its zone, its end excluded") {
  CHECK(parseWindow("2026-11-27T00:00+0100/2026-11-28T00:00+01:00") ==
        PriceWindow{november27 - hour, november27 + day - hour});
  CHECK(parseWindow("2026-11-27T13:30:15Z/2026-11-27T14:00-02") ==
        PriceWindow{november27 + 13 * hour + hour / 2 + 15'000, november27 + 16 * hour});
  CHECK(parseWindow("2026-11-27/2026-11-27") == PriceWindow{november27, november27 + day});
}

TEST_CASE("what is no window is refused") {
  for (const auto* text :
       {"", "/", "2026-11-27", "2026-11-27/", "2026-11-28/2026-11-27T00:00Z",
        "2026-02-30/2026-03-01", "2026-11-27T24:00Z/2026-11-29", "2026-11-27T10:60Z/2026-11-29",
        "27.11.2026/28.11.2026", "2026-11-27T10:00X/2026-11-29", "2026-11-27/2026-11-28x",
        "2026-13-01/2026-13-02", "-026-11-27/2026-11-28", "2026-11-27T10:00+1/2026-11-29",
        "2026-11-27T10:00+01:/2026-11-29"}) {
    CAPTURE(text);
    CHECK_FALSE(parseWindow(text));
  }
}

TEST_CASE("a row has the sale price that it says") {
  auto all = rowWith(R"("sale_price":"9.90 EUR")");
  REQUIRE(all.rows.size() == 1);
  CHECK(all.rows[0].price.amount == 1290);
  CHECK(all.rows[0].sale->price == 990);
  CHECK_FALSE(all.rows[0].sale->window);
  all = rowWith(R"("sale_price":"9.90 EUR","sale_price_effective_date":"2026-11-27/2026-11-27")");
  REQUIRE(all.rows.size() == 1);
  CHECK(all.rows[0].sale->window == PriceWindow{november27, november27 + day});
  // The dates alone say nothing.
  all = rowWith(R"("sale_price_effective_date":"2026-11-27/2026-11-27")");
  REQUIRE(all.rows.size() == 1);
  CHECK_FALSE(all.rows[0].sale);
}

TEST_CASE("a sale price that is none is refused with what would do") {
  for (const auto* more :
       {R"("sale_price":"9,90 EUR")", R"("sale_price":"12.90 EUR")", R"("sale_price":"13 EUR")",
        R"("sale_price":"9.90 USD")", R"("sale_price":"free")"}) {
    CAPTURE(more);
    const auto all = rowWith(more);
    REQUIRE(all.errors.size() == 1);
    CHECK(all.errors[0].field == "sale_price");
    CHECK_FALSE(all.errors[0].expected.empty());
  }
  const auto all = rowWith(R"("sale_price":"9.90 EUR","sale_price_effective_date":"soon")");
  REQUIRE(all.errors.size() == 1);
  CHECK(all.errors[0].field == "sale_price_effective_date");
}

TEST_CASE("planned prices come when they are due, the latest first, and once") {
  const Folder folder;
  Database db(folder.path);
  addOffers(db, {"A", "B"});
  planPrices(db, "off_A", {{100, 400}, {200, 500}});
  planPrices(db, "off_B", {{100, 450}, {300, 550}});
  CHECK(applyPrices(db, 99) == 0);
  CHECK(applyPrices(db, 100) == 2);
  CHECK(priceOf(db, "off_A") == 400);
  CHECK(priceOf(db, "off_B") == 450);
  CHECK(applyPrices(db, 100) == 0);
  planPrices(db, "off_B", {{150, 1}, {160, 2}});
  CHECK(applyPrices(db, 1000) == 3);
  CHECK(priceOf(db, "off_A") == 500);
  CHECK(priceOf(db, "off_B") == 2);
}

TEST_CASE("who sets a price ends the sale that was planned; a stock does not") {
  const Folder folder;
  Database db(folder.path);
  addOffers(db, {"A", "B"});
  planPrices(db, "off_A", {{100, 400}});
  planPrices(db, "off_B", {{100, 400}});
  changeOffer(db, "sel_1", "A", 480, {});
  changeOffer(db, "sel_1", "B", {}, 3);
  applyPrices(db, 100);
  CHECK(priceOf(db, "off_A") == 480);
  CHECK(priceOf(db, "off_B") == 400);
  // What is taken from sale takes its plans along.
  planPrices(db, "off_B", {{200, 1}});
  removeOffer(db, "off_A");
  removeOffer(db, "off_B");
  CHECK(applyPrices(db, 200) == 0);
}

}  // namespace vitrine
