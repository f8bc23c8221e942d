#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/thread_pool.hpp>
#include <map>
#include <optional>
#include <random>
#include <set>
#include <string>

#include "config.hpp"
#include "dispatch/circuit.hpp"
#include "dispatch/endpoint.hpp"
#include "dispatch/lookout.hpp"
#include "metrics.hpp"
#include "store/members.hpp"
#include "store/outbox.hpp"
#include "store/writer.hpp"

namespace vitrine {

/// Brings the outbox to the sellers' endpoints. Each seller has its own place in line, with at most
/// two requests under way, so one that is slow or dead delays nobody else. What is not delivered is
/// tried again after a restart too, under the same webhook-id; what the schedule's end has not
/// delivered, or an endpoint that is gone, is parked for the seller to replay.
class Dispatcher {
 public:
  Dispatcher(asio::io_context& io, Writer& writer, const Config& config, Metrics& metrics);

  /// Looks for work until the io_context stops.
  asio::awaitable<void> run();

  /// There is new work.
  void wake();

  /// Sends a message to the seller's endpoint now, signed, whatever waits for it. Of no attempt
  /// anything is kept.
  asio::awaitable<PostResult> attempt(Delivery delivery, SellerRecord seller);

  /// What it says of deliveries, endpoints and the queue.
  Standing standing() const;

  /// The sellers whose endpoints fail.
  std::map<std::string, CircuitState> circuits() const;

 private:
  struct Lane {
    std::string url;  // that the circuit is about
    Circuit circuit;
    int under_way = 0;
  };
  struct Work {
    std::vector<Delivery> deliveries;
    std::map<std::string, SellerRecord> sellers;
  };

  asio::awaitable<Work> lookForWork();
  asio::awaitable<std::chrono::nanoseconds> begin();
  Lane& laneOf(const SellerRecord& seller);
  asio::awaitable<void> deliver(Delivery delivery, SellerRecord seller);
  asio::awaitable<void> record(const Delivery& delivery, const PostResult& result, bool recovered);

  asio::io_context& io_;
  Writer& writer_;
  const Config& config_;
  Metrics& metrics_;
  asio::ssl::context tls_;
  asio::thread_pool lookups_;
  Sending sending_;
  Lookout lookout_;
  std::set<std::string> under_way_;
  std::optional<std::int64_t> oldest_due_;  // Unix milliseconds, of what is not delivered
  std::map<std::string, Lane> lanes_;
  std::minstd_rand jitter_;
};

}  // namespace vitrine
