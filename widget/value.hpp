#pragma once

#include <emscripten/val.h>

#include <cmath>

#include "vitrine/codec.hpp"

namespace vitrine {

/// A JavaScript value, read by the codec. Objects are plain data: own enumerable keys.
class ValueSource {
 public:
  explicit ValueSource(emscripten::val value) : value_(std::move(value)) {}

  bool isNull() const { return value_.isNull() || value_.isUndefined(); }
  std::optional<bool> boolean() const {
    return value_.isTrue() || value_.isFalse() ? std::optional(value_.isTrue()) : std::nullopt;
  }
  std::optional<std::int64_t> integer() const {
    if (!value_.isNumber()) return {};
    const auto number = value_.as<double>();
    if (std::trunc(number) != number) return {};  // fractions and NaN
    // The codec refuses anything past 2^53 - 1, so a clamped value is refused too.
    constexpr auto beyond = 9.1e15;
    return static_cast<std::int64_t>(std::fmin(std::fmax(number, -beyond), beyond));
  }
  std::optional<std::string> string() const {
    return value_.isString() ? std::optional(value_.as<std::string>()) : std::nullopt;
  }
  std::optional<std::size_t> listSize() const {
    return value_.isArray() ? std::optional(value_["length"].as<std::size_t>()) : std::nullopt;
  }
  std::optional<std::size_t> memberCount() const {
    if (isNull() || value_.isArray() || value_.typeOf().as<std::string>() != "object") return {};
    return keyList()["length"].as<std::size_t>();
  }
  /// Nothing also for a key whose value is undefined: it counts as absent, as in JSON.stringify.
  std::optional<ValueSource> member(const char* key) const {
    auto value = value_[key];
    return value.isUndefined() ? std::nullopt : std::optional(ValueSource(std::move(value)));
  }
  std::optional<std::vector<std::string>> keys() const {
    const auto names = keyList();
    std::vector<std::string> answer;
    const auto size = names["length"].as<std::size_t>();
    for (std::size_t i = 0; i < size; ++i) {
      if (!value_[names[i]].isUndefined()) answer.push_back(names[i].as<std::string>());
    }
    return answer;
  }
  ValueSource item(std::size_t index) const { return ValueSource(value_[index]); }

 private:
  emscripten::val keyList() const {
    static const auto object = emscripten::val::global("Object");
    return object.call<emscripten::val>("keys", value_);
  }

  emscripten::val value_;
};

}  // namespace vitrine
