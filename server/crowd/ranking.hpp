#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/thread_pool.hpp>
#include <chrono>

#include "app.hpp"

namespace vitrine {

/// Ranks all products anew at the start and after each pause, beside everything else: the database
/// is asked for few orders at a time, and the ranking is made on the worker's thread, which has to
/// end before the server's parts do.
asio::awaitable<void> keepRanking(App& app, asio::thread_pool& worker,
                                  std::chrono::milliseconds pause);

/// The same at once; answers whether anything changed.
bool rankNow(Database& db, std::int64_t now);

}  // namespace vitrine
