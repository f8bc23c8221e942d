#include "overdue.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>

#include "async.hpp"
#include "clock.hpp"
#include "log.hpp"
#include "orders/replacement.hpp"
#include "store/changes.hpp"

namespace vitrine {

asio::awaitable<void> keepRejectingUnanswered(App& app, std::chrono::milliseconds pause) {
  asio::steady_timer timer(co_await asio::this_coro::executor);
  const Call nobody;
  while (true) {
    try {
      Events events;
      co_await inStore(app.writer, [&](Database& db) {
        Work work{db, app.config, nobody, unixNow()};
        rejectUnanswered(work);
        events = work.events;
        if (events.catalog_changed) noteCatalogueChange(db);
        return events.catalog_changed;
      });
      app.after(events);
    } catch (const std::exception& failed) {
      log("error", "unanswered_orders_kept", {{"problem", failed.what()}});
    }
    timer.expires_after(pause);
    co_await timer.async_wait(asio::as_tuple(asio::use_awaitable));
  }
}

}  // namespace vitrine
