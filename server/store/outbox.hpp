#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "store/database.hpp"

namespace vitrine {

/// A message that a seller's endpoint must still get. `id` is the webhook-id of every attempt.
struct Delivery {
  std::string id;
  std::string seller_id;
  std::string body;
  int attempts = 0;
  std::int64_t due_at = 0;  // Unix milliseconds
};

void enqueue(Database& db, const Delivery& delivery);

/// Undelivered messages, soonest first, at most `limit` of each seller.
std::vector<Delivery> pendingDeliveries(Database& db, int limit_per_seller);

/// Ends a delivery: "delivered", or why it was given up.
void finishDelivery(Database& db, const std::string& id, int attempts, const std::string& outcome);
void postponeDelivery(Database& db, const std::string& id, int attempts, std::int64_t due_at,
                      const std::string& outcome);

}  // namespace vitrine
