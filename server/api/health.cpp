#include "api/health.hpp"

#include <map>

#include "api/handlers.hpp"
#include "api/work.hpp"
#include "app.hpp"
#include "clock.hpp"
#include "json.hpp"
#include "store/mails.hpp"
#include "store/outbox.hpp"

namespace vitrine {
namespace {

struct FailingEndpoint {
  std::string seller_id;
  CircuitState circuit = CircuitState::open;

  static constexpr void fields(auto& self, auto&& field) {
    field("seller_id", self.seller_id);
    field("circuit", self.circuit);
  }
};

/// What the server's main thread knows.
struct Live {
  std::int64_t connections = 0;
  std::int64_t streams = 0;
  CircuitState mail = CircuitState::closed;
  std::vector<FailingEndpoint> endpoints;

  static constexpr void fields(auto& self, auto&& field) {
    field("connections", self.connections);
    field("streams", self.streams);
    field("mail", self.mail);
    field("endpoints", self.endpoints);
  }
};

std::optional<std::string> momentOf(std::int64_t at) {
  return at == 0 ? std::nullopt : std::optional(rfc3339(at));
}

MailQueue mailQueue(Work& work, CircuitState circuit) {
  const auto backlog = mailBacklog(work.db);
  return {!work.config.smtp_url.empty(), backlog.waiting, backlog.parked,
          momentOf(backlog.oldest_at),   circuit,         backlog.outcome};
}

std::vector<SellerQueue> sellerQueues(Work& work, const std::vector<FailingEndpoint>& failing) {
  std::map<std::string, SellerQueue> queues;
  for (const auto& [seller_id, waiting, parked, oldest_at, outcome] : backlogs(work.db)) {
    auto& queue = queues[seller_id];
    queue.waiting = waiting;
    queue.parked = parked;
    queue.oldest_at = momentOf(oldest_at);
    queue.outcome = outcome;
  }
  for (const auto& [seller_id, circuit] : failing) queues[seller_id].circuit = circuit;
  std::vector<SellerQueue> answer;
  for (auto& [seller_id, queue] : queues) {
    const auto seller = findSeller(work.db, seller_id);
    if (!seller) continue;
    queue.seller_id = seller_id;
    queue.seller_name = seller->seller.name;
    queue.endpoint = endpointState(*seller);
    answer.push_back(std::move(queue));
  }
  return answer;
}

}  // namespace

asio::awaitable<Result<std::string>> prepareHealth(App& app, const Call&, const Nothing&) {
  const auto standing = app.standing();
  Live live;
  live.connections = static_cast<std::int64_t>(standing.connections);
  live.streams = static_cast<std::int64_t>(standing.streams);
  live.mail = app.mailer.circuit();
  for (const auto& [seller_id, circuit] : app.dispatcher.circuits())
    live.endpoints.push_back({seller_id, circuit});
  co_return toJson(live);
}

Result<Health> getHealth(Work& work, const Nothing&) {
  if (auto fault = work.operatorOnly()) return *std::move(fault);
  const auto live = fromJson<Live>(work.prepared);
  if (!live) return live.error();
  Health health;
  health.connections = live->connections;
  health.streams = live->streams;
  health.store = stateOf(work.db, work.config.data);
  health.mail = mailQueue(work, live->mail);
  health.queues = sellerQueues(work, live->endpoints);
  return health;
}

Result<Replayed> replaySeller(Work& work, const Nothing&) {
  if (auto fault = work.operatorOnly()) return *std::move(fault);
  const auto& seller_id = work.call.param("seller_id");
  if (!findSeller(work.db, seller_id)) return Error{Errc::not_found, "seller_id"};
  const auto count = replay(work.db, seller_id, "", work.now);
  work.events.deliveries_due = count > 0;
  return Replayed{count};
}

Result<Replayed> replayMails(Work& work, const Nothing&) {
  if (auto fault = work.operatorOnly()) return *std::move(fault);
  const auto count = retryMails(work.db, "", work.now);
  work.events.mails_due = count > 0;
  return Replayed{count};
}

}  // namespace vitrine
