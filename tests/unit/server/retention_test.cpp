#include "retention.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <future>

#include "clock.hpp"
#include "store/idempotency.hpp"
#include "store/orders.hpp"
#include "store/sessions.hpp"
#include "unit/catch.hpp"
#include "unit/server/store.hpp"

namespace vitrine {
namespace {

using namespace std::chrono_literals;

constexpr std::int64_t day = 24LL * 60 * 60 * 1000;

void open(Database& db, const std::string& id, std::int64_t expires_at) {
  StoredSession session;
  session.id = id;
  session.expires_at = expires_at;
  insertSession(db, session, "hash");
}

bool isThere(Database& db, const std::string& id) {
  return findSession(db, id, "hash").has_value();
}

}  // namespace

TEST_CASE("checkouts are forgotten a day after their end, unless they were bought") {
  const Folder folder;
  Database db(folder.path);
  const std::int64_t now = 1'800'000'000'000;
  open(db, "cs_open", now + 1);
  open(db, "cs_yesterday", now - day);
  open(db, "cs_old", now - day - 1);
  open(db, "cs_bought", now - day - 1);
  insertGroup(db, {.id = "og_1"}, {"cs_bought", "token"}, "");
  forgetOld(db, now);
  CHECK(isThere(db, "cs_open"));
  CHECK(isThere(db, "cs_yesterday"));
  CHECK_FALSE(isThere(db, "cs_old"));
  CHECK(isThere(db, "cs_bought"));
}

TEST_CASE("idempotent answers are forgotten after 30 days") {
  const Folder folder;
  Database db(folder.path);
  const std::int64_t now = 1'800'000'000'000;
  keepAnswer(db, "POST /", "old", {"hash", "{}"}, now - 30 * day - 1);
  keepAnswer(db, "POST /", "young", {"hash", "{}"}, now - 30 * day);
  forgetOld(db, now);
  CHECK_FALSE(findAnswer(db, "POST /", "old"));
  CHECK(findAnswer(db, "POST /", "young"));
}

TEST_CASE("forgetting goes on while the server runs, on the writer's thread") {
  const Folder folder;
  Writer writer(Database(folder.path));
  const auto onWriter = [&](auto work) {
    std::promise<bool> answer;
    writer.post([&](Database& db) { return answer.set_value(work(db)), true; },
                [](std::exception_ptr) {});
    return answer.get_future().get();
  };
  const auto openOld = [](Database& db) { return open(db, "cs_old", unixNow() - 2 * day), true; };
  const auto oldIsThere = [](Database& db) { return isThere(db, "cs_old"); };

  asio::io_context io;
  asio::co_spawn(io, keepForgetting(writer, 0, 5ms), asio::detached);
  for (int turn = 0; turn < 2; ++turn) {
    onWriter(openOld);
    for (int tries = 0; tries < 1000 && onWriter(oldIsThere); ++tries) io.run_for(5ms);
    CHECK_FALSE(onWriter(oldIsThere));
  }
}

}  // namespace vitrine
