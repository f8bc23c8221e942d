#pragma once

#include <array>
#include <istream>
#include <memory>
#include <string>
#include <string_view>

namespace vitrine {

/// How a feed's bytes are to be read.
enum class FeedEncoding { utf_8, windows_1252 };
constexpr auto names(FeedEncoding) {
  return std::to_array<std::string_view>({"utf-8", "windows-1252"});
}

/// Looks through a whole feed: it is in Windows-1252 if it has bytes that are not UTF-8 and no
/// character of several bytes that is. Goes back to where the stream was.
FeedEncoding detectEncoding(std::istream& bytes);

/// A feed's text in UTF-8, piece by piece, in bounded memory. A byte order mark is left out; bytes
/// that the encoding does not have stay as they are, for the rules of the fields to refuse.
class FeedText {
 public:
  FeedText(std::istream& bytes, FeedEncoding encoding);
  ~FeedText();

  /// The next piece, valid until the next call; empty: there is no more.
  std::string_view next();

 private:
  std::string_view converted(std::string_view piece);

  std::istream& bytes_;
  std::string piece_;
  std::string converted_;
  void* converter_ = nullptr;  // of iconv
  bool first_ = true;
};

}  // namespace vitrine
