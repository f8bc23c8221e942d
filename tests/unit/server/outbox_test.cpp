#include "store/outbox.hpp"

#include <soci/sqlite3/soci-sqlite3.h>

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
  const Delivery delivery{"whk_1", "sel_1", "{\"a\":1}", 1, now};
  enqueue(db, delivery);
  CHECK(undelivered(db, "sel_1", "a").size() == 1);
  CHECK(finishDelivery(db, delivery, "delivered"));
  CHECK(pendingDeliveries(db, 2, now).empty());
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
  CHECK_FALSE(finishDelivery(db, due, "delivered"));
  CHECK(pendingDeliveries(db, 9, now + 99).empty());
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
  finishDelivery(db, done, "delivered");
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
