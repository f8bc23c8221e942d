#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "vitrine/quote.hpp"
#include "vitrine/sourcing.hpp"

/// Sourcing of a customer's cart: the sellers' offers for the wanted variants become a
/// `SourcingInstance`, its answers become carts again, each priced by `quote`.
namespace vitrine {

/// What a presenter wishes of sourcing. Lines that are pinned stay whatever it says.
struct SourcingPolicy {
  std::vector<std::string> excluded_sellers;
  std::vector<std::string> preferred_sellers;
  Amount surcharge = 0;  // a parcel of any other seller counts as so much dearer; nobody pays it

  friend bool operator==(const SourcingPolicy&, const SourcingPolicy&) = default;
  static constexpr void fields(auto& self, auto&& field) {
    field("excluded_sellers", self.excluded_sellers, defaulted);
    field("preferred_sellers", self.preferred_sellers, defaulted);
    field("surcharge", self.surcharge, defaulted);
  }
};

struct SourcingRequest {
  std::string currency;
  Destination destination;
  std::vector<CartLine> line_items;
  std::vector<SelectedOption> selected_options;
  std::vector<std::string> pinned_offers;  // of the lines that stay with their seller
  SourcingPolicy policy;

  friend bool operator==(const SourcingRequest&, const SourcingRequest&) = default;
  static constexpr void fields(auto& self, auto&& field) {
    field("currency", self.currency);
    field("destination", self.destination);
    field("line_items", self.line_items);
    field("selected_options", self.selected_options, defaulted);
    field("pinned_offers", self.pinned_offers, defaulted);
    field("policy", self.policy, defaulted);
  }
};

/// One way to serve the cart. `proof` is `optimal` when no other way is better for its objective
/// (with prices that exclude tax: but for the rounding of the tax); else no way costs less than
/// `bound`.
struct SourcingChoice {
  SourcingObjective objective = SourcingObjective::cost;
  SourcingProof proof = SourcingProof::bound;
  Amount total = 0;  // what the customer pays, taxes included
  Amount bound = 0;
  std::int64_t parcels = 0;
  std::int32_t max_days = 0;  // until the last parcel is there, working days
  std::vector<CartLine> line_items;
  std::vector<SelectedOption> selected_options;

  friend bool operator==(const SourcingChoice&, const SourcingChoice&) = default;
  static constexpr void fields(auto& self, auto&& field) {
    field("objective", self.objective);
    field("proof", self.proof);
    field("total", self.total);
    field("bound", self.bound);
    field("parcels", self.parcels);
    field("max_days", self.max_days);
    field("line_items", self.line_items);
    field("selected_options", self.selected_options);
  }
};

/// A way that was not searched for, to compare with.
struct SourcingComparison {
  Amount total = 0;
  std::int64_t parcels = 0;
  std::vector<std::string> seller_ids;

  friend bool operator==(const SourcingComparison&, const SourcingComparison&) = default;
  static constexpr void fields(auto& self, auto&& field) {
    field("total", self.total);
    field("parcels", self.parcels);
    field("seller_ids", self.seller_ids);
  }
};

/// A line that all sellers together cannot serve.
struct CartShortage {
  std::string offer_id;
  std::int64_t available = 0;  // units

  friend bool operator==(const CartShortage&, const CartShortage&) = default;
  static constexpr void fields(auto& self, auto&& field) {
    field("offer_id", self.offer_id);
    field("available", self.available);
  }
};

/// The ways to serve a cart. Objectives that nobody can meet are left out. Where the cart as it is
/// equals the best, it is the best: nothing changes without a gain.
struct CartSourcing {
  std::optional<SourcingComparison> current;         // nothing when the cart cannot be had as it is
  std::vector<SourcingChoice> choices;               // cost, parcels, fastest, pickup
  std::optional<SourcingComparison> cheapest_items;  // each unit where it is cheapest by itself
  std::optional<SourcingComparison> one_seller;      // the cheapest seller that has everything
  std::int64_t sellers_considered = 0;
  std::vector<CartShortage> shortages;
  std::optional<SourcingChoice> partial;  // when not all can be served: most units, then least cost

  friend bool operator==(const CartSourcing&, const CartSourcing&) = default;
  static constexpr void fields(auto& self, auto&& field) {
    field("current", self.current);
    field("choices", self.choices);
    field("cheapest_items", self.cheapest_items);
    field("one_seller", self.one_seller);
    field("sellers_considered", self.sellers_considered);
    field("shortages", self.shortages);
    field("partial", self.partial);
  }
};

/// The work for one objective of a customer's cart, the same in the page and on the server: some
/// tens of milliseconds at most.
inline constexpr std::int64_t cartWork = 10'000'000;

/// Finds the best sellers for a cart. The shelf holds every offer of the wanted variants (see
/// `Catalog::rivals`). Pickup is part of the objective `pickup` only: to come and collect goods is
/// chosen for nobody. Errors as those of `quote`.
Result<CartSourcing> sourceCart(const SourcingRequest& request, const Shelf& shelf);

/// The same for one objective; nothing when nobody can meet it.
Result<std::optional<SourcingChoice>> sourceCart(const SourcingRequest& request, const Shelf& shelf,
                                                 SourcingObjective objective);

inline constexpr std::size_t maxMarginal = 48;

/// What one more unit would add, each offer by itself.
struct MarginalRequest {
  SourcingRequest cart;
  std::vector<std::string> offer_ids;  // at most `maxMarginal`

  static constexpr void fields(auto& self, auto&& field) {
    field("cart", self.cart);
    field("offer_ids", self.offer_ids);
  }
};

/// The least total with one more unit of the offer's variant, less the least total without it.
/// `delivery` is what this exceeds the unit's price by: less than nothing when the unit brings the
/// cart over a threshold.
struct MarginalDelivery {
  std::string offer_id;   // as asked
  std::string seller_id;  // who would supply it
  Amount total = 0;
  Amount delivery = 0;
  bool new_parcel = false;

  friend bool operator==(const MarginalDelivery&, const MarginalDelivery&) = default;
  static constexpr void fields(auto& self, auto&& field) {
    field("offer_id", self.offer_id);
    field("seller_id", self.seller_id);
    field("total", self.total);
    field("delivery", self.delivery);
    field("new_parcel", self.new_parcel);
  }
};

/// One for each offer that can be had, in the order asked.
struct MarginalList {
  std::vector<MarginalDelivery> offers;

  static constexpr void fields(auto& self, auto&& field) { field("offers", self.offers); }
};

Result<MarginalList> marginalDelivery(const MarginalRequest& request, const Shelf& shelf);

}  // namespace vitrine
