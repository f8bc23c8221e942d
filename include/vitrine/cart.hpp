#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "vitrine/fields.hpp"
#include "vitrine/result.hpp"

namespace vitrine {

/// How much of which offer is wanted.
struct CartLine {
  std::string offer_id;
  std::int64_t quantity = 0;

  friend bool operator==(const CartLine&, const CartLine&) = default;
  static constexpr void fields(auto& self, auto&& field) {
    field("offer_id", self.offer_id);
    field("quantity", self.quantity);
  }
};

/// What a customer wants; holds no prices and no personal data.
struct Cart {
  std::vector<CartLine> line_items;

  friend bool operator==(const Cart&, const Cart&) = default;
  static constexpr void fields(auto& self, auto&& field) { field("line_items", self.line_items); }
};

inline constexpr std::int64_t maxQuantity = 1'000'000;
inline constexpr std::size_t maxLines = 200;

/// The first fault of a cart: a quantity outside 1 … maxQuantity (`out_of_range`), an offer named
/// twice
/// (`duplicate_offer`), more than maxLines lines (`too_large`).
Fault check(const std::vector<CartLine>& line_items);

/// The cart with the quantities of some offers set to the given absolute values; 0 removes. New
/// offers go to the end.
Result<Cart> update(Cart cart, const std::vector<CartLine>& changes);

}  // namespace vitrine
