#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "store/database.hpp"
#include "vitrine/review.hpp"

namespace vitrine {

/// How a seller kept its promises to customers of the last time, each counted once by its last
/// order, and what customers say of it. Made with the ranking, see docs/reviews.md.
struct TrackRecord {
  std::string seller_id;
  std::int64_t in_time = 0;
  std::int64_t late = 0;
  std::int64_t not_accepted = 0;
  std::optional<StarRating> rating = {};

  friend bool operator==(const TrackRecord&, const TrackRecord&) = default;
};

/// Keeps the records of all sellers in the place of those before; answers whether any is another.
bool saveRecords(Database& db, const std::map<std::string, TrackRecord>& records);
/// By seller id.
std::map<std::string, TrackRecord> listRecords(Database& db);
/// Of those who sell a product now.
std::vector<TrackRecord> recordsOfProduct(Database& db, const std::string& product_id);

}  // namespace vitrine
