#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "vitrine/rich_text.hpp"

namespace vitrine {

class Row;

/// A text and what parts of it are.
struct RichText {
  std::string text;
  std::vector<TextMark> marks;

  friend bool operator==(const RichText&, const RichText&) = default;
  static constexpr void fields(auto& self, auto&& field) {
    field("text", self.text);
    field("marks", self.marks);
  }
};

/// What an HTML text says: paragraphs, headings, list items with their bullets or numbers, strong
/// and emphasised words; an empty line stands between what is no item. Nothing else of HTML is let
/// through: no element, attribute or link, and no content of scripts, styles, forms, frames and
/// drawings.
RichText readHtml(std::string_view html);

/// A row's description: HTML becomes rich text, anything else is taken as it is.
RichText readDescription(const Row& row, std::string_view name);

}  // namespace vitrine
