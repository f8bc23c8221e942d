#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/address.hpp>
#include <boost/asio/thread_pool.hpp>
#include <chrono>
#include <functional>
#include <string>
#include <vector>

namespace vitrine {

namespace asio = boost::asio;
using Deadline = std::chrono::steady_clock::time_point;

/// The addresses of a host name, found before the deadline; throws `system_error` otherwise.
using Resolve = std::function<asio::awaitable<std::vector<asio::ip::address>>(std::string host,
                                                                              Deadline deadline)>;

/// Asks the system's resolver on the threads of a pool, so that a name server that does not answer
/// holds up neither the server nor, before all threads wait, another name.
Resolve systemResolver(asio::thread_pool& threads);

}  // namespace vitrine
