#include "planned.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>

#include "async.hpp"
#include "clock.hpp"
#include "cooperation/retail.hpp"
#include "cooperation/terms.hpp"
#include "log.hpp"
#include "store/changes.hpp"
#include "store/members.hpp"
#include "store/prices.hpp"

namespace vitrine {

asio::awaitable<void> keepPlans(App& app, std::chrono::milliseconds pause) {
  asio::steady_timer timer(co_await asio::this_coro::executor);
  while (true) {
    try {
      std::int64_t applied = 0;
      co_await inStore(app.writer, [&](Database& db) {
        applied = applyPrices(db, unixNow()) + keepHolidays(db, dayOf(unixNow()));
        applied += keepRetail(db, unixNow());
        if (applied > 0) noteCatalogueChange(db);
        return true;  // a new day is noted, too, where it changes nothing
      });
      if (applied > 0) app.published.changed();
    } catch (const std::exception& failed) {
      log("error", "plans_not_applied", {{"problem", failed.what()}});
    }
    timer.expires_after(pause);
    co_await timer.async_wait(asio::as_tuple(asio::use_awaitable));
  }
}

}  // namespace vitrine
