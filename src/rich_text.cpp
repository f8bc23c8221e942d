#include "vitrine/rich_text.hpp"

#include <charconv>
#include <optional>

#include "vitrine/words.hpp"

namespace vitrine {
namespace {

constexpr std::string_view letters = "hinse";  // as the kinds are numbered
constexpr std::int64_t longest = 1 << 20;

std::optional<std::int64_t> takeNumber(std::string_view& text) {
  std::int64_t number = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (fault != std::errc() || number < 0 || number > longest) return {};
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return number;
}

}  // namespace

std::string packed(const std::vector<TextMark>& marks) {
  std::string text;
  std::int64_t at = 0;
  for (const auto& mark : marks) {
    text += letters[static_cast<std::size_t>(mark.kind)];
    text += std::to_string(mark.start - at);
    text += ',';
    text += std::to_string(mark.length);
    at = mark.start;
  }
  return text;
}

std::vector<TextMark> unpackedMarks(std::string_view text) {
  std::vector<TextMark> marks;
  std::int64_t at = 0;
  while (!text.empty()) {
    const auto kind = letters.find(text.front());
    text.remove_prefix(1);
    const auto further = takeNumber(text);
    if (kind == letters.npos || !further || !text.starts_with(',')) return {};
    text.remove_prefix(1);
    const auto length = takeNumber(text);
    if (!length || *length == 0) return {};
    at += *further;
    marks.push_back({static_cast<TextMarkKind>(kind), at, *length});
  }
  return marks;
}

std::int64_t utf16Length(std::string_view text) {
  std::int64_t length = 0;
  while (!text.empty()) length += nextCodePoint(text) > 0xFFFF ? 2 : 1;
  return length;
}

}  // namespace vitrine
