#pragma once

#include <array>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <chrono>
#include <memory>
#include <tuple>

namespace vitrine {

namespace asio = boost::asio;

/// A connection that somebody has made to us, in the clear or under TLS, with a deadline for what
/// is under way on it. Everything above reads and writes in the same way.
class Connection {
 public:
  /// `tls`: none for a connection in the clear.
  Connection(asio::ip::tcp::socket socket, std::shared_ptr<asio::ssl::context> tls);
  ~Connection();

  asio::ip::tcp::socket& socket() { return tcp_.socket(); }
  void expires_after(std::chrono::nanoseconds time) { tcp_.expires_after(time); }
  void expires_at(std::chrono::steady_clock::time_point moment) { tcp_.expires_at(moment); }

  /// Greets the other side under TLS; in the clear there is nothing to do. Throws when that fails.
  asio::awaitable<void> greet();

  /// Some bytes, and how many came; or why none do any more.
  asio::awaitable<std::tuple<boost::system::error_code, std::size_t>> read(
      asio::mutable_buffer into);

  /// Writes all of both; throws when the connection breaks.
  asio::awaitable<void> write(asio::const_buffer first, asio::const_buffer second = {});

  /// Says that nothing more comes from us, within the time.
  asio::awaitable<void> finish(std::chrono::nanoseconds time);

  /// Takes what still comes and drops it, until the other side ends or the time does.
  asio::awaitable<void> drain(std::chrono::nanoseconds time);

 private:
  using Secured = asio::ssl::stream<boost::beast::tcp_stream&>;

  boost::beast::tcp_stream tcp_;
  std::unique_ptr<Secured> tls_;
};

}  // namespace vitrine
