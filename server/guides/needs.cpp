#include "guides/needs.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "import/characters.hpp"

namespace vitrine {
namespace {

/// As written, and as shown. A second word that is none of these belongs to the need's name.
constexpr std::array<std::pair<std::string_view, std::string_view>, 24> units{{
    {"mm", "mm"}, {"cm", "cm"},   {"m", "m"},     {"km", "km"},   {"mm²", "mm²"}, {"cm²", "cm²"},
    {"m²", "m²"}, {"mm2", "mm²"}, {"cm2", "cm²"}, {"m2", "m²"},   {"m³", "m³"},   {"m3", "m³"},
    {"ml", "ml"}, {"cl", "cl"},   {"l", "l"},     {"L", "l"},     {"g", "g"},     {"kg", "kg"},
    {"t", "t"},   {"min", "min"}, {"h", "h"},     {"cm³", "cm³"}, {"cm3", "cm³"}, {"dl", "dl"},
}};

std::optional<std::string_view> unitOf(std::string_view word) {
  const auto found = std::find_if(units.begin(), units.end(),
                                  [&](const auto& unit) { return unit.first == word; });
  return found == units.end() ? std::nullopt : std::optional(found->second);
}

/// "2.5" and "2,5" as 2500. Three decimals only after a zero: elsewhere "1.000" or "1,000" is a
/// thousand to some.
std::optional<std::int64_t> thousandths(std::string_view text) {
  const auto point = text.find_first_of(".,");
  const auto whole = text.substr(0, point);
  const auto rest = point == text.npos ? std::string_view() : text.substr(point + 1);
  const auto digits = [](std::string_view part) {
    return !part.empty() && part.find_first_not_of("0123456789") == part.npos;
  };
  if (!digits(whole) || whole.size() > 7) return {};
  if (point != text.npos && (!digits(rest) || rest.size() > (whole == "0" ? 3U : 2U))) return {};
  std::int64_t value = 0;
  for (const char digit : whole) value = value * 10 + (digit - '0');
  for (std::size_t i = 0; i < 3; ++i) value = value * 10 + (i < rest.size() ? rest[i] - '0' : 0);
  if (value < 1 || value > maxNeedAmount) return {};
  return value;
}

/// The first word, which is taken off.
std::string_view word(std::string_view& text) {
  const auto end = std::min(text.find_first_of(" \t"), text.size());
  const auto first = text.substr(0, end);
  text = trimmed(text.substr(end));
  return first;
}

using Line = std::variant<WrittenNeed, GuideFault>;

constexpr std::string_view optionalMark = "[ ] ";

Line readNeed(std::string_view text, int line) {
  const bool optional = text.starts_with(optionalMark);
  if (optional) text = trimmed(text.substr(optionalMark.size()));
  const auto amount = thousandths(word(text));
  if (!amount)
    return GuideFault{Errc::invalid_format, line,
                      "a need starts with how much of it, like: 12 m² decking, 2.5 kg seed, 40 "
                      "screws; three decimals only after 0"};
  WrittenNeed need{line, "", "", *amount, {}, optional};
  auto rest = text;
  if (const auto unit = unitOf(word(rest))) {
    need.unit = *unit;
    text = rest;
  }
  if (text.empty() || text.size() > 200)
    return GuideFault{Errc::invalid_format, line, "a name of at most 200 bytes follows the amount"};
  need.name = text;
  return need;
}

std::variant<WrittenChoice, GuideFault> readChoice(std::string_view text, int line,
                                                   const WrittenNeed& need) {
  WrittenChoice choice{line, std::string(text), 1000};
  // The last one: titles may have the sign too.
  const auto sign = text.rfind(" = ");
  if (sign == text.npos) {
    if (!need.unit.empty())
      return GuideFault{Errc::missing_field, line,
                        std::string("say how much of it one holds: … = 1.5 ").append(need.unit)};
    return choice;
  }
  choice.goods = trimmed(text.substr(0, sign));
  auto rest = trimmed(text.substr(sign + 3));
  const auto content = thousandths(word(rest));
  const bool fits = rest.empty() ? need.unit.empty() : unitOf(rest) == need.unit;
  if (!content || !fits)
    return GuideFault{Errc::invalid_format, line,
                      std::string("after = how much one holds, in the unit of the need: … = 1.5 ")
                          .append(need.unit)};
  choice.content = *content;
  return choice;
}

}  // namespace

std::vector<WrittenNeed> readNeeds(std::string_view text, int first, GuideFaults& faults) {
  std::vector<WrittenNeed> needs;
  bool skips = false;  // what would do for a need that could not be read
  for (int number = first; !text.empty(); ++number) {
    const auto end = std::min(text.find('\n'), text.size());
    auto line = trimmed(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.empty()) continue;
    if (!line.starts_with("- ")) {
      auto need = readNeed(line, number);
      skips = std::holds_alternative<GuideFault>(need);
      if (skips)
        faults.push_back(std::get<GuideFault>(std::move(need)));
      else
        needs.push_back(std::get<WrittenNeed>(std::move(need)));
      continue;
    }
    if (skips) continue;
    if (needs.empty()) {
      faults.push_back({Errc::invalid_format, number, "a need first, like: 40 screws 5×60"});
      skips = true;
      continue;
    }
    auto choice = readChoice(trimmed(line.substr(2)), number, needs.back());
    if (auto* fault = std::get_if<GuideFault>(&choice))
      faults.push_back(std::move(*fault));
    else
      needs.back().choices.push_back(std::get<WrittenChoice>(std::move(choice)));
  }
  return needs;
}

}  // namespace vitrine
