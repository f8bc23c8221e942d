#pragma once

#include <boost/asio/ip/address.hpp>
#include <boost/asio/ip/network_v4.hpp>
#include <boost/asio/ip/network_v6.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vitrine {

namespace asio = boost::asio;

/// The number of the network that one customer's machines share: an IPv4 address, or the /64 of an
/// IPv6 address. Mapped IPv4 addresses count as what they map.
std::uint64_t networkOf(const asio::ip::address& address);

/// Proxies whose word about the customer's address is believed.
class TrustedProxies {
 public:
  /// Adds "203.0.113.7" or "2001:db8::/32"; false when the text is neither.
  bool add(const std::string& text);

  bool contain(const asio::ip::address& address) const;

  /// Where a request comes from: the connection's other end, or if that is trusted, the last
  /// address in its X-Forwarded-For that is not.
  asio::ip::address origin(const asio::ip::address& peer, std::string_view forwarded_for) const;

 private:
  std::vector<asio::ip::network_v4> v4_;
  std::vector<asio::ip::network_v6> v6_;
};

}  // namespace vitrine
