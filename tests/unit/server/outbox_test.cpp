#include "store/outbox.hpp"

#include <soci/sqlite3/soci-sqlite3.h>

#include "crypto.hpp"
#include "store/delivery_log.hpp"
#include "store/sql.hpp"
#include "unit/catch.hpp"
#include "unit/server/store.hpp"

namespace vitrine {
namespace {

constexpr std::int64_t now = 1'800'000'000'000;

void addSeller(Database& db, const std::string& id) {
  Seller seller;
  seller.id = id;
  seller.currency = "EUR";
  insertSeller(db, {seller, "", ""});
}

/// How many of SQLite's instructions a look for work takes, in hundreds.
int effort(Database& db) {
  int hundreds = 0;
  auto* sqlite = static_cast<soci::sqlite3_session_backend*>(db.sql().get_backend())->conn_;
  const auto count = [](void* sum) { return ++*static_cast<int*>(sum), 0; };
  sqlite_api::sqlite3_progress_handler(sqlite, 100, count, &hundreds);
  pendingDeliveries(db, 2, now);
  sqlite_api::sqlite3_progress_handler(sqlite, 0, nullptr, nullptr);
  return hundreds;
}

}  // namespace

TEST_CASE("what was delivered is kept without its body") {
  const Folder folder;
  Database db(folder.path);
  addOffers(db, {});
  const Delivery delivery{"whk_1", "sel_1", "{\"a\":1}", 1, now, 0, "order.created", "ord_1"};
  enqueue(db, delivery);
  CHECK(undelivered(db, "sel_1", "ord_1").size() == 1);
  CHECK(finishDelivery(db, delivery, now + 1, "delivered"));
  CHECK(pendingDeliveries(db, 2, now).empty());
  const auto logged = findDelivery(db, "sel_1", "whk_1");
  REQUIRE(logged);
  CHECK(logged->state == DeliveryState::delivered);
  CHECK(logged->at == now + 1);
  CHECK(logged->order_id == "ord_1");
  CHECK_FALSE(findDelivery(db, "sel_2", "whk_1"));
  CHECK(one<std::string>(db, "SELECT body FROM outbox") == "");
}

TEST_CASE(
    "what was taken back is sent no more, and an attempt that may be under way is waited for") {
  const Folder folder;
  Database db(folder.path);
  addOffers(db, {});
  constexpr std::int64_t attempt = 25'000;  // at most
  const Delivery due{"whk_1", "sel_1", "{}", 1, now};
  enqueue(db, due);
  enqueue(db, {"whk_2", "sel_1", "{}", 1, now + 1});
  const Delivery parked{"whk_3", "sel_1", "{}", 1, now};
  enqueue(db, parked);
  CHECK(parkDelivery(db, parked, now, "503"));
  CHECK(withdraw(db, "whk_1", now) > now + attempt);
  CHECK(withdraw(db, "whk_2", now) == now);
  CHECK(withdraw(db, "whk_3", now) == now);
  CHECK(pendingDeliveries(db, 9, now + 99).empty());
  CHECK(replay(db, "sel_1", "", now) == 0);
  CHECK(undelivered(db, "sel_1", "").empty());
  // How the attempt ends is too late to matter.
  CHECK_FALSE(postponeDelivery(db, due, now, "503"));
  CHECK_FALSE(finishDelivery(db, due, now, "delivered"));
  CHECK(pendingDeliveries(db, 9, now + 99).empty());
}

TEST_CASE("the log has every message in its state, page by page, the newest first") {
  const Folder folder;
  Database db(folder.path);
  addSeller(db, "sel_a");
  addSeller(db, "sel_b");
  const auto add = [&](const std::string& id, const std::string& seller) {
    Delivery delivery{id, seller, "{}", 1, now, 0, "order.created", "ord_" + id};
    enqueue(db, delivery);
    return delivery;
  };
  finishDelivery(db, add("whk_1", "sel_a"), now, "delivered");
  parkDelivery(db, add("whk_2", "sel_a"), now, "answered 503");
  add("whk_3", "sel_a");
  add("whk_4", "sel_a");
  withdraw(db, "whk_4", now);
  add("whk_5", "sel_b");
  const auto ids = [&](const DeliveryWish& wish, int limit) {
    std::vector<std::string> found;
    for (const auto& each : listDeliveries(db, wish, limit)) found.push_back(each.id);
    return found;
  };
  using Ids = std::vector<std::string>;
  CHECK(ids({"sel_a", {}, ""}, 9) == Ids{"whk_4", "whk_3", "whk_2", "whk_1"});
  CHECK(ids({"sel_a", {}, ""}, 2) == Ids{"whk_4", "whk_3"});
  CHECK(ids({"sel_a", {}, "whk_3"}, 2) == Ids{"whk_2", "whk_1"});
  CHECK(ids({"", {}, ""}, 9).size() == 5);
  CHECK(ids({"", DeliveryState::waiting, ""}, 9) == Ids{"whk_5", "whk_3"});
  CHECK(ids({"sel_a", DeliveryState::delivered, ""}, 9) == Ids{"whk_1"});
  CHECK(ids({"sel_a", DeliveryState::parked, ""}, 9) == Ids{"whk_2"});
  CHECK(ids({"sel_a", DeliveryState::withdrawn, ""}, 9) == Ids{"whk_4"});
}

TEST_CASE("the log forgets what has ended, not what can still be delivered") {
  const Folder folder;
  Database db(folder.path);
  addSeller(db, "sel_a");
  const auto add = [&](std::int64_t at) {
    Delivery delivery{newId("whk_", at), "sel_a", "{}", 1, now, 0, "order.created", "ord_1"};
    enqueue(db, delivery);
    return delivery;
  };
  // Ids only ever count up.
  finishDelivery(db, add(now), now, "delivered");
  parkDelivery(db, add(now + 1), now, "answered 503");
  finishDelivery(db, add(now + 2), now, "delivered");
  forgetDeliveries(db, now + 2);
  const auto left = listDeliveries(db, {"sel_a", {}, ""}, 9);
  REQUIRE(left.size() == 2);
  CHECK(left[0].state == DeliveryState::delivered);
  CHECK(left[1].state == DeliveryState::parked);
}

TEST_CASE("a look for work finds the first two of each seller, the soonest first") {
  const Folder folder;
  Database db(folder.path);
  CHECK(pendingDeliveries(db, 2, now).empty());
  for (const auto* seller : {"sel_a", "sel_b", "sel_c"}) addSeller(db, seller);
  enqueue(db, {"whk_1", "sel_a", "{}", 0, now + 5});
  enqueue(db, {"whk_2", "sel_a", "{}", 0, now - 1});
  enqueue(db, {"whk_3", "sel_a", "{}", 0, now - 1});
  enqueue(db, {"whk_4", "sel_b", "{}", 0, now - 2});
  enqueue(db, {"whk_5", "sel_c", "{}", 0, now});
  const Delivery done{"whk_5", "sel_c", "", 1, now};
  finishDelivery(db, done, now, "delivered");
  std::vector<std::string> ids;
  for (const auto& delivery : pendingDeliveries(db, 2, now)) ids.push_back(delivery.id);
  CHECK(ids == std::vector<std::string>{"whk_4", "whk_2", "whk_3"});
}

TEST_CASE("a long line of one seller costs a look for work nothing") {
  const Folder folder;
  Database db(folder.path);
  addSeller(db, "sel_quick");
  addSeller(db, "sel_slow");
  int few = 0;
  db.transaction([&] {
    enqueue(db, {"whk_quick", "sel_quick", "{}", 0, now});
    for (int count = 0; count < 3000; ++count) {
      if (count == 3) few = effort(db);
      enqueue(db, {"whk_" + std::to_string(count), "sel_slow", "{}", 0, now + count});
    }
    CHECK(effort(db) <= few + 1);
  });
}

}  // namespace vitrine
