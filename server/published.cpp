#include "published.hpp"

#include <algorithm>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <tuple>

#include "async.hpp"
#include "clock.hpp"
#include "contents.hpp"
#include "log.hpp"
#include "shown_products.hpp"

namespace vitrine {
namespace {

constexpr std::chrono::milliseconds settleTime{300};
constexpr std::chrono::milliseconds gatherTime{50};
constexpr std::chrono::seconds watchTime{1};
constexpr std::size_t keptCatalogs = 64;
constexpr int productsAtOnce = 300;

}  // namespace

Published::Published(asio::io_context& io, Writer& writer, const Config& config)
    : writer_(writer), config_(config), timer_(io), news_(io) {}

void Published::changed() {
  changed_ = has_news_ = true;
  timer_.cancel();
  news_.cancel();
}

void Published::take(RetailBook retail, RetailMark mark) {
  const auto age = [](const RetailMark& one) { return std::tie(one.day, one.newest, one.terms); };
  if (age(mark) < age(retail_mark_)) return;  // another has read later
  retail_ = std::move(retail);
  retail_mark_ = std::move(mark);
}

ChangedOffer Published::changeFor(const SiteView& view, const ChangedOffer& change) const {
  const auto retail = retail_.find(view.site.id);
  return retail == retail_.end() ? change : retail->second->changed(*view.catalog, change);
}

asio::awaitable<void> Published::readChanges() {
  std::vector<StoredChange> found;
  RetailBook retail;
  RetailMark mark;
  const auto known = retail_mark_;
  co_await inStore(writer_, [&](Database& db) {
    const auto now = unixNow();
    found = listChanges(db, changes_.newest());
    mark = known;
    if (found.empty()) return true;
    mark = retailMark(db, now);
    if (mark != known) retail = loadRetail(db, now);
    return true;
  });
  if (mark != known) take(std::move(retail), std::move(mark));
  for (const auto& change : found) {
    for (const auto& whole : directory_->whole) {
      if (whole.currency == change.currency) whole.change(change.offer);
    }
  }
  changes_.add(std::move(found));
}

asio::awaitable<void> Published::build() {
  Contents contents;
  co_await inStore(writer_, [&](Database& db) {
    contents = loadContents(db, unixNow());
    return true;
  });
  // In pages, so that nobody waits for the whole.
  for (auto& [currency, products] : contents.by_currency) {
    std::string last;
    do {
      std::vector<Product> page;
      const auto read = [&, after = last](Database& db) {
        page.clear();  // the work may run twice
        last = addProducts(db, currency, after, productsAtOnce, page);
        return false;
      };
      co_await inStore(writer_, read);
      for (auto& product : page) {
        makeLinks(product, config_.public_url);
        products.add(product);
      }
    } while (!last.empty());
  }
  seen_ = std::max(seen_, contents.revision);
  take(contents.retail, contents.retail_mark);
  co_await readChanges();
  const auto version = contents.version;
  auto before = directory_;
  std::shared_ptr<Directory> next;
  const auto work = [&]() -> asio::awaitable<void> {
    next = std::make_shared<Directory>(directoryOf(std::move(contents), *before, config_));
    co_return;
  };
  co_await asio::co_spawn(worker_, work(), asio::use_awaitable);

  for (const auto& [file, unused] : next->catalogs) {
    if (std::find(kept_.begin(), kept_.end(), file) == kept_.end()) kept_.push_back(file);
  }
  for (; kept_.size() > keptCatalogs; kept_.pop_front()) next->catalogs.erase(kept_.front());
  // What has changed meanwhile is not in the new ones yet.
  for (const auto& whole : next->whole) {
    for (const auto& change : changes_.after(version, whole.currency, keptChanges).offers)
      whole.change(change);
  }
  directory_ = std::move(next);
  changes_.wake();
}

asio::awaitable<void> Published::tell() {
  while (true) {
    if (!has_news_) {
      news_.expires_after(std::chrono::hours(24));
      co_await news_.async_wait(asio::as_tuple(asio::use_awaitable));
      continue;
    }
    asio::steady_timer gathered(news_.get_executor(), gatherTime);
    co_await gathered.async_wait(asio::as_tuple(asio::use_awaitable));
    has_news_ = false;
    try {
      co_await readChanges();
    } catch (const std::exception& failed) {
      log("error", "changes_not_told", {{"problem", failed.what()}});
    }
  }
}

asio::awaitable<void> Published::watch() {
  asio::steady_timer timer(timer_.get_executor());
  while (true) {
    timer.expires_after(watchTime);
    co_await timer.async_wait(asio::as_tuple(asio::use_awaitable));
    std::int64_t revision = 0;
    try {
      co_await inStore(writer_, [&](Database& db) {
        revision = catalogueRevision(db);
        return false;
      });
    } catch (const std::exception& failed) {
      log("error", "other_servers_not_heard", {{"problem", failed.what()}});
    }
    if (revision <= seen_) continue;
    seen_ = revision;
    changed();
  }
}

asio::awaitable<void> Published::run() {
  while (true) {
    if (!changed_) {
      timer_.expires_after(std::chrono::hours(24));
      co_await timer_.async_wait(asio::as_tuple(asio::use_awaitable));
      continue;
    }
    // A burst of changes is published once: after a pause that no further change shortens or ends.
    asio::steady_timer settled(timer_.get_executor(), settleTime);
    co_await settled.async_wait(asio::as_tuple(asio::use_awaitable));
    changed_ = false;
    try {
      co_await build();
    } catch (const std::exception& failed) {
      log("error", "catalogue_not_published", {{"problem", failed.what()}});
    }
  }
}

}  // namespace vitrine
