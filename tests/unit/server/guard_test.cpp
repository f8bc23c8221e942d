#include "http/guard.hpp"

#include <rapidcheck.h>

#include "http/chunks.hpp"
#include "unit/catch.hpp"

namespace vitrine {
namespace {

HeadResult judge(const std::string& bytes) { return HeadGuard().look(bytes); }

/// The verdict when the bytes come in pieces of the given sizes, and then the rest.
HeadResult judgeInPieces(const std::string& bytes, const std::vector<std::size_t>& sizes) {
  HeadGuard guard;
  std::size_t end = 0;
  for (const auto size : sizes) {
    end = std::min(end + size, bytes.size());
    const auto result = guard.look(std::string_view(bytes).substr(0, end));
    if (!std::holds_alternative<Incomplete>(result)) return result;
  }
  return guard.look(bytes);
}

rc::Gen<std::string> letters(std::size_t most) {
  return rc::gen::mapcat(rc::gen::inRange<std::size_t>(1, most), [](std::size_t size) {
    return rc::gen::container<std::string>(size, rc::gen::elementOf(std::string("abcXYZ09-")));
  });
}

/// A request that must pass, its body after it.
rc::Gen<std::string> goodRequest() {
  return rc::gen::exec([] {
    std::string text = *rc::gen::element<std::string>("GET", "POST", "PATCH") + " /" +
                       *letters(40) + " HTTP/1.1\r\nHost: " + *letters(20) + "\r\n";
    const auto count = *rc::gen::inRange(0, 20);
    for (int i = 0; i < count; ++i) text += "X-" + *letters(10) + ": " + *letters(60) + "\r\n";
    const bool chunked = *rc::gen::arbitrary<bool>();
    text += chunked ? "Transfer-Encoding: chunked\r\n" : "Content-Length: 7\r\n";
    return text + "\r\n";
  });
}

}  // namespace

TEST_CASE("a plain request passes, and its body is delimited as it says") {
  const std::string head = "POST /x HTTP/1.1\r\nHost: shop.example\r\nContent-Length: 12\r\n\r\n";
  CHECK(judge(head + "hello") == HeadResult(Head{head.size(), false, 12, false}));
}

TEST_CASE("a good request passes however it is split, and no byte of what follows counts") {
  REQUIRE(rc::check([] {
    const auto head = *goodRequest();
    const auto body = *rc::gen::arbitrary<std::string>();
    const auto sizes =
        *rc::gen::container<std::vector<std::size_t>>(rc::gen::inRange<std::size_t>(0, 30));
    const auto result = judgeInPieces(head + body, sizes);
    RC_ASSERT(std::holds_alternative<Head>(result));
    RC_ASSERT(std::get<Head>(result).size == head.size());
    RC_ASSERT(result == judge(head));
  }));
}

TEST_CASE("the verdict on any bytes does not depend on how they are split") {
  REQUIRE(rc::check([] {
    auto bytes = *goodRequest();
    const auto changes = *rc::gen::inRange(0, 4);
    for (int i = 0; i < changes; ++i) {
      const auto at = *rc::gen::inRange<std::size_t>(0, bytes.size());
      bytes[at] = *rc::gen::oneOf(rc::gen::arbitrary<char>(),
                                  rc::gen::elementOf(std::string("\r\n\t :;,\0\x7F", 9)));
    }
    const auto sizes =
        *rc::gen::container<std::vector<std::size_t>>(rc::gen::inRange<std::size_t>(0, 30));
    RC_ASSERT(judgeInPieces(bytes, sizes) == judge(bytes));
  }));
}

TEST_CASE("a head with one more control character never passes") {
  REQUIRE(rc::check([] {
    auto bytes = *goodRequest();
    const auto at = *rc::gen::inRange<std::size_t>(0, bytes.size() - 4);
    const auto control =
        *rc::gen::suchThat(rc::gen::inRange<char>(0, 32), [](char c) { return c != '\t'; });
    bytes.insert(at, 1, control);
    const auto result = judge(bytes);
    const bool passed = std::holds_alternative<Head>(result);
    RC_ASSERT(!passed);
  }));
}

TEST_CASE("any two framings in one head are refused") {
  for (const std::string first : {"Content-Length: 5", "Transfer-Encoding: chunked"}) {
    for (const std::string second : {"Content-Length: 5", "transfer-encoding: chunked"}) {
      std::string text = "POST / HTTP/1.1\r\nHost: a\r\n";
      text += first;
      text += "\r\nX: y\r\n";
      text += second;
      text += "\r\n\r\n";
      CAPTURE(text);
      CHECK(std::holds_alternative<Refusal>(judge(text)));
    }
  }
}

TEST_CASE("a head that never ends is refused at the limit, not kept") {
  std::string bytes = "GET / HTTP/1.1\r\nHost: a\r\n";
  HeadGuard guard;
  while (bytes.size() <= maxHead) {
    REQUIRE(guard.look(bytes) == HeadResult(Incomplete{}));
    bytes += "X: yyyyyyyy\r\n";
    if (bytes.size() > 1000) break;  // 100 fields come first
  }
  bytes += "X: " + std::string(maxHead, 'y');
  CHECK(guard.look(bytes) == HeadResult(Refusal{431, "headers"}));
}

TEST_CASE("what is chunked comes out as it went in, however it is split; trailers are dropped") {
  REQUIRE(rc::check([] {
    const auto parts = *rc::gen::container<std::vector<std::string>>(
        rc::gen::nonEmpty(rc::gen::arbitrary<std::string>()));
    std::string bytes;
    std::string body;
    for (const auto& part : parts) {
      char size[20];
      std::snprintf(size, sizeof size, "%zx", part.size());
      bytes += std::string(size) + (part.size() % 2 ? "\r\n" : ";a=\"b\"\r\n");
      bytes += part;
      bytes += "\r\n";
      body += part;
    }
    bytes += "0\r\nAuthorization: Bearer x\r\n\r\n";
    const auto whole = bytes.size();
    bytes += "GET";
    Dechunker dechunker;
    std::string answer;
    std::size_t taken = 0;
    while (!dechunker.done()) {
      const auto step = *rc::gen::inRange<std::size_t>(1, 50);
      taken += dechunker.take(std::string_view(bytes).substr(taken, step), answer, 100'000);
      RC_ASSERT(!dechunker.refusal());
    }
    RC_ASSERT(taken == whole);
    RC_ASSERT(answer == body);
  }));
}

TEST_CASE("a chunked body never grows beyond its limit") {
  REQUIRE(rc::check([] {
    const auto limit = *rc::gen::inRange<std::size_t>(0, 100);
    const auto sizes =
        *rc::gen::container<std::vector<std::size_t>>(rc::gen::inRange<std::size_t>(1, 60));
    std::string bytes;
    std::size_t sum = 0;
    for (const auto size : sizes) {
      char line[20];
      std::snprintf(line, sizeof line, "%zx\r\n", size);
      bytes += line + std::string(size, 'x');
      bytes += "\r\n";
      sum += size;
    }
    bytes += "0\r\n\r\n";
    Dechunker dechunker;
    std::string body;
    dechunker.take(bytes, body, limit);
    RC_ASSERT(body.size() <= limit);
    RC_ASSERT(dechunker.done() == (sum <= limit));
    RC_ASSERT(dechunker.done() || dechunker.refusal() == Refusal({413, "body"}));
  }));
}

}  // namespace vitrine
