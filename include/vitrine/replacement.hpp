#pragma once

#include <string>
#include <vector>

#include "vitrine/quote.hpp"

namespace vitrine {

/// What the customer agreed to in case that a seller cannot fulfil its part: to be asked, to have
/// it replaced by other sellers if that is not dearer, or if it is at most `up_to` dearer in all.
enum class ReplacementMode { ask, not_dearer, up_to };
constexpr auto names(ReplacementMode) {
  return std::to_array<std::string_view>({"ask", "not_dearer", "up_to"});
}

struct ReplacementTerms {
  ReplacementMode mode = ReplacementMode::ask;
  Amount up_to = 0;

  friend bool operator==(const ReplacementTerms&, const ReplacementTerms&) = default;
  static constexpr void fields(auto& self, auto&& field) {
    field("mode", self.mode);
    field("up_to", self.up_to, defaulted);
  }
};

/// `out_of_range` when what it may cost more is negative.
Fault check(const ReplacementTerms& terms);

/// How what a seller rejected can be had of others. It waits for the customer's word.
struct Replacement {
  std::vector<CartLine> line_items;
  std::vector<SelectedOption> selected_options;
  std::vector<std::string> seller_names;
  Amount total = 0;
  Amount difference = 0;  // to the rejected order; more than 0: dearer

  friend bool operator==(const Replacement&, const Replacement&) = default;
  static constexpr void fields(auto& self, auto&& field) {
    field("line_items", self.line_items);
    field("selected_options", self.selected_options);
    field("seller_names", self.seller_names);
    field("total", self.total);
    field("difference", self.difference);
  }
};

/// The customer's word on a replacement; `total` as it was shown.
struct ReplacementAnswer {
  std::string order_id;
  bool accept = false;
  Amount total = 0;

  friend bool operator==(const ReplacementAnswer&, const ReplacementAnswer&) = default;
  static constexpr void fields(auto& self, auto&& field) {
    field("order_id", self.order_id);
    field("accept", self.accept);
    field("total", self.total, defaulted);
  }
};

}  // namespace vitrine
