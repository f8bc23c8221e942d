#include "json.hpp"

#include <algorithm>
#include <cmath>
#include <set>

namespace vitrine {
namespace {

constexpr std::size_t maxDepth = 32;

/// An object or list that the parser is inside of.
struct Level {
  bool is_list = false;
  std::set<std::string> keys = {};  // of an object, so far
  std::string key = {};             // the one being read
  std::size_t index = 0;            // of a list's element being read
};

std::string pathTo(const std::vector<Level>& levels) {
  std::string path;
  for (const auto& level : levels) {
    if (level.is_list)
      path = element(path, level.index);
    else
      path += (path.empty() ? "" : ".") + level.key;
  }
  return path;
}

/// Looks at a text before a value is made of it: how deep it goes, and whether a key comes twice.
/// The parser's own callback would do, but goes through an array once more for each of its objects.
class Structure : public nlohmann::json_sax<Json> {
 public:
  Error fault{Errc::malformed_json, ""};

  bool null() override { return passed(); }
  bool boolean(bool) override { return passed(); }
  bool number_integer(number_integer_t) override { return passed(); }
  bool number_unsigned(number_unsigned_t) override { return passed(); }
  bool number_float(number_float_t, const string_t&) override { return passed(); }
  bool string(string_t&) override { return passed(); }
  bool binary(binary_t&) override { return passed(); }
  bool start_object(std::size_t) override { return begin(false); }
  bool start_array(std::size_t) override { return begin(true); }
  bool end_object() override { return end(); }
  bool end_array() override { return end(); }
  bool key(string_t& name) override {
    auto& object = open_.back();
    object.key = name;
    if (object.keys.insert(name).second) return true;
    fault = {Errc::duplicate_field, pathTo(open_)};
    return false;
  }
  bool parse_error(std::size_t, const std::string&, const Json::exception&) override {
    return false;
  }

 private:
  bool begin(bool array) {
    if (open_.size() == maxDepth) return false;
    open_.push_back({array});
    return true;
  }
  bool end() {
    open_.pop_back();
    return passed();
  }
  bool passed() {
    if (!open_.empty()) ++open_.back().index;
    return true;
  }

  std::vector<Level> open_;
};

}  // namespace

std::optional<bool> JsonSource::boolean() const {
  return value_->is_boolean() ? std::optional(value_->get<bool>()) : std::nullopt;
}

std::optional<std::int64_t> JsonSource::integer() const {
  if (value_->is_number_unsigned()) {
    const auto number = value_->get<std::uint64_t>();
    // Past 2^53 - 1 the codec refuses it anyway; this keeps the conversion defined.
    return static_cast<std::int64_t>(
        std::min(number, static_cast<std::uint64_t>(maxSafeInteger) + 1));
  }
  if (value_->is_number_integer()) return value_->get<std::int64_t>();
  if (!value_->is_number_float()) return {};
  // 2.0 is an integer in JavaScript, whatever its spelling; 2.5 and 1e400 are not.
  const auto number = value_->get<double>();
  if (std::trunc(number) != number || !std::isfinite(number)) return {};
  constexpr auto beyond = 9.1e15;
  return static_cast<std::int64_t>(std::clamp(number, -beyond, beyond));
}

std::optional<std::string> JsonSource::string() const {
  return value_->is_string() ? std::optional(value_->get<std::string>()) : std::nullopt;
}

std::optional<std::size_t> JsonSource::listSize() const {
  return value_->is_array() ? std::optional(value_->size()) : std::nullopt;
}

std::optional<std::size_t> JsonSource::memberCount() const {
  return value_->is_object() ? std::optional(value_->size()) : std::nullopt;
}

std::optional<JsonSource> JsonSource::member(const char* key) const {
  const auto found = value_->find(key);
  return found == value_->end() ? std::nullopt : std::optional(JsonSource(*found));
}

std::optional<std::vector<std::string>> JsonSource::keys() const {
  if (!value_->is_object()) return {};
  std::vector<std::string> answer;
  for (const auto& [key, unused] : value_->items()) answer.push_back(key);
  return answer;
}

Result<Json> parseJson(std::string_view text) {
  // The library takes NUL for the end and would not look at what follows.
  if (text.find('\0') != std::string_view::npos) return Error{Errc::malformed_json, ""};
  // It also skips a byte order mark, which JSON on the wire must not have (RFC 8259, 8.1).
  if (text.starts_with("\xEF\xBB\xBF")) return Error{Errc::malformed_json, ""};
  Structure structure;
  if (!Json::sax_parse(text, &structure)) return structure.fault;
  return Json::parse(text, nullptr, false);
}

std::string dump(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace vitrine
