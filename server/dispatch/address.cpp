#include "dispatch/address.hpp"

#include <boost/asio/ip/network_v4.hpp>
#include <boost/asio/ip/network_v6.hpp>
#include <utility>
#include <vector>

namespace vitrine {
namespace {

using asio::ip::make_network_v4;
using asio::ip::make_network_v6;

template <class Network>
using Purposes = std::vector<std::pair<Network, std::string_view>>;

template <class Network, class Address>
std::string_view find(const Purposes<Network>& purposes, const Address& address,
                      std::string_view otherwise) {
  for (const auto& [network, purpose] : purposes) {
    if (Network(address, network.prefix_length()).network() == network.network()) return purpose;
  }
  return otherwise;
}

// iana.org/assignments/iana-ipv4-special-registry and iana-ipv6-special-registry, and multicast.
const Purposes<asio::ip::network_v4>& v4() {
  static const Purposes<asio::ip::network_v4> purposes{
      {make_network_v4("0.0.0.0/8"), "this_network"},
      {make_network_v4("10.0.0.0/8"), "private"},
      {make_network_v4("100.64.0.0/10"), "shared"},
      {make_network_v4("127.0.0.0/8"), "loopback"},
      {make_network_v4("169.254.0.0/16"), "link_local"},
      {make_network_v4("172.16.0.0/12"), "private"},
      {make_network_v4("192.0.0.0/24"), "protocol"},
      {make_network_v4("192.0.2.0/24"), "documentation"},
      {make_network_v4("192.88.99.0/24"), "6to4"},
      {make_network_v4("192.168.0.0/16"), "private"},
      {make_network_v4("198.18.0.0/15"), "benchmarking"},
      {make_network_v4("198.51.100.0/24"), "documentation"},
      {make_network_v4("203.0.113.0/24"), "documentation"},
      {make_network_v4("224.0.0.0/4"), "multicast"},
      {make_network_v4("255.255.255.255/32"), "broadcast"},
      {make_network_v4("240.0.0.0/4"), "reserved"},
  };
  return purposes;
}

const Purposes<asio::ip::network_v6>& v6() {
  static const Purposes<asio::ip::network_v6> purposes{
      {make_network_v6("::/128"), "unspecified"},
      {make_network_v6("::1/128"), "loopback"},
      {make_network_v6("::ffff:0:0/96"), "mapped"},
      {make_network_v6("::ffff:0:0:0/96"), "translated"},
      {make_network_v6("::/96"), "compatible"},
      {make_network_v6("64:ff9b::/96"), "nat64"},
      {make_network_v6("64:ff9b:1::/48"), "nat64"},
      {make_network_v6("100::/64"), "discard"},
      {make_network_v6("2001::/32"), "teredo"},
      {make_network_v6("2001::/23"), "protocol"},
      {make_network_v6("2001:db8::/32"), "documentation"},
      {make_network_v6("2002::/16"), "6to4"},
      {make_network_v6("3fff::/20"), "documentation"},
      {make_network_v6("2000::/3"), "public"},  // all that has been handed out so far
      {make_network_v6("5f00::/16"), "segment_routing"},
      {make_network_v6("fc00::/7"), "private"},
      {make_network_v6("fe80::/10"), "link_local"},
      {make_network_v6("fec0::/10"), "site_local"},
      {make_network_v6("ff00::/8"), "multicast"},
  };
  return purposes;
}

}  // namespace

std::string_view purposeOf(const asio::ip::address& address) {
  return address.is_v4() ? find(v4(), address.to_v4(), "public")
                         : find(v6(), address.to_v6(), "reserved");
}

}  // namespace vitrine
