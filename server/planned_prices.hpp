#pragma once

#include <boost/asio/awaitable.hpp>
#include <chrono>

#include "app.hpp"

namespace vitrine {

/// Has offers change their price when a sale begins or ends, at most `pause` late.
asio::awaitable<void> keepPrices(App& app, std::chrono::milliseconds pause);

}  // namespace vitrine
