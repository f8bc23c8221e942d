#include <rapidcheck.h>

#include "guides/article.hpp"
#include "json.hpp"
#include "unit/catch.hpp"
#include "unit/generators.hpp"

namespace vitrine {
namespace {

std::vector<Product> goods() {
  Product board{"pro_board", "Larch board, 4 m"};
  board.variants = {{"var_board", {}, "", "4006381333931", {}}};
  Product screw{"pro_screw", "Decking screw"};
  screw.variants = {{"var_50", {{"size", "5 × 60 mm"}, {"pack", "50"}}, "", "", {}},
                    {"var_200", {{"size", "5 × 60 mm"}, {"pack", "200"}}, "", "", {}}};
  Product one{"pro_oil1", "Oil"};
  one.variants = {{"var_oil1", {}, "", "", {}}};
  Product other{"pro_oil2", "Oil"};
  other.variants = {{"var_oil2", {}, "", "", {}}};
  return {board, screw, one, other};
}

Guide read(const std::string& markdown) {
  auto guide = readGuide(markdown, goods());
  if (const auto* faults = std::get_if<GuideFaults>(&guide))
    FAIL(faults->front().line << faults->front().expected);
  return std::get<Guide>(std::move(guide));
}

std::string refused(const std::string& markdown) {
  const auto guide = readGuide(markdown, goods());
  if (const auto* faults = std::get_if<GuideFaults>(&guide)) {
    std::string told;
    for (const auto& [code, line, expected] : *faults)
      told.append(told.empty() ? "" : ", ").append(std::to_string(line) + " ").append(name(code));
    return told;
  }
  return toJson(std::get<Guide>(guide));
}

std::string needs(const std::string& lines) { return "# Bench\n\n```needs\n" + lines + "\n```\n"; }

}  // namespace

TEST_CASE("a guide is read as typed blocks") {
  const auto guide = read(
      "# A *small* bench\n\nTake **larch**, it [lasts](https://larch.example/why).\nReally.\n\n"
      "## Steps\n\n3. Saw\n   - slowly\n4. Sand `P120`\n\n> Wear gloves.\n\n---\n\n    x = 1\n\n"
      "![The bench](https://pictures.example/bench.webp)\n");
  CHECK(guide.title == "A small bench");
  using Kind = GuideBlockKind;
  const std::vector<GuideBlock> blocks{
      {Kind::paragraph,
       0,
       false,
       0,
       {{"Take "},
        {"larch", true},
        {", it "},
        {"lasts", false, false, false, "https://larch.example/why"},
        {". Really."}}},
      {Kind::heading, 2, false, 0, {{"Steps"}}},
      {Kind::item, 1, true, 3, {{"Saw"}}},
      {Kind::item, 2, false, 1, {{"slowly"}}},
      {Kind::item, 1, true, 0, {{"Sand "}, {"P120", false, false, true}}},
      {Kind::quote, 0, false, 0, {{"Wear gloves."}}},
      {Kind::rule},
      {Kind::code, 0, false, 0, {{"x = 1\n", false, false, true}}},
      {Kind::picture, 0, false, 0, {{"The bench"}}, "https://pictures.example/bench.webp"}};
  REQUIRE(guide.blocks.size() == blocks.size());
  for (std::size_t i = 0; i < blocks.size(); ++i)
    CHECK(toJson(guide.blocks[i]) == toJson(blocks[i]));
}

TEST_CASE("needs name how much of what, and what would do") {
  const auto guide = read(
      needs("12 m² decking\n- Larch board, 4 m = 0.576 m2\n2,5 L oil = linseed\n- var_oil1 = 1 l\n"
            "40 screws 5×60\n- Decking screw (50) = 50\n- var_200 = 200\n"
            "1 brace\n- gtin:4006381333931") +
      "\nMore:\n" + needs("10.5 m2 decking\n60 screws 5×60").substr(8));
  const std::vector<Need> expected{
      {"decking", "m²", 22'500, {{"pro_board", "var_board", 576}}},
      {"oil = linseed", "l", 2500, {{"pro_oil1", "var_oil1", 1000}}},
      {"screws 5×60",
       "",
       100'000,
       {{"pro_screw", "var_50", 50'000}, {"pro_screw", "var_200", 200'000}}},
      {"brace", "", 1000, {{"pro_board", "var_board", 1000}}}};
  CHECK(toJson(guide.needs) == toJson(expected));
  CHECK(toJson(guide.blocks.back().needs) ==
        toJson(std::vector<GuideMention>{{0, 10'500}, {2, 60'000}}));
}

TEST_CASE("a need with an empty box is optional, unless it is named as a must too") {
  const auto guide = read(
      needs("[ ] 3 m² decking\n- var_board = 1 m²\n[ ] 1 brace\n- gtin:4006381333931\n1 brace"));
  REQUIRE(guide.needs.size() == 2);
  CHECK(guide.needs[0].optional);
  CHECK(guide.needs[0].amount == 3000);
  CHECK_FALSE(guide.needs[1].optional);
  CHECK(guide.needs[1].amount == 2000);
  CHECK(refused(needs("[ ] decking")) == "4 invalid_format");
}

TEST_CASE("all faults of a guide are told, each with its line") {
  CHECK(refused("# Bench\n\n<b>x</b>\n\n[x](http://a.example)\n\n```needs\nmany boards\n- x\n"
                "2 m boards\n- Larch bord = 1 m\n- x\n```\n") ==
        "3 invalid_format, 5 invalid_format, 8 invalid_format, 11 unknown_product, 12 "
        "missing_field");
  CHECK(refused("One\n\nTwo\n\nThree") == "1 invalid_format");
}

TEST_CASE("a guide's faults are told with their line") {
  CHECK(refused("") == "1 invalid_format");
  CHECK(refused("Just text") == "1 invalid_format");
  CHECK(refused(needs("12 m² decking\n- Larch bord = 1 m²")) == "5 unknown_product");
  CHECK(refused(needs("40 screws\n- Decking screw = 50")) == "5 unknown_product");
  const auto other = readGuide(needs("40 screws\n- Decking screw (60) = 50"), goods());
  CHECK(std::get<GuideFaults>(other).front().expected ==
        "one of its variants: Decking screw (50); Decking screw (200)");
  CHECK(refused(needs("1 oil\n- Oil")) == "5 invalid_format");  // two products are called so
  CHECK(refused(needs("1 l oil\n- var_oil1")) == "5 missing_field");
  CHECK(refused(needs("1 l oil\n- var_oil1 = 1 kg")) == "5 invalid_format");
  CHECK(refused(needs("1 l oil\n- var_oil1 = 0 l")) == "5 invalid_format");
  CHECK(refused(needs("decking, 12 m²")) == "4 invalid_format");
  CHECK(refused(needs("1,000 screws\n- var_50")) == "4 invalid_format");
  CHECK(refused(needs("-3 screws\n- var_50")) == "4 invalid_format");
  CHECK(refused(needs("99999999 screws\n- var_50")) == "4 invalid_format");
  CHECK(refused(needs("12 m²\n- var_50")) == "4 invalid_format");
  CHECK(refused(needs("12 screws")) == "4 missing_field");
  CHECK(refused(needs("- var_50 = 50")) == "4 invalid_format");
  std::string many;
  for (int i = 0; i < 41; ++i) many += "1 need" + std::to_string(i) + "\n- var_50\n";
  CHECK(refused(needs(many)) == "84 too_large");
  CHECK(refused("# " + std::string(maxGuideText, 'x')) == "1 too_large");
}

TEST_CASE("hostile Markdown is refused, or is text") {
  for (const std::string link :
       {"javascript:alert(1)", "JaVaScRiPt:alert(1)", "&#106;avascript:alert(1)",
        "data:text/html,x", "vbscript:x", "http://plain.example", "//host.example", "/path",
        "mailto:a@b.example", "https://name:word@host.example", "https:///nohost", "https://",
        "java\\script:x", "", "https://a b", "https://host.example/\\u202e"}) {
    CAPTURE(link);
    CHECK(refused("# T\n\n[x](<" + link + ">)") == "3 invalid_format");
    CHECK(refused("# T\n\n![x](<" + link + ">)") == "3 invalid_format");
    CHECK(refused("# T\n\n[x][y]\n\n[y]: <" + link + "> 'z'") == "3 invalid_format");
  }
  for (const std::string html :
       {"<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "a <b>c</b>", "<!-- x -->",
        "<![CDATA[x]]>", "<?php x ?>", "<javascript:alert(1)>"}) {
    CAPTURE(html);
    CHECK(refused("# T\n\n" + html) == "3 invalid_format");
  }
  CHECK(refused("# T\n\n![](https://a.example/x.png)") == "3 invalid_format");  // says nothing
  CHECK(refused("# T\n\nsafe \xE2\x80\xAEtxet") == "3 invalid_format");         // turned around
  CHECK(refused("# T\n\nsafe &#x202E;txet") == "3 invalid_format");
  CHECK(refused("# T\n\n\xFF\xFE") == "1 invalid_format");
  CHECK(refused(std::string("# T\n\n\0", 6)) == "1 invalid_format");
  CHECK(read("# T\n\n&lt;script&gt; \\<b> <svg/onload=x> 1 < 2").blocks[0].spans ==
        std::vector<GuideSpan>{{"<script> <b> <svg/onload=x> 1 < 2"}});
}

TEST_CASE("Markdown made to take long is read in good time") {
  const auto times = [](int count, const std::string& text) {
    std::string all;
    for (int i = 0; i < count; ++i) all += text;
    return all;
  };
  for (const auto& text :
       {times(60'000, ">"), times(30'000, "> "), times(60'000, "["), times(30'000, "[]"),
        times(60'000, "*"), times(20'000, "*a_"), times(60'000, "`"), times(9000, "![a]("),
        times(30'000, "- "), times(3000, "- a\n"), times(20'000, "&a;"), times(10'000, "a\n\n"),
        times(8000, "[a]: u\n"), times(20'000, "_a__")})
    refused("# T\n\n" + text);
}

TEST_CASE("no text makes a guide with HTML, links that are not https, or broken places") {
  REQUIRE(rc::check([] {
    std::string markdown = "# T\n\n";
    for (auto left = any::within(1, 30); left > 0; --left)
      markdown += any::of<std::string>({"[",
                                        "](",
                                        ")",
                                        "https://a.example",
                                        "javascript:x",
                                        "<b>",
                                        "<",
                                        ">",
                                        "\n",
                                        "\n\n",
                                        "- ",
                                        "1. ",
                                        "> ",
                                        "```needs\n",
                                        "\n```\n",
                                        "2 m² x\n",
                                        "- var_50 = 1\n",
                                        "3 y\n",
                                        "*",
                                        "**",
                                        "`",
                                        "![",
                                        "&#10;",
                                        "\\",
                                        "# ",
                                        any::text()});
    const auto answer = readGuide(markdown, goods());
    if (const auto* faults = std::get_if<GuideFaults>(&answer)) {
      RC_ASSERT(!faults->empty() && faults->size() <= maxGuideFaults);
      int before = 0;
      for (const auto& fault : *faults) {
        RC_ASSERT(fault.line > before);
        RC_ASSERT(!fault.expected.empty());
        before = fault.line;
      }
      return;
    }
    const auto& guide = std::get<Guide>(answer);
    for (const auto& block : guide.blocks) {
      RC_ASSERT(block.picture.empty() || block.picture.starts_with("https://"));
      for (const auto& span : block.spans)
        RC_ASSERT(span.link.empty() || span.link.starts_with("https://"));
      for (const auto& mention : block.needs)
        RC_ASSERT(static_cast<std::size_t>(mention.need) < guide.needs.size());
    }
    RC_ASSERT(toJson(*fromJson<Guide>(toJson(guide))) == toJson(guide));
  }));
}

}  // namespace vitrine
