#include "http/changes.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <charconv>
#include <chrono>

#include "http/connection.hpp"
#include "json.hpp"

namespace vitrine {
namespace {

using tcp = asio::ip::tcp;
using namespace std::chrono_literals;

constexpr auto heartbeat = 15s;  // proxies close what is silent for longer
constexpr auto writeTime = 30s;  // for a part of at most `maxOffers`
constexpr std::size_t maxOffers = 200;

struct Stream {
  Admission::Place place;
  Changes::Reader reader;
  std::string site_id;
  std::int64_t told;  // the number up to which the page knows everything
  bool gone = false;  // the page has hung up
};

asio::awaitable<void> send(Connection& to, const std::string& text) {
  to.expires_after(writeTime);
  co_await to.write(asio::buffer(text));
}

std::string event(const Changes::Part& part) {
  std::string text("id: ");
  text.append(std::to_string(part.last)).append("\ndata: ");
  return text.append(toJson(CatalogChanges{part.offers})).append("\n\n");
}

/// Tells a page the changes until it hangs up, and now and then that the line still stands.
asio::awaitable<void> tell(App& app, std::shared_ptr<Stream> stream, Connection& page) {
  page.socket().async_wait(tcp::socket::wait_read, [stream](boost::system::error_code) {
    stream->gone = true;
    stream->reader.timer.cancel();
  });
  auto& changes = app.published.changes();
  co_await send(page, "retry: 3000\n\n");
  while (!stream->gone) {
    const auto directory = app.published.now();
    const auto site = directory->sites.find(stream->site_id);
    if (site == directory->sites.end()) co_return;
    if (changes.reach(stream->told)) {
      auto part = changes.after(stream->told, site->second.site.currency, maxOffers);
      for (auto& offer : part.offers) offer = app.published.changeFor(site->second, offer);
      stream->told = part.last;
      if (!part.offers.empty()) {
        co_await send(page, event(part));
        continue;
      }
    } else if (changes.reach(site->second.version)) {
      co_await send(page, "event: reload\ndata: {}\n\n");
      co_return;
    }
    stream->reader.timer.expires_after(heartbeat);
    const auto [woken] =
        co_await stream->reader.timer.async_wait(asio::as_tuple(asio::use_awaitable));
    if (!woken) co_await send(page, ":\n\n");
  }
}

/// Where to go on from: what a browser has seen last, else what the page asks for, else here.
Result<std::int64_t> startOf(const Request& request, const Call& call, std::int64_t newest) {
  std::string_view text = request["Last-Event-ID"];
  if (text.empty()) text = call.param("after");
  if (text.empty()) return newest;
  std::int64_t number = -1;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (fault != std::errc() || end != text.data() + text.size() || number < 0)
    return Error{Errc::invalid_format, "after"};
  return number;
}

}  // namespace

Reply changesReply(App& app, const Request& request, const Call& call, std::uint64_t network) {
  const auto directory = app.published.now();
  const auto site = directory->sites.find(call.param("site_id"));
  if (site == directory->sites.end()) return failureReply({Errc::unknown_site, "site_id"});
  if (!allows(site->second.site, call.origin, app.config))
    return failureReply({Errc::forbidden_origin, "origin"});
  auto& changes = app.published.changes();
  const auto start = startOf(request, call, changes.newest());
  if (!start) return failureReply(start.error());
  auto place = app.streams.admit(network);
  if (!place) {
    app.metrics.refused(Limit::streams);
    const auto most = app.streams.full() ? app.config.max_streams : Admission::maxStreams;
    auto reply = failureReply({Errc::unavailable, "changes", static_cast<long long>(most)});
    reply.headers.set(http::field::retry_after, "30");
    return reply;
  }
  Reply reply;
  reply.headers.set(http::field::content_type, "text/event-stream; charset=utf-8");
  reply.headers.set(http::field::cache_control, "no-store");
  reply.headers.set("X-Accel-Buffering", "no");  // nginx is to pass each event on at once
  if (request.method() == http::verb::head) return reply;
  const std::shared_ptr<Stream> stream(
      new Stream{*std::move(place), {changes, app.published.executor()}, site->first, *start});
  reply.rest = [&app, stream](Connection& page) { return tell(app, stream, page); };
  return reply;
}

}  // namespace vitrine
