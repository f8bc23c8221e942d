#pragma once

#include <boost/asio/awaitable.hpp>

#include "app.hpp"
#include "http/reply.hpp"

namespace vitrine {

/// How many bytes the body of a request may have, told before it is read. `length` is what it says
/// it has. The long bodies of some routes are for sellers' keys only: `unauthorized` without one.
asio::awaitable<Result<std::uint64_t>> bodyLimit(App& app, const Request& request,
                                                 std::uint64_t length);

/// Answers one request that came from a peer; never throws for what a request can contain.
asio::awaitable<Reply> respond(App& app, const Request& request, const asio::ip::address& peer);

}  // namespace vitrine
