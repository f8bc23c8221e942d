#include "vitrine/json_text.hpp"

#include <algorithm>
#include <charconv>
#include <cstring>

namespace vitrine {
namespace {

/// The length of the UTF-8 sequence that the text begins with, 0 when it begins with none (RFC
/// 3629, section 4).
std::size_t sequence(std::string_view text) {
  const auto byte = [&](std::size_t i) {
    return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U;
  };
  const auto lead = byte(0);
  if (lead < 0xC2 || lead > 0xF4) return 0;
  const std::size_t size = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  // Behind these the second byte is narrower: no overlong forms, no surrogates, nothing past
  // U+10FFFF.
  const auto least = lead == 0xE0 ? 0xA0U : lead == 0xF0 ? 0x90U : 0x80U;
  const auto most = lead == 0xED ? 0x9FU : lead == 0xF4 ? 0x8FU : 0xBFU;
  if (byte(1) < least || byte(1) > most) return 0;
  for (std::size_t i = 2; i < size; ++i) {
    if (byte(i) < 0x80 || byte(i) > 0xBF) return 0;
  }
  return size;
}

bool isPlain(char c) {
  const auto code = static_cast<unsigned char>(c);
  return code >= 0x20 && code < 0x80 && c != '"' && c != '\\';
}

/// Whether a text stands for itself, eight bytes at a time: a byte below n shows when n is taken
/// from each, a byte that is c when each is changed by c and 1 taken from it.
bool isPlain(std::string_view text) {
  constexpr std::uint64_t each = 0x0101010101010101;
  for (; text.size() >= 8; text.remove_prefix(8)) {
    std::uint64_t word = 0;
    std::memcpy(&word, text.data(), 8);
    const auto quote = word ^ (each * '"');
    const auto slash = word ^ (each * '\\');
    const auto odd = word | ((word - each * 0x20) & ~word) | ((quote - each) & ~quote) |
                     ((slash - each) & ~slash);
    if ((odd & (each * 0x80)) != 0) return false;
  }
  return std::all_of(text.begin(), text.end(), [](char c) { return isPlain(c); });
}

}  // namespace

void JsonText::beginObject() {
  put(isFirst() ? "" : ",", "{", "");
  first_ = true;
}

void JsonText::beginList() {
  put(isFirst() ? "" : ",", "[", "");
  first_ = true;
}

void JsonText::close(std::string_view bracket) {
  put("", bracket, "");
  first_ = false;
}

void JsonText::key(std::string_view name) {
  put(isFirst() ? "\"" : ",\"", name, "\":");  // a name of ours, with nothing to escape
  first_ = true;
}

void JsonText::integer(std::int64_t value) {
  char digits[20];
  const auto end = std::to_chars(digits, digits + sizeof digits, value).ptr;
  raw({digits, static_cast<std::size_t>(end - digits)});
}

void JsonText::string(std::string_view value) { quoted(value, "\""); }

void JsonText::raw(std::string_view json) { put(isFirst() ? "" : ",", json, ""); }

/// Asks whether a comma must not stand before what comes next; behind that one it must.
bool JsonText::isFirst() {
  const bool first = first_;
  first_ = false;
  return first;
}

/// Three pieces in one growth of the text: in the widget each call of std::string costs more than
/// the bytes that it moves.
void JsonText::put(std::string_view before, std::string_view value, std::string_view after) {
  const auto place = text.size();
  text.resize(place + before.size() + value.size() + after.size());
  auto* out = text.data() + place;
  for (const char c : before) *out++ = c;
  out = std::copy(value.begin(), value.end(), out);
  for (const char c : after) *out++ = c;
}

void JsonText::quoted(std::string_view value, std::string_view after) {
  const std::string_view before = isFirst() ? "\"" : ",\"";
  if (isPlain(value)) return put(before, value, after);
  text += before;
  std::size_t from = 0;  // of what stands for itself
  for (std::size_t i = 0; i < value.size();) {
    const auto size = isPlain(value[i]) ? 1 : sequence(value.substr(i));
    i += size;
    if (size > 0) continue;
    text += value.substr(from, i - from);
    escape(static_cast<unsigned char>(value[i]));
    from = ++i;
  }
  text.append(value.substr(from)).append(after);
}

/// What stands for a byte that cannot stand for itself.
void JsonText::escape(unsigned char code) {
  constexpr std::string_view hex = "0123456789abcdef";
  constexpr char letters[] = "btn?fr";  // for the control characters 8 to 13 but 11
  if (code >= 0x80) {
    text += "\xEF\xBF\xBD";
  } else if (code == '"' || code == '\\') {
    text += '\\';
    text += static_cast<char>(code);
  } else if (code >= 8 && code <= 13 && code != 11) {
    text += '\\';
    text += letters[code - 8U];
  } else {
    text += "\\u00";
    text += hex[code >> 4];
    text += hex[code & 15];
  }
}

}  // namespace vitrine
