#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

/// How search sees a text: as words in one spelling. Letters are lower-cased and lose their accents
/// (canonical decompositions of Unicode 14, for Latin, Greek and Cyrillic), ß is ss, æ ae, œ oe, ø
/// o, ł l; all of i, I, ı and İ are i, so that Turkish words are found whichever way they are
/// typed. What is neither letter nor digit parts words; marks that are not seen (soft hyphens,
/// zero-width and direction marks) are passed over. Han and Kana, which are written without spaces,
/// are words letter by letter.
namespace vitrine {

/// Takes one code point off the front of a text. What is not UTF-8 reads as U+FFFD, byte by byte.
char32_t nextCodePoint(std::string_view& text);

void appendUtf8(std::string& text, char32_t c);

/// The words of a text, one after the other.
class Words {
 public:
  static constexpr std::size_t maxBytes = 60;  // of a folded word; the rest does not count

  explicit Words(std::string_view text) : text_(text) {}

  /// Goes to the next word; false when there is none.
  bool next();

  const std::string& folded() const { return folded_; }
  std::size_t begin() const { return begin_; }  // the word's bytes in the text
  std::size_t end() const { return end_; }

 private:
  std::string_view text_;
  std::string folded_;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
};

}  // namespace vitrine
