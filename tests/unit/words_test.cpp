#include "vitrine/words.hpp"

#include <vector>

#include "unit/catch.hpp"
#include "unit/generators.hpp"

namespace vitrine {
namespace {

using List = std::vector<std::string>;

List folded(std::string_view text) {
  List answer;
  for (Words words(text); words.next();) answer.push_back(words.folded());
  return answer;
}

}  // namespace

TEST_CASE("words are letters and digits, in lower case and without accents") {
  CHECK(folded("Larch board, 20×90 mm") == List{"larch", "board", "20", "90", "mm"});
  CHECK(folded("Crème BRÛLÉE façade Ñandú Ångström Øre") ==
        List{"creme", "brulee", "facade", "nandu", "angstrom", "ore"});
  CHECK(folded("Straße STRASSE STRAẞE") == List{"strasse", "strasse", "strasse"});
  CHECK(folded("Æsir œuvre Þór Łódź đak Ĳssel") ==
        List{"aesir", "oeuvre", "thor", "lodz", "dak", "ijssel"});
  CHECK(folded("Istanbul İSTANBUL ıstanbul Iğdır") ==
        List{"istanbul", "istanbul", "istanbul", "igdir"});
  CHECK(folded("tiếng Việt ĐẸP") == List{"tieng", "viet", "dep"});
  CHECK(folded("Ёлка ЙОД їжак") == List{"елка", "иод", "іжак"});
  CHECK(folded("ΟΔΟΣ οδός Άνθρωπος ΐ") == List{"οδοσ", "οδοσ", "ανθρωποσ", "ι"});
  CHECK(folded("ＡＢＣ１２ ½ 5㎡") == List{"abc12", "5㎡"});
}

TEST_CASE("composed and decomposed letters are the same") {
  CHECK(folded("Sa\u0308ge") == folded("Säge"));
  CHECK(folded("e\u0301\u0323") == List{"e"});
}

TEST_CASE("signs part words, and what is not seen does not") {
  CHECK(folded("stand-up women's a.b_c #1 «x» 3,5€ ★☆") ==
        List{"stand", "up", "women", "s", "a", "b", "c", "1", "x", "3", "5"});
  CHECK(folded("so\u00ADft\u200Bly \u202Eflipped\u202C \uFEFFx") == List{"softly", "flipped", "x"});
  CHECK(folded("🌱seed🌱").size() == 1);
  CHECK(folded("日本語テスト") == List{"日", "本", "語", "テ", "ス", "ト"});
  CHECK(folded("שלום، مرحبا") == List{"שלום", "مرحبا"});
}

TEST_CASE("words know where they stand") {
  const std::string text = "  Säge, x";
  Words words(text);
  REQUIRE(words.next());
  CHECK(text.substr(words.begin(), words.end() - words.begin()) == "Säge");
  REQUIRE(words.next());
  CHECK(text.substr(words.begin(), words.end() - words.begin()) == "x");
  CHECK_FALSE(words.next());
}

TEST_CASE("bytes that are no UTF-8 part words and are not read past") {
  CHECK(folded("a\xFFz") == List{"a", "z"});
  CHECK(folded("a\xC3") == List{"a"});
  CHECK(folded("a\xE2\x82") == List{"a"});
  CHECK(folded("a\xC0\xAFz \xED\xA0\x80 \xF5\x80\x80\x80") == List{"a", "z"});
}

TEST_CASE("folding a folded word changes nothing, and words are of bounded length") {
  REQUIRE(rc::check([] {
    std::string text;
    for (auto left = any::within(0, 40); left > 0; --left)
      appendUtf8(text, static_cast<char32_t>(any::within(1, any::oneIn(2) ? 0x24F : 0x2FFF)));
    std::size_t behind = 0;
    for (Words words(text); words.next();) {
      RC_ASSERT(words.begin() >= behind);
      RC_ASSERT(words.end() > words.begin());
      RC_ASSERT(words.folded().size() < Words::maxBytes + 4);
      behind = words.end();
      if (words.folded().size() < Words::maxBytes)
        RC_ASSERT(folded(words.folded()) == List{words.folded()});
    }
  }));
  CHECK(folded(std::string(500, 'a')).front().size() == Words::maxBytes);
}

}  // namespace vitrine
