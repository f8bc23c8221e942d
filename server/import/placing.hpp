#pragma once

#include <functional>
#include <optional>
#include <string>
#include <unordered_set>
#include <variant>

#include "import/feed.hpp"
#include "import/report.hpp"
#include "store/feeds.hpp"
#include "store/prices.hpp"

namespace vitrine {

using NewId = std::function<std::string(std::string_view prefix)>;

/// What waits for its import to be accepted: most often an offer's new terms alone, else a row.
struct Waiting {
  std::optional<Offer> offer;
  std::optional<FeedRow> row;
  bool first = false;  // of its item group: it speaks for the product

  static constexpr void fields(auto& self, auto&& field) {
    field("offer", self.offer);
    field("row", self.row);
    field("first", self.first);
  }
};

/// Variants whose GTIN, or brand and MPN, go with what waits: later rows may have them.
using Leaving = std::unordered_set<std::string>;

/// Says where a row's variant belongs, and brings it there. Lives no longer than a transaction.
class Placing {
 public:
  Placing(Database& db, const Seller& seller, std::int64_t feed, std::int64_t now,
          const NewId& new_id, Leaving& leaving);

  struct Prepared {
    std::optional<OfferChange> change;  // nothing: all stays as it is
    std::optional<Waiting> waiting;     // nothing: nothing that can be seen is touched
  };
  /// Stores what the row brings that is new, unseen, and says what remains for later.
  std::variant<Prepared, RowError> prepare(const FeedRow& row);

  /// Does what waited.
  void settle(const Waiting& waiting);

 private:
  /// Where a row belongs as things stand.
  struct Spot {
    std::optional<KnownOffer> known;
    std::optional<VariantPlace> place;  // nothing: a new variant
    std::optional<ItemGroup> group;
    bool placed = false;   // by the operator, so that it stays
    bool blocked = false;  // by a variant that is leaving
    std::string gtin;      // what the variant is known by; what another variant has stays there
    std::string brand_mpn;
  };
  struct Prices {
    Amount now = 0;
    std::vector<PlannedPrice> later;
  };

  const ShippingProfile* profileOf(const FeedRow& row) const;
  bool knowsProfile(const std::string& id) const;
  std::optional<RowError> misplaced(const FeedRow& row, const std::optional<KnownOffer>& known);
  void speak(const FeedRow& row, const std::string& product_id, std::int64_t made_by);
  void openGroup(const FeedRow& row);
  std::optional<VariantPlace> staying(std::optional<VariantPlace> place, Spot& spot) const;
  void settle(Offer offer);
  void settle(const FeedRow& row, bool first);
  Spot look(const FeedRow& row, std::optional<KnownOffer> known);
  void gather(VariantPlace& place, const ItemGroup& group);
  void saveGroup(const FeedRow& row, const VariantPlace& place);
  Prices pricesOf(const FeedRow& row) const;
  Offer offerOf(const FeedRow& row, const std::string& id, Amount price) const;

  Database& db_;
  const Seller& seller_;
  std::int64_t feed_;
  std::int64_t now_;
  const NewId& new_id_;
  Leaving& leaving_;
  struct {
    std::string id;
    std::optional<ItemGroup> known;
    std::optional<OfferKind> kind;  // of its product's offers; nothing: it has none
    std::int64_t variants = 0;      // of its product
  } group_;                         // of the last row, as its rows mostly stand together
  bool has_plans_;                  // any offer of anybody
};

}  // namespace vitrine
