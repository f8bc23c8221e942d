#include "vitrine/json_text.hpp"

#include <charconv>

namespace vitrine {

void JsonText::key(std::string_view name) {
  comma();
  quoted(name);
  text += ':';
  first_ = true;
}

void JsonText::integer(std::int64_t value) {
  char digits[20];
  const auto end = std::to_chars(digits, digits + sizeof digits, value).ptr;
  raw({digits, static_cast<std::size_t>(end - digits)});
}

void JsonText::string(std::string_view value) {
  comma();
  quoted(value);
}

void JsonText::raw(std::string_view json) {
  comma();
  text += json;
}

void JsonText::open(char bracket) {
  comma();
  text += bracket;
  first_ = true;
}

void JsonText::close(char bracket) {
  text += bracket;
  first_ = false;
}

void JsonText::comma() {
  if (!first_) text += ',';
  first_ = false;
}

void JsonText::quoted(std::string_view value) {
  constexpr std::string_view hex = "0123456789abcdef";
  constexpr char letters[] = "btn?fr";  // for the control characters 8 to 13 but 11
  text += '"';
  for (const char c : value) {
    const auto code = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      text += '\\';
      text += c;
    } else if (code >= 0x20) {
      text += c;
    } else if (code >= 8 && code <= 13 && code != 11) {
      text += '\\';
      text += letters[code - 8U];
    } else {
      text += "\\u00";
      text += hex[code >> 4];
      text += hex[code & 15];
    }
  }
  text += '"';
}

}  // namespace vitrine
