#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "config.hpp"
#include "published.hpp"

namespace vitrine {

/// A site's product as a page of our own, `/sites/{site_id}/products/{product_id}`: to be read
/// without scripts, with schema.org's description of it; the widget takes its place where it runs.
/// Nothing for a product that the site does not show.
std::optional<std::string> productPage(const SiteView& site, std::string_view product_id,
                                       const Config& config);

/// A site's whole shop as a page of our own, `/sites/{site_id}/shop`: for frames in pages whose
/// hosts take no scripts, and to link to. The shelf's markup stands where scripts do not run.
std::string shopPage(const SiteView& site, const Config& config);

/// What somebody reads whose link leads to no product of the site, in its language; without a site:
/// to no shop, in the reader's (BCP 47).
std::string missingPage(const SiteView* site, std::string_view reader, const Config& config);

/// The first of a site's shelf as HTML that pages keep between the tags of the shop: pictures,
/// titles and sellers, each leading to its page. It has no prices, which would be wrong with the
/// first change.
std::string shelfMarkup(const SiteView& site, const Config& config);

}  // namespace vitrine
