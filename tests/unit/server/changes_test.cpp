#include "changes.hpp"

#include <boost/asio/io_context.hpp>

#include "crypto.hpp"
#include "store/catalogue.hpp"
#include "store/imports.hpp"
#include "unit/catch.hpp"
#include "unit/server/store.hpp"

namespace vitrine {
namespace {

using Offers = std::vector<ChangedOffer>;

StoredChange change(std::int64_t number, std::string offer_id, Amount price,
                    std::string currency = "EUR") {
  return {number, std::move(currency), {std::move(offer_id), price, {}}};
}

}  // namespace

TEST_CASE("readers are told the latest of each offer, in their currency, part by part") {
  Changes changes;
  changes.add({change(1, "a", 10), change(2, "b", 20), change(3, "c", 30, "CHF")});
  changes.add({change(4, "a", 11), change(5, "d", 40)});
  CHECK(changes.newest() == 5);
  auto part = changes.after(0, "EUR", 2);
  CHECK(part.offers == Offers{{"b", 20, {}}, {"a", 11, {}}});
  CHECK(part.last == 4);
  part = changes.after(part.last, "EUR", 2);
  CHECK(part.offers == Offers{{"d", 40, {}}});
  CHECK(part.last == 5);
  CHECK(changes.after(5, "EUR", 2).offers.empty());
  // What only others changed is passed over, so that it is not looked at again.
  CHECK(changes.after(2, "GBP", 2).last == 5);
}

TEST_CASE("who has missed more than is kept cannot be told") {
  Changes changes;
  CHECK(changes.reach(0));
  CHECK_FALSE(changes.reach(1));
  changes.add({change(1, "a", 10), change(2, "b", 20), change(keptChanges + 1, "c", 30)});
  CHECK(changes.reach(keptChanges + 1));
  CHECK(changes.reach(1));
  CHECK_FALSE(changes.reach(0));
  CHECK_FALSE(changes.reach(keptChanges + 2));
  CHECK(changes.after(1, "EUR", 9).offers == Offers{{"b", 20, {}}, {"c", 30, {}}});
}

TEST_CASE("a waiting reader is woken, and one that is gone is not") {
  boost::asio::io_context io;
  Changes changes;
  auto gone = std::make_unique<Changes::Reader>(changes, io.get_executor());
  Changes::Reader reader(changes, io.get_executor());
  CHECK(changes.readers() == 2);
  gone.reset();
  CHECK(changes.readers() == 1);
  boost::system::error_code woken;
  reader.timer.expires_after(std::chrono::hours(1));
  reader.timer.async_wait([&](boost::system::error_code code) { woken = code; });
  changes.add({change(1, "a", 10)});
  io.run();
  CHECK(woken == boost::asio::error::operation_aborted);
}

TEST_CASE("the database notes each change of price or stock once, with what the offer has then") {
  const Folder folder;
  Database db(folder.path);
  addOffers(db, {"A", "B", "C"});
  CHECK(newestChange(db) == 0);
  changeOffer(db, "sel_1", "A", 100, {});
  changeOffer(db, "sel_1", "A", 100, {});
  takeStock(db, {{"off_B", 3}});
  returnStock(db, "off_B", 1);
  changeOffer(db, "sel_1", "A", {}, 7);
  const auto changes = listChanges(db, 0);
  REQUIRE(changes.size() == 2);
  CHECK(changes[0].offer == ChangedOffer{"off_B", 500, 8});
  CHECK(changes[1].offer == ChangedOffer{"off_A", 100, 7});
  CHECK(changes[1].currency == "EUR");
  CHECK(changes[1].number == newestChange(db));
  CHECK(listChanges(db, changes[0].number).size() == 1);
  CHECK(listChanges(db, changes[1].number).empty());

  // A number is not given again, even when the change that had it is superseded.
  changeOffer(db, "sel_1", "A", {}, 6);
  CHECK(newestChange(db) > changes[1].number);
}

TEST_CASE("what orders take is told of each offer, with what is left of it when somebody asks") {
  const Folder folder;
  Database db(folder.path);
  addOffers(db, {"A", "B", "C"});
  takeStock(db, {{"off_A", 1}, {"off_C", 2}});
  takeStock(db, {{"off_C", 1}, {"off_B", 4}});
  auto changes = listChanges(db, 0);
  REQUIRE(changes.size() == 3);
  CHECK(changes[0].offer == ChangedOffer{"off_A", 500, 9});
  CHECK(changes[1].offer == ChangedOffer{"off_C", 500, 7});
  CHECK(changes[2].offer == ChangedOffer{"off_B", 500, 6});
  CHECK(changes[0].number < changes[1].number);
  CHECK(changes[2].number == newestChange(db));
  CHECK(listChanges(db, changes[1].number).size() == 1);

  changeOffer(db, "sel_1", "C", 100, {});
  removeOffer(db, "off_B");
  takeStock(db, {{"off_A", 1}});
  changes = listChanges(db, changes[2].number);
  REQUIRE(changes.size() == 3);
  CHECK(changes[0].offer == ChangedOffer{"off_C", 100, 7});
  CHECK(changes[1].offer == ChangedOffer{"off_B", 500, 0});
  CHECK(changes[2].offer == ChangedOffer{"off_A", 500, 8});
}

TEST_CASE(
    "units of several offers are taken at once, or none where it is told that one has fewer") {
  const Folder folder;
  Database db(folder.path);
  addOffers(db, {"A", "B", "C"});
  const auto stocks = [&] {
    std::vector<std::int64_t> left;
    for (const auto& entry :
         loadShelf(db, std::vector<std::string>{"off_C", "off_A", "off_B"}).offers)
      left.push_back(*entry.offer.stock);
    return left;
  };
  CHECK(takeStock(db, {{"off_A", 3}, {"off_B", 10}, {"off_C", 1}}));
  CHECK(stocks() == std::vector<std::int64_t>{9, 7, 0});
  const std::vector<std::vector<Units>> too_much{{{"off_A", 7}, {"off_B", 1}}, {{"off_none", 1}}};
  for (const auto& units : too_much) {
    bool taken = true;
    db.transaction([&] { db.attempt([&] { return taken = takeStock(db, units); }); });
    CHECK_FALSE(taken);
  }
  CHECK(stocks() == std::vector<std::int64_t>{9, 7, 0});
}

TEST_CASE("what is taken back is not noted, and what is taken from sale has no stock") {
  const Folder folder;
  Database db(folder.path);
  addOffers(db, {"A", "B"});
  db.transaction([&] {
    db.attempt([&] {
      changeOffer(db, "sel_1", "A", 100, {});
      return false;
    });
  });
  CHECK(listChanges(db, 0).empty());
  removeOffer(db, "off_A");
  removeOffer(db, "off_B");
  const auto changes = listChanges(db, 0);
  REQUIRE(changes.size() == 2);
  CHECK(changes[0].offer.stock == 0);
}

TEST_CASE("old changes are forgotten, the newest stays") {
  const Folder folder;
  Database db(folder.path);
  addOffers(db, {"A", "B"});
  changeOffer(db, "sel_1", "B", 1, {});
  for (int i = 1; i <= 4; ++i) changeOffer(db, "sel_1", "A", i, {});
  forgetChanges(db, 5);
  CHECK(listChanges(db, 0).size() == 2);
  changeOffer(db, "sel_1", "A", 5, {});
  forgetChanges(db, 5);
  CHECK(listChanges(db, 0).size() == 1);
  CHECK(newestChange(db) == 6);
}

}  // namespace vitrine
