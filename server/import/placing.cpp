#include "import/placing.hpp"

#include <algorithm>

#include "import/characters.hpp"
#include "store/catalogue.hpp"
#include "store/imports.hpp"
#include "store/services.hpp"

namespace vitrine {
namespace {

Product productOf(const FeedRow& row, const std::string& id) {
  return {id, row.title, row.description.text, row.brand, row.category, row.images,
          {}, {},        row.description.marks};
}

Variant variantOf(const FeedRow& row, const std::string& id, const std::string& gtin) {
  return {id, row.options, row.variant_image, gtin, {}};
}

std::vector<std::string> partsOf(const Offer& before, const Offer& after) {
  std::vector<std::string> parts;
  if (after.price != before.price) parts.push_back("price");
  if (after.stock != before.stock) parts.push_back("stock");
  if (after.weight != before.weight || after.tax_category != before.tax_category ||
      after.shipping_profile_id != before.shipping_profile_id ||
      after.unit_measure != before.unit_measure)
    parts.push_back("terms");
  return parts;
}

}  // namespace

Placing::Placing(Database& db, const Seller& seller, std::int64_t feed, std::int64_t now,
                 const NewId& new_id, Leaving& leaving)
    : db_(db),
      seller_(seller),
      feed_(feed),
      now_(now),
      new_id_(new_id),
      leaving_(leaving),
      has_plans_(hasPlannedPrices(db)) {}

/// Without a label it is the first for what the row is.
const ShippingProfile* Placing::profileOf(const FeedRow& row) const {
  const auto& profiles = seller_.shipping_profiles;
  const auto found = std::find_if(profiles.begin(), profiles.end(), [&](const ShippingProfile& p) {
    return isForServices(p) == (row.kind == OfferKind::service) &&
           (row.shipping_label.empty() || p.id == row.shipping_label);
  });
  return found == profiles.end() ? nullptr : &*found;
}

bool Placing::knowsProfile(const std::string& id) const {
  const auto& profiles = seller_.shipping_profiles;
  return std::any_of(profiles.begin(), profiles.end(),
                     [&](const ShippingProfile& profile) { return profile.id == id; });
}

void Placing::openGroup(const FeedRow& row) {
  if (!group_.id.empty() && group_.id == row.item_group_id) return;
  group_ = {row.item_group_id, {}, {}, 0};
  if (row.item_group_id.empty()) return;
  group_.known = findItemGroup(db_, seller_.id, row.item_group_id);
  if (!group_.known) return;
  group_.kind = kindOfProduct(db_, group_.known->product_id);
  group_.variants = countVariants(db_, group_.known->product_id);
}

/// What is wrong with a row where it belongs.
std::optional<RowError> Placing::misplaced(const FeedRow& row,
                                           const std::optional<KnownOffer>& known) {
  if (known && known->feed == feed_)
    return refused(row, "id", row.id, "an id that no earlier row has");
  if (row.price.currency != seller_.currency)
    return refused(row, "price", row.price.currency,
                   std::string("the seller's currency, ") + seller_.currency);
  if (known && known->offer.kind != row.kind)
    return refused(row, "kind", std::string(name(row.kind)),
                   std::string(name(known->offer.kind)) + ", as so far, or another id");
  if (!profileOf(row))
    return refused(row, "shipping_label", row.shipping_label,
                   row.kind == OfferKind::service
                       ? "the id of one of the seller's profiles for services"
                       : "the id of one of the seller's shipping profiles");
  for (const auto& target : row.attached_to)
    if (target.starts_with("pro_") && !kindOfProduct(db_, target))
      return refused(row, "attached_to", target, "the id of a product that is offered");
  openGroup(row);
  if (group_.kind.value_or(row.kind) != row.kind)
    return refused(row, "item_group_id", row.item_group_id,
                   "goods and services in groups of their own");
  if (!known && group_.variants >= maxVariants)
    return refused(
        row, "item_group_id", row.item_group_id,
        std::string("at most ").append(std::to_string(maxVariants)) + " variants of one product");
  return {};
}

/// Stores what the row says of its product.
void Placing::speak(const FeedRow& row, const std::string& product_id, std::int64_t made_by) {
  saveProduct(db_, productOf(row, product_id), seller_.id, made_by);
  saveRelations(db_, product_id, seller_.id, row.relations);
  if (row.kind == OfferKind::service) saveAttachments(db_, product_id, row.attached_to);
}

std::optional<VariantPlace> Placing::staying(std::optional<VariantPlace> place, Spot& spot) const {
  if (!place || !leaving_.contains(place->variant_id)) return place;
  spot.blocked = true;
  return {};
}

Placing::Spot Placing::look(const FeedRow& row, std::optional<KnownOffer> known) {
  Spot spot;
  spot.known = std::move(known);
  spot.gtin = row.gtin;
  if (!row.brand.empty() && !row.mpn.empty()) spot.brand_mpn = row.brand + '\n' + row.mpn;
  const auto by_gtin = row.gtin.empty() ? std::nullopt
                       : spot.known && spot.known->place.gtin == row.gtin
                           ? std::optional(spot.known->place)
                           : staying(findByGtin(db_, row.gtin), spot);
  const auto by_mpn =
      spot.brand_mpn.empty() ? std::nullopt : staying(findByBrandMpn(db_, spot.brand_mpn), spot);
  spot.placed = spot.known && spot.known->placed;
  if (!spot.placed) spot.group = group_.known;

  auto& place = spot.place;
  if (spot.placed) place = spot.known->place;
  if (!place) place = by_gtin;
  if (!place && by_mpn && (row.gtin.empty() || by_mpn->gtin.empty())) place = by_mpn;
  if (!place && spot.known) place = spot.known->place;
  const auto isElsewhere = [&](const std::optional<VariantPlace>& other) {
    return other && (!place || other->variant_id != place->variant_id);
  };
  if (isElsewhere(by_gtin)) spot.gtin.clear();
  if (isElsewhere(by_mpn)) spot.brand_mpn.clear();
  return spot;
}

/// The rows of an item group belong to one product: the one that another seller brought, when a
/// GTIN or MPN of any row leads there. What stood apart before moves.
void Placing::gather(VariantPlace& place, const ItemGroup& group) {
  if (place.product_id == group.product_id) return;
  if (place.seller_id == seller_.id) {
    moveVariant(db_, place, group.product_id);
    place.product_id = group.product_id;
  } else if (group.seller_id == seller_.id) {
    joinProducts(db_, group.product_id, place.product_id);
  }
}

void Placing::saveGroup(const FeedRow& row, const VariantPlace& place) {
  saveItemGroup(db_, seller_.id, row.item_group_id, place.product_id, feed_);
  if (!group_.known || group_.known->product_id != place.product_id)
    group_.variants = countVariants(db_, place.product_id);
  group_.known = ItemGroup{place.product_id, place.seller_id, feed_};
  group_.kind = row.kind;
}

Placing::Prices Placing::pricesOf(const FeedRow& row) const {
  const auto usual = row.price.amount;
  if (!row.sale) return {usual, {}};
  if (!row.sale->window) return {row.sale->price, {}};
  const auto& [from, until] = *row.sale->window;
  if (until <= now_) return {usual, {}};
  if (from <= now_) return {row.sale->price, {{until, usual}}};
  return {usual, {{from, row.sale->price}, {until, usual}}};
}

Offer Placing::offerOf(const FeedRow& row, const std::string& id, Amount price) const {
  const auto* profile = profileOf(row);
  return {id,
          seller_.id,
          row.id,
          row.kind,
          price,
          row.price.currency,
          row.stock,
          row.weight,
          profile ? profile->id : row.shipping_label,
          row.tax_category,
          row.unit_measure};
}

std::variant<Placing::Prepared, RowError> Placing::prepare(const FeedRow& row) {
  auto found = findBySku(db_, seller_.id, row.id);
  if (auto error = misplaced(row, found)) return *std::move(error);
  const auto spot = look(row, std::move(found));
  const auto& [known, place, group, placed, blocked, gtin, brand_mpn] = spot;
  if (!known && place && countOffers(db_, place->variant_id, seller_.id) >= maxOffers)
    return refused(row, "id", row.id,
                   std::string("at most ").append(std::to_string(maxOffers)) +
                       " offers of one variant, which a GTIN, or a brand and MPN, name");
  // The first row of a group speaks for the product; the others bring their variant only.
  const bool first = !group || group->feed != feed_;
  const bool gathers = place && group && place->product_id != group->product_id;

  auto home = place.value_or(VariantPlace{group ? group->product_id : "", "", seller_.id, ""});
  bool words = false;
  if (home.product_id.empty()) {
    home.product_id = new_id_("pro_");
    speak(row, home.product_id, feed_);
  } else {
    const bool comes = gathers && place->seller_id == seller_.id;
    const auto& product_id = comes ? group->product_id : home.product_id;
    words = first &&
            (wouldChange(db_, productOf(row, product_id), seller_.id) ||
             wouldRelate(db_, product_id, seller_.id, row.relations) ||
             (row.kind == OfferKind::service && attachmentsOf(db_, product_id) != row.attached_to));
  }
  const bool speaks = words;
  if (place) {
    words |= wouldChange(db_, variantOf(row, home.variant_id, gtin), brand_mpn, seller_.id);
  } else {
    home.variant_id = new_id_("var_");
    saveVariant(db_, variantOf(row, home.variant_id, blocked ? "" : gtin), home.product_id,
                blocked ? "" : brand_mpn, seller_.id, feed_);
    ++group_.variants;
  }
  if (!row.item_group_id.empty() && !placed && first)
    saveGroup(row, group ? VariantPlace{group->product_id, "", group->seller_id, ""} : home);

  const auto prices = pricesOf(row);
  const auto offer = offerOf(row, known ? known->offer.id : new_id_("off_"), prices.now);
  Prepared prepared;
  bool more = words || gathers || blocked;  // changes than of the offer's terms
  if (known) {
    nameOffer(db_, offer.id, feed_);
    const bool moves =
        home.variant_id != known->place.variant_id ||
        (gathers ? place->seller_id == seller_.id : home.product_id != known->place.product_id);
    const bool plans = has_plans_ || !prices.later.empty();
    more |= moves || (plans && listPlannedPrices(db_, offer.id) != prices.later);
    if (!more && offer != known->offer) prepared.waiting = Waiting{offer, {}, false};
    const auto& was = known->place;
    if ((!was.gtin.empty() && was.gtin != gtin) ||
        (!was.brand_mpn.empty() && was.brand_mpn != brand_mpn))
      leaving_.insert(was.variant_id);
    auto parts = partsOf(known->offer, offer);
    if (words || moves) parts.push_back("product");
    if (!parts.empty())
      prepared.change = {ChangeKind::changed, row.id, row.title, std::move(parts)};
  } else {
    saveOffer(db_, offer, home.variant_id, feed_, feed_);
    if (!prices.later.empty()) {
      planPrices(db_, offer.id, prices.later);
      has_plans_ = true;
    }
    prepared.change = {ChangeKind::added, row.id, row.title, {}};
  }
  if (more) {
    prepared.waiting = Waiting{{}, row, speaks};
    if (!speaks) {  // what stays as it is need not wait
      prepared.waiting->row->description = {};
      prepared.waiting->row->images.clear();
    }
  }
  return prepared;
}

void Placing::settle(const Waiting& waiting) {
  if (waiting.offer) settle(*waiting.offer);
  if (waiting.row) settle(*waiting.row, waiting.first);
}

void Placing::settle(Offer offer) {
  if (!knowsProfile(offer.shipping_profile_id)) {  // gone since
    const auto known = findBySku(db_, seller_.id, offer.sku);
    if (known) offer.shipping_profile_id = known->offer.shipping_profile_id;
  }
  changeTerms(db_, offer);
}

void Placing::settle(const FeedRow& row, bool first) {
  openGroup(row);
  auto [known, place, group, placed, blocked, gtin, brand_mpn] =
      look(row, findBySku(db_, seller_.id, row.id));
  if (place && group) gather(*place, *group);
  const bool added = !place;
  if (added)
    place =
        VariantPlace{group ? group->product_id : new_id_("pro_"), new_id_("var_"), seller_.id, ""};
  if (first || (added && !group)) speak(row, place->product_id, 0);
  saveVariant(db_, variantOf(row, place->variant_id, gtin), place->product_id, brand_mpn,
              seller_.id);
  if (!row.item_group_id.empty() && !placed && (!group || group->product_id != place->product_id))
    saveGroup(row, *place);

  const auto prices = pricesOf(row);
  auto offer = offerOf(row, known ? known->offer.id : new_id_("off_"), prices.now);
  if (known && !knowsProfile(offer.shipping_profile_id))  // gone since
    offer.shipping_profile_id = known->offer.shipping_profile_id;
  if (!known || known->offer != offer || known->place.variant_id != place->variant_id)
    saveOffer(db_, offer, place->variant_id, feed_);
  if (!prices.later.empty() || (known && has_plans_)) {
    planPrices(db_, offer.id, prices.later);
    has_plans_ = true;
  }
}

}  // namespace vitrine
