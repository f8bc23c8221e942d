#pragma once

#include <boost/asio/awaitable.hpp>
#include <chrono>

#include "api/work.hpp"
#include "app.hpp"

namespace vitrine {

/// Queues an e-mail for each of up to `limit` members whose account moved in the last month that is
/// over, each once. Answers how many there were.
int tellStatements(Work& work, int limit);

/// Tells members of statements soon after a month is over, and presenters of prices that sellers
/// have moved, once a day (UTC); at most `pause` late.
asio::awaitable<void> keepTelling(App& app, std::chrono::milliseconds pause);

}  // namespace vitrine
