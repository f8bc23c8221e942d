#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/intrusive/list.hpp>
#include <chrono>
#include <memory>
#include <optional>
#include <utility>

#include "http/admission.hpp"

namespace vitrine {

namespace asio = boost::asio;

/// A connection that somebody has made to us, in the clear or under TLS, with a deadline for what
/// is under way on it, kept by `Connections`. Everything above reads and writes in the same way.
class Connection : public boost::intrusive::list_base_hook<
                       boost::intrusive::link_mode<boost::intrusive::auto_unlink>> {
 public:
  using Clock = std::chrono::steady_clock;

  /// `tls`: none for a connection in the clear.
  Connection(asio::ip::tcp::socket socket, std::shared_ptr<asio::ssl::context> tls);
  ~Connection();

  asio::ip::tcp::socket& socket() { return tcp_; }

  /// Until when the other side may keep us waiting, from now on. While nothing is read or written
  /// the time does not matter.
  void expires_after(Clock::duration time) { expires_at(Clock::now() + time); }
  void expires_at(Clock::time_point moment) {
    deadline_ = moment;
    idle_ = false;
  }

  /// The same while nothing is under way but the next request may come.
  void idles_for(Clock::duration time) {
    expires_after(time);
    idle_ = true;
  }

  /// Closes the connection when the other side has kept us waiting for too long.
  void expire(Clock::time_point now);

  void take(Admission::Place place) { place_.emplace(std::move(place)); }

  /// Greets the other side under TLS; in the clear there is nothing to do. Throws when that fails.
  asio::awaitable<void> greet();

  /// Appends some bytes, at most `size`; false when none come any more.
  asio::awaitable<bool> read(boost::beast::flat_buffer& into, std::size_t size);

  /// Writes all of both; throws when the connection breaks.
  asio::awaitable<void> write(asio::const_buffer first, asio::const_buffer second = {});

  /// Says that nothing more comes from us, within the time.
  asio::awaitable<void> finish(Clock::duration time);

  /// Takes what still comes and drops it, until the other side ends or the time does.
  asio::awaitable<void> drain(Clock::duration time);

 private:
  friend class Connections;
  class Waiting;
  using Secured = asio::ssl::stream<asio::ip::tcp::socket&>;

  asio::ip::tcp::socket tcp_;
  std::unique_ptr<Secured> tls_;
  Clock::time_point deadline_ = Clock::time_point::max();
  bool waiting_ = false;
  bool idle_ = false;
  std::optional<Admission::Place> place_;
};

/// All that are open. Ends what takes too long on them, at most a quarter of a second late: a timer
/// for each read and write would cost more than they do.
class Connections {
 public:
  /// Until the connection's end.
  void watch(Connection& connection) { connections_.push_back(connection); }

  /// Ends the one that has idled longest, of a network or of all, and gives it `parting` for its
  /// place, which is free then. False when none idles. Browsers keep connections that they may
  /// never use again: those must not keep out the neighbours behind the same address.
  bool yield(Admission::Place parting, bool of_all, std::optional<std::uint64_t> network);

  /// Looks at all of them, again and again, until the io_context ends.
  asio::awaitable<void> keep();

 private:
  boost::intrusive::list<Connection, boost::intrusive::constant_time_size<false>> connections_;
};

}  // namespace vitrine
