#include "telling.hpp"

#include <algorithm>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <ctime>

#include "async.hpp"
#include "clock.hpp"
#include "cooperation/moved_prices.hpp"
#include "cooperation/terms.hpp"
#include "log.hpp"
#include "members/accounts.hpp"
#include "members/notices.hpp"
#include "store/ledger.hpp"

namespace vitrine {
namespace {

constexpr int together = 200;  // in one transaction

/// When a month of UTC began: the one of a moment, or one before it. Unix milliseconds.
std::int64_t monthStart(std::int64_t now, int months_back) {
  const std::time_t seconds = now / 1000;
  std::tm parts{};
  gmtime_r(&seconds, &parts);
  std::tm first{};
  first.tm_year = parts.tm_year;
  first.tm_mon = parts.tm_mon - months_back;
  first.tm_mday = 1;
  return static_cast<std::int64_t>(timegm(&first)) * 1000;
}

}  // namespace

int tellStatements(Work& work, int limit) {
  const auto end = monthStart(work.now, 0);
  const auto begin = monthStart(work.now, 1);
  const auto month = rfc3339(begin).substr(0, 7);
  const auto parties = untoldParties(work.db, month, begin, end, limit);
  for (const auto& party : parties) {
    noteTold(work.db, party, month);
    if (const auto name = memberName(work.db, party))
      tellMember(work, party, about(MailKind::statement_ready, *name, month), party + "/earnings");
  }
  return static_cast<int>(parties.size());
}

namespace {

/// Runs a job of e-mails with the store, and has them handed over once they are committed.
template <class F>
asio::awaitable<void> tell(App& app, F job) {
  const Call nobody;
  Events events;
  co_await inStore(app.writer, [&](Database& db) {
    Work work{db, app.config, nobody, unixNow()};
    job(work);
    events = work.events;
    return true;
  });
  app.after(events);
}

asio::awaitable<void> tellAllStatements(App& app, std::int64_t& told) {
  while (told != monthStart(unixNow(), 0)) {
    int count = 0;
    std::int64_t until = 0;
    co_await tell(app, [&](Work& work) {
      until = monthStart(work.now, 0);
      count = tellStatements(work, together);
    });
    if (count < together) told = until;
  }
}

/// One presenter after the other, a few prices at a time: others wait for the store.
asio::awaitable<void> tellAllMovedPrices(App& app, std::string& told) {
  const auto day = dayOf(unixNow());
  while (told != day) {
    PresenterPrices set;
    co_await tell(app, [&](Work& work) { set = pricesToLookAt(work.db, day); });
    if (set.presenter_id.empty()) {
      told = day;
      break;
    }
    std::vector<MovedPrice> moved;
    for (std::size_t at = 0; at < set.prices.size(); at += together) {
      const auto end = std::min(at + together, set.prices.size());
      co_await tell(app, [&](Work& work) {
        for (auto i = at; i < end; ++i)
          if (auto price = movedPrice(work.db, set.prices[i], day))
            moved.push_back(*std::move(price));
      });
    }
    co_await tell(app, [&](Work& work) { tellMovedPrices(work, set.presenter_id, moved); });
  }
}

}  // namespace

asio::awaitable<void> keepTelling(App& app, std::chrono::milliseconds pause) {
  asio::steady_timer timer(co_await asio::this_coro::executor);
  std::int64_t statements = 0;  // up to when
  std::string prices;           // of which day
  while (!app.config.smtp_url.empty()) {
    try {
      co_await tellAllStatements(app, statements);
      co_await tellAllMovedPrices(app, prices);
    } catch (const std::exception& failed) {
      log("error", "members_not_told", {{"problem", failed.what()}});
    }
    timer.expires_after(pause);
    co_await timer.async_wait(asio::as_tuple(asio::use_awaitable));
  }
}

}  // namespace vitrine
