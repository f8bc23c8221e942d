#include "statements.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <ctime>

#include "async.hpp"
#include "clock.hpp"
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
      tellMember(work, MailKind::statement_ready, party, *name, month, party + "/earnings");
  }
  return static_cast<int>(parties.size());
}

asio::awaitable<void> keepTellingStatements(App& app, std::chrono::milliseconds pause) {
  asio::steady_timer timer(co_await asio::this_coro::executor);
  const Call nobody;
  std::int64_t told = 0;  // up to when
  while (!app.config.smtp_url.empty()) {
    try {
      while (told != monthStart(unixNow(), 0)) {
        Events events;
        int count = 0;
        std::int64_t until = 0;
        co_await inStore(app.writer, [&](Database& db) {
          Work work{db, app.config, nobody, unixNow()};
          until = monthStart(work.now, 0);
          count = tellStatements(work, together);
          events = work.events;
          return count > 0;
        });
        app.after(events);
        if (count < together) told = until;
      }
    } catch (const std::exception& failed) {
      log("error", "statements_not_told", {{"problem", failed.what()}});
    }
    timer.expires_after(pause);
    co_await timer.async_wait(asio::as_tuple(asio::use_awaitable));
  }
}

}  // namespace vitrine
