#include "http/connection.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>

namespace vitrine {
namespace {

constexpr auto untilResumed = asio::as_tuple(asio::use_awaitable);

}  // namespace

Connection::Connection(asio::ip::tcp::socket socket, std::shared_ptr<asio::ssl::context> tls)
    : tcp_(std::move(socket)) {
  // The context may be replaced meanwhile: OpenSSL keeps the one that a connection began with.
  if (tls) tls_ = std::make_unique<Secured>(tcp_, *tls);
}

Connection::~Connection() = default;

asio::awaitable<void> Connection::greet() {
  if (tls_) co_await tls_->async_handshake(asio::ssl::stream_base::server, asio::use_awaitable);
}

asio::awaitable<std::tuple<boost::system::error_code, std::size_t>> Connection::read(
    asio::mutable_buffer into) {
  if (tls_) co_return co_await tls_->async_read_some(into, untilResumed);
  co_return co_await tcp_.async_read_some(into, untilResumed);
}

asio::awaitable<void> Connection::write(asio::const_buffer first, asio::const_buffer second) {
  const std::array<asio::const_buffer, 2> all{first, second};
  if (tls_)
    co_await asio::async_write(*tls_, all, asio::use_awaitable);
  else
    co_await asio::async_write(tcp_, all, asio::use_awaitable);
}

asio::awaitable<void> Connection::finish(std::chrono::nanoseconds time) {
  if (tls_) {
    expires_after(time);
    co_await tls_->async_shutdown(untilResumed);
  }
  boost::system::error_code ignored;
  socket().shutdown(asio::ip::tcp::socket::shutdown_send, ignored);
}

asio::awaitable<void> Connection::drain(std::chrono::nanoseconds time) {
  std::array<char, 1024> unread;
  expires_after(time);
  while (true) {
    const auto [ended, size] = co_await tcp_.async_read_some(asio::buffer(unread), untilResumed);
    if (ended) co_return;
  }
}

}  // namespace vitrine
