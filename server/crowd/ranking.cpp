#include "crowd/ranking.hpp"

#include <algorithm>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>

#include "async.hpp"
#include "clock.hpp"
#include "crowd/gathering.hpp"
#include "log.hpp"
#include "store/changes.hpp"

namespace vitrine {
namespace {

constexpr std::size_t savedAtOnce = 200;

/// What has to be written: the standings that are new or others than before, and whose are gone.
struct Difference {
  std::vector<StoredStanding> saved;
  std::vector<std::string> removed;

  bool empty() const { return saved.empty() && removed.empty(); }
};

Difference differenceOf(std::map<std::string, StoredStanding> before,
                        std::vector<StoredStanding> now) {
  Difference answer;
  for (auto& standing : now) {
    const auto known = before.find(standing.product_id);
    const bool same = known != before.end() && known->second == standing;
    if (known != before.end()) before.erase(known);
    if (!same) answer.saved.push_back(std::move(standing));
  }
  for (const auto& [product_id, standing] : before) answer.removed.push_back(product_id);
  return answer;
}

asio::awaitable<bool> rankBesides(App& app, asio::thread_pool& worker) {
  const auto beside = [&](auto work) -> asio::awaitable<void> {
    const auto run = [&]() -> asio::awaitable<void> {
      work();
      co_return;
    };
    co_await asio::co_spawn(worker, run(), asio::use_awaitable);
  };
  Gathering gathering;
  while (true) {
    std::vector<OfferOfProduct> offers;
    co_await inStore(app.writer, [&](Database& db) {
      offers = gathering.nextOffers(db);
      return true;
    });
    if (offers.empty()) break;
    co_await beside([&] { gathering.add(offers); });
  }
  std::map<std::string, StoredStanding> before;
  co_await inStore(app.writer, [&](Database& db) {
    gathering.begin(db);
    before = listStandings(db);
    return true;
  });
  while (true) {
    Gathering::Page page;
    co_await inStore(app.writer, [&](Database& db) {
      page = gathering.next(db);
      return true;
    });
    if (page.orders.empty()) break;
    co_await beside([&] { gathering.add(page); });
  }
  Difference difference;
  std::map<std::string, TrackRecord> records;
  co_await beside([&] {
    const auto now = unixNow();
    difference = differenceOf(std::move(before), gathering.standings(now));
    records = gathering.records(now);
  });
  for (std::size_t i = 0; i < difference.saved.size(); i += savedAtOnce) {
    co_await inStore(app.writer, [&](Database& db) {
      const auto end = std::min(i + savedAtOnce, difference.saved.size());
      for (auto k = i; k < end; ++k) saveStanding(db, difference.saved[k]);
      return true;
    });
  }
  co_await inStore(app.writer, [&](Database& db) {
    for (const auto& product_id : difference.removed) removeStanding(db, product_id);
    saveRecords(db, records);
    if (!difference.empty()) noteCatalogueChange(db);
    return true;
  });
  co_return !difference.empty();
}

}  // namespace

bool rankNow(Database& db, std::int64_t now) {
  Gathering gathering;
  for (auto offers = gathering.nextOffers(db); !offers.empty(); offers = gathering.nextOffers(db))
    gathering.add(offers);
  gathering.begin(db);
  for (auto page = gathering.next(db); !page.orders.empty(); page = gathering.next(db))
    gathering.add(page);
  const auto difference = differenceOf(listStandings(db), gathering.standings(now));
  for (const auto& standing : difference.saved) saveStanding(db, standing);
  for (const auto& product_id : difference.removed) removeStanding(db, product_id);
  saveRecords(db, gathering.records(now));
  return !difference.empty();
}

asio::awaitable<void> keepRanking(App& app, asio::thread_pool& worker,
                                  std::chrono::milliseconds pause) {
  asio::steady_timer timer(co_await asio::this_coro::executor);
  while (true) {
    try {
      if (co_await rankBesides(app, worker)) app.published.changed();
    } catch (const std::exception& failed) {
      log("error", "products_not_ranked", {{"problem", failed.what()}});
    }
    timer.expires_after(pause);
    co_await timer.async_wait(asio::use_awaitable);
  }
}

}  // namespace vitrine
