#include "vitrine/json_text.hpp"

#include <limits>

#include "unit/catch.hpp"
#include "unit/generators.hpp"

namespace vitrine {
namespace {

/// The same random tree twice: written by JsonText, and as the server's JSON library holds it.
Json tree(JsonText& out, int depth) {
  switch (any::within(0, depth > 0 ? 6 : 4)) {
    case 0:
      out.null();
      return nullptr;
    case 1: {
      const bool value = any::oneIn(2);
      out.boolean(value);
      return value;
    }
    case 2: {
      using Limits = std::numeric_limits<std::int64_t>;
      const auto value = any::of({std::int64_t{0}, maxSafeInteger, -maxSafeInteger, Limits::min(),
                                  Limits::max(), any::within(-1000, 1000)});
      out.integer(value);
      return value;
    }
    case 3:
    case 4: {
      auto value = any::text();
      out.string(value);
      return value;
    }
    case 5: {
      auto list = Json::array();
      out.beginList();
      for (auto left = any::within(0, 3); left > 0; --left) list.push_back(tree(out, depth - 1));
      out.endList();
      return list;
    }
    default: {
      auto object = Json::object();
      out.beginObject();
      for (auto left = any::within(0, 3); left > 0; --left) {
        const auto key = any::text() + std::to_string(left);
        out.key(key);
        object[key] = tree(out, depth - 1);
      }
      out.endObject();
      return object;
    }
  }
}

}  // namespace

TEST_CASE("any tree is written as the server's JSON library writes it") {
  REQUIRE(rc::check([] {
    JsonText out;
    const auto expected = tree(out, 4);
    RC_ASSERT(out.text == dump(expected));
    RC_ASSERT(*parseJson(out.text) == expected);
  }));
}

TEST_CASE("every ASCII character is escaped as the server's JSON library does") {
  for (int code = 0; code < 128; ++code) {
    const std::string value(1, static_cast<char>(code));
    JsonText out;
    out.string(value);
    CHECK(out.text == dump(Json(value)));
  }
}

TEST_CASE("text that is JSON already is written as it is, with its comma") {
  JsonText out;
  out.beginList();
  out.raw(R"({"a":1})");
  out.raw("2");
  out.endList();
  CHECK(out.text == R"([{"a":1},2])");
}

}  // namespace vitrine
