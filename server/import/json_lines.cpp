#include "import/json_lines.hpp"

#include <algorithm>

#include "import/characters.hpp"
#include "json.hpp"

namespace vitrine {
namespace {

constexpr std::size_t maxLine = 256 * 1024;

void addValue(Record& record, std::string_view name, const Json& value) {
  if (value.is_null()) return;
  const bool text = value.is_string() || value.is_number();  // feeds are careless about quotes
  record.fields.push_back(
      {name, name, value.is_string() ? value.get<std::string>() : dump(value), 0, text});
}

void readLine(std::string_view text, std::int64_t line, const std::function<void(Record&)>& take,
              const std::function<void(RowError)>& refuse) {
  const auto json = parseJson(text);
  if (!json) {
    const bool twice = json.error().code == Errc::duplicate_field;
    return refuse({line, 0, json.error().where, shortened(text),
                   twice          ? "each field once"
                   : isUtf8(text) ? "one JSON object per line"
                                  : textFault(text)});
  }
  if (!json->is_object()) return refuse({line, 0, "", shortened(text), "a JSON object"});
  Record record{line, {}};
  for (const auto& [name, value] : json->items()) {
    if (value.is_array())
      for (const auto& item : value) addValue(record, name, item);
    else
      addValue(record, name, value);
  }
  take(record);
}

}  // namespace

void readJsonLines(FeedText& text, const std::function<void(Record&)>& take,
                   const std::function<void(RowError)>& refuse) {
  std::string unfinished;
  std::int64_t number = 1;
  bool too_long = false;
  const auto finish = [&] {
    std::string_view line = unfinished;
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (too_long)
      refuse({number, 0, "", shortened(line), "a line of at most 256 KiB"});
    else if (!trimmed(line).empty())
      readLine(line, number, take, refuse);
    unfinished.clear();
    too_long = false;
    ++number;
  };
  for (auto piece = text.next(); !piece.empty(); piece = text.next()) {
    while (true) {
      const auto end = piece.find('\n');
      const auto part = piece.substr(0, end);
      too_long = too_long || unfinished.size() + part.size() > maxLine;
      if (!too_long) unfinished += part;
      if (end == piece.npos) break;
      finish();
      piece.remove_prefix(end + 1);
    }
  }
  if (!unfinished.empty() || too_long) finish();
}

}  // namespace vitrine
