#include "import/xml.hpp"

#include "unit/catch.hpp"
#include "unit/server/feeds.hpp"

namespace vitrine {
namespace {

const std::string open =
    R"(<rss version="2.0" xmlns:g="http://base.google.com/ns/1.0"><channel><title>Shop</title>)";
const std::string close = "</channel></rss>";
const std::string words =
    "<g:id>A</g:id><g:title>Board</g:title><g:price>1.00 EUR</g:price>"
    "<g:availability>in_stock</g:availability>";

std::string item(const std::string& more = "") { return "<item>" + words + more + "</item>"; }

}  // namespace

TEST_CASE("an RSS feed's items become rows") {
  const auto all = collect(
      "<?xml version=\"1.0\"?>\n" + open +
      "\n<item><title>Not this</title><g:id>A</g:id><g:title><![CDATA[Larch & board]]></g:title>"
      "<link>https://a.example</link><g:description>&lt;p&gt;5 &amp;lt; 6&lt;/p&gt;</g:description>"
      "<g:price> 12.90 EUR </g:price><g:availability>in stock</g:availability>"
      "<g:image_link>https://a.example/1.jpg</g:image_link>"
      "<g:additional_image_link>https://a.example/2.jpg</g:additional_image_link>"
      "<g:additional_image_link>https://a.example/3.jpg</g:additional_image_link>"
      "<g:shipping><g:country>DE</g:country><g:price>9.99 EUR</g:price></g:shipping>"
      "<g:gtin/><title>Nor this</title></item>\n<item><title>Plain</title><g:id>B</g:id>"
      "<g:price>1 EUR</g:price><g:availability>in_stock</g:availability></item>" +
      close);
  REQUIRE(all.errors.empty());
  REQUIRE(all.rows.size() == 2);
  CHECK(all.rows[0].title == "Larch & board");
  CHECK(all.rows[0].description.text == "5 < 6");
  CHECK(all.rows[0].price == Money{1290, "EUR"});
  CHECK(all.rows[0].images == std::vector<std::string>{"https://a.example/1.jpg",
                                                       "https://a.example/2.jpg",
                                                       "https://a.example/3.jpg"});
  CHECK(all.rows[0].line == 3);
  CHECK(all.rows[1].title == "Plain");
  CHECK(all.rows[1].line == 4);
}

TEST_CASE("an Atom feed's entries become rows, whatever prefix Google's names have") {
  const auto all = collect(
      R"(<feed xmlns="http://www.w3.org/2005/Atom" xmlns:x="http://base.google.com/ns/1.0">)"
      "<title>Shop</title><entry><title>Board</title><x:id>A</x:id><x:price>1 EUR</x:price>"
      "<x:availability>in_stock</x:availability></entry></feed>");
  REQUIRE(all.errors.empty());
  CHECK(all.rows.at(0).title == "Board");
}

TEST_CASE("names of other vocabularies are not taken for ours") {
  const auto all = collect(open + "<item xmlns:o=\"urn:other\"><o:price>0.01 EUR</o:price>" +
                           words + "</item>" + close);
  REQUIRE(all.errors.empty());
  CHECK(all.rows.at(0).price == Money{100, "EUR"});
}

TEST_CASE("a row that is refused tells its line") {
  const auto all = collect(open + "\n\n<item>\n" + words + "<g:gtin>4006381333932</g:gtin></item>" +
                           item() + close);
  CHECK(all.rows.size() == 1);
  REQUIRE(all.errors.size() == 1);
  CHECK(all.errors[0].line == 3);
  CHECK(all.errors[0].field == "gtin");
}

TEST_CASE("document types are refused before anything is made of them") {
  const std::string laughs =
      "<?xml version=\"1.0\"?><!DOCTYPE lolz [<!ENTITY lol \"lol\"><!ENTITY l2 "
      "\"&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;\"><!ENTITY l3 "
      "\"&l2;&l2;&l2;&l2;&l2;&l2;&l2;&l2;&l2;&l2;\">]>";
  for (const auto& type :
       {laughs, std::string("<!DOCTYPE r [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"),
        std::string("<!DOCTYPE r SYSTEM \"http://127.0.0.1:9/x.dtd\">"),
        std::string("<!DOCTYPE r [<!ENTITY % p SYSTEM \"file:///etc/passwd\"> %p;]>"),
        std::string("<!DOCTYPE rss>")}) {
    for (const auto* value : {"&l3;", "&x;", "Board"}) {
      const auto all =
          collect(type + open + "<item><g:title>" + value + "</g:title></item>" + item() + close);
      CHECK(all.rows.empty());
      REQUIRE(all.errors.size() == 1);
      CHECK(all.errors[0].expected.find("XML") != std::string::npos);
    }
  }
}

TEST_CASE("what is not well-formed ends the reading with its line") {
  for (const std::string bad :
       {"<item><g:id>B</g:title></item>", "<item>&unknown;</item>", "<item>\x01</item>",
        "<item>\xFF</item>", "<item><g:id>B", "<item a=1></item>", "<item>]]></item>"}) {
    CAPTURE(bad);
    const auto all = collect(open + "\n" + item() + "\n" + bad + "\n" + item() + close);
    CHECK(all.rows.size() <= 1);  // libxml2 reads a little ahead
    REQUIRE(all.errors.size() == 1);
    CHECK(all.errors[0].line >= 3);
  }
}

TEST_CASE("text of 10 MB and depth without end are refused") {
  const auto large = collect(open + "<item>" + words + "<g:brand>" + std::string(11'000'000, 'x') +
                             "</g:brand></item>" + close);
  CHECK(large.rows.empty());
  REQUIRE(large.errors.size() == 1);
  CHECK(large.errors[0].value.size() < 100);
  std::string deep = open + "<item>";
  for (int i = 0; i < 100'000; ++i) deep += "<a>";
  CHECK(collect(deep).errors.size() == 1);
}

TEST_CASE("XML without items is refused") {
  for (const std::string feed : {"<html/>", "<rss><channel/></rss>"})
    CHECK(collect(feed).errors.size() == 1);
}

TEST_CASE("the document's word for its encoding counts, and --encoding more") {
  const auto feed = [](const std::string& declared, const std::string& title) {
    return "<?xml version=\"1.0\" encoding=\"" + declared + "\"?>" + open + "<item><title>" +
           title +
           "</title><g:id>A</g:id><g:price>1 EUR</g:price>"
           "<g:availability>in_stock</g:availability></item>" +
           close;
  };
  CHECK(collect(feed("windows-1252", "Sch\xF6n \x80")).rows.at(0).title == "Schön €");
  CHECK(collect(feed("ISO-8859-1", "Sch\xF6n")).rows.at(0).title == "Schön");
  CHECK(collect(feed("UTF-8", "Sch\xF6n")).errors.size() == 1);
  CHECK(collect(feed("UTF-8", "Sch\xF6n"), {{}, FeedEncoding::windows_1252, ""}).rows.at(0).title ==
        "Schön");
}

}  // namespace vitrine
