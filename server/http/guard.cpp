#include "http/guard.hpp"

#include <algorithm>
#include <array>

namespace vitrine {
namespace {

constexpr std::size_t maxLengthDigits = 18;

constexpr bool isDigit(char c) { return c >= '0' && c <= '9'; }
constexpr char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
constexpr bool isAlphanumeric(char c) { return isDigit(c) || (lower(c) >= 'a' && lower(c) <= 'z'); }

/// A property of each byte, looked up.
using Table = std::array<bool, 256>;

template <class Has>
constexpr Table tableOf(Has has) {
  Table table{};
  for (std::size_t byte = 0; byte < table.size(); ++byte)
    table[byte] = has(static_cast<char>(byte));
  return table;
}

constexpr auto controls =
    tableOf([](char c) { return (c >= 0 && c < ' ' && c != '\t') || c == '\x7F'; });
bool isControl(char c) { return controls[static_cast<unsigned char>(c)]; }

/// RFC 9110, 5.6.2
constexpr auto tokens = tableOf([](char c) {
  constexpr std::string_view marks = "!#$%&'*+-.^_`|~";
  return isAlphanumeric(c) || marks.find(c) != marks.npos;
});

bool is(std::string_view text, std::string_view lower_case) {
  return std::equal(text.begin(), text.end(), lower_case.begin(), lower_case.end(),
                    [](char a, char b) { return lower(a) == b; });
}

bool isToken(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(),
                                      [](char c) { return tokens[static_cast<unsigned char>(c)]; });
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view space = " \t";
  const auto first = text.find_first_not_of(space);
  return first == text.npos ? std::string_view()
                            : text.substr(first, text.find_last_not_of(space) - first + 1);
}

/// Tokens between commas; empty places are allowed (RFC 9110, 5.6.1.2).
bool isTokenList(std::string_view text) {
  while (true) {
    const auto comma = text.find(',');
    const auto element = trimmed(text.substr(0, comma));
    if (!element.empty() && !isToken(element)) return false;
    if (comma == text.npos) return true;
    text.remove_prefix(comma + 1);
  }
}

/// A path on this server, or `*` for OPTIONS. Other forms are for proxies, which this is not.
bool isTarget(std::string_view text, std::string_view method) {
  if (text == "*") return method == "OPTIONS";
  return text.starts_with('/') && std::all_of(text.begin(), text.end(), [](char c) {
           return c > ' ' && c < '\x7F' && c != '#';
         });
}

/// A name, an IPv4 address or an IPv6 address in brackets, and perhaps a port.
bool isHost(std::string_view text) {
  auto name = text;
  std::string_view port;
  const auto colon = text.find(':', text.starts_with('[') ? text.find(']') : 0);
  if (colon != text.npos) {
    name = text.substr(0, colon);
    port = text.substr(colon + 1);
    if (port.empty()) return false;
  }
  if (port.size() > 5 || !std::all_of(port.begin(), port.end(), isDigit)) return false;
  if (name.starts_with('[')) {
    if (!name.ends_with(']')) return false;
    name = name.substr(1, name.size() - 2);
    return !name.empty() && name.find_first_not_of("0123456789abcdefABCDEF:.") == name.npos;
  }
  return !name.empty() && name.size() <= 255 && std::all_of(name.begin(), name.end(), [](char c) {
    return isAlphanumeric(c) || c == '-' || c == '.' || c == '_';
  });
}

// Fields that mean one thing. Programs differ in which of two they believe.
constexpr std::array<std::string_view, 8> single{"host",   "content-length", "transfer-encoding",
                                                 "expect", "authorization",  "content-type",
                                                 "origin", "idempotency-key"};
constexpr unsigned host = 1;
constexpr unsigned contentLength = 2;
constexpr unsigned transferEncoding = 4;

}  // namespace

std::optional<Field> splitField(std::string_view line) {
  const auto colon = line.find(':');
  if (colon == line.npos || !isToken(line.substr(0, colon))) return {};
  const auto value = line.substr(colon + 1);
  if (std::any_of(value.begin(), value.end(), isControl)) return {};
  return Field{line.substr(0, colon), trimmed(value)};
}

