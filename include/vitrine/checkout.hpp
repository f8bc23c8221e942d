#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "vitrine/cart_sourcing.hpp"
#include "vitrine/order.hpp"
#include "vitrine/replacement.hpp"

namespace vitrine {

/// Starts a checkout (UCP `POST /checkout_sessions`). There is no place for a price: the server
/// knows them.
struct CheckoutCreate {
  std::string site_id;
  std::vector<CartLine> line_items;
  std::optional<std::string> currency;  // refused unless the site's
  std::optional<Destination> destination;
  std::vector<SelectedOption> selected_options;
  std::vector<std::string> pinned_offers;  // see `SourcingRequest`
  SourcingObjective objective = SourcingObjective::cost;
  std::optional<std::string> language;  // that the customer reads, BCP 47; by default the site's
  std::optional<std::string>
      page;  // on which it begins: of an allowed origin, no query or fragment

  friend bool operator==(const CheckoutCreate&, const CheckoutCreate&) = default;
  static constexpr void fields(auto& self, auto&& field) {
    field("site_id", self.site_id);
    field("line_items", self.line_items);
    field("currency", self.currency);
    field("destination", self.destination);
    field("selected_options", self.selected_options, defaulted);
    field("pinned_offers", self.pinned_offers, defaulted);
    field("objective", self.objective, defaulted);
    field("language", self.language);
    field("page", self.page);
  }
};

/// Changes a checkout; what is absent stays. Lists replace the whole list.
struct CheckoutUpdate {
  std::optional<std::vector<CartLine>> line_items;
  std::optional<Buyer> buyer;
  std::optional<Address> address;
  std::optional<Destination> destination;
  std::optional<std::vector<SelectedOption>> selected_options;
  std::optional<PaymentMethod> payment_method;
  std::optional<ReplacementTerms> replacement;
  std::optional<std::vector<SellerNote>> notes;
  std::optional<std::vector<Appointment>> appointments;  // of services in the cart

  friend bool operator==(const CheckoutUpdate&, const CheckoutUpdate&) = default;
  static constexpr void fields(auto& self, auto&& field) {
    field("line_items", self.line_items);
    field("buyer", self.buyer);
    field("address", self.address);
    field("destination", self.destination);
    field("selected_options", self.selected_options);
    field("payment_method", self.payment_method);
    field("replacement", self.replacement);
    field("notes", self.notes);
    field("appointments", self.appointments);
  }
};

/// Places the order, for the total that the customer saw; `total_changed` when it is another by
/// now.
struct CheckoutComplete {
  Amount total = 0;

  friend bool operator==(const CheckoutComplete&, const CheckoutComplete&) = default;
  static constexpr void fields(auto& self, auto&& field) { field("total", self.total); }
};

enum class CheckoutStatus { incomplete, ready_for_complete, completed, canceled };
constexpr auto names(CheckoutStatus) {
  return std::to_array<std::string_view>(
      {"incomplete", "ready_for_complete", "completed", "canceled"});
}

/// Where to find what was bought. `url` holds an unguessable token: whoever has it sees the order.
struct OrderLink {
  std::string order_group_id;
  std::string url;
  std::string state_key;  // for the page around: opens only what is no personal data

  friend bool operator==(const OrderLink&, const OrderLink&) = default;
  static constexpr void fields(auto& self, auto&& field) {
    field("order_group_id", self.order_group_id);
    field("url", self.url);
    field("state_key", self.state_key, defaulted);
  }
};

/// What the server found when it sourced the cart itself: the cart costs `total`, the best way for
/// the customer's objective `best`, and none less than `bound`.
struct SourcingRecord {
  SourcingObjective objective = SourcingObjective::cost;
  SourcingProof proof = SourcingProof::bound;
  Amount total = 0;
  Amount best = 0;
  Amount bound = 0;

  friend bool operator==(const SourcingRecord&, const SourcingRecord&) = default;
  static constexpr void fields(auto& self, auto&& field) {
    field("objective", self.objective);
    field("proof", self.proof);
    field("total", self.total);
    field("best", self.best);
    field("bound", self.bound);
  }
};

/// The full, authoritative state of a checkout: the answer to every call about it. `secret`
/// authorises the further calls (`Authorization: Bearer`) and is told once, on creation.
/// `line_items` are what was asked for, the quote's what can be had of it; paths in `messages`,
/// which say what is missing, lead into the former.
struct CheckoutSession {
  std::string id;
  std::optional<std::string> secret;
  std::string site_id;
  std::string site_name;
  std::string language;  // of the site, BCP 47
  CheckoutStatus status = CheckoutStatus::incomplete;
  std::vector<CartLine> line_items;
  std::optional<Buyer> buyer;
  std::optional<Address> address;
  std::vector<PaymentMethod> payment_methods;
  std::optional<PaymentMethod> payment_method;
  ReplacementTerms replacement;
  std::vector<SellerNote> notes;
  std::vector<Appointment> appointments;
  Quote quote;
  std::optional<SourcingRecord> sourcing;  // of the cart as it was last changed; while deliverable
  std::vector<SellerInfo> sellers;
  std::optional<Split> shares;  // who earns what of the total, where the site tells it
  std::vector<Message> messages;
  std::optional<OrderLink> order;
  std::string expires_at;  // RFC 3339, UTC

  friend bool operator==(const CheckoutSession&, const CheckoutSession&) = default;
  static constexpr void fields(auto& self, auto&& field) {
    field("id", self.id);
    field("secret", self.secret);
    field("site_id", self.site_id);
    field("site_name", self.site_name);
    field("language", self.language);
    field("status", self.status);
    field("line_items", self.line_items);
    field("buyer", self.buyer);
    field("address", self.address);
    field("payment_methods", self.payment_methods);
    field("payment_method", self.payment_method);
    field("replacement", self.replacement);
    field("notes", self.notes, defaulted);
    field("appointments", self.appointments, defaulted);
    field("quote", self.quote);
    field("sourcing", self.sourcing);
    field("sellers", self.sellers);
    field("shares", self.shares);
    field("messages", self.messages);
    field("order", self.order);
    field("expires_at", self.expires_at);
  }
};

/// A fault beside the one that a failure is named by.
struct FurtherFault {
  std::string code;
  std::string path;
  std::optional<std::int64_t> limit;

  friend bool operator==(const FurtherFault&, const FurtherFault&) = default;
  static constexpr void fields(auto& self, auto&& field) {
    field("code", self.code);
    field("path", self.path);
    field("limit", self.limit);
  }
};

/// Every failed request's body. `path` leads to the fault in the request, `message` says what to do
/// (English, for developers; people read the web side's words for `code`).
struct Failure {
  std::string code;
  std::string path;
  std::string message;
  std::optional<std::int64_t> limit;
  std::optional<std::vector<FurtherFault>> further;  // of forms that are told all at once

  friend bool operator==(const Failure&, const Failure&) = default;
  static constexpr void fields(auto& self, auto&& field) {
    field("code", self.code);
    field("path", self.path);
    field("message", self.message);
    field("limit", self.limit);
    field("further", self.further);
  }
};

struct FailureBody {
  Failure error;

  friend bool operator==(const FailureBody&, const FailureBody&) = default;
  static constexpr void fields(auto& self, auto&& field) { field("error", self.error); }
};

}  // namespace vitrine
