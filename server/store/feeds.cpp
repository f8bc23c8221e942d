#include "store/feeds.hpp"

#include "store/sql.hpp"

namespace vitrine {
namespace {

std::optional<VariantPlace> place(Database& db, std::string_view query, const std::string& key) {
  VariantPlace found;
  if (!Bound(db, query, key)
           .into(found.product_id)
           .into(found.variant_id)
           .into(found.seller_id)
           .into(found.gtin)
           .into(found.brand_mpn)
           .first())
    return {};
  return found;
}

}  // namespace

std::optional<KnownOffer> findBySku(Database& db, const std::string& seller_id,
                                    const std::string& sku) {
  KnownOffer known;
  auto& offer = known.offer;
  long long price = 0;
  long long weight = 0;
  long long feed = 0;
  long long placed = 0;
  std::string measure;
  std::string kind;
  if (!Bound(db,
             "SELECT v.product_id, v.id, p.seller_id, coalesce(v.gtin, ''), "
             "coalesce(v.brand_mpn, ''), o.id, o.price, o.currency, o.stock, "
             "o.weight, o.shipping_profile_id, o.tax_category, o.unit_measure, o.kind, o.feed, "
             "o.placed "
             "FROM offers o JOIN variants v ON v.id = o.variant_id "
             "JOIN products p ON p.id = v.product_id "
             "WHERE o.seller_id = :seller AND o.sku = :sku",
             seller_id, sku)
           .into(known.place.product_id)
           .into(known.place.variant_id)
           .into(known.place.seller_id)
           .into(known.place.gtin)
           .into(known.place.brand_mpn)
           .into(offer.id)
           .into(price)
           .into(offer.currency)
           .into(offer.stock)
           .into(weight)
           .into(offer.shipping_profile_id)
           .into(offer.tax_category)
           .into(measure)
           .into(kind)
           .into(feed)
           .into(placed)
           .first())
    return {};
  offer.seller_id = seller_id;
  offer.sku = sku;
  offer.kind = named<OfferKind>(kind);
  offer.price = price;
  offer.weight = weight;
  offer.unit_measure = storedMeasure(measure);
  known.feed = feed;
  known.placed = placed != 0;
  return known;
}

void nameOffer(Database& db, const std::string& offer_id, std::int64_t feed) {
  const long long number = feed;
  run(db, "UPDATE offers SET feed = :feed WHERE id = :id", number, offer_id);
}

std::optional<VariantPlace> findByGtin(Database& db, const std::string& gtin) {
  return place(db,
               "SELECT v.product_id, v.id, p.seller_id, coalesce(v.gtin, ''), "
               "coalesce(v.brand_mpn, '') FROM variants v "
               "JOIN products p ON p.id = v.product_id WHERE v.gtin = :gtin",
               gtin);
}

std::optional<VariantPlace> findByBrandMpn(Database& db, const std::string& brand_mpn) {
  return place(db,
               "SELECT v.product_id, v.id, p.seller_id, coalesce(v.gtin, ''), "
               "coalesce(v.brand_mpn, '') FROM variants v "
               "JOIN products p ON p.id = v.product_id WHERE v.brand_mpn = :key",
               brand_mpn);
}

std::optional<ItemGroup> findItemGroup(Database& db, const std::string& seller_id,
                                       const std::string& item_group_id) {
  ItemGroup group;
  long long feed = 0;
  if (!Bound(db,
             "SELECT g.product_id, p.seller_id, g.feed FROM item_groups g "
             "JOIN products p ON p.id = g.product_id "
             "WHERE g.seller_id = :seller AND g.item_group_id = :group",
             seller_id, item_group_id)
           .into(group.product_id)
           .into(group.seller_id)
           .into(feed)
           .first())
    return {};
  group.feed = feed;
  return group;
}

void saveItemGroup(Database& db, const std::string& seller_id, const std::string& item_group_id,
                   const std::string& product_id, std::int64_t feed) {
  const long long number = feed;
  run(db,
      "INSERT INTO item_groups (seller_id, item_group_id, product_id, feed, made_by) "
      "VALUES (:seller, :group, :product, :feed, :made) ON CONFLICT (seller_id, item_group_id) "
      "DO UPDATE SET product_id = excluded.product_id, feed = excluded.feed",
      seller_id, item_group_id, product_id, number, number);
}

std::int64_t countVariants(Database& db, const std::string& product_id) {
  return *one<long long>(db, "SELECT count(*) FROM variants WHERE product_id = :product",
                         product_id);
}

std::int64_t countOffers(Database& db, const std::string& variant_id,
                         const std::string& seller_id) {
  return *one<long long>(
      db, "SELECT count(*) FROM offers WHERE variant_id = :variant AND seller_id = :seller",
      variant_id, seller_id);
}

void moveVariant(Database& db, const VariantPlace& place, const std::string& product_id) {
  run(db, "UPDATE variants SET product_id = :product WHERE id = :variant", product_id,
      place.variant_id);
  if (countVariants(db, place.product_id) == 0) joinProducts(db, place.product_id, product_id);
}

void joinProducts(Database& db, const std::string& from, const std::string& into) {
  run(db, "UPDATE variants SET product_id = :into WHERE product_id = :from", into, from);
  run(db, "UPDATE item_groups SET product_id = :into WHERE product_id = :from", into, from);
  run(db, "DELETE FROM products WHERE id = :from", from);
}

}  // namespace vitrine
