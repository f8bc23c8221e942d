#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "vitrine/guide.hpp"

/// A presenter's guides, as it keeps them.
namespace vitrine {

struct GuideEntry {
  std::string name;
  std::string title;
  std::int64_t needs = 0;  // how many
  std::string updated_at;  // RFC 3339, UTC

  static constexpr void fields(auto& self, auto&& field) {
    field("name", self.name);
    field("title", self.title);
    field("needs", self.needs);
    field("updated_at", self.updated_at);
  }
};

struct GuideList {
  std::vector<GuideEntry> guides;

  static constexpr void fields(auto& self, auto&& field) { field("guides", self.guides); }
};

struct WrittenGuide {
  std::string name;
  std::string markdown;
  std::string updated_at;  // RFC 3339, UTC

  static constexpr void fields(auto& self, auto&& field) {
    field("name", self.name);
    field("markdown", self.markdown);
    field("updated_at", self.updated_at);
  }
};

struct GuideText {
  std::string markdown;

  static constexpr void fields(auto& self, auto&& field) { field("markdown", self.markdown); }
};

/// What is wrong in a line, from 1, and what would do (English).
struct GuideProblem {
  std::int64_t line = 0;
  std::string code;
  std::string expected;

  static constexpr void fields(auto& self, auto&& field) {
    field("line", self.line);
    field("code", self.code);
    field("expected", self.expected);
  }
};

/// A guide as pages get it, or what is wrong, by line. Neither: it was taken back.
struct GuideReading {
  std::optional<Guide> guide;
  std::vector<GuideProblem> problems;

  static constexpr void fields(auto& self, auto&& field) {
    field("guide", self.guide);
    field("problems", self.problems);
  }
};

}  // namespace vitrine
