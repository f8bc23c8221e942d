#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/address.hpp>
#include <boost/asio/ssl/context.hpp>
#include <chrono>
#include <optional>
#include <string>
#include <utility>
#include <vector>

/// A seller's own HTTP endpoint: a stranger's URL, treated as such.
namespace vitrine {

namespace asio = boost::asio;

/// Where a URL leads.
struct EndpointUrl {
  bool secure = true;
  std::string host;
  std::string port;
  std::string target;
};

/// The parts of an http or https URL without user info; nothing for any other text.
std::optional<EndpointUrl> parseEndpoint(const std::string& url);

/// Whether the public internet routes to the address: not loopback, private, link-local, shared,
/// multicast, mapped …
bool isPublic(const asio::ip::address& address);

/// What came of one POST. `status` is 0 when there was no answer; `problem` then says why.
struct PostResult {
  int status = 0;
  std::string problem;
  std::optional<std::chrono::seconds> retry_after;
};

using Headers = std::vector<std::pair<std::string, std::string>>;

/// Sends one POST and reads the answer's head: 5 s to connect, 20 s in all, no redirects. Unless
/// `insecure`, only https to public addresses. Every failure is a result; nothing is thrown.
asio::awaitable<PostResult> post(EndpointUrl url, Headers headers, std::string body, bool insecure,
                                 asio::ssl::context& tls);

}  // namespace vitrine
