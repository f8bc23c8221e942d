#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "store/database.hpp"
#include "store/standings.hpp"
#include "vitrine/catalog.hpp"

namespace vitrine {

/// The words of `product` (its variants are not looked at). Only the seller who brought it changes
/// them; answers whether that changed anything. `made_by`: the import that makes it (see
/// store/imports.hpp), 0 for none; so for variants and offers.
bool saveProduct(Database& db, const Product& product, const std::string& seller_id,
                 std::int64_t made_by = 0);

/// The variant without its offers. Only the seller who brought its product changes it; answers
/// whether that changed anything.
bool saveVariant(Database& db, const Variant& variant, const std::string& product_id,
                 const std::string& brand_mpn, const std::string& seller_id,
                 std::int64_t made_by = 0);

/// Whether saving it over the product or variant that has its id would change anything.
bool wouldChange(Database& db, const Product& product, const std::string& seller_id);
bool wouldChange(Database& db, const Variant& variant, const std::string& brand_mpn,
                 const std::string& seller_id);

/// `feed`: the number of the import that names it, 0 for none.
void saveOffer(Database& db, const Offer& offer, const std::string& variant_id,
               std::int64_t feed = 0, std::int64_t made_by = 0);

/// Gives a seller's offer another price or stock; nothing leaves it. Answers whether anything
/// changed; nothing if the seller has no such SKU.
std::optional<bool> changeOffer(Database& db, const std::string& seller_id, const std::string& sku,
                                std::optional<std::int64_t> price,
                                std::optional<std::int64_t> stock);

/// The products in an order that is fair to their sellers: the sellers (each product counts for the
/// one whose offer is its first) take turns, each with its products in the order they had.
std::vector<Product> inTurns(std::vector<Product> products);

/// The next products by id with their offers in one currency, adding to those that are there;
/// products without such an offer are left out. Looks at so many and answers the last one's id;
/// nothing when there are no more.
std::string addProducts(Database& db, const std::string& currency, const std::string& after,
                        int limit, std::vector<Product>& products);

/// The products with their ratings, `inTurns`, of each seller those first that stand highest in the
/// ranking.
std::vector<Product> ranked(std::vector<Product> products,
                            const std::map<std::string, StoredStanding>& standings);

/// Every product with an offer in one currency, `ranked`.
std::vector<Product> listProducts(Database& db, const std::string& currency);

/// What pricing these offers needs, as it is now.
Shelf loadShelf(Database& db, std::span<const std::string> offer_ids);

/// A page of a seller's offers in the order of their SKUs, those after one. `search`: their titles
/// or SKUs have this text in them, whatever the case of A to Z.
std::vector<ShelfOffer> listOffers(Database& db, const std::string& seller_id,
                                   const std::string& search, const std::string& after, int limit);

/// The shipping profiles that a seller's offers travel by, those of its services apart, and the
/// currencies they are priced in.
struct OfferNeeds {
  std::vector<std::string> shipping_profile_ids;
  std::vector<std::string> service_profile_ids;
  std::vector<std::string> currencies;
};
OfferNeeds needsOfOffers(Database& db, const std::string& seller_id);

/// All that a seller offers.
Shelf loadGoods(Database& db, const std::string& seller_id);
/// The offers of a product, the cheapest first.
Shelf loadProduct(Database& db, const std::string& product_id);

/// The same with every other offer of the same variants.
Shelf loadRivals(Database& db, std::span<const std::string> offer_ids);

/// Units of an offer.
struct Units {
  std::string offer_id;
  std::int64_t quantity = 0;
};

/// Takes units of different offers out of stock; false when there are fewer of any: what was taken
/// of the others is then to be undone, see `Database::attempt`.
bool takeStock(Database& db, const std::vector<Units>& wanted);

/// Puts units back that were taken and will not be sent.
void returnStock(Database& db, const std::string& offer_id, std::int64_t quantity);

}  // namespace vitrine
