#include "http/listener.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <chrono>
#include <memory>
#include <string>
#include <utility>

#include "clock.hpp"
#include "http/connection.hpp"
#include "http/reader.hpp"
#include "http/router.hpp"
#include "log.hpp"

namespace vitrine {
namespace {

namespace beast = boost::beast;
using tcp = asio::ip::tcp;
using namespace std::chrono_literals;

constexpr auto greetTime = 10s;
constexpr auto answerTime = 30s;
constexpr std::size_t answerRate = 8 * 1024;  // bytes per second that a reader must take at least
constexpr auto lingerTime = 5s;
constexpr auto partingTime = 1s;
constexpr std::size_t maxPartings = 128;
constexpr auto untilResumed = asio::as_tuple(asio::use_awaitable);

/// The Date of an answer, written once a second.
const std::string& dateNow() {
  thread_local std::int64_t second = 0;
  thread_local std::string date;
  const auto now = unixNow();
  if (std::exchange(second, now / 1000) != now / 1000) date = httpDate(now);
  return date;
}

/// The head's bytes, as they go over the line.
std::string headOf(const Reply& reply, bool keep_alive) {
  const std::string_view reason = http::obsolete_reason(reply.status);
  const auto& lines = reply.headers.lines();
  std::string head;
  head.reserve(lines.size() + 160);
  head.append("HTTP/1.1 ").append(std::to_string(static_cast<int>(reply.status)));
  head.append(" ").append(reason).append("\r\n").append(lines);
  if (!keep_alive) head += "Connection: close\r\n";
  head.append("Date: ").append(dateNow()).append("\r\n");
  if (!reply.rest && reply.status != http::status::not_modified &&
      reply.status != http::status::no_content)
    head.append("Content-Length: ").append(std::to_string(reply.body.size())).append("\r\n");
  return head += "\r\n";
}

asio::awaitable<void> write(Connection& connection, const Reply& reply, bool head_only,
                            bool keep_alive) {
  const auto head = headOf(reply, keep_alive);
  connection.expires_after(answerTime + std::chrono::seconds(reply.body.size() / answerRate));
  const auto body = head_only || reply.rest ? std::string_view() : reply.body;
  co_await connection.write(asio::buffer(head), asio::buffer(body));
}

/// Closes our side and reads on for a while: closing on a sender in the middle of a request would
/// reset the connection, and it would never see the answer that refuses the rest.
asio::awaitable<void> linger(Connection& connection, std::chrono::seconds time) {
  co_await connection.finish(partingTime);
  co_await connection.drain(time);
}

asio::awaitable<void> converse(App& app, std::unique_ptr<Connection> connection) {
  const auto peer = connection->socket().remote_endpoint().address();
  connection->expires_after(greetTime);
  co_await connection->greet();
  RequestReader reader(app, *connection);
  while (true) {
    auto next = co_await reader.next();
    if (auto* refusal = std::get_if<Reply>(&next)) {
      app.metrics.request(refusal->route, static_cast<int>(refusal->status), 0);
      co_await write(*connection, *refusal, false, false);
      co_await linger(*connection, lingerTime);
      co_return;
    }
    const auto* request = std::get_if<Request>(&next);
    if (!request) break;
    const auto started = std::chrono::steady_clock::now();
    auto reply = co_await respond(app, *request, peer, reader.takeUpload());
    app.metrics.request(
        reply.route, static_cast<int>(reply.status),
        std::chrono::duration<double>(std::chrono::steady_clock::now() - started).count());
    const bool keep_alive = request->keep_alive() && !reply.rest;
    co_await write(*connection, reply, request->method() == http::verb::head, keep_alive);
    if (reply.rest) co_await reply.rest(*connection);
    if (!keep_alive) break;
  }
  co_await connection->finish(partingTime);
}

/// Tells a connection for which there is no place to come back.
asio::awaitable<void> turnAway(App& app, std::unique_ptr<Connection> connection) {
  auto reply = failureReply({Errc::unavailable, "connection"});
  app.metrics.request(reply.route, static_cast<int>(reply.status), 0);
  connection->expires_after(partingTime);
  co_await connection->greet();
  co_await write(*connection, reply, false, false);
  co_await linger(*connection, partingTime);
}

/// For a new connection; if there is none left, that of one which idles.
std::optional<Admission::Place> placeFor(App& app, Connections& connections, Admission& partings,
                                         std::optional<std::uint64_t> network) {
  if (auto place = app.admission.admit(network)) return place;
  auto parting = partings.admit({});
  if (!parting || !connections.yield(*std::move(parting), app.admission.full(), network)) return {};
  return app.admission.admit(network);
}

}  // namespace

tcp::acceptor listen(asio::io_context& io, const Config& config) {
  const tcp::endpoint endpoint(asio::ip::make_address(config.host), config.port);
  return {io, endpoint};
}

asio::awaitable<void> serve(App& app, tcp::acceptor acceptor) {
  Admission partings(maxPartings);
  Connections connections;
  asio::co_spawn(acceptor.get_executor(), connections.keep(), [](std::exception_ptr failure) {
    if (failure) std::rethrow_exception(failure);
  });
  while (true) {
    auto [failed, socket] = co_await acceptor.async_accept(untilResumed);
    if (failed) {
      log("error", "accept", {{"problem", failed.message()}});
      asio::steady_timer pause(acceptor.get_executor(),
                               100ms);  // out of descriptors: let some close
      co_await pause.async_wait(untilResumed);
      continue;
    }
    beast::error_code gone;
    const auto peer = socket.remote_endpoint(gone).address();
    if (gone) continue;
    std::optional<std::uint64_t> network;
    if (!app.trusted_proxies.contain(peer)) network = networkOf(peer);
    const auto ended = [](std::exception_ptr) {};  // a connection that breaks concerns nobody else
    auto connection = std::make_unique<Connection>(std::move(socket), app.tls);
    connections.watch(*connection);
    if (auto place = placeFor(app, connections, partings, network)) {
      connection->take(*std::move(place));
      asio::co_spawn(acceptor.get_executor(), converse(app, std::move(connection)), ended);
      continue;
    }
    app.metrics.refused(Limit::connections);
    if (auto parting = partings.admit({})) {
      connection->take(*std::move(parting));
      asio::co_spawn(acceptor.get_executor(), turnAway(app, std::move(connection)), ended);
    }
  }
}

}  // namespace vitrine
