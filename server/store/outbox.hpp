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

void finishDelivery(Database& db, const std::string& id, int attempts, const std::string& outcome);
/// Gives a delivery up until it is replayed; the order stays in the inbox.
void parkDelivery(Database& db, const std::string& id, int attempts, std::int64_t now,
                  const std::string& outcome);
/// The same for all that waits for a seller.
void parkAll(Database& db, const std::string& seller_id, std::int64_t now,
             const std::string& outcome);
void postponeDelivery(Database& db, const std::string& id, int attempts, std::int64_t due_at,
                      const std::string& outcome);
/// Makes all that waits for a seller due.
void hasten(Database& db, const std::string& seller_id, std::int64_t now);

/// A message that was given up.
struct ParkedDelivery {
  std::string id;
  std::string seller_id;
  std::string body;
  int attempts = 0;
  std::int64_t parked_at = 0;  // Unix milliseconds
  std::string outcome;         // of the last attempt
};

/// The oldest of a seller's, or with no seller of all sellers'.
std::vector<ParkedDelivery> parkedDeliveries(Database& db, const std::string& seller_id, int limit);
long long countWaiting(Database& db, const std::string& seller_id);

/// Sends what was parked once more, from the schedule's start: one delivery, or with no id all of
/// the seller's. Answers how many.
long long replay(Database& db, const std::string& seller_id, const std::string& id,
                 std::int64_t now);

}  // namespace vitrine
