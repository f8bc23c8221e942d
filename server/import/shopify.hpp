#pragma once

#include <string>
#include <string_view>

#include "import/encoding.hpp"
#include "import/feed.hpp"

namespace vitrine {

/// Reads Shopify's product CSV: the rows of one product share their handle and stand together; the
/// first has the product's words and the names of its options, each brings a variant, a picture or
/// both. Prices are in `currency`. Drafts, archived and unpublished products are passed over.
/// A variant without SKU gets the handle and its options as its id.
void readShopify(FeedText& text, std::string_view currency, FeedSink& sink);

/// A header cell as a field name, the same for the column names of before and since 2024.
std::string shopifyName(std::string_view label);

}  // namespace vitrine
