#pragma once

#include <cstdint>
#include <string>

#include "store/members.hpp"

namespace vitrine {

/// What is wrong with a seller's settings, with the path to it.
Fault checkSeller(const Seller& seller);

/// Adds a seller whose settings are right, with a new id and webhook secret. `endpoint_url`: empty
/// for none.
SellerRecord addSeller(Database& db, Seller seller, const std::string& endpoint_url,
                       std::int64_t now);

}  // namespace vitrine
