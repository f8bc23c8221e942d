#include "mail/email.hpp"

#include <algorithm>
#include <ctime>

#include "crypto.hpp"

namespace vitrine {
namespace {

// "=?UTF-8?B?" and "?=" beside 4 letters for each 3 bytes: at most 75 in all.
constexpr std::size_t bytesInWord = 45;
constexpr std::size_t longestPlain = 60;

bool isPlain(char each) {
  return (each >= '0' && each <= '9') || (each >= 'A' && each <= 'Z') ||
         (each >= 'a' && each <= 'z') || each == ' ' || each == '_' || each == '-';
}

/// RFC 5322's date in UTC.
std::string date(std::int64_t unix_ms) {
  const std::time_t seconds = unix_ms / 1000;
  std::tm parts{};
  gmtime_r(&seconds, &parts);
  char text[40];
  // The names of the "C" locale, which the server never leaves.
  const auto size = std::strftime(text, sizeof text, "%a, %d %b %Y %H:%M:%S +0000", &parts);
  return {text, size};
}

std::string field(std::string_view name, std::string_view value) {
  std::string line(name);
  line += ": ";
  line += value;
  return line;
}

}  // namespace

std::string headerText(std::string_view value) {
  const auto text = cleaned(value);
  const bool plain = std::all_of(text.begin(), text.end(), isPlain);
  if (plain && text.size() <= longestPlain && !text.starts_with(' ') && !text.ends_with(' '))
    return text;
  std::string words;
  for (std::size_t at = 0; at < text.size();) {
    auto end = std::min(at + bytesInWord, text.size());
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
    if (!words.empty()) words += "\r\n ";
    words += "=?UTF-8?B?";
    words += base64(std::string_view(text).substr(at, end - at));
    words += "?=";
    at = end;
  }
  return words;
}

Email emailOf(const Letter& letter, const std::string& id, const std::string& site_name,
              const std::string& from, const std::string& to, std::int64_t queued_at) {
  auto sender = headerText(site_name);
  sender += sender.empty() ? "<" : " <";
  sender += from;
  sender += '>';
  std::string message_id("<");
  message_id += id;
  message_id += from.substr(from.find('@'));
  message_id += '>';
  Email message{from, to, {}, asText(letter), asHtml(letter)};
  message.fields = {field("Date", date(queued_at)),
                    field("From", sender),
                    field("To", to),
                    field("Subject", headerText(letter.subject)),
                    field("Message-ID", message_id),
                    field("Auto-Submitted", "auto-generated"),
                    field("Content-Language", letter.language),
                    field("Content-Type", "multipart/alternative")};
  if (!letter.unsubscribe.empty()) {
    // RFC 2369, and RFC 8058: mail programs end it by one POST.
    message.fields.push_back(field("List-Unsubscribe", '<' + letter.unsubscribe + '>'));
    message.fields.push_back(field("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"));
  }
  return message;
}

}  // namespace vitrine
