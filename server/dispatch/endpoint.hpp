#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/ssl/context.hpp>
#include <chrono>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "dispatch/endpoint_url.hpp"
#include "dispatch/resolver.hpp"

/// A seller's own HTTP endpoint: a stranger's URL, treated as such.
namespace vitrine {

/// What came of one POST. `status` is 0 when there was no answer; `problem` then says why.
struct PostResult {
  int status = 0;
  std::string problem;
  std::optional<std::chrono::seconds> retry_after;
};

/// How POSTs are sent.
struct Sending {
  Resolve resolve;
  asio::ssl::context& tls;
  bool insecure = false;  // plain http and any address will do
  std::chrono::milliseconds connect_time{5000};
  std::chrono::milliseconds total_time{20'000};
};

using Headers = std::vector<std::pair<std::string, std::string>>;

/// Sends one POST and reads the answer's head, at most 64 KiB. The name is looked up once, every
/// address it has must be public, and the connection goes to one of those; redirects are not
/// followed. Every failure is a result; nothing is thrown.
asio::awaitable<PostResult> post(EndpointUrl url, Headers headers, std::string body,
                                 const Sending& sending);

}  // namespace vitrine
