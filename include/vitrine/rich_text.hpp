#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "vitrine/fields.hpp"

/// Rich text as plain text and marks beside it: who wants words reads the text, who shows it reads
/// both. No markup, so there is nothing to escape.
namespace vitrine {

/// The first three mark lines of the text (without the bullet or number that stands before them),
/// the others words within a line.
enum class TextMarkKind { heading, item, numbered, strong, emphasis };
constexpr auto names(TextMarkKind) {
  return std::to_array<std::string_view>({"heading", "item", "numbered", "strong", "emphasis"});
}

/// What a part of a text is. Counted in UTF-16 code units, as JavaScript's strings are.
struct TextMark {
  TextMarkKind kind = TextMarkKind::heading;
  std::int64_t start = 0;
  std::int64_t length = 0;  // at least 1

  friend bool operator==(const TextMark&, const TextMark&) = default;
  static constexpr void fields(auto& self, auto&& field) {
    field("kind", self.kind);
    field("start", self.start);
    field("length", self.length);
  }
};

/// A text's marks as they are kept: for each the first letter of its kind, how far it starts behind
/// the one before, a comma and its length. They stand in the order of their starts.
std::string packed(const std::vector<TextMark>& marks);

/// Reads them back; what cannot have been written by `packed` has no marks.
std::vector<TextMark> unpackedMarks(std::string_view text);

/// The UTF-16 code units of a text.
std::int64_t utf16Length(std::string_view text);

}  // namespace vitrine
