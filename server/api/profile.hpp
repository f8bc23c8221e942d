#pragma once

#include "store/members.hpp"
#include "vitrine/quote.hpp"

/// What a seller says of itself, and what its rules would mean for a customer.
namespace vitrine {

/// When the seller takes no orders; none: it takes them.
struct HolidayWish {
  std::optional<Holiday> holiday;

  static constexpr void fields(auto& self, auto&& field) { field("holiday", self.holiday); }
};

/// `away`: now. Its offers count as sold out, and customers read when it is back.
struct HolidayState {
  std::optional<Holiday> holiday;
  bool away = false;

  static constexpr void fields(auto& self, auto&& field) {
    field("holiday", self.holiday);
    field("away", self.away);
  }
};

/// One line of a basket that is only thought of.
struct PreviewLine {
  Amount price = 0;         // minor units of the seller's currency, per unit
  std::int64_t weight = 0;  // grams per unit
  std::int64_t quantity = 1;
  std::string shipping_profile_id;
  std::string tax_category = "standard";

  static constexpr void fields(auto& self, auto&& field) {
    field("price", self.price);
    field("weight", self.weight);
    field("quantity", self.quantity);
    field("shipping_profile_id", self.shipping_profile_id);
    field("tax_category", self.tax_category, defaulted);
  }
};

/// A basket under rules that need not be saved yet.
struct ProfilePreview {
  Seller profile;
  std::vector<PreviewLine> line_items;
  Destination destination;

  static constexpr void fields(auto& self, auto&& field) {
    field("profile", self.profile);
    field("line_items", self.line_items);
    field("destination", self.destination);
  }
};

/// The quote that a customer would get. Faults of `check`, of the lines, and those of `quote`.
Result<Quote> preview(const ProfilePreview& wish);

}  // namespace vitrine
