#include "mail/phrase.hpp"

namespace vitrine {
namespace {

/// How many bytes a character has that is left out: C1 controls, U+200E/F, U+2028–202E,
/// U+2066–2069.
std::size_t unwanted(std::string_view at) {
  const auto byte = [&](std::size_t i) {
    return i < at.size() ? static_cast<unsigned char>(at[i]) : 0U;
  };
  if (byte(0) == 0xC2 && byte(1) >= 0x80 && byte(1) <= 0x9F) return 2;
  if (byte(0) != 0xE2) return 0;
  const bool mark = byte(1) == 0x80 && (byte(2) == 0x8E || byte(2) == 0x8F);
  const bool embedding = byte(1) == 0x80 && byte(2) >= 0xA8 && byte(2) <= 0xAE;
  const bool isolate = byte(1) == 0x81 && byte(2) >= 0xA6 && byte(2) <= 0xA9;
  return mark || embedding || isolate ? 3 : 0;
}

}  // namespace

std::string cleaned(std::string_view value) {
  std::string clean;
  for (std::size_t at = 0; at < value.size();) {
    const auto byte = static_cast<unsigned char>(value[at]);
    if (const auto size = unwanted(value.substr(at))) {
      at += size;
      continue;
    }
    clean += byte < 0x20 || byte == 0x7F ? ' ' : value[at];
    ++at;
  }
  return clean;
}

Phrase plain(std::string_view words) { return {{std::string(words)}}; }

Phrase given(std::string_view value) { return {{cleaned(value), true}}; }

Phrase filled(std::string_view words, std::initializer_list<std::string_view> values) {
  Phrase phrase;
  while (!words.empty()) {
    const auto open = words.find('{');
    if (open > 0) phrase.push_back({std::string(words.substr(0, open))});
    if (open == words.npos) break;
    const auto place = static_cast<std::size_t>(words.at(open + 1) - '1');
    phrase.push_back({cleaned(*(values.begin() + place)), true});
    words.remove_prefix(open + 3);
  }
  return phrase;
}

Phrase joined(const std::vector<Phrase>& parts, std::string_view between) {
  Phrase all;
  for (const auto& part : parts) {
    if (!all.empty()) all.push_back({std::string(between)});
    all.insert(all.end(), part.begin(), part.end());
  }
  return all;
}

std::string textOf(const Phrase& phrase) {
  std::string text;
  for (const auto& piece : phrase) text += piece.text;
  return text;
}

}  // namespace vitrine
