#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "vitrine/quote.hpp"
#include "vitrine/review.hpp"
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

enum class PaymentMethod { invoice, pay_on_delivery };
constexpr auto names(PaymentMethod) {
  return std::to_array<std::string_view>({"invoice", "pay_on_delivery"});
}

/// Who buys. Kept on the server and by the sellers who need it; never in a presenter's page.
struct Buyer {
  std::string name;
  std::string email;
  std::string phone;

  friend bool operator==(const Buyer&, const Buyer&) = default;
  static constexpr void fields(auto& self, auto&& field) {
    field("name", self.name);
    field("email", self.email);
    field("phone", self.phone, defaulted);
  }
};

struct Address {
  std::string name;
  std::string line1;
  std::string line2;
  std::string postcode;  // see `requiresPostcode`
  std::string city;
  std::string country;  // ISO 3166-1 alpha-2

  friend bool operator==(const Address&, const Address&) = default;
  static constexpr void fields(auto& self, auto&& field) {
    field("name", self.name);
    field("line1", self.line1);
    field("line2", self.line2, defaulted);
    field("postcode", self.postcode, defaulted);
    field("city", self.city);
    field("country", self.country);
  }
};

/// The first fault of a buyer: an empty or overlong name, an e-mail without one "@" between texts.
Fault check(const Buyer& buyer);

/// The first fault of an address: an empty or overlong part, a country that is not two capital
/// letters. The postcode may be empty where the country does not require one.
Fault check(const Address& address);

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

/// Which order of a purchase the customer takes back; without one: all of it.
struct Cancellation {
  std::optional<std::string> order_id;

  friend bool operator==(const Cancellation&, const Cancellation&) = default;
  static constexpr void fields(auto& self, auto&& field) { field("order_id", self.order_id); }
};

/// What a customer tells one seller with the order: at most 2,000 bytes, lines end with "\n".
struct SellerNote {
  std::string seller_id;
  std::string text;

  friend bool operator==(const SellerNote&, const SellerNote&) = default;
  static constexpr void fields(auto& self, auto&& field) {
    field("seller_id", self.seller_id);
    field("text", self.text);
  }
};

inline constexpr std::size_t maxNote = 2000;  // bytes
inline constexpr std::size_t maxNotes = 100;

/// `too_large`, `invalid_format` for control characters.
Fault check(const std::vector<SellerNote>& notes);

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
  std::string note;  // of the customer
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
  std::string note;                // what the customer told the seller
  std::vector<OwnReview> reviews;  // what the customer said of it

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

/// The body of a seller's webhook (Standard Webhooks 1.0: type, timestamp, data).
struct OrderEvent {
  std::string type;       // "order.created"; "order.rejected" when the seller did not answer;
                          // "order.cancelled" when the customer took it back
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
