#include "dispatch/endpoint.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/host_name_verification.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/ssl.hpp>

#include "dispatch/address.hpp"
#include "dispatch/webhook.hpp"

namespace vitrine {
namespace {

namespace beast = boost::beast;
namespace http = beast::http;
using tcp = asio::ip::tcp;

constexpr std::uint32_t maxHead = 16 * 1024;
constexpr std::size_t maxAnswer = 64 * 1024;  // of all heads together

http::request<http::string_body> requestFor(const EndpointUrl& url, const Headers& headers,
                                            std::string body) {
  http::request<http::string_body> request(http::verb::post, url.target, 11);
  auto host = url.host.find(':') == url.host.npos ? url.host : '[' + url.host + ']';
  if (url.port != (url.secure ? "443" : "80")) host += ':' + url.port;
  request.set(http::field::host, host);
  request.set(http::field::user_agent, "Vitrine");
  request.set(http::field::content_type, "application/json");
  request.set(http::field::accept_encoding, "identity");
  request.keep_alive(false);
  for (const auto& [name, value] : headers) request.set(name, value);
  request.body() = std::move(body);
  request.prepare_payload();
  return request;
}

/// Writes the request and reads the head of the final answer on a connected stream.
template <class Stream>
asio::awaitable<PostResult> exchange(Stream& stream, http::request<http::string_body>& request) {
  co_await http::async_write(stream, request, asio::use_awaitable);
  beast::flat_buffer buffer(maxAnswer);
  for (std::size_t read = 0; read <= maxAnswer;) {
    http::response_parser<http::empty_body> parser;
    parser.header_limit(maxHead);
    parser.skip(true);
    read += co_await http::async_read_header(stream, buffer, parser, asio::use_awaitable);
    const auto status = static_cast<int>(parser.get().result_int());
    if (status >= 200)
      co_return PostResult{status, "", retryAfter(parser.get()[http::field::retry_after])};
  }
  co_return PostResult{0, "the answer is too long", {}};
}

/// The addresses of the host, each of which may be connected to; none when one may not.
asio::awaitable<std::vector<tcp::endpoint>> addressesOf(const EndpointUrl& url,
                                                        const Sending& sending, Deadline deadline) {
  boost::system::error_code is_name;
  std::vector<asio::ip::address> addresses{asio::ip::make_address(url.host, is_name)};
  if (is_name) addresses = co_await sending.resolve(url.host, deadline);
  std::vector<tcp::endpoint> endpoints;
  for (const auto& address : addresses) {
    // A name that also leads inside is up to something.
    if (!sending.insecure && !isPublic(address)) co_return std::vector<tcp::endpoint>{};
    endpoints.emplace_back(address, static_cast<unsigned short>(std::stoi(url.port)));
  }
  co_return endpoints;
}

asio::awaitable<PostResult> attempt(const EndpointUrl& url,
                                    http::request<http::string_body>& request,
                                    const Sending& sending) {
  const auto started = std::chrono::steady_clock::now();
  const auto connected_by = started + sending.connect_time;
  const auto addresses = co_await addressesOf(url, sending, connected_by);
  if (addresses.empty()) co_return PostResult{0, "the address is not public", {}};

  beast::tcp_stream plain(co_await asio::this_coro::executor);
  plain.expires_at(connected_by);
  co_await plain.async_connect(addresses, asio::use_awaitable);
  plain.expires_at(started + sending.total_time);
  if (!url.secure) co_return co_await exchange(plain, request);

  beast::ssl_stream<beast::tcp_stream> secured(std::move(plain), sending.tls);
  secured.set_verify_mode(asio::ssl::verify_peer);
  secured.set_verify_callback(asio::ssl::host_name_verification(url.host));
  boost::system::error_code is_name;
  asio::ip::make_address(url.host, is_name);
  if (is_name && !SSL_set_tlsext_host_name(secured.native_handle(), url.host.c_str()))
    co_return PostResult{0, "the host name does not fit TLS", {}};
  co_await secured.async_handshake(asio::ssl::stream_base::client, asio::use_awaitable);
  co_return co_await exchange(secured, request);
}

}  // namespace

asio::awaitable<PostResult> post(EndpointUrl url, Headers headers, std::string body,
                                 const Sending& sending) {
  if (!url.secure && !sending.insecure) co_return PostResult{0, "the endpoint is not https", {}};
  auto request = requestFor(url, headers, std::move(body));
  try {
    co_return co_await attempt(url, request, sending);
  } catch (const boost::system::system_error& failed) {
    co_return PostResult{0, failed.code().message(), {}};
  }
}

}  // namespace vitrine
