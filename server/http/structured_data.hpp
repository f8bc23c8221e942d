#pragma once

#include <string>
#include <string_view>

#include "config.hpp"
#include "published.hpp"

namespace vitrine {

/// A product of a site as search engines read it, schema.org's vocabulary as the text of a JSON-LD
/// script: nothing in it can end the element. `web/structured-data.ts` says the same for pages that
/// describe a product themselves.
std::string structuredData(const SiteView& site, const Product& product, const Config& config);

/// The seller of that id, if the catalogue has it.
const Seller* sellerOf(const Catalog& catalog, std::string_view id);

bool available(const Offer& offer);

/// The permalink of one of it.
std::string buyLink(const SiteView& site, const Offer& offer, const Config& config);

/// "Pull saw, 24 cm".
std::string nameOf(const Product& product, const Variant& variant);

/// Whether a picture's address is one.
bool isLink(std::string_view url);

}  // namespace vitrine
