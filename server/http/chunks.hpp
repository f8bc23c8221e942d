#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "http/guard.hpp"

namespace vitrine {

constexpr std::size_t maxChunkLine = 256;            // bytes, without its CRLF
constexpr std::size_t maxTrailers = 4 * 1024;        // bytes
constexpr std::size_t maxFramingExcess = 16 * 1024;  // bytes of chunk lines beyond 8 per body byte

/// Takes the chunked coding (RFC 9112, 7.1) off a body while it arrives. Extensions and trailers
/// are looked at and dropped: nothing after the head can become a header.
class Dechunker {
 public:
  /// Appends to `body` what `bytes` hold of it, at most up to `max_body` bytes in all (those too
  /// that the caller took out meanwhile), and answers how many bytes were taken: all of them,
  /// unless the body ends before.
  std::size_t take(std::string_view bytes, std::string& body, std::size_t max_body);

  bool done() const { return part_ == Part::done; }
  const std::optional<Refusal>& refusal() const { return refusal_; }

 private:
  enum class Part { size, data, data_end, trailers, done };

  void line(std::string_view text, std::size_t max_body);

  Part part_ = Part::size;
  std::string line_;          // what has come of a line
  std::size_t left_ = 0;      // bytes of the chunk still to come
  std::size_t received_ = 0;  // bytes of the body
  std::size_t framing_ = 0;
  std::size_t trailers_ = 0;
  std::optional<Refusal> refusal_;
};

}  // namespace vitrine
