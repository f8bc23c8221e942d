#include "dispatch/endpoint.hpp"

#include "unit/catch.hpp"

namespace vitrine {

TEST_CASE("an endpoint is an http or https URL without user info and fragment") {
  const auto url = parseEndpoint("https://shop.example:8443/hooks/orders?key=1");
  REQUIRE(url);
  CHECK(url->secure);
  CHECK(url->host == "shop.example");
  CHECK(url->port == "8443");
  CHECK(url->target == "/hooks/orders?key=1");
  CHECK(parseEndpoint("http://shop.example")->port == "80");
  CHECK(parseEndpoint("https://shop.example")->target == "/");
  for (const auto* text :
       {"", "shop.example", "ftp://shop.example", "https://", "https://a:b@shop.example",
        "https://shop.example/#part", "javascript:alert(1)", "https://shop example/"})
    CHECK_FALSE(parseEndpoint(text));
}

TEST_CASE("only addresses that the public internet routes to are public") {
  const auto address = [](const char* text) { return asio::ip::make_address(text); };
  for (const auto* text : {"8.8.8.8", "1.1.1.1", "172.32.0.1", "100.128.0.1", "192.0.1.1",
                           "223.255.255.255", "2606:4700::1111", "2a00:1450::1"}) {
    CAPTURE(text);
    CHECK(isPublic(address(text)));
  }
  for (const auto* text : {"0.0.0.0",     "10.0.0.1",        "127.0.0.1",       "127.255.0.1",
                           "100.64.0.1",  "169.254.169.254", "172.16.0.1",      "172.31.255.255",
                           "192.168.1.1", "192.0.2.1",       "198.18.0.1",      "198.51.100.1",
                           "203.0.113.1", "224.0.0.1",       "255.255.255.255", "::",
                           "::1",         "::ffff:10.0.0.1", "::ffff:8.8.8.8",  "64:ff9b::808:808",
                           "fe80::1",     "fc00::1",         "ff02::1",         "2001::1",
                           "2001:db8::1", "2002:808:808::1", "3fff::1"}) {
    CAPTURE(text);
    CHECK_FALSE(isPublic(address(text)));
  }
}

}  // namespace vitrine
