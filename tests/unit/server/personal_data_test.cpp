#include "orders/personal_data.hpp"

#include "json.hpp"
#include "store/idempotency.hpp"
#include "store/orders.hpp"
#include "store/outbox.hpp"
#include "store/sessions.hpp"
#include "unit/catch.hpp"
#include "unit/server/store.hpp"

namespace vitrine {
namespace {

constexpr std::int64_t now = 1'800'000'000'000;

SellerOrder orderOf(const std::string& id, OrderStatus status) {
  SellerOrder order;
  order.id = id;
  order.order_group_id = "og_1";
  order.seller_id = "sel_1";
  order.status = status;
  order.history = {{status, "2026-11-22T00:00:00Z"}};
  order.buyer = {"Ada", "Ada@Example.org", "1"};
  order.address = Address{"Ada", "Way 1", "", "10999", "Berlin", "DE"};
  order.appointments = {{"off_1", "2026-12-24", DayPart::morning}};
  return order;
}

/// A purchase of one order for each status.
void buy(Database& db, std::initializer_list<OrderStatus> statuses) {
  addOffers(db, {});
  StoredSession session;
  session.id = "cs_1";
  session.buyer = Buyer{"Ada", "Ada@Example.org", "1"};
  session.appointments = {{"off_1", "2026-12-24", DayPart::morning}};
  insertSession(db, session, "hash");
  CheckoutSession completed;
  completed.buyer = session.buyer;
  completed.appointments = session.appointments;
  completed.address = Address{"Ada", "Way 1", "", "10999", "Berlin", "DE"};
  completed.quote.destination = {"DE", "10999"};
  saveCompleted(db, "cs_1", toJson(completed));
  StoredGroup group;
  group.id = "og_1";
  group.address = Address{"Ada", "Way 1", "", "10999", "Berlin", "DE"};
  insertGroup(db, group, {"cs_1", "token"}, "Ada@Example.org");
  for (const auto status : statuses) {
    const auto number = std::to_string(ordersOfGroup(db, "og_1").size());
    insertOrder(db, orderOf("ord_" + number, status), number, {});  // no seller has two of them
  }
  noteEnd(db, "og_1", now);
}

std::size_t waiting(Database& db) { return groupsEndedBefore(db, now + 1, 9).size(); }

}  // namespace

TEST_CASE("a purchase ends when all its orders are shipped, rejected or cancelled") {
  for (const auto status : {OrderStatus::placed, OrderStatus::acknowledged, OrderStatus::shipped,
                            OrderStatus::rejected, OrderStatus::cancelled}) {
    const Folder folder;
    Database db(folder.path);
    buy(db, {OrderStatus::shipped, status, OrderStatus::rejected});
    const bool ended = status != OrderStatus::placed && status != OrderStatus::acknowledged;
    CHECK(waiting(db) == (ended ? 1 : 0));
    CHECK(groupsEndedBefore(db, now, 9).empty());
  }
}

TEST_CASE("an order that replaces another opens the purchase again") {
  const Folder folder;
  Database db(folder.path);
  buy(db, {OrderStatus::rejected});
  CHECK(waiting(db) == 1);
  insertOrder(db, orderOf("ord_new", OrderStatus::placed), "ord_0", {});
  noteEnd(db, "og_1", now);
  CHECK(waiting(db) == 0);
}

TEST_CASE("an erased customer is in no document, message or kept answer, and is erased once") {
  const Folder folder;
  Database db(folder.path);
  buy(db, {OrderStatus::shipped, OrderStatus::rejected});
  saveReplacement(db, "ord_1", Replacement{});
  const OrderEvent event{"order.created", "", orderOf("ord_0", OrderStatus::shipped)};
  enqueue(db, {"whk_1", "sel_1", toJson(event), 0, now, 0, event.type, "ord_0"});
  auto other = event;
  other.data.id = "ord_of_another";
  enqueue(db, {"whk_2", "sel_1", toJson(other), 0, now, 0, event.type, "ord_of_another"});
  const std::vector<std::pair<std::string, bool>> answers{
      {"POST /v1/checkout_sessions/cs_1", false},
      {"POST /v1/checkout_sessions/cs_1/complete", false},
      {"POST /v1/orders/token/replacement", false},
      {"POST /v1/checkout_sessions/cs_10", true},
      {"POST /v1/checkout_sessions", true}};
  for (const auto& [scope, stays] : answers) keepAnswer(db, scope, "key", {"hash", "{}"}, now);

  CHECK(groupsOf(db, "ADA@example.ORG").size() == 1);
  CHECK_FALSE(eraseEnded(db, now + 1, now + 1));
  CHECK(groupsOf(db, "ada@example.org").empty());
  CHECK(groupsOf(db, "").empty());
  CHECK(waiting(db) == 0);
  for (const auto& part : partsOfGroup(db, "og_1")) {
    CHECK(part.order.buyer == Buyer{});
    CHECK(part.order.address == Address{"", "", "", "", "", "DE"});
    CHECK(part.order.personal_data_erased_at);
    CHECK_FALSE(part.replacement);
  }
  CHECK(findGroup(db, "og_1")->address == Address{"", "", "", "", "", "DE"});
  const auto session = *boughtSession(db, "cs_1");
  CHECK_FALSE(session.buyer);
  CHECK_FALSE(session.completed->buyer);
  CHECK(session.appointments.empty());
  CHECK(session.completed->appointments.empty());
  CHECK_FALSE(session.completed->address);
  CHECK(session.completed->quote.destination == Destination{"DE", ""});
  const auto bodyOf = [&](const std::string& order_id) {
    return undelivered(db, "sel_1", order_id).at(0).body;
  };
  CHECK(bodyOf("ord_0").find("Example") == std::string::npos);
  CHECK(bodyOf("ord_0").find("2026-12-24") == std::string::npos);
  CHECK(bodyOf("ord_of_another").find("Example") != std::string::npos);
  for (const auto& [scope, stays] : answers)
    CHECK(findAnswer(db, scope, "key").has_value() == stays);
}

}  // namespace vitrine
