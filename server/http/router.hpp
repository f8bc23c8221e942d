#pragma once

#include <boost/asio/awaitable.hpp>

#include "app.hpp"
#include "http/reply.hpp"

namespace vitrine {

/// How many bytes the body of a request may have.
std::uint64_t maxBody(http::verb method, std::string_view target);

/// Answers one request; never throws for what a request can contain.
asio::awaitable<Reply> respond(App& app, const Request& request);

}  // namespace vitrine
