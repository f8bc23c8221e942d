#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "vitrine/fields.hpp"

/// A presenter's article with what it takes to follow it, as pages get it: typed blocks, no markup.
namespace vitrine {

enum class GuideBlockKind { heading, paragraph, item, quote, code, picture, rule, needs };
constexpr auto names(GuideBlockKind) {
  return std::to_array<std::string_view>(
      {"heading", "paragraph", "item", "quote", "code", "picture", "rule", "needs"});
}

/// A piece of text in one style; `link` is empty or an https URL.
struct GuideSpan {
  std::string text;
  bool strong = false;
  bool emphasis = false;
  bool code = false;
  std::string link = {};

  friend bool operator==(const GuideSpan&, const GuideSpan&) = default;
  static constexpr void fields(auto& self, auto&& field) {
    field("text", self.text);
    field("strong", self.strong, defaulted);
    field("emphasis", self.emphasis, defaulted);
    field("code", self.code, defaulted);
    field("link", self.link, defaulted);
  }
};

/// A need where the article comes to it; one that is named again adds up.
struct GuideMention {
  std::int64_t need = 0;    // its place in the guide's needs
  std::int64_t amount = 0;  // thousandths of its unit, of this mention alone

  friend bool operator==(const GuideMention&, const GuideMention&) = default;
  static constexpr void fields(auto& self, auto&& field) {
    field("need", self.need);
    field("amount", self.amount);
  }
};

struct GuideBlock {
  GuideBlockKind kind = GuideBlockKind::paragraph;
  std::int64_t level = 0;  // of a heading 1 … 6, of a list's item and what continues it 1 …; else 0
  bool ordered = false;  // the item is of a numbered list
  std::int64_t number =
      0;  // of an item that is the first of its list: where the list starts; else 0
  std::vector<GuideSpan> spans = {};  // of a picture: what it shows, in words
  std::string picture = {};           // an https URL
  std::vector<GuideMention> needs = {};

  friend bool operator==(const GuideBlock&, const GuideBlock&) = default;
  static constexpr void fields(auto& self, auto&& field) {
    field("kind", self.kind);
    field("level", self.level, defaulted);
    field("ordered", self.ordered, defaulted);
    field("number", self.number, defaulted);
    field("spans", self.spans, defaulted);
    field("picture", self.picture, defaulted);
    field("needs", self.needs, defaulted);
  }
};

/// What would do for a need, and how much of it one piece (a pack, a board, an hour) holds.
struct NeedChoice {
  std::string product_id;
  std::string variant_id;
  std::int64_t content = 1000;  // thousandths of the need's unit

  friend bool operator==(const NeedChoice&, const NeedChoice&) = default;
  static constexpr void fields(auto& self, auto&& field) {
    field("product_id", self.product_id);
    field("variant_id", self.variant_id);
    field("content", self.content, defaulted);
  }
};

/// So much of something, and what in the catalogue would do: 12 m² of decking.
struct Need {
  std::string name;
  std::string unit;         // as people write it, "m²"; empty: pieces
  std::int64_t amount = 0;  // thousandths of the unit; 0: nothing of it is wanted
  std::vector<NeedChoice> choices;
  bool optional = false;  // not taken before the customer says so, like help

  friend bool operator==(const Need&, const Need&) = default;
  static constexpr void fields(auto& self, auto&& field) {
    field("name", self.name);
    field("unit", self.unit, defaulted);
    field("amount", self.amount);
    field("choices", self.choices);
    field("optional", self.optional, defaulted);
  }
};

inline constexpr std::size_t maxNeeds = 40;
inline constexpr std::size_t maxNeedChoices = 12;
inline constexpr std::int64_t maxNeedAmount = 1'000'000'000;  // thousandths

struct Guide {
  std::string name;   // in links and attributes: "terrace"
  std::string title;  // its first heading
  std::vector<GuideBlock> blocks;
  std::vector<Need> needs;

  friend bool operator==(const Guide&, const Guide&) = default;
  static constexpr void fields(auto& self, auto&& field) {
    field("name", self.name);
    field("title", self.title);
    field("blocks", self.blocks);
    field("needs", self.needs);
  }
};

}  // namespace vitrine
