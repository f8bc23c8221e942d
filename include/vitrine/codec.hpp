#pragma once

#include <algorithm>
#include <limits>

#include "vitrine/fields.hpp"
#include "vitrine/result.hpp"

/// Reads and writes Described types from any tree of values. The two trees in use are JSON
/// (`server/json.hpp`) and JavaScript objects (`widget/value.hpp`); both go through here, so both
/// accept and refuse the same input.
namespace vitrine::codec {

/// What a tree must answer to be read.
template <class S>
concept Source = requires(const S& source, std::string_view key, std::size_t index) {
  { source.isNull() } -> std::same_as<bool>;
  { source.boolean() } -> std::same_as<std::optional<bool>>;
  { source.integer() } -> std::same_as<std::optional<std::int64_t>>;
  { source.string() } -> std::same_as<std::optional<std::string>>;
  { source.listSize() } -> std::same_as<std::optional<std::size_t>>;
  { source.keys() } -> std::same_as<std::optional<std::vector<std::string>>>;
  { source.item(index) } -> std::same_as<S>;
  { source.member(key) } -> std::same_as<S>;
};

template <Source S, class T>
Fault read(const S& source, T& out);

namespace detail {

template <Source S, Described T>
Fault readObject(const S& source, T& out) {
  auto keys = source.keys();
  if (!keys) return Error{Errc::wrong_kind, ""};
  Fault fault;
  auto one = [&](std::string_view key, auto& member, bool required) {
    if (fault) return;
    const auto found = std::find(keys->begin(), keys->end(), key);
    if (found == keys->end()) {
      if (required) fault = Error{Errc::missing_field, std::string(key)};
      return;
    }
    keys->erase(found);
    if (auto inner = read(source.member(key), member)) fault = at(key, *std::move(inner));
  };
  T::fields(out, [&]<class M, class... Tag>(std::string_view key, M& member, Tag...) {
    one(key, member, sizeof...(Tag) == 0 && !isOptional<M>);
  });
  if (!fault && !keys->empty()) fault = Error{Errc::unknown_field, keys->front()};
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

/// Writes `value` into a tree made by `Sink`'s static makers. Absent optional members are left out.
template <class Sink, class T>
typename Sink::Node write(const T& value) {
  if constexpr (isOptional<T>) {
    return value ? write<Sink>(*value) : Sink::null();
  } else if constexpr (isList<T>) {
    auto list = Sink::list();
    for (const auto& item : value) Sink::push(list, write<Sink>(item));
    return list;
  } else if constexpr (Described<T>) {
    auto object = Sink::object();
    T::fields(value, [&](std::string_view key, const auto& member, auto...) {
      if constexpr (isOptional<std::remove_cvref_t<decltype(member)>>) {
        if (!member) return;
      }
      Sink::set(object, key, write<Sink>(member));
    });
    return object;
  } else if constexpr (std::same_as<T, bool>) {
    return Sink::boolean(value);
  } else if constexpr (std::integral<T>) {
    return Sink::integer(static_cast<std::int64_t>(value));
  } else if constexpr (Named<T>) {
    return Sink::string(name(value));
  } else {
    return Sink::string(value);
  }
}

}  // namespace vitrine::codec
