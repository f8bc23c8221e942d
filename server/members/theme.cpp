#include "members/theme.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>

namespace vitrine {
namespace {

constexpr std::array<std::string_view, 19> properties{
    "ink",    "muted",        "line",        "surface",  "tile",
    "accent", "on-accent",    "danger",      "backdrop", "shadow",
    "font",   "heading-font", "font-size",   "radius",   "control-radius",
    "gap",    "column",       "image-ratio", "image-fit"};
constexpr std::array<std::string_view, 9> functions{"rgb",   "rgba", "hsl", "hsla",     "calc",
                                                    "clamp", "min",  "max", "color-mix"};

bool isLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool isWord(char c) { return isLetter(c) || (c >= '0' && c <= '9') || c == '-'; }

/// Whether a text is one harmless value: quotes and parentheses close, functions are those above,
/// and no character can end a declaration, escape or comment.
bool isValue(std::string_view text) {
  if (text.empty() || text.size() > maxThemeValue) return false;
  char quote = 0;
  int depth = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '\'' || c == '"') {
      if (quote && quote != c) return false;
      quote = quote ? 0 : c;
    } else if (quote) {
      if (!isWord(c) && c != ' ' && c != '.') return false;
    } else if (c == '(') {
      auto start = i;
      while (start > 0 && isWord(text[start - 1])) --start;
      const auto function = text.substr(start, i - start);
      const bool bare = function.empty() && depth > 0;  // within calc
      if (!bare && std::find(functions.begin(), functions.end(), function) == functions.end())
        return false;
      ++depth;
    } else if (c == ')') {
      if (--depth < 0) return false;
    } else if (!isWord(c) && std::string_view(" ,.#%+*").find(c) == std::string_view::npos &&
               !(c == '/' && (i == 0 || text[i - 1] != '*') &&
                 (i + 1 == text.size() || (text[i + 1] != '*' && text[i + 1] != '/')))) {
      return false;
    }
  }
  return !quote && depth == 0;
}

Fault check(const std::vector<ThemeValue>& values, const std::string& side) {
  std::set<std::string_view> seen;
  for (std::size_t i = 0; i < values.size(); ++i) {
    const auto& [name, value] = values[i];
    if (std::find(properties.begin(), properties.end(), name) == properties.end())
      return Error{Errc::unknown_field, element(side, i) + ".name"};
    if (!seen.insert(name).second) return Error{Errc::duplicate_field, element(side, i) + ".name"};
    if (!isValue(value)) return Error{Errc::invalid_format, element(side, i) + ".value"};
  }
  return {};
}

std::string rule(std::string_view selector, const std::vector<ThemeValue>& values) {
  if (values.empty()) return {};
  std::string text(selector);
  text += '{';
  for (const auto& [name, value] : values)
    text.append("--vitrine-").append(name).append(":").append(value).append(";");
  return text += '}';
}

}  // namespace

Fault check(const SiteTheme& theme) {
  if (auto fault = check(theme.light, "light")) return fault;
  return check(theme.dark, "dark");
}

std::string cssOf(const SiteTheme& theme) {
  return rule(":host", theme.light).append(rule(":host([data-dark])", theme.dark));
}

}  // namespace vitrine
