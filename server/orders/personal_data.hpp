#pragma once

#include <cstdint>
#include <string>

#include "store/database.hpp"
#include "vitrine/order.hpp"

/// What is kept about the people who buy, and how it goes. Amounts, goods and the ledger stay.
namespace vitrine {

/// Whether nothing is left to do for an order's seller: shipped, rejected or cancelled.
bool hasEnded(const SellerOrder& order);

/// Notes whether all orders of a purchase have ended: from then on it counts for how long its
/// customer is known. `now`: Unix milliseconds.
void noteEnd(Database& db, const std::string& order_group_id, std::int64_t now);

/// Erases the customer of a purchase: name, e-mail, telephone, address but for the country,
/// tracking number and what the seller wrote, in the purchase, its orders, their messages, the
/// checkout and the answers that are kept. Its reviews lose the name that stands beside them, and
/// texts that are not public. Nobody is asked about replacements any more.
void erasePersonalData(Database& db, const std::string& order_group_id, std::int64_t now);

/// The same for the purchases that ended before a moment, some at a time; answers whether there
/// may be more.
bool eraseEnded(Database& db, std::int64_t before, std::int64_t now);

}  // namespace vitrine
