#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "store/database.hpp"
#include "vitrine/catalog.hpp"

/// Where the rows of a feed belong, and what the store has of them.
namespace vitrine {

/// Where a variant stands.
struct VariantPlace {
  std::string product_id;
  std::string variant_id;
  std::string seller_id;  // who brought the product
  std::string gtin;       // of the variant, as is the next
  std::string brand_mpn = {};
};

/// A seller's offer of an SKU, as the last import left it.
struct KnownOffer {
  Offer offer;
  VariantPlace place;
  std::int64_t feed = 0;  // the number of the import that named it last
  bool placed = false;    // by the operator, so that imports leave it there
};

/// Which product the rows of a seller's item group belong to.
struct ItemGroup {
  std::string product_id;
  std::string seller_id;  // who brought the product
  std::int64_t feed = 0;  // the number of the import that named it last
};

std::optional<KnownOffer> findBySku(Database& db, const std::string& seller_id,
                                    const std::string& sku);
/// Notes that an import has named an offer; it stays as it is.
void nameOffer(Database& db, const std::string& offer_id, std::int64_t feed);

std::optional<VariantPlace> findByGtin(Database& db, const std::string& gtin);
/// `brand_mpn`: brand and MPN with a line break between them.
std::optional<VariantPlace> findByBrandMpn(Database& db, const std::string& brand_mpn);

std::optional<ItemGroup> findItemGroup(Database& db, const std::string& seller_id,
                                       const std::string& item_group_id);
void saveItemGroup(Database& db, const std::string& seller_id, const std::string& item_group_id,
                   const std::string& product_id, std::int64_t feed);

std::int64_t countVariants(Database& db, const std::string& product_id);

/// Of one seller for one variant.
std::int64_t countOffers(Database& db, const std::string& variant_id, const std::string& seller_id);

/// Gives the variant to another product. A product that is left without variants goes.
void moveVariant(Database& db, const VariantPlace& place, const std::string& product_id);

/// Gives all variants and item groups of a product to another, which keeps its words; the first
/// goes.
void joinProducts(Database& db, const std::string& from, const std::string& into);

}  // namespace vitrine
