#include "import/read_ahead.hpp"

#include <stdexcept>

#include "unit/catch.hpp"
#include "unit/server/feeds.hpp"

namespace vitrine {
namespace {

/// Rows with an id each; every seventh is refused.
std::string feedOf(int rows) {
  std::string feed;
  for (int i = 0; i < rows; ++i) {
    feed.append(R"({"id":"A-)").append(std::to_string(i)).append(R"(","title":"Board","price":")");
    feed.append(i % 7 == 0 ? "cheap" : "12.90 EUR").append("\",\"availability\":\"in_stock\"}\n");
  }
  return feed;
}

/// Notes ids and lines in the order in which they come, and stops the reading after so many.
struct Noted : FeedSink {
  void take(FeedRow&& row) override { note(row.id); }
  void refuse(RowError error) override { note(std::to_string(error.line)); }
  void note(std::string what) {
    if (all.size() == most) throw std::runtime_error("enough");
    all.push_back(std::move(what));
  }
  std::vector<std::string> all;
  std::size_t most = 1'000'000;
};

/// A stream that breaks in the middle.
struct Broken : std::stringbuf {
  explicit Broken(const std::string& text) : std::stringbuf(text) {}
  std::streamsize xsgetn(char* to, std::streamsize size) override {
    if (reads++ == 5) throw std::runtime_error("the disk is gone");
    return std::stringbuf::xsgetn(to, size);
  }
  int reads = 0;
};

void handAll(ReadAhead& reading, FeedSink& sink) {
  for (auto items = reading.next(100); !items.empty(); items = reading.next(100)) {
    for (auto& item : items) {
      if (auto* row = std::get_if<FeedRow>(&item))
        sink.take(std::move(*row));
      else
        sink.refuse(std::get<RowError>(std::move(item)));
    }
  }
}

const ReadOptions options{FeedFormat::json_lines, FeedEncoding::utf_8, "EUR"};

}  // namespace

TEST_CASE("rows read ahead are the feed's rows in its order") {
  for (const int rows : {0, 1, 63, 64, 65, 5000}) {
    CAPTURE(rows);
    Noted here;
    Noted ahead;
    std::istringstream feed(feedOf(rows));
    readFeed(feed, options, here);
    std::istringstream again(feedOf(rows));
    ReadAhead reading(again, options);
    handAll(reading, ahead);
    CHECK(ahead.all == here.all);
    CHECK(ahead.all.size() == static_cast<std::size_t>(rows));
  }
}

TEST_CASE("reading ends when its rows are not wanted any more") {
  Noted some;
  some.most = 10;
  std::istringstream feed(feedOf(100'000));
  ReadAhead reading(feed, options);
  CHECK_THROWS_WITH(handAll(reading, some), "enough");
  CHECK(some.all.size() == 10);
}

TEST_CASE("what reading throws is thrown to who takes the rows") {
  Noted rows;
  Broken bytes(feedOf(100'000));
  std::istream feed(&bytes);
  feed.exceptions(std::ios::badbit);
  ReadAhead reading(feed, options);
  CHECK_THROWS_WITH(handAll(reading, rows), "the disk is gone");
  CHECK_FALSE(rows.all.empty());
}

}  // namespace vitrine
