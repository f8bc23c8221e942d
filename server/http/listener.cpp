#include "http/listener.hpp"

#include <array>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <chrono>

#include "clock.hpp"
#include "http/reader.hpp"
#include "http/router.hpp"
#include "log.hpp"

namespace vitrine {
namespace {

namespace beast = boost::beast;
using tcp = asio::ip::tcp;
using namespace std::chrono_literals;

constexpr auto answerTime = 30s;
constexpr std::size_t answerRate = 8 * 1024;  // bytes per second that a reader must take at least
constexpr auto lingerTime = 5s;
constexpr auto partingTime = 1s;
constexpr std::size_t maxPartings = 128;
constexpr auto untilResumed = asio::as_tuple(asio::use_awaitable);

asio::awaitable<void> write(beast::tcp_stream& stream, const Reply& reply, bool head_only,
                            bool keep_alive) {
  http::response<http::span_body<const char>> response;
  static_cast<http::fields&>(response.base()) = reply.headers;
  response.version(11);
  response.result(reply.status);
  response.keep_alive(keep_alive);
  response.set(http::field::date, httpDate(unixNow()));
  if (!head_only) response.body() = {reply.body.data(), reply.body.size()};
  if (!reply.rest && reply.status != http::status::not_modified &&
      reply.status != http::status::no_content)
    response.content_length(reply.body.size());
  stream.expires_after(answerTime + std::chrono::seconds(reply.body.size() / answerRate));
  http::response_serializer<http::span_body<const char>> serializer(response);
  if (head_only || reply.rest) {
    co_await http::async_write_header(stream, serializer, asio::use_awaitable);
  } else {
    co_await http::async_write(stream, serializer, asio::use_awaitable);
  }
}

/// Closes our side and reads on for a while: closing on a sender in the middle of a request would
/// reset the connection, and it would never see the answer that refuses the rest.
asio::awaitable<void> linger(beast::tcp_stream& stream, std::chrono::seconds time) {
  beast::error_code ignored;
  stream.socket().shutdown(tcp::socket::shutdown_send, ignored);
  std::array<char, 1024> unread;
  stream.expires_after(time);
  while (true) {
    const auto [ended, size] = co_await stream.async_read_some(asio::buffer(unread), untilResumed);
    if (ended) co_return;
  }
}

asio::awaitable<void> converse(App& app, beast::tcp_stream stream, Admission::Place) {
  const auto peer = stream.socket().remote_endpoint().address();
  RequestReader reader(app, stream);
  while (true) {
    const auto next = co_await reader.next();
    if (const auto* refusal = std::get_if<Reply>(&next)) {
      app.metrics.request(static_cast<int>(refusal->status), 0);
      co_await write(stream, *refusal, false, false);
      co_await linger(stream, lingerTime);
      break;
    }
    const auto* request = std::get_if<Request>(&next);
    if (!request) break;
    const auto started = std::chrono::steady_clock::now();
    const auto reply = co_await respond(app, *request, peer);
    app.metrics.request(
        static_cast<int>(reply.status),
        std::chrono::duration<double>(std::chrono::steady_clock::now() - started).count());
    const bool keep_alive = request->keep_alive() && !reply.rest;
    co_await write(stream, reply, request->method() == http::verb::head, keep_alive);
    if (reply.rest) co_await reply.rest(stream);
    if (!keep_alive) break;
  }
  beast::error_code ignored;
  stream.socket().shutdown(tcp::socket::shutdown_send, ignored);
}

/// Tells a connection for which there is no place to come back.
asio::awaitable<void> turnAway(App& app, beast::tcp_stream stream, Admission::Place) {
  const auto reply = failureReply({Errc::unavailable, "connection"});
  app.metrics.request(static_cast<int>(reply.status), 0);
  stream.expires_after(partingTime);
  co_await write(stream, reply, false, false);
  co_await linger(stream, partingTime);
}

}  // namespace

tcp::acceptor listen(asio::io_context& io, const Config& config) {
  const tcp::endpoint endpoint(asio::ip::make_address(config.host), config.port);
  return {io, endpoint};
}

asio::awaitable<void> serve(App& app, tcp::acceptor acceptor) {
  Admission partings(maxPartings);
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
    beast::tcp_stream stream(std::move(socket));
    if (auto place = app.admission.admit(network)) {
      asio::co_spawn(acceptor.get_executor(), converse(app, std::move(stream), *std::move(place)),
                     ended);
    } else if (auto parting = partings.admit({})) {
      asio::co_spawn(acceptor.get_executor(), turnAway(app, std::move(stream), *std::move(parting)),
                     ended);
    }
  }
}

}  // namespace vitrine
