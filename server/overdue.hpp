#pragma once

#include <chrono>

#include "app.hpp"

namespace vitrine {

/// Rejects the orders whose sellers did not answer in time, at once and after each `pause`, until
/// the io_context stops. A failure is logged and the next turn tries again.
asio::awaitable<void> keepRejectingUnanswered(App& app, std::chrono::milliseconds pause);

}  // namespace vitrine
