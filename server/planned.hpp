#pragma once

#include <boost/asio/awaitable.hpp>
#include <chrono>

#include "app.hpp"

namespace vitrine {

/// Has offers change their price when a sale begins or ends, and sellers go on holiday and come
/// back, at most `pause` late.
asio::awaitable<void> keepPlans(App& app, std::chrono::milliseconds pause);

}  // namespace vitrine
