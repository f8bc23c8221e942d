// libFuzzer: a connection's bytes through the guard and the dechunker. What they let through,
// Boost.Beast must read in the same way; and how the bytes were split must not matter.
#include <boost/asio/buffer.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>

#include "fuzz/expect.hpp"
#include "http/chunks.hpp"
#include "http/guard.hpp"

namespace {

using namespace vitrine;
namespace http = boost::beast::http;

constexpr std::size_t maxBody = 4096;

HeadResult judge(std::string_view bytes, std::size_t step) {
  HeadGuard guard;
  HeadResult result = Incomplete{};
  for (std::size_t end = std::min(step, bytes.size());; end = std::min(end + step, bytes.size())) {
    result = guard.look(bytes.substr(0, end));
    if (!std::holds_alternative<Incomplete>(result) || end == bytes.size()) return result;
  }
}

struct Dechunked {
  std::size_t taken = 0;
  std::string body;
  bool done = false;
  std::optional<Refusal> refusal;
  friend bool operator==(const Dechunked&, const Dechunked&) = default;
};

Dechunked dechunk(std::string_view bytes, std::size_t step) {
  Dechunked answer;
  Dechunker dechunker;
  while (answer.taken < bytes.size() && !dechunker.done() && !dechunker.refusal())
    answer.taken += dechunker.take(bytes.substr(answer.taken, step), answer.body, maxBody);
  answer.done = dechunker.done();
  answer.refusal = dechunker.refusal();
  return answer;
}

/// Beast's own reading of the request that starts the bytes.
void beastAgrees(std::string_view bytes, const Head& head, const Dechunked& chunks) {
  http::request_parser<http::string_body> parser;
  parser.header_limit(maxHead + 1);
  parser.body_limit(boost::none);
  boost::beast::error_code failed;
  const auto used = parser.put(boost::asio::buffer(bytes.substr(0, head.size)), failed);
  EXPECT(!failed && used == head.size && parser.is_header_done());
  const auto& request = parser.get();
  EXPECT(parser.chunked() == head.chunked);
  EXPECT(head.chunked || parser.content_length().value_or(0) == head.length);
  EXPECT(request.count(http::field::host) <= 1 && request.target().size() < maxRequestLine);
  if (!head.chunked || !chunks.done) return;
  parser.eager(true);
  auto rest = bytes.substr(head.size, chunks.taken);
  while (!rest.empty() && !parser.is_done()) {
    const auto taken = parser.put(boost::asio::buffer(rest), failed);
    if (failed) return;  // it reads trailers as headers, and refuses some
    rest.remove_prefix(taken);
  }
  EXPECT(parser.is_done() && rest.empty() && parser.get().body() == chunks.body);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view bytes(reinterpret_cast<const char*>(data), size);
  while (!bytes.empty()) {
    const auto result = judge(bytes, bytes.size());
    EXPECT(judge(bytes, 1) == result);
    EXPECT(judge(bytes, 7) == result);
    if (!std::holds_alternative<Head>(result)) return 0;
    const auto& head = std::get<Head>(result);
    EXPECT(head.size <= maxHead && head.size <= bytes.size());
    const auto after = bytes.substr(head.size);
    Dechunked chunks;
    if (head.chunked) {
      chunks = dechunk(after, after.size());
      EXPECT(chunks == dechunk(after, 1));
      EXPECT(chunks == dechunk(after, 5));
      EXPECT(chunks.body.size() <= maxBody);
    }
    beastAgrees(bytes, head, chunks);
    if (head.chunked ? !chunks.done : head.length > after.size()) return 0;
    bytes = after.substr(head.chunked ? chunks.taken : static_cast<std::size_t>(head.length));
  }
  return 0;
}
