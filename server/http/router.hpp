#pragma once

#include <boost/asio/awaitable.hpp>

#include "app.hpp"
#include "http/reply.hpp"

namespace vitrine {

struct BodyRule {
  std::uint64_t most = 0;  // bytes
  bool file = false;       // it goes to the disk as it comes
};
/// How a request's body is read, told before it is. `length` is what it says it has. The long
/// bodies of some routes are for sellers' keys only: `unauthorized` without one.
asio::awaitable<Result<BodyRule>> bodyRule(App& app, const Request& request, std::uint64_t length);

/// Answers one request that came from a peer, with the body that is a file; never throws for what a
/// request can contain.
asio::awaitable<Reply> respond(App& app, const Request& request, const asio::ip::address& peer,
                               std::shared_ptr<Upload> upload = nullptr);

}  // namespace vitrine
