#include "dispatch/lookout.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/use_awaitable.hpp>

#include "log.hpp"
#include "store/database.hpp"

namespace vitrine {
namespace {

constexpr std::chrono::seconds troubleNap{1};

}  // namespace

asio::awaitable<void> Lookout::keep(Begin begin, const char* trouble) {
  while (true) {
    woken_ = false;
    std::chrono::nanoseconds nap = troubleNap;
    try {
      nap = co_await begin();
    } catch (const StoreUnavailable& away) {
      log("error", trouble, {{"problem", away.what()}});
      woken_ = false;
    }
    if (woken_) continue;
    timer_.expires_after(nap);
    co_await timer_.async_wait(asio::as_tuple(asio::use_awaitable));
  }
}

void Lookout::wake() {
  woken_ = true;
  timer_.cancel();
}

}  // namespace vitrine
