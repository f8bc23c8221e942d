#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <chrono>
#include <functional>

namespace vitrine {

namespace asio = boost::asio;

/// When to look for work that waits in the store: at once when told that there is some, else when
/// the next is due.
class Lookout {
 public:
  /// Begins what can be begun, and answers for how long there is nothing more to do.
  using Begin = std::function<asio::awaitable<std::chrono::nanoseconds>()>;

  explicit Lookout(asio::io_context& io) : timer_(io) {}

  /// Until the io_context stops. While the store is away it looks again each second, and logs that
  /// as `trouble`.
  asio::awaitable<void> keep(Begin begin, const char* trouble);

  /// There is new work.
  void wake();

 private:
  asio::steady_timer timer_;
  bool woken_ = false;
};

}  // namespace vitrine
