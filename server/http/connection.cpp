#include "http/connection.hpp"

#include <array>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/buffers_suffix.hpp>

namespace vitrine {
namespace {

constexpr auto untilResumed = asio::as_tuple(asio::use_awaitable);
constexpr std::chrono::milliseconds lookTime{250};

}  // namespace

/// While the other side keeps us waiting.
class Connection::Waiting {
 public:
  explicit Waiting(Connection& connection) : connection_(connection) {
    connection_.waiting_ = true;
  }
  ~Waiting() { connection_.waiting_ = false; }
  Waiting(const Waiting&) = delete;

 private:
  Connection& connection_;
};

Connection::Connection(asio::ip::tcp::socket socket, std::shared_ptr<asio::ssl::context> tls)
    : tcp_(std::move(socket)) {
  boost::system::error_code gone;  // reading tells
  tcp_.non_blocking(true, gone);
  tcp_.set_option(asio::ip::tcp::no_delay(true), gone);
  // The context may be replaced meanwhile: OpenSSL keeps the one that a connection began with.
  if (tls) tls_ = std::make_unique<Secured>(tcp_, *tls);
}

Connection::~Connection() = default;

void Connection::expire(Clock::time_point now) {
  if (!waiting_ || now < deadline_) return;
  boost::system::error_code ignored;
  tcp_.close(ignored);
}

asio::awaitable<void> Connection::greet() {
  if (!tls_) co_return;
  const Waiting waiting(*this);
  co_await tls_->async_handshake(asio::ssl::stream_base::server, asio::use_awaitable);
}

asio::awaitable<bool> Connection::read(boost::beast::flat_buffer& into, std::size_t size) {
  const Waiting waiting(*this);
  const auto room = into.prepare(size);
  if (tls_) {
    const auto [failed, came] = co_await tls_->async_read_some(room, untilResumed);
    into.commit(came);
    co_return !failed;
  }
  const auto [failed, came] = co_await tcp_.async_read_some(room, untilResumed);
  into.commit(came);
  co_return !failed;
}

asio::awaitable<void> Connection::write(asio::const_buffer first, asio::const_buffer second) {
  const std::array<asio::const_buffer, 2> all{first, second};
  if (tls_) {
    const Waiting waiting(*this);
    co_await asio::async_write(*tls_, all, asio::use_awaitable);
    co_return;
  }
  // Most often the system takes all of it at once.
  boost::system::error_code failed;
  const auto written = tcp_.write_some(all, failed);
  if (failed && failed != asio::error::would_block) throw boost::system::system_error(failed);
  if (written == asio::buffer_size(all)) co_return;
  boost::beast::buffers_suffix rest(all);
  rest.consume(written);
  const Waiting waiting(*this);
  co_await asio::async_write(tcp_, rest, asio::use_awaitable);
}

asio::awaitable<void> Connection::finish(Clock::duration time) {
  if (tls_) {
    expires_after(time);
    const Waiting waiting(*this);
    co_await tls_->async_shutdown(untilResumed);
  }
  boost::system::error_code ignored;
  tcp_.shutdown(asio::ip::tcp::socket::shutdown_send, ignored);
}

asio::awaitable<void> Connection::drain(Clock::duration time) {
  std::array<char, 1024> unread;
  expires_after(time);
  const Waiting waiting(*this);
  while (true) {
    const auto [ended, size] = co_await tcp_.async_read_some(asio::buffer(unread), untilResumed);
    if (ended) co_return;
  }
}

bool Connections::yield(Admission::Place parting, bool of_all,
                        std::optional<std::uint64_t> network) {
  Connection* longest = nullptr;
  for (auto& each : connections_) {
    const bool may = each.idle_ && each.waiting_ && (of_all || each.place_->isOf(network));
    if (may && (!longest || each.deadline_ < longest->deadline_)) longest = &each;
  }
  if (!longest) return false;
  longest->idle_ = false;
  longest->place_.emplace(std::move(parting));
  // A request that has come already is still read and answered.
  boost::system::error_code gone;
  longest->tcp_.shutdown(asio::ip::tcp::socket::shutdown_receive, gone);
  return true;
}

asio::awaitable<void> Connections::keep() {
  asio::steady_timer timer(co_await asio::this_coro::executor);
  while (true) {
    timer.expires_after(lookTime);
    co_await timer.async_wait(asio::use_awaitable);
    const auto now = Connection::Clock::now();
    for (auto& connection : connections_) connection.expire(now);
  }
}

}  // namespace vitrine
