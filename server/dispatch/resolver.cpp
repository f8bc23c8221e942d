#include "dispatch/resolver.hpp"

#include <netdb.h>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/error.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <cstring>
#include <memory>

namespace vitrine {
namespace {

using Addresses = std::vector<asio::ip::address>;

Addresses lookUp(const std::string& host) {
  addrinfo hints{};
  hints.ai_socktype = SOCK_STREAM;
  hints.ai_flags = AI_ADDRCONFIG;
  addrinfo* found = nullptr;
  Addresses addresses;
  if (getaddrinfo(host.c_str(), nullptr, &hints, &found) != 0) return addresses;
  for (const auto* entry = found; entry; entry = entry->ai_next) {
    asio::ip::tcp::endpoint endpoint;
    if (entry->ai_addrlen > endpoint.capacity()) continue;
    std::memcpy(endpoint.data(), entry->ai_addr, entry->ai_addrlen);
    endpoint.resize(entry->ai_addrlen);
    addresses.push_back(endpoint.address());
  }
  freeaddrinfo(found);
  return addresses;
}

/// What both threads may outlive: the caller gives up at its deadline, the look-up cannot.
struct Answer {
  asio::steady_timer waiting;
  bool came = false;
  Addresses addresses = {};
};

asio::awaitable<Addresses> resolve(asio::thread_pool& threads, std::string host,
                                   Deadline deadline) {
  const auto executor = co_await asio::this_coro::executor;
  const auto answer = std::make_shared<Answer>(Answer{asio::steady_timer(executor, deadline)});
  asio::post(threads, [answer, executor, host = std::move(host)] {
    asio::post(executor, [answer, addresses = lookUp(host)]() mutable {
      answer->came = true;
      answer->addresses = std::move(addresses);
      answer->waiting.cancel();
    });
  });
  co_await answer->waiting.async_wait(asio::as_tuple(asio::use_awaitable));
  if (!answer->came) throw boost::system::system_error(asio::error::timed_out);
  if (answer->addresses.empty()) throw boost::system::system_error(asio::error::host_not_found);
  co_return std::move(answer->addresses);
}

}  // namespace

Resolve systemResolver(asio::thread_pool& threads) {
  return [&threads](std::string host, Deadline deadline) {
    return resolve(threads, std::move(host), deadline);
  };
}

}  // namespace vitrine
