#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "vitrine/terms.hpp"

/// The price that customers of one site see where a seller sells wholesale and the site's presenter
/// sets the price. Retail prices are as the seller's own are: with tax or without it. What they
/// bring without tax is counted with the tax at home, of the seller's country.
namespace vitrine {

/// What a presenter wants for goods: a price, or a margin on the wholesale price in hundredths of a
/// percent. Neither: what the seller lists.
struct RetailWish {
  std::optional<Amount> price;
  std::optional<std::int64_t> margin_bp;

  friend bool operator==(const RetailWish&, const RetailWish&) = default;
  static constexpr void fields(auto& self, auto&& field) {
    field("price", self.price);
    field("margin_bp", self.margin_bp);
  }
};

/// The prices that may be. No highest: any.
struct RetailBounds {
  Amount lowest = 0;
  std::optional<Amount> highest;

  friend bool operator==(const RetailBounds&, const RetailBounds&) = default;
  static constexpr void fields(auto& self, auto&& field) {
    field("lowest", self.lowest);
    field("highest", self.highest);
  }
};

/// What became of a wish: there is none, it holds, it was moved to the nearest bound, or the bounds
/// leave no price at all, so that the listed one holds.
enum class RetailFit { listed, wished, raised, lowered, no_room };
constexpr auto names(RetailFit) {
  return std::to_array<std::string_view>({"listed", "wished", "raised", "lowered", "no_room"});
}

/// What customers of the site pay for a unit, and what they could.
struct RetailPrice {
  Amount price = 0;
  RetailFit fit = RetailFit::listed;
  RetailBounds bounds;

  friend bool operator==(const RetailPrice&, const RetailPrice&) = default;
  static constexpr void fields(auto& self, auto&& field) {
    field("price", self.price);
    field("fit", self.fit);
    field("bounds", self.bounds);
  }
};

/// What an offer would cost under a seller's terms on a day, if a presenter wished that.
struct RetailRequest {
  std::string offer_id;
  std::string on;
  Terms terms;
  RetailWish wish;

  friend bool operator==(const RetailRequest&, const RetailRequest&) = default;
  static constexpr void fields(auto& self, auto&& field) {
    field("offer_id", self.offer_id);
    field("on", self.on);
    field("terms", self.terms);
    field("wish", self.wish);
  }
};

/// `out_of_range` for a price or margin that none can be (a margin below 0 is `negative_margin`),
/// `invalid_format` for both at once.
Fault check(const RetailWish& wish);

/// The bounds that the seller's words alone make.
Result<RetailBounds> sellerBounds(const Wholesale& wholesale, const Seller& seller,
                                  const Offer& offer);

/// Those, and nothing below what pays the wholesale price: a sale at home never costs the presenter
/// anything.
Result<RetailBounds> retailBounds(const Wholesale& wholesale, const Seller& seller,
                                  const Offer& offer);

/// What a wish makes of an offer's listed price. `out_of_range` beyond 2^53 - 1.
Result<RetailPrice> retailPrice(const Wholesale& wholesale, const RetailWish& wish,
                                const Seller& seller, const Offer& offer);

/// Whether a presenter may wish that today: `negative_margin` below what pays the wholesale price,
/// `out_of_range` outside the seller's bounds, with the highest price; the path is the wish's.
Fault checkRetail(const Wholesale& wholesale, const RetailWish& wish, const Seller& seller,
                  const Offer& offer);

/// What a price of this offer brings without tax at home.
Amount withoutTax(Amount price, const Seller& seller, const Offer& offer);

}  // namespace vitrine
