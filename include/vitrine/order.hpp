#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "vitrine/appointment.hpp"
#include "vitrine/buyer.hpp"
#include "vitrine/quote.hpp"
#include "vitrine/shares.hpp"

namespace vitrine {

/// Where one seller's order stands.
enum class OrderStatus { placed, acknowledged, shipped, rejected, cancelled };
constexpr auto names(OrderStatus) {
  return std::to_array<std::string_view>(
      {"placed", "acknowledged", "shipped", "rejected", "cancelled"});
}

/// Whether the customer gets the goods and pays them: neither rejected nor cancelled.
constexpr bool stands(OrderStatus status) {
  return status != OrderStatus::rejected && status != OrderStatus::cancelled;
}

/// The status after a step. Taking the same step again changes nothing; a step that cannot follow
/// is `invalid_transition`. The seller's: placed → acknowledged → shipped, placed → shipped, and
/// rejected from placed or acknowledged. The customer's: placed → cancelled.
Result<OrderStatus> advance(OrderStatus from, OrderStatus to);

/// What a seller must tell a customer, before the sale and with the order.
struct SellerInfo {
  std::string id;
  std::string name;
  std::string email;
  std::string address;
  std::string return_terms;
  std::optional<ReturnPolicy> return_policy = {};

  friend bool operator==(const SellerInfo&, const SellerInfo&) = default;
  static constexpr void fields(auto& self, auto&& field) {
    field("id", self.id);
    field("name", self.name);
    field("email", self.email);
    field("address", self.address);
    field("return_terms", self.return_terms);
    field("return_policy", self.return_policy);
  }
};

SellerInfo infoOf(const Seller& seller);

/// How one parcel of an order travels, as agreed.
struct Fulfillment {
  std::string option_id;
  std::string title;
  ShippingKind kind = ShippingKind::shipping;
  std::vector<std::string> offer_ids;
  std::int32_t min_days = 0;
  std::int32_t max_days = 0;
  Amount amount = 0;
  std::string pickup_address;

  friend bool operator==(const Fulfillment&, const Fulfillment&) = default;
  static constexpr void fields(auto& self, auto&& field) {
    field("option_id", self.option_id);
    field("title", self.title);
    field("kind", self.kind);
    field("offer_ids", self.offer_ids);
    field("min_days", self.min_days);
    field("max_days", self.max_days);
    field("amount", self.amount);
    field("pickup_address", self.pickup_address);
  }
};

/// When an order took on a status.
struct StatusChange {
  OrderStatus status = OrderStatus::placed;
  std::string at;  // RFC 3339, UTC

  friend bool operator==(const StatusChange&, const StatusChange&) = default;
  static constexpr void fields(auto& self, auto&& field) {
    field("status", self.status);
    field("at", self.at);
  }
};

/// What a seller gets: its own lines and what fulfilling them needs, nothing of the other sellers.
/// An order that is picked up has no address.
struct SellerOrder {
  std::string id;
  std::string order_group_id;
  std::string seller_id;
  std::string site_id;
  std::string created_at;  // RFC 3339, UTC
  std::string currency;
  OrderStatus status = OrderStatus::placed;
  std::vector<StatusChange> history;  // oldest first, the last is `status`
  Buyer buyer;
  std::optional<Address> address;
  std::string note;                                     // of the customer
  std::vector<Appointment> appointments;                // that the customer wishes
  std::optional<AppointmentAnswer> appointment_answer;  // of the seller, to these
  PaymentMethod payment_method = PaymentMethod::invoice;
  std::vector<LineItem> line_items;
  std::vector<Fulfillment> fulfillments;
  std::vector<TaxLine> taxes;
  std::vector<Total> totals;
  std::string carrier;
  std::string tracking_number;
  std::string reason;                  // of a rejection
  std::optional<SellerShares> shares;  // as agreed at the sale; refunds do not change it
  std::optional<std::string> personal_data_erased_at;  // RFC 3339; who bought is no longer known

  friend bool operator==(const SellerOrder&, const SellerOrder&) = default;
  static constexpr void fields(auto& self, auto&& field) {
    field("id", self.id);
    field("order_group_id", self.order_group_id);
    field("seller_id", self.seller_id);
    field("site_id", self.site_id);
    field("created_at", self.created_at);
    field("currency", self.currency);
    field("status", self.status);
    field("history", self.history);
    field("buyer", self.buyer);
    field("address", self.address);
    field("note", self.note, defaulted);
    field("appointments", self.appointments, defaulted);
    field("appointment_answer", self.appointment_answer);
    field("payment_method", self.payment_method);
    field("line_items", self.line_items);
    field("fulfillments", self.fulfillments);
    field("taxes", self.taxes);
    field("totals", self.totals);
    field("carrier", self.carrier);
    field("tracking_number", self.tracking_number);
    field("reason", self.reason);
    field("shares", self.shares);
    field("personal_data_erased_at", self.personal_data_erased_at);
  }
};

/// The body of a seller's webhook (Standard Webhooks 1.0: type, timestamp, data).
struct OrderEvent {
  std::string type;       // "order.created"; "order.rejected" when the seller did not answer;
                          // "order.cancelled" when the customer took it back;
                          // "order.appointments_accepted" when the customer agreed to other days
  std::string timestamp;  // RFC 3339, when it happened
  SellerOrder data;

  friend bool operator==(const OrderEvent&, const OrderEvent&) = default;
  static constexpr void fields(auto& self, auto&& field) {
    field("type", self.type);
    field("timestamp", self.timestamp);
    field("data", self.data);
  }
};

/// A page of a seller's inbox, oldest first; pass `next` as `after` for the following page.
struct OrderList {
  std::vector<SellerOrder> orders;
  std::optional<std::string> next;

  friend bool operator==(const OrderList&, const OrderList&) = default;
  static constexpr void fields(auto& self, auto&& field) {
    field("orders", self.orders);
    field("next", self.next);
  }
};

/// A seller's "no", with the reason that the customer reads.
struct Rejection {
  std::string reason;

  friend bool operator==(const Rejection&, const Rejection&) = default;
  static constexpr void fields(auto& self, auto&& field) { field("reason", self.reason); }
};

struct Shipment {
  std::string carrier;
  std::string tracking_number;

  friend bool operator==(const Shipment&, const Shipment&) = default;
  static constexpr void fields(auto& self, auto&& field) {
    field("carrier", self.carrier, defaulted);
    field("tracking_number", self.tracking_number, defaulted);
  }
};

}  // namespace vitrine
