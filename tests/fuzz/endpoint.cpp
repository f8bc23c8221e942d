// libFuzzer: a seller's endpoint, which is a stranger's text, and any address that its name may
// have. What passes must not be able to forge a request's head, and must mean the same when it is
// written down again; an address that is not the internet's must never count as public.
#include <algorithm>
#include <boost/asio/ip/address.hpp>
#include <cstdint>
#include <cstring>

#include "dispatch/address.hpp"
#include "dispatch/endpoint_url.hpp"
#include "fuzz/expect.hpp"

namespace {

using namespace vitrine;

bool isPlain(char c) { return c > ' ' && c < 0x7f; }

void urlHolds(const std::string& text) {
  const auto url = parseEndpoint(text);
  if (!url) return;
  EXPECT(!url->host.empty() && std::all_of(url->host.begin(), url->host.end(), isPlain));
  EXPECT(url->host.find_first_of("/@%?#[]\\") == std::string::npos);
  EXPECT(!url->port.empty() && std::stoi(url->port) >= 1 && std::stoi(url->port) <= 65535);
  EXPECT(url->target.front() == '/' && url->target.find('#') == std::string::npos);
  EXPECT(std::all_of(url->target.begin(), url->target.end(), isPlain));
  const bool bare = url->host.find(':') == std::string::npos;
  std::string again = url->secure ? "https://" : "http://";
  again += bare ? url->host : '[' + url->host + ']';
  again += ':' + url->port;
  again += url->target;
  const auto same = parseEndpoint(again);
  EXPECT(same || again.size() > 2048);
  if (same)
    EXPECT(same->secure == url->secure && same->host == url->host && same->port == url->port &&
           same->target == url->target);
}

void addressHolds(const std::uint8_t* data) {
  boost::asio::ip::address_v6::bytes_type six;
  std::memcpy(six.data(), data, six.size());
  boost::asio::ip::address_v4::bytes_type four;
  std::memcpy(four.data(), data, four.size());
  const boost::asio::ip::address_v6 v6(six);
  const boost::asio::ip::address_v4 v4(four);
  if (isPublic(v6)) {
    EXPECT((six[0] & 0xe0) == 0x20);  // 2000::/3 is all that was ever given out
    EXPECT(!v6.is_loopback() && !v6.is_multicast() && !v6.is_link_local() && !v6.is_v4_mapped());
  }
  const auto number = v4.to_uint();
  const auto in = [&](std::uint32_t network, int bits) {
    return number >> (32 - bits) == network >> (32 - bits);
  };
  const bool inside = in(0x00000000, 8) || in(0x0a000000, 8) || in(0x64400000, 10) ||
                      in(0x7f000000, 8) || in(0xa9fe0000, 16) || in(0xac100000, 12) ||
                      in(0xc0a80000, 16) || in(0xc6120000, 15) || in(0xe0000000, 3);
  if (inside) EXPECT(!isPublic(v4));
  EXPECT(!isPublic(make_address_v6(boost::asio::ip::v4_mapped, v4)));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  urlHolds({reinterpret_cast<const char*>(data), size});
  if (size >= 16) addressHolds(data);
  return 0;
}
