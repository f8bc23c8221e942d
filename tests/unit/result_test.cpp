#include "vitrine/result.hpp"

#include <set>

#include "unit/catch.hpp"

namespace vitrine {

TEST_CASE("every error code has a name of its own") {
  std::set<std::string_view> seen;
  for (int i = 0; i <= static_cast<int>(Errc::internal); ++i) {
    const auto text = name(static_cast<Errc>(i));
    CAPTURE(text);
    CHECK_FALSE(text.empty());
    CHECK(text.find_first_not_of("abcdefghijklmnopqrstuvwxyz_") == std::string_view::npos);
    CHECK(seen.insert(text).second);
  }
}

TEST_CASE("a path is put together from the outside in") {
  CHECK(element("line_items", 2) == "line_items[2]");
  CHECK(at("line_items[2]", {Errc::internal, "quantity"}).where == "line_items[2].quantity");
  CHECK(at("line_items", {Errc::internal, "[2].quantity"}).where == "line_items[2].quantity");
  CHECK(at("line_items", {Errc::internal, ""}).where == "line_items");
  CHECK(at("", {Errc::internal, "currency"}).where == "currency");
  CHECK(at("[1]", {Errc::out_of_range, "[0]"}) == Error{Errc::out_of_range, "[1][0]"});
}

TEST_CASE("a result holds either its value or its error") {
  const Result<std::string> good = std::string("yes");
  REQUIRE(good);
  CHECK(*good == "yes");
  CHECK(good->size() == 3);
  const Result<std::string> bad = Error{Errc::not_found, "here"};
  REQUIRE_FALSE(bad);
  CHECK(bad.error() == Error{Errc::not_found, "here"});
}

}  // namespace vitrine
