#include "dispatch/dispatcher.hpp"

#include <algorithm>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>

#include "async.hpp"
#include "clock.hpp"
#include "dispatch/endpoint.hpp"
#include "dispatch/webhook.hpp"
#include "log.hpp"

namespace vitrine {
namespace {

constexpr int maxPerSeller = 2;
constexpr std::size_t maxUnderWay = 64;
constexpr std::chrono::minutes longestNap{5};

std::chrono::milliseconds waitFor(const PostResult& result, std::chrono::milliseconds scheduled) {
  if (!result.retry_after) return scheduled;
  return std::max<std::chrono::milliseconds>(scheduled, *result.retry_after);
}

}  // namespace

Dispatcher::Dispatcher(asio::io_context& io, Writer& writer, const Config& config, Metrics& metrics)
    : io_(io),
      writer_(writer),
      config_(config),
      metrics_(metrics),
      tls_(asio::ssl::context::tls_client),
      timer_(io),
      jitter_(std::random_device{}()) {
  tls_.set_default_verify_paths();
  tls_.set_options(asio::ssl::context::no_tlsv1 | asio::ssl::context::no_tlsv1_1);
}

void Dispatcher::wake() {
  woken_ = true;
  timer_.cancel();
}

asio::awaitable<void> Dispatcher::run() {
  while (true) {
    woken_ = false;
    std::vector<Delivery> pending;
    std::map<std::string, SellerRecord> sellers;
    co_await inStore(writer_, [&](Database& db) {
      pending = pendingDeliveries(db, maxPerSeller);
      for (const auto& delivery : pending) {
        if (!sellers.contains(delivery.seller_id))
          sellers.emplace(delivery.seller_id, *findSeller(db, delivery.seller_id));
      }
      return true;
    });

    auto nap = std::chrono::milliseconds(longestNap);
    const auto now = unixNow();
    for (auto& delivery : pending) {
      if (delivery.due_at > now) {
        nap = std::min(nap, std::chrono::milliseconds(delivery.due_at - now));
      } else if (!under_way_.contains(delivery.id) &&
                 per_seller_[delivery.seller_id] < maxPerSeller &&
                 under_way_.size() < maxUnderWay) {
        under_way_.insert(delivery.id);
        ++per_seller_[delivery.seller_id];
        const auto& seller = sellers.at(delivery.seller_id);
        asio::co_spawn(io_, deliver(std::move(delivery), seller), asio::detached);
      }
    }
    if (woken_) continue;
    timer_.expires_after(nap);
    co_await timer_.async_wait(asio::as_tuple(asio::use_awaitable));
  }
}

asio::awaitable<void> Dispatcher::deliver(Delivery delivery, SellerRecord seller) {
  const auto attempt = delivery.attempts + 1;
  PostResult result{0, "the endpoint is not a URL", {}};
  if (const auto url = parseEndpoint(seller.endpoint_url)) {
    const auto timestamp = unixNow() / 1000;
    const Headers headers{
        {"webhook-id", delivery.id},
        {"webhook-timestamp", std::to_string(timestamp)},
        {"webhook-signature", sign(seller.webhook_secret, delivery.id, timestamp, delivery.body)}};
    result = co_await post(*url, headers, delivery.body, config_.allow_insecure_endpoints, tls_);
  }
  const bool delivered = result.status >= 200 && result.status < 300;
  const bool gone = result.status == 410;
  const auto outcome = delivered            ? std::string("delivered")
                       : result.status != 0 ? "answered " + std::to_string(result.status)
                                            : result.problem;
  const double jitter = std::uniform_real_distribution(0.0, 1.0)(jitter_);
  const auto delay = retryDelay(attempt, jitter);
  try {
    co_await inStore(writer_, [&](Database& db) {
      if (delivered || gone || !delay) {
        finishDelivery(db, delivery.id, attempt, outcome);
      } else {
        postponeDelivery(db, delivery.id, attempt, unixNow() + waitFor(result, *delay).count(),
                         outcome);
      }
      return true;
    });
  } catch (const std::exception& failed) {
    // Still due in the database: it is tried again, and its webhook-id lets the seller see that.
    log("error", "delivery_not_recorded", {{"delivery", delivery.id}, {"problem", failed.what()}});
  }
  metrics_.delivery(delivered);
  log(delivered ? "info" : "warning", "delivery",
      {{"delivery", delivery.id},
       {"seller", delivery.seller_id},
       {"attempt", attempt},
       {"outcome", outcome}});
  under_way_.erase(delivery.id);
  --per_seller_[delivery.seller_id];
  wake();
}

}  // namespace vitrine
