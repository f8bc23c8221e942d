// Retail prices that begin on a day: what holds on it, and what open pages are told.
#include "cooperation/retail.hpp"

#include <map>

#include "cooperation/terms.hpp"
#include "store/changes.hpp"
#include "store/retail.hpp"
#include "store/terms.hpp"
#include "unit/catch.hpp"
#include "unit/server/store.hpp"

using namespace vitrine;

namespace {

constexpr std::int64_t dayLength = 24LL * 60 * 60 * 1000;
constexpr std::int64_t today = 20'780 * dayLength;  // 2026-11-23

struct Fixture {
  Fixture() : db(folder.path) {
    addOffers(db, {"A", "B"});
    product_id = loadShelf(db, std::vector<std::string>{"off_A"}).offers.front().product_id;
    site.id = "site_1";
    site.presenter_id = "pre_1";
    site.currency = "EUR";
    site.country = "DE";
    insertPresenter(db, "pre_1", "Presenter");
    insertSite(db, site);
  }
  /// A wholesale price for all goods from a day on.
  void sell(const std::string& id, const std::string& from, Amount price,
            std::optional<Amount> highest = {}) {
    Terms terms;
    terms.from = from;
    terms.rules.emplace_back().wholesale = Wholesale{price, 0, highest};
    insertTerms(db, {id, today, terms}, "sel_1");
  }
  Fault want(Amount price, const std::string& from) {
    return setRetail(db, site, product_id, {{price, {}}, from, today}, "EUR");
  }
  Amount priceOn(std::int64_t now) {
    auto shelf = loadShelf(db, std::vector<std::string>{"off_A"});
    applyRetail(db, site.id, shelf, now);
    return shelf.offers.front().offer.price;
  }
  /// The offers that pages were told of since a change.
  std::size_t toldSince(std::int64_t number) { return listChanges(db, number).size(); }

  Folder folder;
  Database db;
  Site site;
  std::string product_id;
};

}  // namespace

TEST_CASE_METHOD(Fixture, "a price begins on its day, of which open pages are told once") {
  const auto listed = priceOn(today);
  sell("trm_1", "2026-01-01", 1);
  CHECK_FALSE(keepRetail(db, today));  // there was no day before
  REQUIRE(want(listed + 100, "2026-11-25") == std::nullopt);
  CHECK(priceOn(today) == listed);
  CHECK(priceOn(today + 2 * dayLength) == listed + 100);

  auto before = newestChange(db);
  CHECK(keepRetail(db, today + dayLength));
  CHECK(toldSince(before) == 0);
  CHECK(keepRetail(db, today + 2 * dayLength));
  CHECK(toldSince(before) > 0);
  before = newestChange(db);
  CHECK_FALSE(keepRetail(db, today + 2 * dayLength));
  CHECK(toldSince(before) == 0);
}

TEST_CASE_METHOD(Fixture, "days that the server slept through are made up for") {
  sell("trm_1", "2026-01-01", 1);
  keepRetail(db, today);
  const auto listed = priceOn(today);
  REQUIRE(want(listed + 100, "") == std::nullopt);
  sell("trm_2", "2026-11-25", 1, listed + 50);
  const auto before = newestChange(db);
  CHECK(keepRetail(db, today + 10 * dayLength));
  CHECK(toldSince(before) == 2);  // all of the seller's
  CHECK(priceOn(today) == listed + 100);
  CHECK(priceOn(today + 10 * dayLength) == listed + 50);
}

TEST_CASE_METHOD(Fixture, "whoever reads the book of prices sees what checkout prices from") {
  sell("trm_1", "2026-01-01", 1);
  const auto none = retailMark(db, today);
  CHECK(loadRetail(db, today).empty());
  const auto listed = priceOn(today);
  REQUIRE(want(listed + 100, "") == std::nullopt);
  CHECK_FALSE(retailMark(db, today) == none);
  const auto book = loadRetail(db, today);
  REQUIRE(book.contains("site_1"));
  auto products = listProducts(db, "EUR");
  const auto seller = findSeller(db, "sel_1")->seller;
  for (auto& product : products) book.at("site_1")->apply(product, {{seller.id, &seller}});
  std::map<std::string, Amount> prices;
  for (const auto& product : products) {
    for (const auto& variant : product.variants) {
      for (const auto& offer : variant.offers) prices[offer.id] = offer.price;
    }
  }
  CHECK(prices.at("off_A") == priceOn(today));
  CHECK(setRetail(db, site, product_id, {{}, "", today}, "EUR") == std::nullopt);
  CHECK(loadRetail(db, today).empty());
  CHECK(listRetail(db, site.id).size() == 2);
}
