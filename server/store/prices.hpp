#pragma once

#include <vector>

#include "store/database.hpp"
#include "vitrine/money.hpp"

/// Prices that offers get at a moment to come: where a sale begins or ends.
namespace vitrine {

struct PlannedPrice {
  std::int64_t due_at = 0;  // Unix milliseconds
  Amount price = 0;

  friend bool operator==(const PlannedPrice&, const PlannedPrice&) = default;
};

/// Forgets what was planned for an offer, and plans this instead.
void planPrices(Database& db, const std::string& offer_id, const std::vector<PlannedPrice>& plan);

std::vector<PlannedPrice> listPlannedPrices(Database& db, const std::string& offer_id);

/// Whether anything is planned for any offer of anybody.
bool hasPlannedPrices(Database& db);

/// Gives every offer the price that is due, and forgets it. Answers how many there were.
std::int64_t applyPrices(Database& db, std::int64_t now);

}  // namespace vitrine
