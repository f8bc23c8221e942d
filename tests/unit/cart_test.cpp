#include "vitrine/cart.hpp"

#include <map>

#include "unit/catch.hpp"
#include "unit/generators.hpp"

namespace vitrine {
namespace {

using Lines = std::vector<CartLine>;

Lines lines(std::size_t count) {
  Lines answer;
  for (std::size_t i = 0; i < count; ++i) answer.push_back({"off_" + std::to_string(i), 1});
  return answer;
}

Cart updated(Cart cart, const Lines& changes) {
  const auto answer = update(std::move(cart), changes);
  REQUIRE(answer);
  return *answer;
}

}  // namespace

TEST_CASE("adding an offer puts it last") {
  CHECK(updated({{{"a", 1}}}, {{"b", 2}}) == Cart{{{"a", 1}, {"b", 2}}});
}

TEST_CASE("a quantity is set, not added") {
  CHECK(updated({{{"a", 1}, {"b", 5}}}, {{"a", 3}}) == Cart{{{"a", 3}, {"b", 5}}});
}

TEST_CASE("removing the last line empties the cart") {
  CHECK(updated({{{"a", 1}}}, {{"a", 0}}).line_items.empty());
}

TEST_CASE("removing what is not in the cart changes nothing") {
  CHECK(updated({{{"a", 1}}}, {{"b", 0}}) == Cart{{{"a", 1}}});
}

TEST_CASE("the same change twice is the change once") {
  REQUIRE(rc::check([] {
    Cart cart;
    Lines changes;
    for (int i = 0; i < 6; ++i) {
      if (any::oneIn(2)) cart.line_items.push_back({"off_" + std::to_string(i), any::within(1, 9)});
      if (any::oneIn(2)) changes.push_back({"off_" + std::to_string(i), any::within(0, 9)});
    }
    const auto once = *update(cart, changes);
    RC_ASSERT(*update(once, changes) == once);
  }));
}

TEST_CASE("after any changes the cart holds the last quantity of each offer, and no offer twice") {
  REQUIRE(rc::check([] {
    Cart cart;
    std::map<std::string, std::int64_t> expected;
    for (auto rounds = any::within(1, 5); rounds > 0; --rounds) {
      Lines changes;
      for (auto left = any::within(0, 5); left > 0; --left) {
        changes.push_back({"off_" + std::to_string(any::within(0, 5)), any::within(0, 3)});
        expected[changes.back().offer_id] = changes.back().quantity;
      }
      auto next = update(cart, changes);
      RC_ASSERT(static_cast<bool>(next));
      cart = *next;
      RC_ASSERT(check(cart.line_items) == std::nullopt);
    }
    std::erase_if(expected, [](const auto& entry) { return entry.second == 0; });
    RC_ASSERT(cart.line_items.size() == expected.size());
    for (const auto& line : cart.line_items) RC_ASSERT(expected.at(line.offer_id) == line.quantity);
  }));
}

TEST_CASE("lines that stay keep their order") {
  CHECK(updated({lines(5)}, {{"off_3", 0}, {"off_1", 7}, {"new", 1}}).line_items ==
        Lines{{"off_0", 1}, {"off_1", 7}, {"off_2", 1}, {"off_4", 1}, {"new", 1}});
}

TEST_CASE("a change to a quantity below 0 or above the most is refused with its path") {
  for (const std::int64_t quantity :
       {std::int64_t{-1}, maxQuantity + 1, maxSafeInteger, -maxSafeInteger}) {
    CAPTURE(quantity);
    const auto answer = update({{{"a", 1}}}, {{"a", 2}, {"b", quantity}});
    REQUIRE_FALSE(answer);
    CHECK(answer.error() == Error{Errc::out_of_range, "line_items[1].quantity"});
  }
  CHECK(updated({}, {{"a", maxQuantity}}) == Cart{{{"a", maxQuantity}}});
}

TEST_CASE("a cart that is itself wrong is refused with the path inside the cart") {
  const auto none = update({{{"a", 1}, {"b", 0}}}, {});
  REQUIRE_FALSE(none);
  CHECK(none.error() == Error{Errc::out_of_range, "cart.line_items[1].quantity"});
  const auto twice = update({{{"a", 1}, {"a", 2}}}, {{"b", 1}});
  REQUIRE_FALSE(twice);
  CHECK(twice.error() == Error{Errc::duplicate_offer, "cart.line_items[1].offer_id"});
}

TEST_CASE("a cart grows to 200 lines and no further") {
  const Cart full{lines(200)};
  CHECK(updated({lines(199)}, {{"x", 1}}).line_items.size() == 200);
  CHECK(updated(full, {{"off_7", 2}}).line_items.size() == 200);
  CHECK(updated(full, {{"off_7", 0}, {"x", 1}}).line_items.size() == 200);
  const auto answer = update(full, {{"x", 1}});
  REQUIRE_FALSE(answer);
  CHECK(answer.error() == Error{Errc::too_large, "line_items"});
}

TEST_CASE("lines have no fault when each quantity is within bounds and no offer comes twice") {
  CHECK(check(Lines{}) == std::nullopt);
  CHECK(check(lines(200)) == std::nullopt);
  CHECK(check(Lines{{"a", 1}, {"b", maxQuantity}}) == std::nullopt);
}

TEST_CASE("the first fault of a list of lines is named with its path") {
  CHECK(check(lines(201)) == Error{Errc::too_large, "line_items"});
  CHECK(check(Lines{{"a", 1}, {"b", 0}}) == Error{Errc::out_of_range, "line_items[1].quantity"});
  CHECK(check(Lines{{"a", -1}}) == Error{Errc::out_of_range, "line_items[0].quantity"});
  CHECK(check(Lines{{"a", maxQuantity + 1}}) ==
        Error{Errc::out_of_range, "line_items[0].quantity"});
  CHECK(check(Lines{{"a", 1}, {"b", 1}, {"a", 1}}) ==
        Error{Errc::duplicate_offer, "line_items[2].offer_id"});
  CHECK(check(Lines{{"a", 1}, {"a", 0}, {"b", 0}}) ==
        Error{Errc::out_of_range, "line_items[1].quantity"});
}

}  // namespace vitrine
