#include "import/characters.hpp"

#include <algorithm>
#include <boost/locale/utf.hpp>
#include <optional>
#include <span>

namespace vitrine {
namespace {

using Utf8 = boost::locale::utf::utf_traits<char>;

struct Range {
  std::uint32_t first;
  std::uint32_t last;
};

constexpr Range unseen[] = {{0x00, 0x08},     {0x0B, 0x0C},      {0x0E, 0x1F},     {0x7F, 0x9F},
                            {0x200B, 0x200B}, {0x2028, 0x202E},  {0x2060, 0x206F}, {0xFEFF, 0xFEFF},
                            {0xFFF9, 0xFFFB}, {0xE0000, 0xE007F}};

// Spaces, and what Unicode 15 has as ignorable by default or draws as nothing.
constexpr Range blank[] = {{0x00, 0x20},     {0x7F, 0xA0},     {0xAD, 0xAD},      {0x034F, 0x034F},
                           {0x061C, 0x061C}, {0x115F, 0x1160}, {0x1680, 0x1680},  {0x17B4, 0x17B5},
                           {0x180B, 0x180F}, {0x2000, 0x200F}, {0x2028, 0x202F},  {0x205F, 0x206F},
                           {0x2800, 0x2800}, {0x3000, 0x3000}, {0x3164, 0x3164},  {0xFE00, 0xFE0F},
                           {0xFEFF, 0xFEFF}, {0xFFA0, 0xFFA0}, {0xE0000, 0xE0FFF}};

bool isIn(std::span<const Range> ranges, std::uint32_t code) {
  return std::any_of(ranges.begin(), ranges.end(),
                     [&](const Range& range) { return code >= range.first && code <= range.last; });
}

/// Calls `each` with every code point and its bytes until it answers false; nothing stands for
/// bytes that are not UTF-8.
template <class F>
void forEachCode(std::string_view text, F each) {
  const char* at = text.data();
  const char* const end = at + text.size();
  while (at != end) {
    const char* const start = at;
    const auto byte = static_cast<unsigned char>(*at);
    std::optional<std::uint32_t> code;
    if (byte < 0x80) {
      ++at;
      code = byte;
    } else if (const auto decoded = Utf8::decode(at, end);
               decoded != boost::locale::utf::illegal &&
               decoded != boost::locale::utf::incomplete) {
      code = decoded;
    } else {
      at = start + 1;
    }
    if (!each(code, std::string_view(start, static_cast<std::size_t>(at - start)))) return;
  }
}

std::string codeName(std::uint32_t code) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string name;
  for (; code != 0 || name.size() < 4; code /= 16) name.insert(0, 1, digits[code % 16]);
  return std::string("U+").append(name);
}

}  // namespace

bool isUnseen(std::uint32_t code) { return isIn(unseen, code); }

bool isUtf8(std::string_view text) {
  bool good = true;
  forEachCode(text, [&](std::optional<std::uint32_t> code, std::string_view) {
    return good = code.has_value();
  });
  return good;
}

bool isBlank(std::string_view text) {
  bool nothing = true;
  forEachCode(text, [&](std::optional<std::uint32_t> code, std::string_view) {
    return nothing = code && isIn(blank, *code);
  });
  return nothing;
}

std::string textFault(std::string_view text) {
  const auto plain = [](char c) { return c >= 0x20 && c < 0x7F; };
  if (std::all_of(text.begin(), text.end(), plain)) return "";
  std::string fault;
  forEachCode(text, [&](std::optional<std::uint32_t> code, std::string_view) {
    if (!code)
      fault = "UTF-8 (for a feed in Windows-1252: --encoding windows-1252)";
    else if (isUnseen(*code))
      fault = "text without invisible and control characters, unlike " + codeName(*code);
    return fault.empty();
  });
  return fault;
}

std::string withoutUnseen(std::string_view text) {
  std::string answer;
  forEachCode(text, [&](std::optional<std::uint32_t> code, std::string_view bytes) {
    if (code && !isUnseen(*code)) answer += bytes;
    return true;
  });
  return answer;
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view space = " \t\r\n";
  const auto first = text.find_first_not_of(space);
  if (first == text.npos) return {};
  return text.substr(first, text.find_last_not_of(space) - first + 1);
}

std::string shortened(std::string_view text) {
  constexpr std::size_t shown = 60;
  std::string answer;
  forEachCode(text, [&](std::optional<std::uint32_t> code, std::string_view bytes) {
    if (answer.size() + bytes.size() > shown) {
      answer += "…";
      return false;
    }
    if (!code || isUnseen(*code) || *code == '\n' || *code == '\r' || *code == '\t')
      answer += "\uFFFD";
    else
      answer += bytes;
    return true;
  });
  return answer;
}

}  // namespace vitrine
