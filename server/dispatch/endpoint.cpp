#include "dispatch/endpoint.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/host_name_verification.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/ssl.hpp>
#include <boost/url/parse.hpp>
#include <charconv>

namespace vitrine {
namespace {

namespace beast = boost::beast;
namespace http = beast::http;
using tcp = asio::ip::tcp;
using namespace std::chrono_literals;

constexpr auto connectTime = 5s;
constexpr auto totalTime = 20s;
constexpr std::uint32_t maxHead = 16 * 1024;

struct Range {
  asio::ip::address_v4::uint_type network;
  int bits;
};

// IANA's special-purpose registry for IPv4: what is not globally reachable, and multicast.
constexpr Range notPublic[] = {
    {0x00000000, 8},  {0x0A000000, 8},  {0x64400000, 10}, {0x7F000000, 8},  {0xA9FE0000, 16},
    {0xAC100000, 12}, {0xC0000000, 24}, {0xC0000200, 24}, {0xC0586300, 24}, {0xC0A80000, 16},
    {0xC6120000, 15}, {0xC6336400, 24}, {0xCB007100, 24}, {0xE0000000, 4},  {0xF0000000, 4},
};

bool isPublicV4(asio::ip::address_v4 address) {
  for (const auto& range : notPublic) {
    if (address.to_uint() >> (32 - range.bits) == range.network >> (32 - range.bits)) return false;
  }
  return true;
}

/// Only 2000::/3 is handed out; of that not the ranges that carry IPv4 (Teredo, 6to4) or are for
/// documentation.
bool isPublicV6(const asio::ip::address_v6& address) {
  const auto b = address.to_bytes();
  if ((b[0] & 0xE0) != 0x20) return false;
  const unsigned first = b[0] * 256U + b[1];
  const unsigned second = b[2] * 256U + b[3];
  if (first == 0x2001 && (second < 0x0200 || second == 0x0DB8)) return false;
  return first != 0x2002 && first != 0x3FFF;
}

http::request<http::string_body> requestFor(const EndpointUrl& url, const Headers& headers,
                                            std::string body) {
  http::request<http::string_body> request(http::verb::post, url.target, 11);
  const bool usual_port = url.port == (url.secure ? "443" : "80");
  request.set(http::field::host, usual_port ? url.host : url.host + ':' + url.port);
  request.set(http::field::user_agent, "Vitrine");
  request.set(http::field::content_type, "application/json");
  request.keep_alive(false);
  for (const auto& [name, value] : headers) request.set(name, value);
  request.body() = std::move(body);
  request.prepare_payload();
  return request;
}

std::optional<std::chrono::seconds> retryAfter(const http::response_header<>& head) {
  const auto text = head[http::field::retry_after];
  long long seconds = 0;
  const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), seconds);
  if (failed != std::errc{} || end != text.data() + text.size() || seconds < 0) return {};
  return std::chrono::seconds(std::min<long long>(seconds, 24 * 60 * 60));
}

/// Writes the request and reads the head of the answer on a connected stream.
template <class Stream>
asio::awaitable<PostResult> exchange(Stream& stream, http::request<http::string_body>& request) {
  co_await http::async_write(stream, request, asio::use_awaitable);
  beast::flat_buffer buffer;
  http::response_parser<http::empty_body> parser;
  parser.header_limit(maxHead);
  parser.skip(true);
  co_await http::async_read_header(stream, buffer, parser, asio::use_awaitable);
  co_return PostResult{static_cast<int>(parser.get().result_int()), "", retryAfter(parser.get())};
}

asio::awaitable<PostResult> attempt(const EndpointUrl& url,
                                    http::request<http::string_body>& request, bool insecure,
                                    asio::ssl::context& tls) {
  tcp::resolver resolver(co_await asio::this_coro::executor);
  const auto found = co_await resolver.async_resolve(url.host, url.port, asio::use_awaitable);
  std::vector<tcp::endpoint> addresses;
  for (const auto& entry : found) {
    if (insecure || isPublic(entry.endpoint().address())) addresses.push_back(entry.endpoint());
  }
  if (addresses.empty()) co_return PostResult{0, "the address is not public", {}};

  beast::tcp_stream plain(co_await asio::this_coro::executor);
  plain.expires_after(connectTime);
  co_await plain.async_connect(addresses, asio::use_awaitable);
  plain.expires_after(totalTime - connectTime);
  if (!url.secure) co_return co_await exchange(plain, request);

  beast::ssl_stream<beast::tcp_stream> secured(std::move(plain), tls);
  secured.set_verify_mode(asio::ssl::verify_peer);
  secured.set_verify_callback(asio::ssl::host_name_verification(url.host));
  if (!SSL_set_tlsext_host_name(secured.native_handle(), url.host.c_str()))
    co_return PostResult{0, "the host name does not fit TLS", {}};
  co_await secured.async_handshake(asio::ssl::stream_base::client, asio::use_awaitable);
  co_return co_await exchange(secured, request);
}

}  // namespace

std::optional<EndpointUrl> parseEndpoint(const std::string& text) {
  const auto parsed = boost::urls::parse_uri(text);
  if (!parsed || parsed->has_userinfo() || parsed->has_fragment() || parsed->host().empty())
    return {};
  EndpointUrl url;
  url.secure = parsed->scheme() == "https";
  if (!url.secure && parsed->scheme() != "http") return {};
  url.host = parsed->host_address();
  url.port = parsed->has_port() && !parsed->port().empty() ? std::string(parsed->port())
             : url.secure                                  ? "443"
                                                           : "80";
  url.target = std::string(parsed->encoded_target());
  if (url.target.empty() || url.target.front() != '/') url.target.insert(0, "/");
  return url;
}

bool isPublic(const asio::ip::address& address) {
  return address.is_v4() ? isPublicV4(address.to_v4()) : isPublicV6(address.to_v6());
}

asio::awaitable<PostResult> post(EndpointUrl url, Headers headers, std::string body, bool insecure,
                                 asio::ssl::context& tls) {
  if (!url.secure && !insecure) co_return PostResult{0, "the endpoint is not https", {}};
  auto request = requestFor(url, headers, std::move(body));
  try {
    co_return co_await attempt(url, request, insecure, tls);
  } catch (const boost::system::system_error& failed) {
    co_return PostResult{0, failed.code().message(), {}};
  }
}

}  // namespace vitrine
