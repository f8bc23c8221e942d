#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace vitrine {

/// A piece of a text: ours, or a value (a name, an amount) that must not turn the direction of what
/// stands around it.
struct Piece {
  std::string text;
  bool value = false;

  friend bool operator==(const Piece&, const Piece&) = default;
};

using Phrase = std::vector<Piece>;

/// Our own words as they are.
Phrase plain(std::string_view words);

/// A value by itself.
Phrase given(std::string_view value);

/// Our words with values in the places of {1}, {2}, …; what stands in a value is left alone.
Phrase filled(std::string_view words, std::initializer_list<std::string_view> values);

/// One after the other, with our words between.
Phrase joined(const std::vector<Phrase>& parts, std::string_view between);

/// The text alone, for a header.
std::string textOf(const Phrase& phrase);

/// A value without control characters (a line break becomes a space) and without those that change
/// the direction of text.
std::string cleaned(std::string_view value);

}  // namespace vitrine
