#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "vitrine/cart.hpp"
#include "vitrine/catalog.hpp"

namespace vitrine {

enum class TotalType { subtotal, items_discount, fulfillment, tax, fee, total };
constexpr auto names(TotalType) {
  return std::to_array<std::string_view>(
      {"subtotal", "items_discount", "fulfillment", "tax", "fee", "total"});
}

/// One row of a money table (UCP `totals[]`): signed minor units; the rows but `total` add up to
/// `total`.
struct Total {
  TotalType type = TotalType::total;
  Amount amount = 0;

  friend bool operator==(const Total&, const Total&) = default;
  static constexpr void fields(auto& self, auto&& field) {
    field("type", self.type);
    field("amount", self.amount);
  }
};

/// The tax of one category at one rate: of `net`, either included in the prices shown or added to
/// them.
struct TaxLine {
  std::string category;
  std::int64_t rate_ppm = 0;
  Amount net = 0;
  Amount amount = 0;
  bool included = true;

  friend bool operator==(const TaxLine&, const TaxLine&) = default;
  static constexpr void fields(auto& self, auto&& field) {
    field("category", self.category);
    field("rate_ppm", self.rate_ppm);
    field("net", self.net);
    field("amount", self.amount);
    field("included", self.included);
  }
};

/// A cart line with what it costs. `quantity` is what can be had of the wanted: 0 when sold out.
/// `discount` is its share of what the seller takes off, `tax` that of the group's tax.
struct LineItem {
  std::string offer_id;
  std::int64_t quantity = 0;
  std::string seller_id;
  std::string product_id;
  std::string sku;
  std::string title;
  std::vector<VariantOption> options;
  std::string image;
  Amount unit_price = 0;
  Amount subtotal = 0;  // before the discount
  Amount discount = 0;
  Amount tax = 0;
  std::int64_t weight = 0;  // grams, all units
  std::optional<std::int64_t> stock;
  std::optional<UnitPricing> unit_pricing = {};
  OfferKind kind = OfferKind::sale;

  friend bool operator==(const LineItem&, const LineItem&) = default;
  static constexpr void fields(auto& self, auto&& field) {
    field("offer_id", self.offer_id);
    field("quantity", self.quantity);
    field("seller_id", self.seller_id);
    field("product_id", self.product_id);
    field("sku", self.sku);
    field("title", self.title);
    field("options", self.options);
    field("image", self.image);
    field("unit_price", self.unit_price);
    field("subtotal", self.subtotal);
    field("discount", self.discount);
    field("tax", self.tax);
    field("weight", self.weight);
    field("stock", self.stock);
    field("unit_pricing", self.unit_pricing);
    field("kind", self.kind, defaulted);
  }
};

/// A way this parcel can travel, with its fee. `missing_for_free`: how much more of this seller's
/// goods makes it free.
struct ShippingOption {
  std::string id;
  std::string title;
  ShippingKind kind = ShippingKind::shipping;
  std::int32_t min_days = 0;
  std::int32_t max_days = 0;
  std::string pickup_address;
  Amount amount = 0;
  std::optional<Amount> missing_for_free;

  friend bool operator==(const ShippingOption&, const ShippingOption&) = default;
  static constexpr void fields(auto& self, auto&& field) {
    field("id", self.id);
    field("title", self.title);
    field("kind", self.kind);
    field("min_days", self.min_days);
    field("max_days", self.max_days);
    field("pickup_address", self.pickup_address);
    field("amount", self.amount);
    field("missing_for_free", self.missing_for_free);
  }
};

/// A parcel, or a visit: the lines of one seller that share a shipping profile. Its id is
/// `seller_id/profile_id`. Nothing is selected when no option serves the destination, or when the
/// goods can only be collected and the customer has not chosen that. A parcel of sold-out lines has
/// no options.
struct FulfillmentGroup {
  std::string id;
  std::string profile_id;
  std::vector<std::string> offer_ids;
  std::int64_t weight = 0;              // grams
  std::vector<ShippingOption> options;  // cheapest first, then quickest
  std::optional<std::string> selected_option_id;
  Amount amount = 0;
  Amount tax = 0;

