#include "http/router.hpp"

#include "api/endpoints.hpp"
#include "api/work.hpp"
#include "async.hpp"
#include "clock.hpp"
#include "crypto.hpp"
#include "faults.hpp"
#include "http/changes.hpp"
#include "http/pages.hpp"
#include "http/target.hpp"
#include "json.hpp"
#include "log.hpp"
#include "store/changes.hpp"
#include "store/idempotency.hpp"
#include "vitrine/commands.hpp"

namespace vitrine {
namespace {

constexpr std::size_t maxKey = 255;
constexpr RequestRate commandRate{20, 200};
constexpr RequestRate pageRate{100, 1000};

/// Keeps an idempotency key marked while its request is being worked on.
class InFlight {
 public:
  InFlight(std::shared_ptr<std::set<std::string>> keys, std::string key)
      : keys_(std::move(keys)), key_(std::move(key)) {
    mine_ = key_.empty() || keys_->insert(key_).second;
  }
  ~InFlight() {
    if (mine_) keys_->erase(key_);
  }
  InFlight(const InFlight&) = delete;
  bool mine() const { return mine_; }

 private:
  std::shared_ptr<std::set<std::string>> keys_;
  std::string key_;
  bool mine_ = false;
};

/// Tries a seller's endpoint, off the database's thread. One at a time for each seller: an endpoint
/// may take 20 seconds.
asio::awaitable<Reply> tried(App& app, const Trial& trial) {
  const InFlight in_flight(app.keys_in_flight, "trial\n" + trial.delivery.seller_id);
  if (!in_flight.mine()) co_return failureReply({Errc::idempotency_in_flight, "url"});
  const auto begun = std::chrono::steady_clock::now();
  const auto result = co_await app.dispatcher.attempt(trial.delivery, trial.seller);
  const auto took = std::chrono::duration_cast<std::chrono::milliseconds>(
      std::chrono::steady_clock::now() - begun);
  co_return jsonReply(toJson(EndpointTrial{result.status >= 200 && result.status < 300,
                                           result.status, result.problem, took.count()}));
}

template <class T>
Fault faultOf(const Result<T>& result) {
  return result ? Fault() : Fault(result.error());
}

/// Runs a row of the endpoint table in the database's transaction; a kept answer is given again.
template <class Q, class A>
asio::awaitable<Reply> run(App& app, const Endpoint<Q, A>& row, const Request& request,
                           const Target& target) {
  if (row.door.access == Access::console && !target.call.same_origin)
    co_return failureReply({Errc::forbidden_origin, "origin"});
  const bool once = row.repeat == Repeat::once;
  const std::string key(request["Idempotency-Key"]);
  if (once && (key.empty() || key.size() > maxKey))
    co_return failureReply({Errc::idempotency_key_missing, "Idempotency-Key"});
  if (!isText(key)) co_return failureReply({Errc::invalid_format, "Idempotency-Key"});
  Q body;
  if (row.body == Body::json && (!std::same_as<Q, Nothing> || !request.body().empty())) {
    if (row.method == http::verb::post && !isJson(request))
      co_return failureReply({Errc::unsupported_media_type, "Content-Type"});
    auto read = fromJson<Q>(request.body());
    if (!read) co_return failureReply(read.error());
    body = *std::move(read);
  }
  const auto scope = std::string(http::to_string(row.method)) + ' ' + target.path;
  const auto& call = target.call;
  const auto hash = sha256(call.origin + '\n' + call.bearer + '\n' + request.body() +
                           (call.signed_in.empty() ? "" : '\n' + call.signed_in + call.member));
  const InFlight in_flight(app.keys_in_flight, once ? scope + '\n' + key : "");
  if (!in_flight.mine()) co_return failureReply({Errc::idempotency_in_flight, "Idempotency-Key"});

  std::string prepared;
  if (row.prepare) {
    auto outcome = co_await row.prepare(app, call, body);
    if (!outcome) co_return failureReply(outcome.error());
    prepared = *std::move(outcome);
  }
  std::string answer;
  Fault fault;
  std::vector<Error> further;
  Events events;
  std::optional<std::string> signed_in;
  co_await inStore(app.writer, [&](Database& db) {
    fault.reset();
    events = {};
    signed_in.reset();
    Work work{db, app.config, call, unixNow()};
    work.prepared = prepared;
    if (once) {
      // A key that was revoked gets no kept answers either, nor does who has signed out.
      const auto access = row.door.access;
      if (opensToKeys(access)) fault = faultOf(work.key());
      if (access == Access::account || access == Access::confirmed) fault = faultOf(work.account());
      if (fault) return false;
      if (auto kept = findAnswer(db, scope, key)) {
        if (kept->request_hash != hash)
          fault = Error{Errc::idempotency_mismatch, "Idempotency-Key"};
        else
          answer = std::move(kept->answer);
        work.again = !fault && answer.empty();
        if (!work.again) return false;
      }
    }
    const auto result = row.run(work, body);
    if (!result) {
      fault = result.error();
      further = std::move(work.further);
      return false;
    }
    answer = work.kept.empty() ? toJson(*result) : work.kept;
    if (work.again) return false;
    if (once) keepAnswer(db, scope, key, {hash, work.kept.empty() ? answer : ""}, work.now);
    events = work.events;
    signed_in = work.signed_in;
    if (events.catalog_changed) noteCatalogueChange(db);
    if (events.orders_placed) crashPoint("complete.kept");
    return row.method != http::verb::get;
  });
  if (events.orders_placed) crashPoint("complete.committed");
  app.after(events);
  if (events.trial) co_return co_await tried(app, *events.trial);
  auto reply = fault ? failureReply(*fault, further) : jsonReply(std::move(answer));
  if (signed_in) reply.headers.set(http::field::set_cookie, cookieOf(*signed_in));
  co_return reply;
}

/// The core's commands on a site's catalogue: `POST /v1/sites/{site_id}/commands/{command}`.
Reply runCommand(const App& app, const Request& request, const Call& call) {
  const auto directory = app.published.now();
  const auto site = directory->sites.find(call.param("site_id"));
  if (site == directory->sites.end()) return failureReply({Errc::unknown_site, "site_id"});
  if (!allows(site->second.site, call.origin, app.config))
    return failureReply({Errc::forbidden_origin, "origin"});
  if (!isJson(request)) return failureReply({Errc::unsupported_media_type, "Content-Type"});
  const auto body = parseJson(request.body());
  if (!body) return failureReply(body.error());
  const auto answer =
      vitrine::call(*site->second.catalog, call.param("command"), JsonSource(*body));
  return answer ? jsonReply(*answer) : failureReply(answer.error());
}

/// All that proxies have written, whether into one field or each into one of its own.
std::string forwardedFor(const Request& request) {
  std::string all;
  const auto [first, last] = request.equal_range("X-Forwarded-For");
  for (auto field = first; field != last; ++field) {
    all += ',';
    all += field->value();
  }
  return all;
}

/// Where a request comes from, as limits count.
std::uint64_t senderOf(const App& app, const Request& request, const asio::ip::address& peer) {
  if (!app.trusted_proxies.contain(peer)) return networkOf(peer);
  return networkOf(app.trusted_proxies.origin(peer, forwardedFor(request)));
}

/// The answer to one request too many of its kind, site and network.
std::optional<Reply> overLimit(App& app, const Request& request, std::string_view site_id,
                               const asio::ip::address& peer, std::string_view kind,
                               const RequestRate& rate) {
  const auto directory = app.published.now();
  // Only sites that exist have buckets of their own; otherwise names would make room without end.
  std::string key;
  if (directory->sites.contains(site_id))
    key = site_id;
  else if (const std::string_view page = request[http::field::origin];
           directory->origins.contains(page))
    key = page;
  key.append(1, '\n')
      .append(std::to_string(senderOf(app, request, peer)))
      .append(1, '\n')
      .append(kind);
  const auto wait = app.rate_limits.take(key, rate, RateLimits::Clock::now());
  if (!wait) return {};
  app.metrics.refused(Limit::requests);
  return failureReply({Errc::rate_limited, "address", wait->count()});
}

bool reads(const Request& request) {
  return request.method() == http::verb::get || request.method() == http::verb::head;
}

/// What is asked for most, found by its path as it stands, without a look at the rest of what the
/// request says. Nothing when the path has to be decoded first, or is of nothing of that kind.
std::optional<Reply> sharedAnswer(App& app, const Request& request, const asio::ip::address& peer) {
  const std::string_view path = request.target();
  if (!reads(request) || !isPlainPath(path)) return {};
  auto reply = sharedReply(app, request, path);
  if (!reply) return {};
  if (auto over = overLimit(app, request, {}, peer, "pages", pageRate)) reply = std::move(over);
  reply->route = "pages";
  return reply;
}

asio::awaitable<Reply> route(App& app, const Request& request, const asio::ip::address& peer,
                             std::shared_ptr<Upload> upload) {
  auto target = targetOf(request, app.config);
  if (!target) co_return failureReply({Errc::not_found, "path"});
  target->call.upload = std::move(upload);
  const bool reading = reads(request);
  std::optional<asio::awaitable<Reply>> answer;
  std::optional<Reply> over;
  bool known = false;
  std::string_view kind = "pages";
  const auto counted = [&](Reply reply) {
    reply.route = kind;
    return reply;
  };
  const auto allowed = [&](std::string_view name, const RequestRate& rate) {
    over = overLimit(app, request, target->call.param("site_id"), peer, name, rate);
    return !over;
  };
  const auto attempt = [&]<class Q, class A>(const Endpoint<Q, A>& row) {
    if (answer || over || !fits(row.path, target->segments, target->call)) return;
    known = true;
    kind = row.path;
    if (row.method != request.method() && !(reading && row.method == http::verb::get)) return;
    target->call.right = rightFor(row);
    if (allowed(row.path, row.rate)) answer = run(app, row, request, *target);
  };
  std::apply([&](const auto&... rows) { (attempt(rows), ...); }, endpoints);
  if (over) co_return counted(*std::move(over));
  if (answer) co_return counted(co_await std::move(*answer));

  if (fits("/v1/sites/{site_id}/commands/{command}", target->segments, target->call)) {
    if (request.method() == http::verb::post) {
      kind = "commands";
      if (!allowed(kind, commandRate)) co_return counted(*std::move(over));
      co_return counted(runCommand(app, request, target->call));
    }
    known = true;
  }
  if (!allowed("pages", pageRate)) co_return *std::move(over);
  if (fits("/v1/sites/{site_id}/changes", target->segments, target->call)) {
    kind = "changes";
    if (reading)
      co_return counted(changesReply(app, request, target->call, senderOf(app, request, peer)));
    known = true;
  }
  if (!known || reading) {
    if (auto page = pageReply(app, request, target->path)) {
      if (reading) co_return counted(*std::move(page));
      known = true;
    }
  }
  co_return failureReply({known ? Errc::method_not_allowed : Errc::not_found, "path"});
}

/// Lets pages of allowed origins read the answer; each handler still checks that the site allows
/// the page.
void allowOrigin(const App& app, const Request& request, Reply& reply) {
  if (reply.headers.contains(http::field::access_control_allow_origin)) return;
  const std::string_view origin = request[http::field::origin];
  reply.headers.set(http::field::vary, "Origin, Accept-Encoding");
  if (origin.empty() || !app.published.now()->origins.contains(origin)) return;
  reply.headers.set(http::field::access_control_allow_origin, origin);
  if (request.method() != http::verb::options) return;
  reply.headers.set(http::field::access_control_allow_methods, "GET, POST");
  reply.headers.set(http::field::access_control_allow_headers,
                    "Authorization, Content-Type, Idempotency-Key");
  reply.headers.set(http::field::access_control_max_age, "600");
}

}  // namespace

asio::awaitable<Result<BodyRule>> bodyRule(App& app, const Request& request, std::uint64_t length) {
  BodyRule rule{usualBody, false};
  auto target = targetOf(request, app.config);
  const auto look = [&](const auto& row) {
    if (Call call;
        target && row.method == request.method() && fits(row.path, target->segments, call)) {
      rule = {row.max_body, row.body == Body::file};
      target->call.right = rightFor(row);
    }
  };
  std::apply([&](const auto&... rows) { (look(rows), ...); }, endpoints);
  if (rule.file || (rule.most > usualBody && length > usualBody)) {
    bool known = false;
    co_await inStore(app.writer, [&](Database& db) {
      known = !!Work{db, app.config, target->call, unixNow()}.seller();
      return false;
    });
    if (!known) co_return Error{Errc::unauthorized, "authorization"};
  }
  co_return rule;
}

asio::awaitable<Reply> respond(App& app, const Request& request, const asio::ip::address& peer,
                               std::shared_ptr<Upload> upload) {
  Reply reply;
  if (request.method() == http::verb::options) {
    reply.status = http::status::no_content;
  } else {
    try {
      if (auto shared = sharedAnswer(app, request, peer))
        reply = *std::move(shared);
      else
        reply = co_await route(app, request, peer, std::move(upload));
    } catch (const StoreUnavailable& trouble) {
      log("error", "store_unavailable", {{"problem", trouble.what()}});
      reply = failureReply({Errc::unavailable, ""});
    } catch (const std::exception& failed) {
      log("error", "request_failed", {{"problem", failed.what()}});
      reply = failureReply({Errc::internal, ""});
    }
  }
  allowOrigin(app, request, reply);
  reply.headers.set("X-Content-Type-Options", "nosniff");
  reply.headers.set("Referrer-Policy", "no-referrer");
  if (app.config.public_url.starts_with("https://"))
    reply.headers.set(http::field::strict_transport_security, "max-age=31536000");
  co_return reply;
}

}  // namespace vitrine
