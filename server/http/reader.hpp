#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <string_view>
#include <variant>

#include "app.hpp"
#include "http/connection.hpp"
#include "http/guard.hpp"
#include "http/reply.hpp"

namespace vitrine {

/// Reads the requests of one connection: the guard first, then Beast for the head, then the body as
/// the guard said it is delimited. Slow senders are given up: the first byte within 30 s, the head
/// within 10 s of it, the body at 1 KiB/s at least.
class RequestReader {
 public:
  RequestReader(App& app, Connection& connection);

  struct Ended {};
  /// The next request; the answer that refuses it, after which nothing more can be read; or the
  /// connection's end.
  using Next = std::variant<Ended, Request, Reply>;
  asio::awaitable<Next> next();

  /// The body of the last request, where its route takes a file; its own is empty then.
  std::shared_ptr<Upload> takeUpload() { return std::move(upload_); }

 private:
  std::string_view unread() const;
  asio::awaitable<Next> body(Request request, const Head& head);

  App& app_;
  Connection& connection_;
  beast::flat_buffer unread_;  // what has come and belongs to no request yet
  Admission::Bytes bytes_;     // of the body being read or worked on
  std::shared_ptr<Upload> upload_;
};

}  // namespace vitrine
