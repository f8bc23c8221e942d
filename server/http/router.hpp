#pragma once

#include <boost/asio/awaitable.hpp>

#include "app.hpp"
#include "http/reply.hpp"

namespace vitrine {

/// Answers one request; never throws for what a request can contain.
asio::awaitable<Reply> respond(App& app, const Request& request);

}  // namespace vitrine
