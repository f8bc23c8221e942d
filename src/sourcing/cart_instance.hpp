#pragma once

#include <optional>
#include <string>
#include <vector>

#include "vitrine/cart_sourcing.hpp"

namespace vitrine {

/// A wanted variant. The lines of a cart that name it are one, but for the pinned.
struct WantedLine {
  std::string variant_id;
  std::string offer_id;  // of the first of the cart's lines, or of the pinned
  OfferKind kind = OfferKind::sale;
  std::int64_t quantity = 0;
  bool pinned = false;
};

/// A seller's parcel of one shipping profile: what a seller of the instance stands for.
struct ParcelSource {
  const Seller* seller = nullptr;
  const ShippingProfile* profile = nullptr;
  std::vector<const ShelfOffer*> offers;       // as in the instance
  std::vector<const ShippingMethod*> methods;  // as in the instance
};

/// How goods may reach the customer: to collect them is not mixed with delivery. Services are given
/// either way.
enum class Reach { delivery, pickup };

/// Where a rule counts goods of several parcels of one seller: as if the others held all they can
/// (no way costs less than such an instance says) or nothing (no way costs more).
enum class Joint { all, none };

/// A cart as a sourcing instance, whose money is minor units times `scale`: prices that exclude tax
/// are counted with it.
struct CartInstance {
  SourcingInstance instance;
  std::vector<WantedLine> lines;
  std::vector<ParcelSource> sources;
  Amount scale = 1;
  bool joint = false;  // some rule counts goods of several parcels
};

/// The first fault of a request, but for what its quote would say.
Fault check(const SourcingRequest& request);

/// The lines that a cart wants; those of unknown offers are left out. `currency_mismatch` for an
/// offer in another currency.
Result<std::vector<WantedLine>> wantedLines(const SourcingRequest& request, const Shelf& shelf);

CartInstance cartInstance(const SourcingRequest& request, const Shelf& shelf,
                          std::vector<WantedLine> lines, Reach reach, Joint joint);

/// The assignment as a cart, in the order of the wanted lines.
std::vector<CartLine> cartOf(const CartInstance& cart, const std::vector<SourcedUnits>& assignment);

/// The ways of delivery that an answer uses.
std::vector<SelectedOption> optionsOf(const CartInstance& cart, const SourcingAnswer& answer);

/// The surcharges in an answer's cost.
Amount surchargesOf(const CartInstance& cart, const SourcingAnswer& answer);

/// `cartWork`.
SourcingLimits cartLimits();

/// The cart's lines as an assignment; nothing when one of them is not part of the instance.
std::optional<std::vector<SourcedUnits>> assignmentOf(const CartInstance& cart,
                                                      const std::vector<CartLine>& line_items);

}  // namespace vitrine
