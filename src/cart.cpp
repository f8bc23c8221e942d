#include "vitrine/cart.hpp"

#include <algorithm>

namespace vitrine {

Fault check(const std::vector<CartLine>& line_items) {
  if (line_items.size() > maxLines) return Error{Errc::too_large, "line_items"};
  for (std::size_t i = 0; i < line_items.size(); ++i) {
    const auto& line = line_items[i];
    if (line.quantity < 1 || line.quantity > maxQuantity)
      return at(element("line_items", i), {Errc::out_of_range, "quantity"});
    const bool named =
        std::any_of(line_items.begin(), line_items.begin() + static_cast<std::ptrdiff_t>(i),
                    [&](const CartLine& l) { return l.offer_id == line.offer_id; });
    if (named) return at(element("line_items", i), {Errc::duplicate_offer, "offer_id"});
  }
  return {};
}

Result<Cart> update(Cart cart, const std::vector<CartLine>& changes) {
  auto& lines = cart.line_items;
  if (auto fault = check(lines)) return at("cart", *std::move(fault));
  for (std::size_t i = 0; i < changes.size(); ++i) {
    const auto& change = changes[i];
    if (change.quantity < 0 || change.quantity > maxQuantity)
      return at(element("line_items", i), {Errc::out_of_range, "quantity"});
    const auto line = std::find_if(lines.begin(), lines.end(), [&](const CartLine& l) {
      return l.offer_id == change.offer_id;
    });
    if (line == lines.end()) {
      if (change.quantity > 0) lines.push_back(change);
    } else if (change.quantity > 0) {
      line->quantity = change.quantity;
    } else {
      lines.erase(line);
    }
  }
  if (auto fault = check(lines)) return *fault;
  return cart;
}

}  // namespace vitrine
