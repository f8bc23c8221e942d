#pragma once

#include <boost/asio/awaitable.hpp>
#include <chrono>

#include "api/work.hpp"
#include "app.hpp"

namespace vitrine {

/// Queues an e-mail for each of up to `limit` members whose account moved in the last month that is
/// over, each once. Answers how many there were.
int tellStatements(Work& work, int limit);

/// Does so soon after a month is over, at most `pause` late.
asio::awaitable<void> keepTellingStatements(App& app, std::chrono::milliseconds pause);

}  // namespace vitrine
