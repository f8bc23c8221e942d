#include "dispatch/dispatcher.hpp"

#include <algorithm>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>

#include "async.hpp"
#include "clock.hpp"
#include "dispatch/webhook.hpp"
#include "faults.hpp"
#include "log.hpp"

namespace vitrine {
namespace {

constexpr std::size_t maxUnderWay = 1024;
constexpr std::size_t lookupThreads = 16;
constexpr int gone = 410;
constexpr std::chrono::minutes longestNap{5};
constexpr std::chrono::seconds sharedNap{1};  // another server may have died

bool isDelivered(const PostResult& result) { return result.status >= 200 && result.status < 300; }

std::string outcomeOf(const PostResult& result) {
  if (isDelivered(result)) return "delivered";
  return result.status != 0 ? "answered " + std::to_string(result.status) : result.problem;
}

Circuit::Clock::duration firstPause(const Config& config) {
  return std::chrono::milliseconds(static_cast<std::int64_t>(config.circuit_seconds * 1000));
}

}  // namespace

Dispatcher::Dispatcher(asio::io_context& io, Writer& writer, const Config& config, Metrics& metrics)
    : io_(io),
      writer_(writer),
      config_(config),
      metrics_(metrics),
      tls_(asio::ssl::context::tls_client),
      lookups_(lookupThreads),
      sending_{systemResolver(lookups_), tls_, config.allow_insecure_endpoints},
      lookout_(io),
      jitter_(std::random_device{}()) {
  tls_.set_default_verify_paths();
  tls_.set_options(asio::ssl::context::no_tlsv1 | asio::ssl::context::no_tlsv1_1);
}

void Dispatcher::wake() { lookout_.wake(); }

Standing Dispatcher::standing() const {
  Standing standing;
  standing.deliveries = under_way_.size();
  for (const auto& [seller_id, state] : circuits())
    ++(state == CircuitState::open ? standing.open_circuits : standing.probing_circuits);
  if (oldest_due_)
    standing.queue_age =
        static_cast<double>(std::max<std::int64_t>(0, unixNow() - *oldest_due_)) / 1000;
  return standing;
}

std::map<std::string, CircuitState> Dispatcher::circuits() const {
  std::map<std::string, CircuitState> failing;
  const auto now = Circuit::Clock::now();
  for (const auto& [seller_id, lane] : lanes_) {
    const auto state = lane.circuit.state(now);
    if (state != CircuitState::closed) failing.emplace(seller_id, state);
  }
  return failing;
}

/// What waits: the first two of each seller. What has no endpoint to go to any more is parked.
asio::awaitable<Dispatcher::Work> Dispatcher::lookForWork() {
  Work work;
  co_await inStore(writer_, [&](Database& db) {
    work = {};
    work.deliveries = pendingDeliveries(db, Circuit::usualRoom, unixNow());
    for (const auto& delivery : work.deliveries) {
      if (work.sellers.contains(delivery.seller_id)) continue;
      auto seller = *findSeller(db, delivery.seller_id);
      if (seller.endpoint_url.empty() || seller.gone_at != 0)
        parkAll(db, seller.seller.id, unixNow(), "there is no endpoint any more");
      work.sellers.emplace(delivery.seller_id, std::move(seller));
    }
    return true;
  });
  std::erase_if(work.deliveries, [&](const Delivery& delivery) {
    const auto& seller = work.sellers.at(delivery.seller_id);
    return seller.endpoint_url.empty() || seller.gone_at != 0;
  });
  co_return work;
}

/// A new URL starts with a clean record.
Dispatcher::Lane& Dispatcher::laneOf(const SellerRecord& seller) {
  const auto fresh = [&] { return Circuit(firstPause(config_)); };
  auto& lane =
      lanes_.try_emplace(seller.seller.id, Lane{seller.endpoint_url, fresh()}).first->second;
  if (lane.url != seller.endpoint_url) {
    lane.url = seller.endpoint_url;
    lane.circuit = fresh();
  }
  return lane;
}

/// Looks for work and begins what can be begun. Answers for how long there is nothing more to do.
asio::awaitable<std::chrono::nanoseconds> Dispatcher::begin() {
  auto work = co_await lookForWork();
  std::chrono::nanoseconds nap = config_.store.empty() ? longestNap : sharedNap;
  const auto now = unixNow();
  const auto ticks = Circuit::Clock::now();
  std::vector<Delivery> ready;
  std::map<std::string, int> begun;  // by seller
  oldest_due_.reset();
  for (auto& delivery : work.deliveries) {
    oldest_due_ = std::min(oldest_due_.value_or(delivery.due_at), delivery.due_at);
    auto& lane = laneOf(work.sellers.at(delivery.seller_id));
    const auto room = lane.circuit.room(ticks);
    if (under_way_.contains(delivery.id)) continue;
    if (delivery.due_at > now) {
      nap =
          std::min<std::chrono::nanoseconds>(nap, std::chrono::milliseconds(delivery.due_at - now));
    } else if (room == 0) {
      nap = std::min<std::chrono::nanoseconds>(nap, lane.circuit.opensAt() - ticks);
    } else if (lane.under_way + begun[delivery.seller_id] < room &&
               under_way_.size() + ready.size() < maxUnderWay) {
      ++begun[delivery.seller_id];
      ready.push_back(std::move(delivery));
    }
  }
  if (ready.empty()) co_return nap;
  crashPoint("dispatch.found");
  if (!config_.store.empty()) {
    const auto wanted = std::move(ready);
    co_await inStore(writer_, [&](Database& db) {
      ready = claim(db, wanted, unixNow());
      return true;
    });
  }
  crashPoint("dispatch.claimed");
  for (auto& delivery : ready) {
    under_way_.insert(delivery.id);
    ++lanes_.at(delivery.seller_id).under_way;
    const auto& seller = work.sellers.at(delivery.seller_id);
    asio::co_spawn(io_, deliver(std::move(delivery), seller), asio::detached);
  }
  co_return nap;
}

asio::awaitable<void> Dispatcher::run() {
  co_await lookout_.keep([this] { return begin(); }, "deliveries_wait");
}

asio::awaitable<void> Dispatcher::deliver(Delivery delivery, SellerRecord seller) {
  ++delivery.attempts;
  metrics_.dispatched(static_cast<double>(unixNow() - delivery.due_at) / 1000);
  crashPoint("dispatch.sending");
  const auto result = co_await attempt(delivery, seller);
  crashPoint("dispatch.answered");
  auto& lane = lanes_.at(delivery.seller_id);
  bool recovered = false;
  if (isDelivered(result)) {
    recovered = lane.circuit.succeeded();
  } else if (lane.circuit.failed(Circuit::Clock::now())) {
    log("warning", "endpoint_left_alone", {{"seller", delivery.seller_id}});
  }
  if (result.retry_after && !isDelivered(result))
    lane.circuit.hold(Circuit::Clock::now() + *result.retry_after);
  try {
    co_await record(delivery, result, recovered);
  } catch (const std::exception& failed) {
    // Still due in the database: it is tried again, and its webhook-id lets the seller see that.
    log("error", "delivery_not_recorded", {{"delivery", delivery.id}, {"problem", failed.what()}});
  }
  crashPoint("dispatch.recorded");
  metrics_.delivery(isDelivered(result));
  log(isDelivered(result) ? "info" : "warning", "delivery",
      {{"delivery", delivery.id},
       {"seller", delivery.seller_id},
       {"attempt", delivery.attempts},
       {"outcome", outcomeOf(result)}});
  under_way_.erase(delivery.id);
  --lane.under_way;
  wake();
}

asio::awaitable<PostResult> Dispatcher::attempt(Delivery delivery, SellerRecord seller) {
  const auto url = parseEndpoint(seller.endpoint_url);
  if (!url) co_return PostResult{0, "the endpoint is not a URL", {}};
  const auto now = unixNow();
  const auto timestamp = now / 1000;
  auto signatures = sign(seller.webhook_secret, delivery.id, timestamp, delivery.body);
  if (now < seller.old_secret_until && !seller.old_secret.empty())
    signatures += ' ' + sign(seller.old_secret, delivery.id, timestamp, delivery.body);
  const Headers headers{{"webhook-id", delivery.id},
                        {"webhook-timestamp", std::to_string(timestamp)},
                        {"webhook-signature", signatures}};
  co_return co_await post(*url, headers, delivery.body, sending_);
}

asio::awaitable<void> Dispatcher::record(const Delivery& delivery, const PostResult& result,
                                         bool recovered) {
  const double jitter = std::uniform_real_distribution(0.0, 1.0)(jitter_);
  auto delay = retryDelay(config_.retry_seconds, delivery.attempts, jitter);
  if (delay && result.retry_after)
    delay = std::max<std::chrono::milliseconds>(*delay, *result.retry_after);
  const bool parked = !isDelivered(result) && (result.status == gone || !delay);
  const auto outcome = outcomeOf(result);
  co_await inStore(writer_, [&](Database& db) {
    const auto now = unixNow();
    bool mine = false;
    if (isDelivered(result)) {
      mine = finishDelivery(db, delivery, now, outcome);
      if (recovered) hasten(db, delivery.seller_id, now);
    } else if (parked) {
      mine = parkDelivery(db, delivery, now, outcome);
      if (result.status == gone) setGone(db, delivery.seller_id, now);
    } else {
      mine = postponeDelivery(db, delivery, now + delay->count(), outcome);
    }
    crashPoint("dispatch.recording");
    if (!mine) log("warning", "lease_lost", {{"delivery", delivery.id}});
    return true;
  });
  if (!parked) co_return;
  metrics_.deliveryParked();
  log("warning", result.status == gone ? "endpoint_gone" : "delivery_parked",
      {{"delivery", delivery.id}, {"seller", delivery.seller_id}});
}

}  // namespace vitrine
