#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "vitrine/cart.hpp"

namespace vitrine {

/// The items of a permalink's path, `off_a:2,off_b:1` (UCP's permalink grammar): an error names the
/// item. Whether the offers exist the checkout tells.
Result<std::vector<CartLine>> readItems(std::string_view items);

/// Where a browser that opens the link goes: the checkout page with these lines in its fragment,
/// which no log sees.
std::string checkoutTarget(std::string_view site_id, const std::vector<CartLine>& line_items,
                           std::string_view country, std::string_view language);

/// Where it goes when the items could not be read: the same page, which says what is wrong.
std::string damagedTarget(std::string_view site_id, const Error& fault, std::string_view language);

}  // namespace vitrine
