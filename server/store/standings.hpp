#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "store/database.hpp"
#include "vitrine/review.hpp"

/// Where products stand in the crowd's ranking, and what it is made of. See docs/ranking.md.
namespace vitrine {

struct StoredStanding {
  std::string product_id;
  std::int64_t score = 0;  // millionths above one of which nothing is known; below 0: under it
  std::vector<std::string> companions;      // ids, the most often bought together first
  std::vector<std::string> presented = {};  // likewise, the most often shown together first
  std::optional<StarRating> rating = {};

  friend bool operator==(const StoredStanding&, const StoredStanding&) = default;
};

/// By product id.
std::map<std::string, StoredStanding> listStandings(Database& db);

/// Keeps a standing in the place of the one before, if its product is still there.
void saveStanding(Database& db, const StoredStanding& standing);
void removeStanding(Database& db, const std::string& product_id);

struct OfferOfProduct {
  std::string offer_id;
  std::string product_id;
  std::string seller_id;
};

/// Offers in the order of their ids, those after one.
std::vector<OfferOfProduct> offersAfter(Database& db, const std::string& after, int limit);

struct OrderText {
  std::string id;
  std::string body;  // JSON: reading it is left to who has the time
};

/// The orders of all sellers after one, by id.
std::vector<OrderText> ordersAfter(Database& db, const std::string& after, int limit);

/// Those of the orders after one and up to another of which the customer got everything back.
std::set<std::string> refundedOrders(Database& db, const std::string& after,
                                     const std::string& last);

}  // namespace vitrine
