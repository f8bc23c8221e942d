#include <map>

#include "store/changes.hpp"
#include "unit/catch.hpp"
#include "unit/server/store.hpp"

using namespace vitrine;

namespace {

std::optional<std::int64_t> stockOf(Database& db, const std::string& offer_id) {
  return loadShelf(db, std::vector{offer_id}).offers.front().offer.stock;
}

/// The last that open pages are told of an offer's stock.
std::map<std::string, std::optional<std::int64_t>> told(Database& db) {
  std::map<std::string, std::optional<std::int64_t>> stocks;
  for (const auto& change : listChanges(db, 0)) stocks[change.offer.offer_id] = change.offer.stock;
  return stocks;
}

}  // namespace

TEST_CASE("a seller is away from the first day of its holiday to the day that it is back on") {
  const Folder folder;
  Database db(folder.path);
  addOffers(db, {"A", "B"});
  setHoliday(db, "sel_1", Holiday{"2026-12-24", "2027-01-07"});
  CHECK(keepHolidays(db, "2026-12-23") == 0);
  CHECK(stockOf(db, "off_A") == 10);

  CHECK(keepHolidays(db, "2026-12-24") == 1);
  CHECK(keepHolidays(db, "2027-01-06") == 0);
  CHECK(stockOf(db, "off_A") == 0);
  CHECK(listProducts(db, "EUR").front().variants.front().offers.front().stock == 0);
  CHECK(told(db) == decltype(told(db)){{"off_A", 0}, {"off_B", 0}});

  // What the seller changes meanwhile is for later; its own list has the true stock.
  changeOffer(db, "sel_1", "A", {}, 7);
  CHECK(told(db).at("off_A") == 0);
  CHECK(listOffers(db, "sel_1", "", "", 10).front().offer.stock == 7);

  CHECK(keepHolidays(db, "2027-01-07") == 1);
  CHECK(stockOf(db, "off_A") == 7);
  CHECK(told(db) == decltype(told(db)){{"off_A", 7}, {"off_B", 10}});
}

TEST_CASE("a holiday without an end lasts until it is ended") {
  const Folder folder;
  Database db(folder.path);
  addOffers(db, {"A"});
  setHoliday(db, "sel_1", Holiday{"2026-12-24", ""});
  keepHolidays(db, "2026-12-24");
  CHECK(keepHolidays(db, "2036-01-01") == 0);
  CHECK(findSeller(db, "sel_1")->away);
  setHoliday(db, "sel_1", {});
  CHECK(keepHolidays(db, "2036-01-01") == 1);
  CHECK(stockOf(db, "off_A") == 10);
}

TEST_CASE("an id tells when it was made") {
  CHECK(timeOfId(newId("sel_", 1'795'000'000'123)) == 1'795'000'000'123);
  CHECK(timeOfId("sel_1") == 0);
  CHECK(timeOfId("") == 0);
  CHECK(timeOfId("sel_UUUUUUUUUUUUUU") == 0);
}
