#include "http/permalink.hpp"

#include <rapidcheck.h>

#include "unit/catch.hpp"

namespace vitrine {
namespace {

Error faultOf(std::string_view items) {
  const auto lines = readItems(items);
  REQUIRE_FALSE(lines);
  return lines.error();
}

}  // namespace

TEST_CASE("a permalink's path names offers and quantities") {
  const auto lines = readItems("off_a1:2,off_b2:1");
  REQUIRE(lines);
  CHECK(*lines == std::vector<CartLine>{{"off_a1", 2}, {"off_b2", 1}});
}

TEST_CASE("a permalink that is damaged says where") {
  for (const std::string_view items : {"", "off_a", ":1", "off_a:1,", "Off_a:1", "off a:1"})
    CHECK(faultOf(items).code == Errc::invalid_format);
  CHECK(faultOf("off_a:1,off_b:2x").where == "line_items[1].quantity");
  CHECK(faultOf("off_a:1.5").code == Errc::invalid_format);
  CHECK(faultOf("off_a:0").code == Errc::out_of_range);
  CHECK(faultOf("off_a:-1").code == Errc::out_of_range);
  CHECK(faultOf("off_a:99999999999999999999").code == Errc::out_of_range);
  CHECK(faultOf("off_a:1,off_a:2").code == Errc::duplicate_offer);
  std::string many = "off_0:1";
  for (int i = 1; i < 5000; ++i) many += ",off_" + std::to_string(i) + ":1";
  CHECK(faultOf(many).code == Errc::too_large);
}

TEST_CASE("what a permalink names stands in the checkout's address") {
  CHECK(checkoutTarget("site_1", {{"off_a", 2}, {"off_b", 1}}, "DE", "en") ==
        "/checkout/site_1#lines=off_a:2,off_b:1&country=DE&language=en");
}

TEST_CASE("what is wrong with a permalink stands in the checkout's address") {
  CHECK(damagedTarget("site_1", faultOf("off_a:1,off_b:0"), "de") ==
        "/checkout/site_1#damaged=out_of_range&path=line_items[1].quantity&language=de");
}

TEST_CASE("lines that a permalink names are read back, and no text leads to a cart that is none") {
  REQUIRE(rc::check([] {
    const auto text = *rc::gen::container<std::string>(rc::gen::elementOf(std::string("of_1:,-9")));
    const auto read = readItems(text);
    if (read) RC_ASSERT(!check(*read));
  }));
  REQUIRE(rc::check([] {
    const auto quantities = *rc::gen::nonEmpty(rc::gen::container<std::vector<std::int64_t>>(
        rc::gen::inRange<std::int64_t>(1, maxQuantity)));
    std::string items;
    std::vector<CartLine> lines;
    for (const auto quantity : quantities) {
      const auto id = "off_" + std::to_string(lines.size());
      items.append(items.empty() ? "" : ",")
          .append(id)
          .append(":")
          .append(std::to_string(quantity));
      lines.push_back({id, quantity});
    }
    const auto read = readItems(items);
    RC_ASSERT(read);
    RC_ASSERT(*read == lines);
  }));
}

}  // namespace vitrine
