#pragma once

#include <map>
#include <string>
#include <vector>

#include "vitrine/product_list.hpp"

namespace vitrine {

/// What services are offered for, by the id of the service: ids or GTINs of products, and
/// categories with all below them ("Garden" has "Garden > Beds").
using Attachments = std::map<std::string, std::vector<std::string>, std::less<>>;

/// Puts the services among `products` before the other companions of the goods that they are
/// offered for, in the order of the products.
void attach(Companions& companions, const Attachments& attachments, const ProductList& products);

}  // namespace vitrine
