#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <map>
#include <random>
#include <set>
#include <string>

#include "config.hpp"
#include "metrics.hpp"
#include "store/members.hpp"
#include "store/outbox.hpp"
#include "store/writer.hpp"

namespace vitrine {

namespace asio = boost::asio;

/// Brings the outbox to the sellers' endpoints. Each seller has its own place in line, with at most
/// two requests under way, so one that is slow or dead delays nobody else. What is not delivered is
/// tried again after a restart too, under the same webhook-id.
class Dispatcher {
 public:
  Dispatcher(asio::io_context& io, Writer& writer, const Config& config, Metrics& metrics);

  /// Looks for work until the io_context stops.
  asio::awaitable<void> run();

  /// There is new work.
  void wake();

 private:
  asio::awaitable<void> deliver(Delivery delivery, SellerRecord seller);

  asio::io_context& io_;
  Writer& writer_;
  const Config& config_;
  Metrics& metrics_;
  asio::ssl::context tls_;
  asio::steady_timer timer_;
  bool woken_ = false;
  std::set<std::string> under_way_;
  std::map<std::string, int> per_seller_;
  std::minstd_rand jitter_;
};

}  // namespace vitrine
