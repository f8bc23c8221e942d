#include "vitrine/rich_text.hpp"

#include <rapidcheck.h>

#include "unit/catch.hpp"
#include "vitrine/catalog.hpp"

namespace vitrine {
namespace {

using Kind = TextMarkKind;

TEST_CASE("marks survive being packed") {
  CHECK(packed({{Kind::heading, 0, 12}, {Kind::item, 20, 4}, {Kind::strong, 20, 1}}) ==
        "h0,12i20,4s0,1");
  REQUIRE(rc::check([](std::vector<std::array<std::uint16_t, 3>> drawn) {
    std::vector<TextMark> marks;
    std::int64_t at = 0;
    for (const auto& [kind, further, length] : drawn)
      marks.push_back({static_cast<Kind>(kind % 5), at += further, length + 1});
    RC_ASSERT(unpackedMarks(packed(marks)) == marks);
  }));
}

TEST_CASE("what no one packed has no marks") {
  for (const auto* text : {"x0,1", "h", "h0", "h0,", "h0,0", "h-1,2", "h0,-2", "h0;2", "h0,1 ",
                           "h0,99999999999999999999", "h1048577,1", "0,1"}) {
    CAPTURE(text);
    CHECK(unpackedMarks(text).empty());
  }
  REQUIRE(rc::check([](const std::string& text) {
    for (const auto& mark : unpackedMarks(text)) RC_ASSERT(mark.start >= 0 && mark.length > 0);
  }));
}

TEST_CASE("a catalogue carries the marks of its descriptions") {
  Product plain{"pro_1", "Plain", "words", "", "", {}, {}};
  Product rich{"pro_2", "Rich", "Care\n\nwarm", "", "", {}, {}};
  rich.description_marks = {{Kind::heading, 0, 4}, {Kind::strong, 6, 4}};
  const std::vector products{plain, rich};
  const auto full = Catalog::open(snapshot("EUR", products, {}, CatalogText::full, {}));
  REQUIRE(full);
  CHECK(full->product(0).description_marks.empty());
  CHECK(full->product(1).description_marks == rich.description_marks);
  const auto words = Catalog::open(snapshot("EUR", products, {}, CatalogText::words, {}));
  REQUIRE(words);
  CHECK(words->product(1).description_marks.empty());
}

}  // namespace
}  // namespace vitrine
