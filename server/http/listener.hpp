#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>

#include "app.hpp"

namespace vitrine {

/// Opens the port; throws when it is taken.
asio::ip::tcp::acceptor listen(asio::io_context& io, const Config& config);

/// Accepts connections until the io_context stops.
asio::awaitable<void> serve(App& app, asio::ip::tcp::acceptor acceptor);

}  // namespace vitrine
