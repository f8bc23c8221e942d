#pragma once

#include "vitrine/cart_sourcing.hpp"
#include "vitrine/guide.hpp"

/// From needs to what is bought: whole packs of whose goods, the least total with delivery.
namespace vitrine {

struct KitRequest {
  std::string currency;
  Destination destination;
  std::vector<Need> needs;
  SourcingPolicy policy;

  friend bool operator==(const KitRequest&, const KitRequest&) = default;
  static constexpr void fields(auto& self, auto&& field) {
    field("currency", self.currency);
    field("destination", self.destination);
    field("needs", self.needs);
    field("policy", self.policy, defaulted);
  }
};

/// Pieces of one offer for one need.
struct KitLine {
  std::int64_t need = 0;  // its place in the request
  std::string product_id;
  std::string variant_id;
  std::string offer_id;
  std::int64_t quantity = 0;

  friend bool operator==(const KitLine&, const KitLine&) = default;
  static constexpr void fields(auto& self, auto&& field) {
    field("need", self.need);
    field("product_id", self.product_id);
    field("variant_id", self.variant_id);
    field("offer_id", self.offer_id);
    field("quantity", self.quantity);
  }
};

/// What covers the needs: whole packs, for each need its own, none of which could be left out (more
/// than is needed is not bought, not even where a discount or free delivery would pay for it).
/// `proof` is `optimal` when no other such choice of packs and sellers costs less; else none costs
/// less than `bound`.
struct Kit {
  Amount total = 0;  // what the customer pays for all of it, delivery and taxes included
  SourcingProof proof = SourcingProof::optimal;
  Amount bound = 0;
  std::int64_t parcels = 0;
  std::vector<KitLine> line_items;
  std::vector<std::int64_t> missing;  // needs that nobody can serve here, or not with the others

  friend bool operator==(const Kit&, const Kit&) = default;
  static constexpr void fields(auto& self, auto&& field) {
    field("total", self.total);
    field("proof", self.proof);
    field("bound", self.bound);
    field("parcels", self.parcels);
    field("line_items", self.line_items);
    field("missing", self.missing);
  }
};

/// The cheapest kit. The shelf holds every offer of the variants that the needs name; those it does
/// not hold are no choice. Needs of the amount 0 are left out. Errors as those of `quote`, and
/// `out_of_range` and `too_large` for needs beyond the limits of guide.hpp.
Result<Kit> kit(const KitRequest& request, const Shelf& shelf);

}  // namespace vitrine
