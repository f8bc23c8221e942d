#include "import/csv.hpp"
#include "unit/catch.hpp"
#include "unit/server/feeds.hpp"

namespace vitrine {
namespace {

const std::string header = "id,title,price,availability\n";
const std::string good = "A,Board,1.00 EUR,in_stock\n";

}  // namespace

TEST_CASE("a Google feed reads the same as CSV and TSV, with each kind of line end and mark") {
  for (const std::string mark : {"", "\xEF\xBB\xBF"}) {
    for (const std::string end : {"\n", "\r\n"}) {
      for (const char delimiter : {',', '\t'}) {
        const std::string d(1, delimiter);
        const auto all =
            collect(mark + "g:id" + d + "Title" + d + "price" + d + "availability" + d +
                    "additional image link" + end + "A" + d + "\"Board, \"\"long\"\"\t2 m\"" + d +
                    " 12.90 EUR " + d + "in stock" + d +
                    "\"https://a.example/1.jpg,https://a.example/2,3.jpg\"" + end + end + "B" + d +
                    "\"Two" + end + "lines\"" + d + "1 EUR" + d + "out of stock" + d);
        REQUIRE(all.errors.empty());
        REQUIRE(all.rows.size() == 2);
        CHECK(all.rows[0].title == "Board, \"long\"\t2 m");
        CHECK(all.rows[0].line == 2);
        CHECK(all.rows[0].images ==
              std::vector<std::string>{"https://a.example/1.jpg", "https://a.example/2,3.jpg"});
        CHECK(all.rows[1].line == 4);
      }
    }
  }
}

TEST_CASE("a fault in a table tells line and column") {
  const auto all =
      collect(header + "A,\"two\nlines\",1.00 EUR,in_stock\nB,Board,\"1,00 EUR\",in_stock\n");
  REQUIRE(all.errors.size() == 1);
  CHECK(all.errors[0].line == 4);
  CHECK(all.errors[0].column == 3);
  CHECK(all.errors[0].field == "price");
  CHECK(all.errors[0].value == "1,00 EUR");
}

TEST_CASE("a row with another number of cells is refused, the others are read") {
  const auto all = collect(header + "A,Board,1.00 EUR\nB,Board,1.00 EUR,in_stock,x\n" + good);
  CHECK(all.rows.size() == 1);
  REQUIRE(all.errors.size() == 2);
  CHECK(all.errors[0].value == "3 cells");
  CHECK(all.errors[0].expected == "4 cells, as the header has");
  CHECK(all.errors[1].line == 3);
}

TEST_CASE("a quote that is never closed ends the reading where it stands") {
  const auto all = collect(header + good + "B,\"Board,1.00 EUR,in_stock\n" + good + good);
  CHECK(all.rows.size() == 1);
  REQUIRE(all.errors.size() == 1);
  CHECK(all.errors[0].line == 3);
  CHECK(all.errors[0].column == 2);
  CHECK(all.errors[0].expected.find("quotes") != std::string::npos);
}

TEST_CASE("a quote inside an unquoted cell is refused in CSV and stands for itself in TSV") {
  CHECK(collect(header + "A,5\" pipe,1.00 EUR,in_stock\n").errors.at(0).line == 2);
  const auto all = collect("id\ttitle\tprice\tavailability\nA\t5\" pipe\t1.00 EUR\tin_stock\n");
  REQUIRE(all.errors.empty());
  CHECK(all.rows.at(0).title == "5\" pipe");
}

TEST_CASE("a cell of 10 MB is refused, and one without end takes no more memory than that") {
  const std::string large(10 * 1024 * 1024, 'x');
  const auto all = collect(header + "A," + large + ",1.00 EUR,in_stock\n" + good);
  CHECK(all.rows.size() == 1);
  REQUIRE(all.errors.size() == 1);
  CHECK(all.errors[0].field == "title");
  CHECK(all.errors[0].value.size() < 100);
  const auto endless = collect(header + "A,\"" + large + large);
  REQUIRE(endless.errors.size() == 1);
  CHECK(endless.errors[0].expected.find("16 MiB") != std::string::npos);
}

TEST_CASE("NUL bytes and bytes that are not UTF-8 are refused in the cell where they stand") {
  const std::string nul("A,Bo\0ard,1.00 EUR,in_stock\n", 27);
  CHECK(collect(header + nul + good).errors.at(0).field == "title");
  const auto mixed =
      collect(header + "A,Sch\xC3\xB6n,1.00 EUR,in_stock\nB,Sch\xF6n,1.00 EUR,in_stock\n");
  CHECK(mixed.rows.size() == 1);
  REQUIRE(mixed.errors.size() == 1);
  CHECK(mixed.errors[0].line == 3);
  CHECK(mixed.errors[0].expected.find("windows-1252") != std::string::npos);
}

TEST_CASE("Windows-1252 is found out, or named") {
  const auto feed = header + "A,\x84Sch\xF6n\x93 5 \x80,1.00 EUR,in_stock\n";
  for (const auto& options : {ReadOptions{}, ReadOptions{{}, FeedEncoding::windows_1252, ""}}) {
    const auto all = collect(feed, options);
    REQUIRE(all.errors.empty());
    CHECK(all.rows.at(0).title == "„Schön“ 5 €");
  }
  CHECK(collect(feed, {{}, FeedEncoding::utf_8, ""}).errors.at(0).field == "title");
  // One of the five bytes that Windows-1252 does not have.
  CHECK(collect(header + "A,\x81,1.00 EUR,in_stock\n").errors.at(0).field == "title");
}

TEST_CASE("a character on the border of two pieces is read whole") {
  for (std::size_t shift = 0; shift < 4; ++shift) {
    const std::string filler(pieceSize - header.size() - 6 - shift, '\n');
    const auto all = collect(header + filler + "A,x\xE2\x82\xAC\xC3\xB6,1.00 EUR,in_stock\n");
    REQUIRE(all.errors.empty());
    CHECK(all.rows.at(0).title == "x€ö");
  }
}

TEST_CASE("a column that stands twice is refused") {
  const auto all = collect("id,title,price,availability,Price\nA,B,1 EUR,in_stock,2 EUR\n");
  REQUIRE(!all.errors.empty());
  CHECK(all.errors[0].line == 1);
  CHECK(all.errors[0].column == 5);
}

TEST_CASE("header cells become field names") {
  CHECK(fieldName("Body (HTML)") == "body_html");
  CHECK(fieldName("g:image link") == "image_link");
  CHECK(fieldName(" Google Shopping / MPN ") == "google_shopping_mpn");
}

TEST_CASE("a feed of no known kind is refused with what would do") {
  for (const auto* feed : {"", "hello\n", "a;b;c\n1;2;3\n", "[1]"}) {
    const auto all = collect(feed);
    CHECK(all.rows.empty());
    REQUIRE(all.errors.size() == 1);
    CHECK(all.errors[0].expected.find("--format") != std::string::npos);
  }
}

}  // namespace vitrine
