#pragma once

#include <optional>
#include <string>
#include <vector>

#include "store/database.hpp"
#include "vitrine/review.hpp"

namespace vitrine {

/// What a customer said of one line of an order, or, where no offer is named, of its seller.
struct StoredReview {
  std::string id;  // rev_…, of the last time that it was said: newer ones come behind
  std::string order_id;
  std::string offer_id;
  std::string seller_id;
  std::string site_id;
  std::int64_t stars = 0;
  bool counts = true;  // the operator may take the stars away too
  ReviewStatus status = ReviewStatus::none;
  std::string text;
  std::string display_name;
  std::string reason;        // why the text was declined
  std::string answer;        // the seller's, of goods
  std::int64_t said_at = 0;  // Unix milliseconds
};

/// Takes the place of what was said of the same before.
void saveReview(Database& db, const StoredReview& review);
/// Whether there was one.
bool removeReview(Database& db, const std::string& order_id, const std::string& offer_id);
std::optional<StoredReview> findReview(Database& db, const std::string& id);
std::vector<StoredReview> reviewsOfOrder(Database& db, const std::string& order_id);
/// Of the orders after one and up to another.
std::vector<StoredReview> reviewsBetween(Database& db, const std::string& after,
                                         const std::string& last);
/// Those with a text of a status, oldest first, after an id.
std::vector<StoredReview> reviewsOf(Database& db, ReviewStatus status, const std::string& after,
                                    int limit);
long long countReviews(Database& db, ReviewStatus status);
/// Of a seller's goods and of itself, after an id, oldest first.
std::vector<StoredReview> reviewsOfSeller(Database& db, const std::string& seller_id,
                                          const std::string& after, int limit);
/// The published texts about a product, as offers belong to it now, newest first; those before an
/// id where one is named.
std::vector<StoredReview> publishedReviews(Database& db, const std::string& product_id,
                                           const std::string& before, int limit);
/// The product that an offer belongs to now; empty: to none.
std::string productOfOffer(Database& db, const std::string& offer_id);

}  // namespace vitrine
