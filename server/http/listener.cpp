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
#include "http/router.hpp"
#include "log.hpp"

namespace vitrine {
namespace {

namespace beast = boost::beast;
using tcp = asio::ip::tcp;
using namespace std::chrono_literals;

constexpr auto requestTime =
    30s;  // from the first byte, or the last answer, to the end of the request
constexpr auto answerTime = 30s;
constexpr auto lingerTime = 5s;
constexpr std::uint32_t maxHead = 16 * 1024;
constexpr std::size_t maxPiece = 256 * 1024;  // of a body, read at once
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
  stream.expires_after(answerTime);
  http::response_serializer<http::span_body<const char>> serializer(response);
  if (head_only || reply.rest) {
    co_await http::async_write_header(stream, serializer, asio::use_awaitable);
  } else {
    co_await http::async_write(stream, serializer, asio::use_awaitable);
  }
}

/// The answer to what the parser refused; nothing when the other side is just gone.
std::optional<Reply> refusal(const beast::error_code& failed) {
  if (failed == http::error::body_limit) return failureReply({Errc::too_large, "body"});
  if (failed == http::error::header_limit) {
    auto reply = failureReply({Errc::too_large, "headers"});
    reply.status = http::status::request_header_fields_too_large;
    return reply;
  }
  const bool parser_fault =
      &failed.category() == &make_error_code(http::error::bad_method).category() &&
      failed != http::error::end_of_stream && failed != http::error::partial_message;
  if (!parser_fault) return {};
  auto reply = failureReply({Errc::invalid_format, "request"});
  reply.status = http::status::bad_request;
  return reply;
}

/// Closes our side and reads on for a while: closing on a sender in the middle of a request would
/// reset the connection, and it would never see the answer that refuses the rest.
asio::awaitable<void> linger(beast::tcp_stream& stream) {
  beast::error_code ignored;
  stream.socket().shutdown(tcp::socket::shutdown_send, ignored);
  std::array<char, 16 * 1024> unread;
  stream.expires_after(lingerTime);
  while (true) {
    const auto [ended, size] = co_await stream.async_read_some(asio::buffer(unread), untilResumed);
    if (ended) co_return;
  }
}

/// Reads a request; how large its body may be is known once its head is.
asio::awaitable<beast::error_code> read(beast::tcp_stream& stream, beast::flat_buffer& buffer,
                                        http::request_parser<http::string_body>& parser) {
  parser.header_limit(maxHead);
  parser.body_limit(boost::none);
  stream.expires_after(requestTime);
  const auto [no_head, head] =
      co_await http::async_read_header(stream, buffer, parser, untilResumed);
  if (no_head) co_return no_head;
  const auto most = maxBody(parser.get().method(), parser.get().target());
  if (parser.content_length().value_or(0) > most)
    co_return beast::error_code(http::error::body_limit);
  parser.body_limit(most);
  const auto [no_body, body] = co_await http::async_read(stream, buffer, parser, untilResumed);
  co_return no_body;
}

asio::awaitable<void> converse(App& app, beast::tcp_stream stream) {
  beast::flat_buffer buffer(maxHead + maxPiece);
  while (true) {
    http::request_parser<http::string_body> parser;
    const auto failed = co_await read(stream, buffer, parser);
    if (failed) {
      if (const auto reply = refusal(failed)) {
        co_await write(stream, *reply, false, false);
        co_await linger(stream);
      }
      break;
    }
    const auto started = std::chrono::steady_clock::now();
    const auto request = parser.release();
    const auto reply = co_await respond(app, request);
    app.metrics.request(
        static_cast<int>(reply.status),
        std::chrono::duration<double>(std::chrono::steady_clock::now() - started).count());
    const bool keep_alive = request.keep_alive() && !reply.rest;
    co_await write(stream, reply, request.method() == http::verb::head, keep_alive);
    if (reply.rest) co_await reply.rest(stream);
    if (!keep_alive) break;
  }
  beast::error_code ignored;
  stream.socket().shutdown(tcp::socket::shutdown_send, ignored);
}

}  // namespace

tcp::acceptor listen(asio::io_context& io, const Config& config) {
  const tcp::endpoint endpoint(asio::ip::make_address(config.host), config.port);
  return {io, endpoint};
}

asio::awaitable<void> serve(App& app, tcp::acceptor acceptor) {
  while (true) {
    auto [failed, socket] = co_await acceptor.async_accept(untilResumed);
    if (failed) {
      log("error", "accept", {{"problem", failed.message()}});
      asio::steady_timer pause(acceptor.get_executor(),
                               100ms);  // out of descriptors: let some close
      co_await pause.async_wait(untilResumed);
      continue;
    }
    const auto ended = [](std::exception_ptr) {};  // a connection that breaks concerns nobody else
    asio::co_spawn(acceptor.get_executor(), converse(app, beast::tcp_stream(std::move(socket))),
                   ended);
  }
}

}  // namespace vitrine
