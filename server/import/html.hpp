#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace vitrine {

class Row;

/// A piece of rich text that stands on lines of its own.
struct TextBlock {
  enum class Kind { paragraph, heading, list_item };
  Kind kind = Kind::paragraph;
  std::string text;  // plain

  friend bool operator==(const TextBlock&, const TextBlock&) = default;
};

/// What an HTML text says: paragraphs, headings and list items. Nothing else of HTML is let
/// through: no element, attribute or link, and no content of scripts, styles, forms, frames and
/// drawings.
std::vector<TextBlock> readHtml(std::string_view html);

/// The blocks as plain text: an empty line between paragraphs, a bullet before list items.
std::string plainText(const std::vector<TextBlock>& blocks);

/// A row's description: HTML becomes plain text, anything else is taken as it is.
std::string readDescription(const Row& row, std::string_view name);

}  // namespace vitrine
