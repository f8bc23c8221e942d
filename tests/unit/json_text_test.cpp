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

TEST_CASE("whatever the bytes, the text is valid JSON and loses nothing that was UTF-8") {
  REQUIRE(rc::check([] {
    const auto before = any::text();
    const auto after = any::text();
    // Leads and trails of every length, so that broken sequences of all kinds come up.
    std::string bytes;
    for (auto left = any::within(0, 6); left > 0; --left)
      bytes += static_cast<char>(any::oneIn(2) ? any::within(0x80, 0xFF)
                                               : any::of({0x80, 0xA0, 0xC1, 0xC2, 0xE0, 0xED, 0xEF,
                                                          0xF0, 0xF4, 0xF5, 0x41}));
    JsonText out;
    out.string(before + bytes + "|" + after);
    const auto read = parseJson(out.text);
    RC_ASSERT(static_cast<bool>(read));
    const auto value = read->get<std::string>();
    RC_ASSERT(value.starts_with(before));
    RC_ASSERT(value.ends_with("|" + after));
  }));
}

TEST_CASE("a byte that does not belong to UTF-8 becomes U+FFFD") {
  for (const auto& [bytes, expected] : std::vector<std::pair<std::string, std::string>>{
           {"a\xFF", "a\uFFFD"},
           {"\xC0\xAF", "\uFFFD\uFFFD"},                        // an overlong slash
           {"\xED\xA0\x80", "\uFFFD\uFFFD\uFFFD"},              // a surrogate
           {"\xF4\x90\x80\x80z", "\uFFFD\uFFFD\uFFFD\uFFFDz"},  // past U+10FFFF
           {"\xE2\x82", "\uFFFD\uFFFD"},                        // cut short
           {"\xE2\x82\xAC", "€"},
           {"\xF0\x9F\x8C\xB1", "🌱"}}) {
    JsonText out;
    out.string(bytes);
    CHECK(out.text == '"' + expected + '"');
  }
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
