#include "http/reader.hpp"

#include <algorithm>
#include <boost/beast/http/parser.hpp>
#include <chrono>

#include "http/chunks.hpp"
#include "http/router.hpp"

namespace vitrine {
namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

constexpr auto idleTime = 30s;
constexpr auto headTime = 10s;
constexpr auto bodyGrace = 5s;
constexpr std::size_t bodyRate = 1024;  // bytes per second
constexpr std::size_t headPiece = 4 * 1024;
constexpr std::size_t bodyPiece = 32 * 1024;
constexpr std::size_t uploadPiece = 256 * 1024;

Reply refuse(const Refusal& refusal) {
  const bool too_much = refusal.status == 413 || refusal.status == 414 || refusal.status == 431;
  auto reply =
      failureReply({too_much ? Errc::too_large : Errc::invalid_format, std::string(refusal.where)});
  reply.status = static_cast<http::status>(refusal.status);
  return reply;
}

/// The head as Beast reads it; it never sees what follows.
std::optional<Request> parse(std::string_view head) {
  http::request_parser<http::string_body> parser;
  parser.header_limit(maxHead + 1);
  parser.body_limit(boost::none);  // the reader has its own
  parser.skip(true);
  boost::beast::error_code failed;
  parser.put(asio::buffer(head), failed);
  if (failed || !parser.is_header_done()) return {};
  return parser.release();
}

}  // namespace

RequestReader::RequestReader(App& app, Connection& connection)
    : app_(app), connection_(connection), bytes_(app.admission) {}

std::string_view RequestReader::unread() const {
  const auto bytes = unread_.cdata();
  return {static_cast<const char*>(bytes.data()), bytes.size()};
}

asio::awaitable<RequestReader::Next> RequestReader::next() {
  bytes_.reset();
  if (unread_.size() == 0) {
    // An idle connection keeps no more memory than it needs.
    if (unread_.capacity() > headPiece) unread_ = {};
    connection_.idles_for(idleTime);
    if (!co_await connection_.read(unread_, headPiece)) co_return Ended{};
  }
  connection_.expires_after(headTime);
  HeadGuard guard;
  auto result = guard.look(unread());
  while (std::holds_alternative<Incomplete>(result)) {
    if (!co_await connection_.read(unread_, headPiece)) co_return Ended{};
    result = guard.look(unread());
  }
  if (const auto* refusal = std::get_if<Refusal>(&result)) co_return refuse(*refusal);
  const auto& head = std::get<Head>(result);
  auto request = parse(unread().substr(0, head.size));
  if (!request) co_return refuse({400, "request"});
  unread_.consume(head.size);
  if (!head.chunked && head.length == 0) co_return *std::move(request);
  co_return co_await body(*std::move(request), head);
}

asio::awaitable<RequestReader::Next> RequestReader::body(Request request, const Head& head) {
  const auto rule = co_await bodyRule(app_, request, head.chunked ? UINT64_MAX : head.length);
  if (!rule) co_return failureReply(rule.error());
  const auto most = static_cast<std::size_t>(rule->most);
  if (!head.chunked && head.length > most) co_return refuse({413, "body"});
  const auto noRoom = [&] {
    app_.metrics.refused(Limit::bodies);
    return failureReply({Errc::unavailable, "body"});
  };
  if (rule->file) upload_ = app_.imports.upload();
  if (rule->file && !upload_) co_return noRoom();

  const auto started = Clock::now();
  connection_.expires_after(bodyGrace);
  if (head.awaits_continue && unread_.size() == 0) {
    constexpr std::string_view go_on = "HTTP/1.1 100 Continue\r\n\r\n";
    co_await connection_.write(asio::buffer(go_on));
  }
  Dechunker dechunker;
  auto& body = request.body();
  std::size_t written = 0;  // to the upload
  bool whole = false;
  for (std::size_t came = unread_.size();; came += unread_.size()) {
    if (head.chunked) {
      unread_.consume(dechunker.take(unread(), body, most));
      if (dechunker.refusal()) co_return refuse(*dechunker.refusal());
      whole = dechunker.done();
    } else {
      const auto left = static_cast<std::size_t>(head.length) - written - body.size();
      const auto size = std::min(unread_.size(), left);
      body.append(unread().substr(0, size));
      unread_.consume(size);
      whole = size == left;
    }
    if (upload_ && (whole || body.size() >= uploadPiece)) {
      if (!co_await app_.imports.write(*upload_, body)) co_return noRoom();
      written += body.size();
      body.clear();
    }
    if (whole) break;
    if (!bytes_.grow(body.size() + bodyPiece)) co_return noRoom();
    connection_.expires_at(started + bodyGrace + std::chrono::seconds(came / bodyRate));
    if (!co_await connection_.read(unread_, bodyPiece)) co_return Ended{};
  }
  co_return std::move(request);
}

}  // namespace vitrine
