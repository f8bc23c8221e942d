#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "vitrine/catalog.hpp"

/// What sellers offer to presenters, and what the operator takes. Days are ISO 8601 dates in UTC
/// ("2026-11-22"), which compare as texts.
namespace vitrine {

/// What a commission's percentage is counted of: the value of the goods (after discounts, without
/// tax and delivery), or what the operator's fee leaves of it.
enum class CommissionBase { goods, goods_after_fee };
constexpr auto names(CommissionBase) {
  return std::to_array<std::string_view>({"goods", "goods_after_fee"});
}

/// What the operator's percentage is counted of: the same value of the goods, or the presenter's
/// commission.
enum class FeeBase { goods, commission };
constexpr auto names(FeeBase) { return std::to_array<std::string_view>({"goods", "commission"}); }

/// What bounds of retail prices in percent are counted of: the seller's own price, or its wholesale
/// price as customers would see it.
enum class RetailBase { listed, wholesale };
constexpr auto names(RetailBase) {
  return std::to_array<std::string_view>({"listed", "wholesale"});
}

/// The seller keeps `price` for each unit (minor units, without tax) and the presenter what the
/// goods bring beyond it. A discount of the seller lowers both in proportion. The presenter may set
/// the price that customers see, see retail.hpp: from `retail_min` to `retail_max`, and from
/// `retail_min_bp` to `retail_max_bp` hundredths of a percent of `retail_of`.
struct Wholesale {
  Amount price = 0;
  Amount retail_min = 0;
  std::optional<Amount> retail_max = {};
  std::int64_t retail_min_bp = 0;
  std::optional<std::int64_t> retail_max_bp = {};
  RetailBase retail_of = RetailBase::listed;

  friend bool operator==(const Wholesale&, const Wholesale&) = default;
  static constexpr void fields(auto& self, auto&& field) {
    field("price", self.price);
    field("retail_min", self.retail_min, defaulted);
    field("retail_max", self.retail_max);
    field("retail_min_bp", self.retail_min_bp, defaulted);
    field("retail_max_bp", self.retail_max_bp);
    field("retail_of", self.retail_of, defaulted);
  }
};

/// What a presenter earns by some goods: those of one product, of one category, or with neither all
/// others; from a day to a day, both included, empty: not limited. Either a commission, in
/// hundredths of a percent and minor units for each unit, or a wholesale price.
struct TermsRule {
  std::string product_id;
  std::string category;
  std::string from;
  std::string until;
  std::int64_t commission_bp = 0;
  CommissionBase of = CommissionBase::goods;
  Amount per_unit = 0;
  std::optional<Wholesale> wholesale;

  friend bool operator==(const TermsRule&, const TermsRule&) = default;
  static constexpr void fields(auto& self, auto&& field) {
    field("product_id", self.product_id, defaulted);
    field("category", self.category, defaulted);
    field("from", self.from, defaulted);
    field("until", self.until, defaulted);
    field("commission_bp", self.commission_bp, defaulted);
    field("of", self.of, defaulted);
    field("per_unit", self.per_unit, defaulted);
    field("wholesale", self.wholesale);
  }
};

/// Who may present a seller's goods: everybody, who asked and was accepted, or who was invited.
enum class Presenting { open, on_request, by_invitation };
constexpr auto names(Presenting) {
  return std::to_array<std::string_view>({"open", "on_request", "by_invitation"});
}

/// What a seller offers to presenters from a day on. `territories`: countries of the sites that may
/// present it (ISO 3166-1 alpha-2), empty: all. `notice_days`: how long before its first day the
/// next version has to be published. Of the rules the one of the product counts, else the one of
/// the category, else the one with neither; where none fits, the presenter earns nothing.
struct Terms {
  std::string from;
  Presenting presenting = Presenting::open;
  std::vector<std::string> territories;
  std::int64_t notice_days = 0;
  std::vector<TermsRule> rules;

  friend bool operator==(const Terms&, const Terms&) = default;
  static constexpr void fields(auto& self, auto&& field) {
    field("from", self.from);
    field("presenting", self.presenting, defaulted);
    field("territories", self.territories, defaulted);
    field("notice_days", self.notice_days, defaulted);
    field("rules", self.rules, defaulted);
  }
};

/// What the operator takes of each seller's part of a purchase, from a day on: a percentage (in
/// hundredths) and a fixed amount for each order, one for each currency that has any. The seller
/// pays it.
struct OperatorFee {
  std::string from;
  std::int64_t fee_bp = 0;
  FeeBase of = FeeBase::goods;
  std::vector<Money> per_order;

  friend bool operator==(const OperatorFee&, const OperatorFee&) = default;
  static constexpr void fields(auto& self, auto&& field) {
    field("from", self.from, defaulted);
    field("fee_bp", self.fee_bp, defaulted);
    field("of", self.of, defaulted);
    field("per_order", self.per_order, defaulted);
  }
};

inline constexpr std::int64_t wholeBp = 10'000;             // 100 %
inline constexpr std::int64_t maxRetailBp = 100 * wholeBp;  // of a bound or a margin
inline constexpr std::size_t maxRules = 200;
inline constexpr std::int64_t maxNoticeDays = 365;

/// Whether a text is a date of the calendar in the form 2026-11-22.
bool isDay(std::string_view text);

/// The first fault of terms by themselves: `invalid_format` (days, countries, a rule about product
/// and category, or of commission and wholesale price), `out_of_range` (negative, ends before it
/// begins), `terms_exceed_price` (more than 100 %), `negative_margin` (a retail price that may
/// never reach the wholesale price), `overlapping_rules`, `too_large`.
Fault check(const Terms& terms);
Fault check(const OperatorFee& fee);

/// The first fault of terms beside a fee: `circular_fees` when each counts what the other leaves,
/// `terms_exceed_price` when they come to more than 100 %.
Fault checkTogether(const Terms& terms, const OperatorFee& fee);

/// The first rule that a seller's goods of today cannot pay, taxed as in the seller's country:
/// `terms_exceed_price` (commission and fee beyond the price of a unit), `negative_margin` (price
/// below the wholesale price), `out_of_range` (a price outside the bounds of retail). The path is
/// the rule's.
Fault checkAgainst(const Terms& terms, const OperatorFee& fee, const Shelf& goods);

/// `retroactive` for a first day before the earliest one.
Fault checkBegin(std::string_view from, std::string_view earliest);

/// The rule that counts for goods on a day; none: nothing is earned.
const TermsRule* ruleFor(const Terms& terms, std::string_view product_id, std::string_view category,
                         std::string_view day);

}  // namespace vitrine