  friend bool operator==(const FulfillmentGroup&, const FulfillmentGroup&) = default;
  static constexpr void fields(auto& self, auto&& field) {
    field("id", self.id);
    field("profile_id", self.profile_id);
    field("offer_ids", self.offer_ids);
    field("weight", self.weight);
    field("options", self.options);
    field("selected_option_id", self.selected_option_id);
    field("amount", self.amount);
    field("tax", self.tax);
  }
};

/// One seller's part of the quote: what will be its own order.
struct SellerQuote {
  std::string seller_id;
  std::string seller_name;
  std::vector<FulfillmentGroup> groups;
  std::vector<TaxLine> taxes;
  std::vector<Total> totals;

  friend bool operator==(const SellerQuote&, const SellerQuote&) = default;
  static constexpr void fields(auto& self, auto&& field) {
    field("seller_id", self.seller_id);
    field("seller_name", self.seller_name);
    field("groups", self.groups);
    field("taxes", self.taxes);
    field("totals", self.totals);
  }
};

enum class MessageType { error, warning, info };
constexpr auto names(MessageType) {
  return std::to_array<std::string_view>({"error", "warning", "info"});
}

enum class Severity { recoverable, requires_buyer_input };
constexpr auto names(Severity) {
  return std::to_array<std::string_view>({"recoverable", "requires_buyer_input"});
}

/// A declined wish (UCP `messages[]`): the answer stands, but this part of it could not be done.
/// `code` is the name of an Errc, `content` a short text for developers; `limit` the largest
/// quantity there is.
struct Message {
  MessageType type = MessageType::error;
  std::string code;
  Severity severity = Severity::recoverable;
  std::string path;
  std::string content;
  std::optional<std::int64_t> limit;

  friend bool operator==(const Message&, const Message&) = default;
  static constexpr void fields(auto& self, auto&& field) {
    field("type", self.type);
    field("code", self.code);
    field("severity", self.severity);
    field("path", self.path);
    field("content", self.content);
    field("limit", self.limit);
  }
};

/// The customer's choice for one parcel.
struct SelectedOption {
  std::string group_id;
  std::string option_id;

  friend bool operator==(const SelectedOption&, const SelectedOption&) = default;
  static constexpr void fields(auto& self, auto&& field) {
    field("group_id", self.group_id);
    field("option_id", self.option_id);
  }
};

struct QuoteRequest {
  std::string currency;
  Destination destination;
  std::vector<CartLine> line_items;
  std::vector<SelectedOption> selected_options;

  friend bool operator==(const QuoteRequest&, const QuoteRequest&) = default;
  static constexpr void fields(auto& self, auto&& field) {
    field("currency", self.currency);
    field("destination", self.destination);
    field("line_items", self.line_items);
    field("selected_options", self.selected_options, defaulted);
  }
};

/// The full priced answer for a cart. Sellers and parcels stand in the order of their first line.
struct Quote {
  std::string currency;
  Destination destination;
  std::vector<LineItem> line_items;
  std::vector<SellerQuote> sellers;
  std::vector<TaxLine> taxes;  // of all sellers, one for each category and rate
  std::vector<Total> totals;
  std::vector<std::string> countries;  // where these goods are carried to; empty: not limited
  bool postcode_required = true;       // of an address at the destination
  std::vector<Message> messages;

  friend bool operator==(const Quote&, const Quote&) = default;
  static constexpr void fields(auto& self, auto&& field) {
    field("currency", self.currency);
    field("destination", self.destination);
    field("line_items", self.line_items);
    field("sellers", self.sellers);
    field("taxes", self.taxes);
    field("totals", self.totals);
    field("countries", self.countries);
    field("postcode_required", self.postcode_required);
    field("messages", self.messages);
  }
};

/// Prices a cart. Lines that cannot be had, parcels that nobody delivers, choices that are still to
/// be made and those that do not exist become messages; the rest is priced. A cart that is itself
/// wrong is an error: see `check`, and `currency_mismatch`, `invalid_format` (country),
/// `out_of_range` (money beyond 2^53 - 1).
///
/// Tax: goods by the rate of their category at the destination (at the seller's country for
/// pickup). Delivery follows the goods it carries: its fee is split over their rates by value
/// (ancillary supply, EU VAT Directive art. 78). A price that includes tax stays what it is
/// wherever it goes. Each rate is rounded once per parcel.
Result<Quote> quote(const QuoteRequest& request, const Shelf& shelf);

/// The amount of one row, 0 when there is none.
Amount amountOf(const std::vector<Total>& totals, TotalType type);

}  // namespace vitrine
