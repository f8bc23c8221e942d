#include "dispatch/endpoint_url.hpp"

#include <boost/asio/ip/address.hpp>
#include <boost/url/parse.hpp>
#include <charconv>
#include <string_view>

#include "dispatch/address.hpp"

namespace vitrine {
namespace {

namespace asio = boost::asio;

constexpr std::size_t maxUrl = 2 * 1024;

/// Letters, digits, dots and dashes, or an address.
bool isHost(const std::string& text) {
  boost::system::error_code none;
  asio::ip::make_address(text, none);
  if (!none) return text.find('%') == text.npos;  // no zone: it is a way out of this machine
  return !text.empty() && text.size() <= 253 &&
         text.find_first_not_of(
             "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-_") == text.npos;
}

bool isPort(std::string_view text) {
  unsigned number = 0;
  const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), number);
  return failed == std::errc{} && end == text.data() + text.size() && number >= 1 &&
         number <= 65535;
}

}  // namespace

std::optional<EndpointUrl> parseEndpoint(const std::string& text) {
  if (text.size() > maxUrl) return {};
  const auto parsed = boost::urls::parse_uri(text);
  if (!parsed || parsed->has_userinfo() || parsed->has_fragment() ||
      parsed->host_type() == boost::urls::host_type::ipvfuture)
    return {};
  // Boost 1.81 takes 192.0.2.1.shop.example for an address, and the rest for a path.
  const std::string_view path = parsed->encoded_path();
  if (!path.empty() && path.front() != '/') return {};
  if (std::string_view(parsed->encoded_host()).find('%') != std::string_view::npos) return {};
  EndpointUrl url;
  url.secure = parsed->scheme() == "https";
  if (!url.secure && parsed->scheme() != "http") return {};
  url.host = parsed->host_address();
  url.port = parsed->has_port() && !parsed->port().empty() ? std::string(parsed->port())
             : url.secure                                  ? "443"
                                                           : "80";
  if (!isHost(url.host) || !isPort(url.port)) return {};
  if (path.empty()) url.target = '/';
  url.target += std::string_view(parsed->encoded_target());
  return url;
}

Fault checkEndpoint(const std::string& text, bool insecure) {
  const Error refused{Errc::invalid_format, "url"};
  const auto url = parseEndpoint(text);
  if (!url) return refused;
  if (insecure) return {};
  boost::system::error_code is_name;
  const auto address = asio::ip::make_address(url->host, is_name);
  if (!url->secure || (!is_name && !isPublic(address))) return refused;
  return {};
}

}  // namespace vitrine
