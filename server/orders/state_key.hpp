#pragma once

#include <optional>

#include "store/orders.hpp"

/// The key that a page of a presenter may have: it opens an order's state, and nobody gets from it
/// to the order's link, which opens name and address.
namespace vitrine {

/// `og_….…`: the purchase's id and a keyed hash of it; the key is the token of the order's link.
std::string stateKey(const std::string& order_group_id, const std::string& token);

/// The purchase that a state key or the token of an order's link opens.
std::optional<StoredGroup> findGroupByStateKey(Database& db, const std::string& key);

}  // namespace vitrine
