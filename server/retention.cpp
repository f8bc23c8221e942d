#include "retention.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>

#include "async.hpp"
#include "clock.hpp"
#include "log.hpp"
#include "orders/personal_data.hpp"
#include "store/accounts.hpp"
#include "store/changes.hpp"
#include "store/delivery_log.hpp"
#include "store/idempotency.hpp"
#include "store/mails.hpp"
#include "store/sessions.hpp"
#include "store/tickets.hpp"

namespace vitrine {
namespace {

constexpr std::int64_t day = 24LL * 60 * 60 * 1000;

asio::awaitable<void> eraseCustomers(Writer& writer, double days) {
  bool more = days > 0;
  while (more) {
    co_await inStore(writer, [&](Database& db) {
      const auto now = unixNow();
      more = eraseEnded(db, now - static_cast<std::int64_t>(days * day), now);
      return true;
    });
  }
}

}  // namespace

void forgetOld(Database& db, std::int64_t now) {
  // For a day a page that was left open is told that its checkout has expired, not that it is none.
  forgetSessions(db, now - day);
  forgetAnswers(db, now - 30 * day);
  forgetChanges(db);
  forgetSignIns(db, now);
  forgetTickets(db, now);
  forgetMails(db, now - 30 * day);
  forgetDeliveries(db, now - 30 * day);
}

asio::awaitable<void> keepForgetting(Writer& writer, double personal_data_days,
                                     std::chrono::milliseconds pause) {
  asio::steady_timer timer(co_await asio::this_coro::executor);
  while (true) {
    try {
      co_await inStore(writer, [](Database& db) {
        forgetOld(db, unixNow());
        return true;
      });
      co_await eraseCustomers(writer, personal_data_days);
      co_await inStore(
          writer, [](Database& db) { return db.checkpoint(), true; }, Writer::Way::bare);
    } catch (const std::exception& failed) {
      log("error", "nothing_forgotten", {{"problem", failed.what()}});
    }
    timer.expires_after(pause);
    co_await timer.async_wait(asio::as_tuple(asio::use_awaitable));
  }
}

}  // namespace vitrine
