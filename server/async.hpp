#pragma once

#include <boost/asio/async_result.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <memory>

#include "store/writer.hpp"

namespace vitrine {

namespace asio = boost::asio;

/// Runs a job on the writer and resumes here after its commit; throws what the job or the commit
/// threw.
inline asio::awaitable<void> inStore(Writer& writer, Writer::Work work,
                                     Writer::Way way = Writer::Way::together) {
  const auto executor = co_await asio::this_coro::executor;
  auto start = [&writer, &work, way, executor](auto handler) {
    auto resume = std::make_shared<decltype(handler)>(std::move(handler));
    const auto done = [resume, executor](std::exception_ptr failure) {
      asio::post(executor, [resume, failure] { std::move (*resume)(failure); });
    };
    writer.post(std::move(work), done, way);
  };
  co_await asio::async_initiate<const asio::use_awaitable_t<>&, void(std::exception_ptr)>(
      start, asio::use_awaitable);
}

}  // namespace vitrine
