#pragma once

#include <optional>
#include <string>
#include <vector>

#include "store/feeds.hpp"

/// Moving offers between products, by the operator's word.
namespace vitrine {

/// Where an offer stands; `seller_id` is the offer's seller.
std::optional<VariantPlace> placeOfOffer(Database& db, const std::string& offer_id);

/// A product with the same words and no variants.
void copyProduct(Database& db, const std::string& from, const std::string& to,
                 const std::string& seller_id);

/// A variant with the same options and picture, but no GTIN, brand and MPN: these name the first.
void copyVariant(Database& db, const std::string& from, const std::string& to,
                 const std::string& product_id);

/// Gives an offer to another variant; imports leave it there.
void placeOffer(Database& db, const std::string& offer_id, const std::string& variant_id);

/// The variants of a product, without their offers.
std::vector<Variant> listVariants(Database& db, const std::string& product_id);

/// Gives all offers of a variant to another, and its GTIN, brand and MPN where that has none.
void mergeVariants(Database& db, const std::string& from, const std::string& into);

}  // namespace vitrine
