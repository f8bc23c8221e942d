#include "http/header_lines.hpp"

#include <stdexcept>

#include "unit/catch.hpp"

namespace vitrine {

namespace http = boost::beast::http;

TEST_CASE("a header field stands once, with the value that was set last") {
  HeaderLines headers;
  headers.set(http::field::etag, "\"a\"");
  headers.set(http::field::vary, "Origin");
  headers.set("X-Vary", "1");
  headers.set(http::field::etag, "\"b\"");
  CHECK(headers.lines() == "Vary: Origin\r\nX-Vary: 1\r\nETag: \"b\"\r\n");
  CHECK(headers.contains(http::field::vary));
  headers.erase(http::field::vary);
  CHECK_FALSE(headers.contains(http::field::vary));
  headers.erase(http::field::vary);
  CHECK(headers.lines() == "X-Vary: 1\r\nETag: \"b\"\r\n");
}

TEST_CASE("a value that would end its line is no header field") {
  HeaderLines headers;
  headers.set(http::field::location, "/");
  for (const auto* value : {"a\r\nSet-Cookie: b", "a\nb", "a\rb"})
    CHECK_THROWS_AS(headers.set(http::field::location, value), std::invalid_argument);
  CHECK_THROWS_AS(headers.set(http::field::location, std::string_view("a\0b", 3)),
                  std::invalid_argument);
  CHECK(headers.lines() == "Location: /\r\n");
}

}  // namespace vitrine
