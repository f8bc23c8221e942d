#include "http/network.hpp"

#include <algorithm>

namespace vitrine {
namespace {

asio::ip::address unmapped(const asio::ip::address& address) {
  if (!address.is_v6() || !address.to_v6().is_v4_mapped()) return address;
  return asio::ip::make_address_v4(asio::ip::v4_mapped, address.to_v6());
}

}  // namespace

std::uint64_t networkOf(const asio::ip::address& address) {
  const auto plain = unmapped(address);
  if (plain.is_v4()) return plain.to_v4().to_uint();
  const auto bytes = plain.to_v6().to_bytes();
  std::uint64_t number = 0;
  for (std::size_t i = 0; i < 8; ++i) number = number << 8 | bytes[i];
  return number;
}

bool TrustedProxies::add(const std::string& text) {
  boost::system::error_code failed;
  if (text.find('/') == text.npos) {
    const auto address = asio::ip::make_address(text, failed);
    if (failed) return false;
    if (address.is_v4())
      v4_.emplace_back(address.to_v4(), static_cast<unsigned short>(32));
    else
      v6_.emplace_back(address.to_v6(), static_cast<unsigned short>(128));
    return true;
  }
  if (const auto network = asio::ip::make_network_v4(text, failed); !failed) {
    v4_.push_back(network.canonical());
    return true;
  }
  failed.clear();
  if (const auto network = asio::ip::make_network_v6(text, failed); !failed) {
    v6_.push_back(network.canonical());
    return true;
  }
  return false;
}

bool TrustedProxies::contain(const asio::ip::address& address) const {
  const auto plain = unmapped(address);
  if (plain.is_v4()) {
    return std::any_of(v4_.begin(), v4_.end(), [&](const auto& network) {
      return asio::ip::network_v4(plain.to_v4(), network.prefix_length()).network() ==
             network.network();
    });
  }
  return std::any_of(v6_.begin(), v6_.end(), [&](const auto& network) {
    return asio::ip::network_v6(plain.to_v6(), network.prefix_length()).network() ==
           network.network();
  });
}

asio::ip::address TrustedProxies::origin(const asio::ip::address& peer,
                                         std::string_view forwarded_for) const {
  auto origin = unmapped(peer);
  while (contain(origin) && !forwarded_for.empty()) {
    const auto comma = forwarded_for.rfind(',');
    auto last = forwarded_for.substr(comma == forwarded_for.npos ? 0 : comma + 1);
    forwarded_for = forwarded_for.substr(0, comma == forwarded_for.npos ? 0 : comma);
    while (last.starts_with(' ')) last.remove_prefix(1);
    while (last.ends_with(' ')) last.remove_suffix(1);
    boost::system::error_code failed;
    const auto address = asio::ip::make_address(std::string(last), failed);
    if (failed) break;  // whoever wrote that, what is right of it is still true
    origin = unmapped(address);
  }
  return origin;
}

}  // namespace vitrine
