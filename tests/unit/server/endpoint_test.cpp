#include "dispatch/endpoint.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <map>

#include "dispatch/address.hpp"
#include "unit/catch.hpp"

namespace vitrine {
namespace {

/// What comes of a POST when the name has these addresses; counts the look-ups.
PostResult postTo(const std::string& url, std::vector<std::string> addresses, bool insecure,
                  int& lookups) {
  asio::io_context io;
  asio::ssl::context tls(asio::ssl::context::tls_client);
  const auto resolve = [&](std::string,
                           Deadline) -> asio::awaitable<std::vector<asio::ip::address>> {
    ++lookups;
    std::vector<asio::ip::address> answer;
    for (const auto& text : addresses) answer.push_back(asio::ip::make_address(text));
    co_return answer;
  };
  using namespace std::chrono_literals;
  const Sending sending{resolve, tls, insecure, 500ms, 1000ms};
  PostResult result;
  const auto work = [&]() -> asio::awaitable<void> {
    result = co_await post(*parseEndpoint(url), {}, "{}", sending);
  };
  asio::co_spawn(io, work(), [](std::exception_ptr failed) {
    if (failed) std::rethrow_exception(failed);
  });
  io.run();
  return result;
}

}  // namespace

TEST_CASE("an endpoint is an http or https URL without user info and fragment") {
  const auto url = parseEndpoint("https://shop.example:8443/hooks/orders?key=1");
  REQUIRE(url);
  CHECK(url->secure);
  CHECK(url->host == "shop.example");
  CHECK(url->port == "8443");
  CHECK(url->target == "/hooks/orders?key=1");
  CHECK(parseEndpoint("http://shop.example")->port == "80");
  CHECK(parseEndpoint("https://shop.example")->target == "/");
  CHECK(parseEndpoint("https://[2001:db8::1]:444/")->host == "2001:db8::1");
  for (const std::string text : {"",
                                 "shop.example",
                                 "ftp://shop.example",
                                 "https://",
                                 "https://a:b@shop.example",
                                 "https://a@shop.example",
                                 "https://shop.example/#part",
                                 "javascript:alert(1)",
                                 "file:///etc/passwd",
                                 "gopher://shop.example/_x",
                                 "https://shop example/",
                                 "https://%73hop.example/",
                                 "https://192.0.2.1.shop.example/",
                                 "https://192.0.2.1x/",
                                 "https://shop.example%0d%0aX-Header:%20a/",
                                 "https://shop.example%2fevil.example/",
                                 "https://shop.example%00/",
                                 "https://caf%c3%a9.example/",
                                 "https://[fe80::1%25eth0]/",
                                 "https://[v1.x]/",
                                 "https://shop.example:0/",
                                 "https://shop.example:65536/",
                                 "https://shop.example:99999999999/",
                                 "https://shop.example/\r\nX: y",
                                 "https:///orders",
                                 "https://shop.example\\@evil.example/",
                                 "//shop.example/"}) {
    CAPTURE(text);
    CHECK_FALSE(parseEndpoint(text));
  }
  CHECK_FALSE(parseEndpoint("https://shop.example/" + std::string(2048, 'x')));
}

TEST_CASE("every address is known by its purpose, and only public ones are the internet's") {
  const std::multimap<std::string, std::vector<const char*>> table{
      {"public",
       {"8.8.8.8",
        "1.1.1.1",
        "9.255.255.255",
        "11.0.0.0",
        "100.63.255.255",
        "100.128.0.0",
        "126.255.255.255",
        "128.0.0.0",
        "169.253.255.255",
        "169.255.0.0",
        "172.15.255.255",
        "172.32.0.0",
        "191.255.255.255",
        "192.0.1.0",
        "192.0.3.0",
        "192.31.196.1",
        "192.52.193.1",
        "192.88.98.255",
        "192.88.100.0",
        "192.167.255.255",
        "192.169.0.0",
        "192.175.48.1",
        "198.17.255.255",
        "198.20.0.0",
        "198.51.99.255",
        "198.51.101.0",
        "203.0.112.255",
        "203.0.114.0",
        "223.255.255.255",
        "2001:200::",
        "2001:4860:4860::8888",
        "2003::1",
        "2606:4700::1111",
        "2a00:1450::1",
        "2620:4f:8000::1",
        "3ffe::1"}},
      {"this_network", {"0.0.0.0", "0.0.0.1", "0.255.255.255"}},
      {"private",
       {"10.0.0.0", "10.255.255.255", "172.16.0.0", "172.31.255.255", "192.168.0.0",
        "192.168.255.255", "fc00::", "fd12:3456::1", "fdff:ffff::1"}},
      {"shared", {"100.64.0.0", "100.100.100.200", "100.127.255.255"}},
      {"loopback", {"127.0.0.1", "127.0.0.0", "127.255.255.255", "::1"}},
      {"link_local", {"169.254.0.0", "169.254.169.254", "169.254.255.255", "fe80::1", "febf::1"}},
      {"protocol", {"192.0.0.0", "192.0.0.170", "192.0.0.255", "2001:1::1", "2001:1ff::1"}},
      {"documentation",
       {"192.0.2.0", "192.0.2.255", "198.51.100.1", "203.0.113.255", "2001:db8::1", "3fff::1",
        "3fff:fff::1"}},
      {"6to4", {"192.88.99.1", "2002::1", "2002:7f00:1::1", "2002:808:808::1"}},
      {"benchmarking", {"198.18.0.0", "198.19.255.255"}},
      {"multicast", {"224.0.0.1", "239.255.255.255", "ff02::1", "ff0e::1"}},
      {"reserved",
       {"240.0.0.0", "255.255.255.254", "1000::1", "4000::1", "8000::1", "e000::1", "fe00::1",
        "200::1"}},
      {"broadcast", {"255.255.255.255"}},
      {"unspecified", {"::"}},
      {"mapped", {"::ffff:10.0.0.1", "::ffff:127.0.0.1", "::ffff:8.8.8.8"}},
      {"translated", {"::ffff:0:127.0.0.1", "::ffff:0:8.8.8.8"}},
      {"compatible", {"::127.0.0.1", "::8.8.8.8", "::2"}},
      {"nat64", {"64:ff9b::127.0.0.1", "64:ff9b::808:808", "64:ff9b:1::1", "64:ff9b:1:ffff::1"}},
      {"discard", {"100::1"}},
      {"teredo", {"2001::1", "2001:0:7f00:1::1"}},
      {"segment_routing", {"5f00::1"}},
      {"site_local", {"fec0::1", "feff::1"}},
  };
  for (const auto& [purpose, addresses] : table) {
    for (const auto* text : addresses) {
      CAPTURE(text);
      const auto address = asio::ip::make_address(text);
      CHECK(std::string(purposeOf(address)) == purpose);
      CHECK(isPublic(address) == (purpose == "public"));
    }
  }
}

TEST_CASE("a name is looked up once for an attempt, and all of its addresses must be public") {
  for (const std::vector<std::string>& addresses : {std::vector<std::string>{"127.0.0.1"},
                                                    {"10.0.0.1"},
                                                    {"8.8.8.8", "127.0.0.1"},
                                                    {"::1"},
                                                    {"::ffff:8.8.8.8"},
                                                    {"169.254.169.254"},
                                                    {"2606:4700::1111", "fd00::1"}}) {
    int lookups = 0;
    const auto result = postTo("https://shop.example/", addresses, false, lookups);
    CHECK(result.status == 0);
    CHECK(result.problem == "the address is not public");
    CHECK(lookups == 1);
  }
}

TEST_CASE("an address in the URL is judged too, however it is written") {
  for (const auto* url : {"https://127.0.0.1/", "https://[::1]/", "https://[::ffff:127.0.0.1]/",
                          "https://[64:ff9b::7f00:1]/", "https://169.254.169.254/latest/"}) {
    int lookups = 0;
    CAPTURE(url);
    CHECK(postTo(url, {}, false, lookups).problem == "the address is not public");
    CHECK(lookups == 0);
  }
  // Forms that only resolvers know are names: what they resolve to is judged.
  for (const auto* url :
       {"https://127.1/", "https://2130706433/", "https://0x7f000001/", "https://0177.0.0.1/"}) {
    int lookups = 0;
    CAPTURE(url);
    CHECK(postTo(url, {"127.0.0.1"}, false, lookups).problem == "the address is not public");
    CHECK(lookups == 1);
  }
}

TEST_CASE("plain http is not spoken without the operator's word") {
  int lookups = 0;
  CHECK(postTo("http://shop.example/", {"8.8.8.8"}, false, lookups).problem ==
        "the endpoint is not https");
  CHECK(lookups == 0);
}

TEST_CASE("a name without addresses is a failure, not an exception") {
  int lookups = 0;
  CHECK(postTo("http://shop.example/", {}, true, lookups).status == 0);
}

}  // namespace vitrine
