#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "vitrine/codec.hpp"

namespace vitrine {

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
  std::optional<std::size_t> memberCount() const;
  std::optional<JsonSource> member(const char* key) const;

 private:
  const Json* value_;
};

/// Strict JSON: `malformed_json` also for invalid UTF-8, a byte order mark and nesting beyond 32,
/// `duplicate_field` with the path of the second one.
Result<Json> parseJson(std::string_view text);

/// The text of a tree; invalid UTF-8 becomes U+FFFD.
std::string dump(const Json& json);

template <class T>
Result<T> fromJson(std::string_view text) {
  const auto json = parseJson(text);
  if (!json) return json.error();
  T value;
  if (auto fault = codec::read(JsonSource(*json), value)) return *std::move(fault);
  return value;
}

}  // namespace vitrine
