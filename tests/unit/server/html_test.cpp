#include "import/html.hpp"

#include "unit/catch.hpp"

namespace vitrine {
namespace {

using Kind = TextMarkKind;

std::string text(const std::string& html) { return readHtml(html).text; }

}  // namespace

TEST_CASE("HTML becomes paragraphs, headings and list items") {
  CHECK(readHtml("<h2>Care</h2><p>Wash <em>cold</em>,\n  <a href=\"https://a.example\">see</a>.</p>"
                 "<ul><li>One</li><li><p>Two</p></li></ul>Rest<br>more") ==
        RichText{"Care\n\nWash cold, see.\n\n• One\n• Two\n\nRest\n\nmore",
                 {{Kind::heading, 0, 4},
                  {Kind::emphasis, 11, 4},
                  {Kind::item, 25, 3},
                  {Kind::item, 31, 3}}});
  CHECK(text("<ul><li>a</li><li>b</li></ul><p>c</p>") == "• a\n• b\n\nc");
  CHECK(text("<table><tr><td>Width</td><td>2&nbsp;m</td></tr><tr><td>Height</td></tr></table>") ==
        "Width 2 m\n\nHeight");
  CHECK(readHtml("<ol><li>Cut</li><li>Glue</li></ol><ul><li>Done</li></ul>") ==
        RichText{"1. Cut\n2. Glue\n• Done",
                 {{Kind::numbered, 3, 3}, {Kind::numbered, 10, 4}, {Kind::item, 17, 4}}});
}

TEST_CASE("marks count as JavaScript does") {
  CHECK(readHtml("<p>🌾ä <b> <i>very</i> strong </b> end</p>") ==
        RichText{"🌾ä very strong end",
                 {{Kind::strong, 4, 4}, {Kind::emphasis, 4, 4}, {Kind::strong, 8, 7}}});
  CHECK(readHtml("<p>a<b>b</b>c<b> </b></b>d</p>") == RichText{"abc d", {{Kind::strong, 1, 1}}});
  CHECK(readHtml("<p><b>over</p><p>lines</b></p>").text == "over\n\nlines");
}

TEST_CASE("characters are resolved once") {
  CHECK(text("<p>&lt;b&gt; &amp;lt; &#228;&#x1F33E;</p>") == "<b> &lt; ä🌾");
}

TEST_CASE("unseen characters do not get through") {
  CHECK(text("<p>a\xE2\x80\x8B"
             "b&#8238;c&#x2066;d\xEF\xBB\xBF</p>") == "abcd");
}

TEST_CASE("nothing of hostile HTML is left but its words") {
  for (const std::string html : {
           "<p>ok<script>evil()</script></p>",
           "<p>ok</p><style>evil{}</style>",
           "<p onclick=evil()>ok</p>",
           "<p>ok<img src=x onerror=evil()></p>",
           "<p><a href=\"javascript:evil()\">ok</a></p>",
           "<p><a href=\"data:text/html,evil\">ok</a></p>",
           "<p>ok</p><iframe srcdoc=\"evil\">evil</iframe>",
           "<p>ok</p><svg><script>evil</script></svg>",
           "<p>ok</p><noscript><p title=\"</noscript><img src=x onerror=evil()>\"></noscript>",
           "<p>ok</p><textarea>evil</textarea>",
           "<p>ok</p><object data=evil>evil</object>",
           "<p>ok</p><!-- evil -->",
           "<p>ok</p><!--><!-- evil -->",
           "<p>ok</p><template>evil</template>",
           "<p>ok</p><math><mtext>evil</mtext></math>",
           "<p>ok</p><select><option>evil</option></select>",
           "<base href=evil><p>ok</p>",
           "<meta http-equiv=refresh content=evil><p>ok</p>",
       }) {
    CAPTURE(html);
    CHECK(text(html) == "ok");
  }
}

TEST_CASE("what browsers would read anew after a change stays text") {
  // Known mutation sets; whatever of them is let through is shown as letters, never as elements.
  for (const std::string html : {
           "<svg></p><style><a id=\"</style><img src=1 onerror=alert(1)>\">",
           "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 "
           "onerror=alert(1)&gt;\">",
           "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
           "<noscript><style></noscript><img src=x onerror=alert(1)>",
           "<p id=\"</p><img src=x onerror=alert(1)>\">",
           "<listing>&lt;img src=x onerror=alert(1)&gt;</listing>",
           "<xmp><p title=\"</xmp><img src=x onerror=alert(1)>\"></xmp>",
           "<![CDATA[><img src=x onerror=alert(1)>]]>",
       }) {
    CAPTURE(html);
    CHECK(readHtml(html).marks.empty());
  }
}

TEST_CASE("depth, breadth and nonsense end in bounded time") {
  const auto repeated = [](const std::string& piece, std::size_t bytes) {
    std::string html;
    while (html.size() < bytes) html += piece;
    return html;
  };
  constexpr std::size_t size = 256 * 1024;
  for (const std::string piece :
       {"<b>", "<div>", "<p><b a=1>", "</p>", "<", "&", "<!--", "<a href='", "<table>", "<li>x",
        "<b><i></b>", "\xC2\xA0", "<svg><style>", "<![CDATA["}) {
    CAPTURE(piece);
    CHECK(text(repeated(piece, size)).size() <= 2 * size);
  }
}

}  // namespace vitrine
