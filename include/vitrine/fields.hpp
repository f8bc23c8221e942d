#pragma once

#include <array>
#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace vitrine {

/// Third argument of a field that a reader may miss: its member then keeps its initial value.
struct Defaulted {};
inline constexpr Defaulted defaulted;

/// A wire type: lists its fields once, beside its members. JSON, JavaScript objects, TypeScript and
/// JSON Schema all follow from that list.
template <class T>
concept Described = requires(T value) {
  T::fields(value, [](auto&&...) {});
};

/// An enumeration whose wire names are `names(E{})`, in the order of its enumerators from 0.
template <class E>
concept Named = std::is_enum_v<E> && requires(E value) {
  names(value).size();
};

template <Named E>
constexpr std::string_view name(E value) {
  return names(value)[static_cast<std::size_t>(value)];
}

template <class T>
inline constexpr bool isOptional = false;
template <class T>
inline constexpr bool isOptional<std::optional<T>> = true;

template <class T>
inline constexpr bool isList = false;
template <class T>
inline constexpr bool isList<std::vector<T>> = true;

/// The widest integer that a JavaScript number holds exactly, 2^53 - 1: the bound of every integer
/// on the wire.
inline constexpr std::int64_t maxSafeInteger = 9007199254740991;

}  // namespace vitrine
