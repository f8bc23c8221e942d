#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/thread_pool.hpp>
#include <deque>
#include <memory>
#include <string>

#include "changes.hpp"
#include "config.hpp"
#include "cooperation/retail.hpp"
#include "directory.hpp"
#include "store/writer.hpp"

namespace vitrine {

namespace asio = boost::asio;

/// Keeps the directory in step with the database: after a change the sites' catalogues are written
/// anew, off the request's path, several changes at once. Prices and stocks do not wait for that:
/// they reach the catalogues that answer here, and the pages that are open, at once.
class Published {
 public:
  Published(asio::io_context& io, Writer& writer, const Config& config);

  std::shared_ptr<const Directory> now() const { return directory_; }

  /// Builds the first directory; then waits for changes until the io_context stops.
  asio::awaitable<void> build();
  asio::awaitable<void> run();
  /// Passes on what changes of prices and stocks.
  asio::awaitable<void> tell();
  /// Looks every second whether another server on the database has changed something.
  asio::awaitable<void> watch();

  /// Something public has changed.
  void changed();

  Changes& changes() { return changes_; }
  /// What a page of a site is told of a change; the page has the site's catalogue.
  ChangedOffer changeFor(const SiteView& view, const ChangedOffer& change) const;
  asio::any_io_executor executor() { return timer_.get_executor(); }

 private:
  asio::awaitable<void> readChanges();
  void take(RetailBook retail, RetailMark mark);

  Writer& writer_;
  const Config& config_;
  asio::thread_pool worker_{1};
  asio::steady_timer timer_;
  bool changed_ = false;
  asio::steady_timer news_;
  bool has_news_ = true;
  std::int64_t seen_ = 0;  // the last known `catalogueRevision`
  Changes changes_;
  RetailBook retail_;  // as of the newest change
  RetailMark retail_mark_;
  std::shared_ptr<const Directory> directory_ = std::make_shared<Directory>();
  std::deque<std::string> kept_;  // catalogue files, oldest first
};

}  // namespace vitrine
