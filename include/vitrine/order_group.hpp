#pragma once

#include <optional>
#include <string>
#include <vector>

#include "vitrine/order.hpp"
#include "vitrine/replacement.hpp"
#include "vitrine/review.hpp"

namespace vitrine {

/// One seller's part as the customer sees it on the order page.
struct OrderStatusView {
  std::string id;
  std::string seller_id;
  std::string seller_name;
  OrderStatus status = OrderStatus::placed;
  std::vector<StatusChange> history;  // oldest first, the last is `status`
  std::string carrier;
  std::string tracking_number;
  std::string reason;
  std::vector<LineItem> line_items;
  std::vector<Fulfillment> fulfillments;
  std::vector<TaxLine> taxes;
  std::vector<Total> totals;
  std::string replaces;  // the rejected order that this one stands for
  std::optional<Replacement> replacement;
  std::string note;                                     // what the customer told the seller
  std::vector<Appointment> appointments;                // that the customer wished
  std::optional<AppointmentAnswer> appointment_answer;  // of the seller, to these
  std::vector<OwnReview> reviews;                       // what the customer said of it

  friend bool operator==(const OrderStatusView&, const OrderStatusView&) = default;
  static constexpr void fields(auto& self, auto&& field) {
    field("id", self.id);
    field("seller_id", self.seller_id);
    field("seller_name", self.seller_name);
    field("status", self.status);
    field("history", self.history);
    field("carrier", self.carrier);
    field("tracking_number", self.tracking_number);
    field("reason", self.reason);
    field("line_items", self.line_items);
    field("fulfillments", self.fulfillments);
    field("taxes", self.taxes);
    field("totals", self.totals);
    field("replaces", self.replaces);
    field("replacement", self.replacement);
    field("note", self.note);
    field("appointments", self.appointments);
    field("appointment_answer", self.appointment_answer);
    field("reviews", self.reviews);
  }
};

/// What the customer bought: one order per seller. Its totals are the sums of those that stand;
/// `agreed_total` is what was ordered at first. `sellers` are
/// as they were at the sale: their return terms are part of what was agreed.
struct OrderGroup {
  std::string id;
  std::string site_name;
  std::string language;  // of the purchase, BCP 47
  std::string created_at;
  std::string currency;
  PaymentMethod payment_method = PaymentMethod::invoice;
  std::optional<Address> address;
  std::vector<OrderStatusView> orders;
  std::vector<SellerInfo> sellers;
  std::vector<Total> totals;
  Amount agreed_total = 0;
  std::optional<Split> shares;  // who earns what of it, refunds taken off, where the site tells it
  std::optional<std::string> personal_data_erased_at;  // RFC 3339; the address is the country then

  friend bool operator==(const OrderGroup&, const OrderGroup&) = default;
  static constexpr void fields(auto& self, auto&& field) {
    field("id", self.id);
    field("site_name", self.site_name);
    field("language", self.language);
    field("created_at", self.created_at);
    field("currency", self.currency);
    field("payment_method", self.payment_method);
    field("address", self.address);
    field("orders", self.orders);
    field("sellers", self.sellers);
    field("totals", self.totals);
    field("agreed_total", self.agreed_total);
    field("shares", self.shares);
    field("personal_data_erased_at", self.personal_data_erased_at);
  }
};

/// Which order of a purchase the customer takes back; without one: all of it.
struct Cancellation {
  std::optional<std::string> order_id;

  friend bool operator==(const Cancellation&, const Cancellation&) = default;
  static constexpr void fields(auto& self, auto&& field) { field("order_id", self.order_id); }
};

}  // namespace vitrine
