#pragma once

#include <boost/asio/ip/address.hpp>
#include <string_view>

namespace vitrine {

namespace asio = boost::asio;

/// What an address is for, by IANA's special-purpose registries: "loopback", "private",
/// "link_local", "shared" (carrier-grade NAT), "nat64", "6to4", "teredo", "mapped", "multicast",
/// "documentation" …; "public" when the internet routes to it.
std::string_view purposeOf(const asio::ip::address& address);

inline bool isPublic(const asio::ip::address& address) { return purposeOf(address) == "public"; }

}  // namespace vitrine
