#include "http/header_lines.hpp"

#include <algorithm>
#include <stdexcept>

namespace vitrine {
namespace {

constexpr std::size_t usual = 512;  // bytes of a head

bool endsLine(char c) { return c == '\r' || c == '\n' || c == '\0'; }

}  // namespace

std::size_t HeaderLines::find(std::string_view name) const {
  for (std::size_t line = 0; line < lines_.size(); line = lines_.find('\n', line) + 1) {
    const auto colon = line + name.size();  // that tells most names apart
    if (colon < lines_.size() && lines_[colon] == ':' &&
        lines_.compare(line, name.size(), name) == 0)
      return line;
  }
  return lines_.npos;
}

void HeaderLines::erase(std::string_view name) {
  const auto line = find(name);
  if (line != lines_.npos) lines_.erase(line, lines_.find('\n', line) + 1 - line);
}

void HeaderLines::set(std::string_view name, std::string_view value) {
  if (std::any_of(value.begin(), value.end(), endsLine))
    throw std::invalid_argument("a header field of several lines");
  if (lines_.empty())
    lines_.reserve(usual);
  else
    erase(name);
  lines_.append(name).append(": ").append(value).append("\r\n");
}

}  // namespace vitrine
