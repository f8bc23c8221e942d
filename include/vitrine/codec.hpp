#pragma once

#include <algorithm>
#include <limits>

#include "vitrine/fields.hpp"
#include "vitrine/json_text.hpp"
#include "vitrine/result.hpp"

/// Reads and writes Described types from any tree of values. The two trees in use are JSON
/// (`server/json.hpp`) and JavaScript values (`widget/packed.hpp`); both go through here, so both
/// accept and refuse the same input.
namespace vitrine::codec {

/// What a tree must answer to be read.
template <class S>
concept Source = requires(const S& source, const char* key, std::size_t index) {
  { source.isNull() } -> std::same_as<bool>;
  { source.boolean() } -> std::same_as<std::optional<bool>>;
  { source.integer() } -> std::same_as<std::optional<std::int64_t>>;
  { source.string() } -> std::same_as<std::optional<std::string>>;
  { source.listSize() } -> std::same_as<std::optional<std::size_t>>;
  { source.item(index) } -> std::same_as<S>;
  { source.keys() } -> std::same_as<std::optional<std::vector<std::string>>>;
  { source.memberCount() } -> std::same_as<std::optional<std::size_t>>;  // nothing: not an object
  { source.member(key) } -> std::same_as<std::optional<S>>;
};

template <Source S, class T>
Fault read(const S& source, T& out);

namespace detail {

/// The first key that no field of `T` has.
template <Described T>
std::optional<std::string> unknownKey(std::vector<std::string> keys) {
  T example;
  T::fields(example, [&](const char* key, auto&&...) { std::erase(keys, key); });
  return keys.empty() ? std::nullopt : std::optional(keys.front());
}

template <Source S, Described T>
Fault readObject(const S& source, T& out) {
  const auto count = source.memberCount();
  if (!count) return Error{Errc::wrong_kind, ""};
  Fault fault;
  std::size_t known = 0;
  T::fields(out, [&]<class M, class... Tag>(const char* key, M& member, Tag...) {
    if (fault) return;
    const auto found = source.member(key);
    if (found) {
      ++known;
      if (auto inner = read(*found, member)) fault = at(key, *std::move(inner));
    } else if (sizeof...(Tag) == 0 && !isOptional<M>) {
      fault = Error{Errc::missing_field, key};
    }
  });
  if (!fault && known != *count) {
    if (auto key = unknownKey<T>(*source.keys()))
      fault = Error{Errc::unknown_field, *std::move(key)};
  }
  return fault;
}

template <Source S, class T>
Fault readList(const S& source, std::vector<T>& out) {
  const auto size = source.listSize();
  if (!size) return Error{Errc::wrong_kind, ""};
  out.clear();
  out.reserve(*size);
  for (std::size_t i = 0; i < *size; ++i) {
    if (auto fault = read(source.item(i), out.emplace_back()))
      return at(element("", i), *std::move(fault));
  }
  return {};
}

}  // namespace detail

/// Fills `out` from `source`. The first fault is returned with its path; `out` is then not to be
/// used. Unknown keys, wrong kinds, fractions and integers beyond the member's range or 2^53 - 1
/// are faults.
template <Source S, class T>
Fault read(const S& source, T& out) {
  if constexpr (isOptional<T>) {
    if (source.isNull()) {
      out.reset();
      return {};
    }
    return read(source, out.emplace());
  } else if constexpr (isList<T>) {
    return detail::readList(source, out);
  } else if constexpr (Described<T>) {
    return detail::readObject(source, out);
  } else if constexpr (std::same_as<T, bool>) {
    const auto value = source.boolean();
    if (!value) return Error{Errc::wrong_kind, ""};
    out = *value;
    return {};
  } else if constexpr (std::integral<T>) {
    const auto value = source.integer();
    if (!value) return Error{Errc::wrong_kind, ""};
    if (*value < -maxSafeInteger || *value > maxSafeInteger ||
        *value < std::numeric_limits<T>::min() || *value > std::numeric_limits<T>::max())
      return Error{Errc::out_of_range, ""};
    out = static_cast<T>(*value);
    return {};
  } else if constexpr (Named<T>) {
    const auto text = source.string();
    if (!text) return Error{Errc::wrong_kind, ""};
    constexpr auto all = names(T{});
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (all[i] == *text) {
        out = static_cast<T>(i);
        return {};
      }
    }
    return Error{Errc::out_of_range, ""};
  } else {
    static_assert(std::same_as<T, std::string>,
                  "a wire member is a string, integer, bool, enum, list or Described");
    auto text = source.string();
    if (!text) return Error{Errc::wrong_kind, ""};
    out = *std::move(text);
    return {};
  }
}

/// Writes `value` as JSON. Absent optional members are left out.
template <class T>
void write(JsonText& out, const T& value) {
  if constexpr (isOptional<T>) {
    value ? write(out, *value) : out.null();
  } else if constexpr (isList<T>) {
    out.beginList();
    for (const auto& item : value) write(out, item);
    out.endList();
  } else if constexpr (Described<T>) {
    out.beginObject();
    T::fields(value, [&]<class M>(const char* key, const M& member, auto...) {
      if constexpr (isOptional<M>) {
        if (!member) return;
      }
      out.key(key);
      write(out, member);
    });
    out.endObject();
  } else if constexpr (std::same_as<T, bool>) {
    out.boolean(value);
  } else if constexpr (std::integral<T>) {
    out.integer(static_cast<std::int64_t>(value));
  } else if constexpr (Named<T>) {
    out.string(name(value));
  } else {
    out.string(value);
  }
}

}  // namespace vitrine::codec

namespace vitrine {

/// The JSON text of a value.
template <class T>
std::string toJson(const T& value) {
  JsonText out;
  codec::write(out, value);
  return std::move(out.text);
}

}  // namespace vitrine