HeadResult HeadGuard::look(std::string_view bytes) {
  while (true) {
    if (!after_return_) {
      const auto most = std::min(bytes.size(), in_fields_ ? maxHead : maxRequestLine + 2);
      while (seen_ < most && !isControl(bytes[seen_])) ++seen_;
    }
    if (seen_ == bytes.size()) return Incomplete{};
    const char c = bytes[seen_++];
    if (seen_ > maxHead) return Refusal{431, "headers"};
    if (!in_fields_ && seen_ > maxRequestLine + 2) return Refusal{414, "request_line"};
    const auto where = in_fields_ ? std::string_view("headers") : std::string_view("request_line");
    if (after_return_ != (c == '\n')) return Refusal{400, where};  // each CR has its LF
    after_return_ = c == '\r';
    if (c != '\n') {
      if (c != '\r' && isControl(c)) return Refusal{400, where};
      continue;
    }
    const auto line = bytes.substr(line_start_, seen_ - 2 - line_start_);
    line_start_ = seen_;
    if (in_fields_ && line.empty()) return end();
    if (const auto refusal = in_fields_ ? field(line) : requestLine(line)) return *refusal;
    in_fields_ = true;
  }
}

std::optional<Refusal> HeadGuard::requestLine(std::string_view line) {
  const auto first = line.find(' ');
  const auto second = line.rfind(' ');
  if (first == line.npos || first == second) return Refusal{400, "request_line"};
  const auto method = line.substr(0, first);
  const auto target = line.substr(first + 1, second - first - 1);
  const auto version = line.substr(second + 1);
  if (!isToken(method)) return Refusal{400, "method"};
  if (!isTarget(target, method)) return Refusal{400, "target"};
  if (version != "HTTP/1.1" && version != "HTTP/1.0") {
    const bool is_version = version.size() == 8 && version.starts_with("HTTP/") &&
                            isDigit(version[5]) && version[6] == '.' && isDigit(version[7]);
    return Refusal{is_version ? 505 : 400, "version"};
  }
  old_version_ = version == "HTTP/1.0";
  return {};
}

std::optional<Refusal> HeadGuard::field(std::string_view line) {
  if (++fields_ > maxFields) return Refusal{431, "headers"};
  const auto field = splitField(line);
  if (!field) return Refusal{400, "headers"};
  for (std::size_t i = 0; i < single.size(); ++i) {
    if (!is(field->name, single[i])) continue;
    if (names_ & 1U << i) return Refusal{400, single[i]};
    names_ |= 1U << i;
  }
  if (is(field->name, "host") && !isHost(field->value)) return Refusal{400, "host"};
  if (is(field->name, "connection") || is(field->name, "proxy-connection")) {
    if (!isTokenList(field->value)) return Refusal{400, "connection"};
  }
  if (is(field->name, "content-length")) return length(field->value);
  if (is(field->name, "transfer-encoding")) {
    if (old_version_) return Refusal{400, "transfer-encoding"};
    if (!is(field->value, "chunked")) return Refusal{501, "transfer-encoding"};
    head_.chunked = true;
  }
  if (is(field->name, "expect")) {
    if (!is(field->value, "100-continue")) return Refusal{417, "expect"};
    head_.awaits_continue = !old_version_;
  }
  return {};
}

std::optional<Refusal> HeadGuard::length(std::string_view value) {
  if (value.empty() || !std::all_of(value.begin(), value.end(), isDigit))
    return Refusal{400, "content-length"};
  if (value.size() > maxLengthDigits) return Refusal{413, "body"};
  for (const char digit : value)
    head_.length = head_.length * 10 + static_cast<std::uint64_t>(digit - '0');
  return {};
}

HeadResult HeadGuard::end() const {
  if (!(names_ & host) && !old_version_) return Refusal{400, "host"};
  if ((names_ & contentLength) && (names_ & transferEncoding))
    return Refusal{400, "transfer-encoding"};
  auto head = head_;
  head.size = seen_;
  return head;
}

}  // namespace vitrine
