#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "vitrine/codec.hpp"

namespace vitrine {

/// Keeps the order of keys: answers list their fields as the C++ types do, byte for byte as in the
/// widget.
using Json = nlohmann::ordered_json;

/// A JSON value, read by the codec.
class JsonSource {
 public:
  explicit JsonSource(const Json& value) : value_(&value) {}

  bool isNull() const { return value_->is_null(); }
  std::optional<bool> boolean() const;
  std::optional<std::int64_t> integer() const;
  std::optional<std::string> string() const;
  std::optional<std::size_t> listSize() const;
  std::optional<std::vector<std::string>> keys() const;
  JsonSource item(std::size_t index) const { return JsonSource((*value_)[index]); }
  JsonSource member(std::string_view key) const { return JsonSource((*value_)[std::string(key)]); }

 private:
  const Json* value_;
};

/// Makes JSON values for the codec.
struct JsonSink {
  using Node = Json;

  static Node null() { return nullptr; }
  static Node boolean(bool value) { return value; }
  static Node integer(std::int64_t value) { return value; }
  static Node string(std::string_view value) { return std::string(value); }
  static Node list() { return Json::array(); }
  static Node object() { return Json::object(); }
  static void push(Node& list, Node item) { list.push_back(std::move(item)); }
  static void set(Node& object, std::string_view key, Node value) {
    object[std::string(key)] = std::move(value);
  }
};

/// Strict JSON: `malformed_json` also for invalid UTF-8 and nesting beyond 32, `duplicate_field`
/// with its name.
Result<Json> parseJson(std::string_view text);

/// The text of a Described value; invalid UTF-8 becomes U+FFFD.
std::string dump(const Json& json);

template <class T>
Result<T> fromJson(std::string_view text) {
  const auto json = parseJson(text);
  if (!json) return json.error();
  T value;
  if (auto fault = codec::read(JsonSource(*json), value)) return *std::move(fault);
  return value;
}

template <class T>
std::string toJson(const T& value) {
  return dump(codec::write<JsonSink>(value));
}

}  // namespace vitrine
