#pragma once

#include "vitrine/order.hpp"

/// What a page that shows an order's state may know of it: nothing of the customer.
namespace vitrine {

/// One seller's part. Without tracking number and reason: texts of a seller may name the customer.
struct PartState {
  std::string id;
  std::string seller_name;
  OrderStatus status = OrderStatus::placed;
  bool collected = false;  // all of it is picked up at the seller's
  std::vector<LineItem> line_items;
  std::vector<Total> totals;

  static constexpr void fields(auto& self, auto&& field) {
    field("id", self.id);
    field("seller_name", self.seller_name);
    field("status", self.status);
    field("collected", self.collected);
    field("line_items", self.line_items);
    field("totals", self.totals);
  }
};

/// A purchase without its customer. The totals are of the orders that stand.
struct OrderState {
  std::string id;
  std::string created_at;  // RFC 3339, UTC
  std::string currency;
  std::vector<PartState> orders;
  std::vector<Total> totals;

  static constexpr void fields(auto& self, auto&& field) {
    field("id", self.id);
    field("created_at", self.created_at);
    field("currency", self.currency);
    field("orders", self.orders);
    field("totals", self.totals);
  }
};

}  // namespace vitrine
