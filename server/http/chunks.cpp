#include "http/chunks.hpp"

#include <algorithm>

namespace vitrine {
namespace {

constexpr std::size_t maxSizeDigits = 8;

std::optional<std::size_t> hexDigit(char c) {
  if (c >= '0' && c <= '9') return static_cast<std::size_t>(c - '0');
  if (c >= 'a' && c <= 'f') return static_cast<std::size_t>(c - 'a' + 10);
  if (c >= 'A' && c <= 'F') return static_cast<std::size_t>(c - 'A' + 10);
  return {};
}

/// The size of a chunk from its line; extensions may follow, and only they.
std::optional<std::size_t> chunkSize(std::string_view line) {
  std::size_t digits = 0;
  std::size_t size = 0;
  for (; digits < line.size(); ++digits) {
    const auto digit = hexDigit(line[digits]);
    if (!digit) break;
    if (digits == maxSizeDigits) return {};
    size = size * 16 + *digit;
  }
  const auto rest = line.substr(digits);
  if (digits == 0 || (!rest.empty() && rest.front() != ';')) return {};
  const bool clean =
      std::all_of(rest.begin(), rest.end(), [](char c) { return c >= ' ' && c < '\x7F'; });
  return clean ? std::optional(size) : std::nullopt;
}

}  // namespace

std::size_t Dechunker::take(std::string_view bytes, std::string& body, std::size_t max_body) {
  std::size_t taken = 0;
  while (taken < bytes.size() && !refusal_ && !done()) {
    if (part_ == Part::data) {
      const auto size = std::min(left_, bytes.size() - taken);
      body.append(bytes, taken, size);
      received_ += size;
      taken += size;
      left_ -= size;
      if (left_ == 0) part_ = Part::data_end;
      continue;
    }
    const char c = bytes[taken++];
    const bool after_return = line_.ends_with('\r');
    if (after_return != (c == '\n')) {
      refusal_ = Refusal{400, "body"};
    } else if (c == '\n') {
      line_.pop_back();
      line(line_, max_body);
      line_.clear();
    } else {
      line_ += c;
      const auto most = part_ == Part::trailers   ? maxTrailers
                        : part_ == Part::data_end ? 0
                                                  : maxChunkLine;
      if (line_.size() > most + (c == '\r' ? 1 : 0)) refusal_ = Refusal{400, "body"};
    }
  }
  return taken;
}

void Dechunker::line(std::string_view text, std::size_t max_body) {
  if (part_ == Part::data_end) {  // `take` lets nothing but CRLF pass here
    part_ = Part::size;
  } else if (part_ == Part::trailers) {
    trailers_ += text.size() + 2;
    if (text.empty())
      part_ = Part::done;
    else if (trailers_ > maxTrailers || !splitField(text))
      refusal_ = Refusal{400, "body"};
  } else {
    const auto size = chunkSize(text);
    framing_ += text.size();
    if (!size || framing_ > maxFramingExcess + 8 * received_) {
      refusal_ = Refusal{400, "body"};
    } else if (*size > max_body - received_) {
      refusal_ = Refusal{413, "body"};
    } else {
      left_ = *size;
      part_ = left_ == 0 ? Part::trailers : Part::data;
    }
  }
}

}  // namespace vitrine
