#include <rapidcheck.h>

#include "http/admission.hpp"
#include "http/network.hpp"
#include "http/rate_limits.hpp"
#include "unit/catch.hpp"

namespace vitrine {
namespace {

std::uint64_t networkOf(const char* text) {
  return vitrine::networkOf(asio::ip::make_address(text));
}

}  // namespace

TEST_CASE("a network holds 64 connections, other networks do not feel it, and ends make room") {
  Admission admission;
  std::vector<Admission::Place> places;
  for (int i = 0; i < 64; ++i) places.push_back(*admission.admit(1));
  CHECK_FALSE(admission.admit(1));
  CHECK(admission.admit(2));
  CHECK(admission.admit({}));
  places.pop_back();
  CHECK(admission.admit(1));
}

TEST_CASE("there is a sum that all networks share") {
  Admission admission(3);
  const auto first = admission.admit(1);
  const auto second = admission.admit(2);
  {
    const auto third = admission.admit({});
    CHECK_FALSE(admission.admit(4));
  }
  CHECK(admission.admit(4));
}

TEST_CASE("bodies share 256 MiB") {
  Admission admission;
  Admission::Bytes mine(admission);
  Admission::Bytes other(admission);
  CHECK(mine.grow(200 * 1024 * 1024));
  CHECK_FALSE(other.grow(100 * 1024 * 1024));
  mine.reset();
  CHECK(other.grow(100 * 1024 * 1024));
}

TEST_CASE("a network is an IPv4 address or the /64 of an IPv6 address") {
  CHECK(networkOf("192.0.2.1") != networkOf("192.0.2.2"));
  CHECK(networkOf("192.0.2.1") == networkOf("::ffff:192.0.2.1"));
  CHECK(networkOf("2001:db8:1:2::1") == networkOf("2001:db8:1:2:ffff::9"));
  CHECK(networkOf("2001:db8:1:2::1") != networkOf("2001:db8:1:3::1"));
}

TEST_CASE("X-Forwarded-For is believed as far as it comes from trusted proxies") {
  TrustedProxies proxies;
  REQUIRE(proxies.add("192.0.2.7"));
  REQUIRE(proxies.add("10.0.0.0/8"));
  REQUIRE(proxies.add("2001:db8::/32"));
  for (const auto* bad : {"", "shop.example", "10.0.0.0/33", "10.0.0/8", "::/129"})
    CHECK_FALSE(proxies.add(bad));
  const auto origin = [&](const char* peer, const char* forwarded) {
    return proxies.origin(asio::ip::make_address(peer), forwarded).to_string();
  };
  CHECK(origin("198.51.100.1", "203.0.113.5") == "198.51.100.1");  // a stranger's word
  CHECK(origin("192.0.2.7", "203.0.113.5") == "203.0.113.5");
  CHECK(origin("192.0.2.7", "1.2.3.4, 203.0.113.5") == "203.0.113.5");  // the rest may be made up
  CHECK(origin("192.0.2.7", "203.0.113.5 ,10.9.9.9,2001:db8::2") == "203.0.113.5");
  CHECK(origin("::ffff:192.0.2.7", "203.0.113.5") == "203.0.113.5");
  CHECK(origin("192.0.2.7", "") == "192.0.2.7");
  CHECK(origin("192.0.2.7", "nonsense") == "192.0.2.7");
  CHECK(origin("192.0.2.7", "1.2.3.4, nonsense, 10.1.1.1") == "10.1.1.1");
}

TEST_CASE("in any span of time no more requests pass than the burst and what the time brings") {
  REQUIRE(rc::check([] {
    const RequestRate rate{static_cast<double>(*rc::gen::inRange(1, 20)),
                           static_cast<double>(*rc::gen::inRange(1, 50))};
    RateLimits limits;
    auto now = RateLimits::Clock::now();
    std::vector<RateLimits::Clock::time_point> passed;
    const auto pauses = *rc::gen::container<std::vector<int>>(200, rc::gen::inRange(0, 300));
    for (const auto pause : pauses) {
      now += std::chrono::milliseconds(pause);
      const auto wait = limits.take("key", rate, now);
      if (!wait) passed.push_back(now);
    }
    for (std::size_t first = 0; first < passed.size(); ++first) {
      for (std::size_t last = first; last < passed.size(); ++last) {
        const double seconds = std::chrono::duration<double>(passed[last] - passed[first]).count();
        RC_ASSERT(static_cast<double>(last - first + 1) <=
                  rate.burst + seconds * rate.per_second + 1e-6);
      }
    }
  }));
}

TEST_CASE("who waits as long as told is let in, and keys do not share") {
  RateLimits limits;
  const RequestRate rate{0.5, 3};
  auto now = RateLimits::Clock::now();
  for (int i = 0; i < 3; ++i) CHECK_FALSE(limits.take("a", rate, now));
  const auto wait = limits.take("a", rate, now);
  REQUIRE(wait);
  CHECK(wait->count() == 2);
  CHECK_FALSE(limits.take("b", rate, now));
  now += *wait;
  CHECK_FALSE(limits.take("a", rate, now));
  CHECK(limits.take("a", rate, now));
}

TEST_CASE("the number of buckets is bounded, and a factor of 0 limits nothing") {
  RateLimits limits;
  const auto now = RateLimits::Clock::now();
  for (std::size_t i = 0; i < RateLimits::maxBuckets + 1000; ++i)
    limits.take(std::to_string(i), {}, now);
  CHECK(limits.size() == RateLimits::maxBuckets);
  RateLimits none(0);
  for (int i = 0; i < 1000; ++i) CHECK_FALSE(none.take("a", {1, 1}, now));
}

}  // namespace vitrine
