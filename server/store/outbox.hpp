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
  std::int64_t lease = 0;   // the token of who brings it, see `claim`
  std::string type = {};    // of the event; this and the order are in the body too
  std::string order_id = {};
};

void enqueue(Database& db, const Delivery& delivery);

/// Undelivered messages, soonest first, of the first `limit` of each seller those that nobody is
/// bringing.
std::vector<Delivery> pendingDeliveries(Database& db, int limit_per_seller, std::int64_t now);

/// Takes messages for an attempt each; answers those that no other server has taken meanwhile, see
/// store/leases.hpp.
std::vector<Delivery> claim(Database& db, std::vector<Delivery> wanted, std::int64_t now);

/// How an attempt ended: each answers whether the lease was still the delivery's. What is delivered
/// loses its body: nobody needs it any more. What is known of it else is in store/delivery_log.hpp.
bool finishDelivery(Database& db, const Delivery& delivery, std::int64_t now,
                    const std::string& outcome);
/// Gives a delivery up until it is replayed; the order stays in the inbox.
bool parkDelivery(Database& db, const Delivery& delivery, std::int64_t now,
                  const std::string& outcome);
/// The same for all that waits for a seller.
void parkAll(Database& db, const std::string& seller_id, std::int64_t now,
             const std::string& outcome);
bool postponeDelivery(Database& db, const Delivery& delivery, std::int64_t due_at,
                      const std::string& outcome);
/// Takes a message back that was not delivered. Answers from when on no attempt of it is under way
/// any more (Unix milliseconds): of one that is not due there is none.
std::int64_t withdraw(Database& db, const std::string& id, std::int64_t now);
/// Makes all that waits for a seller due.
void hasten(Database& db, const std::string& seller_id, std::int64_t now);

/// Of a seller.
long long countWaiting(Database& db, const std::string& seller_id);
long long countParked(Database& db, const std::string& seller_id);
/// Of all sellers.
long long countParked(Database& db);

/// What a seller's endpoint has not got.
struct SellerBacklog {
  std::string seller_id;
  long long waiting = 0;
  long long parked = 0;
  std::int64_t oldest_at = 0;  // when the first of it was queued, in Unix milliseconds
  std::string outcome;         // of an attempt of the newest that was tried; empty: none was
};
/// Of the sellers that have any, by their ids.
std::vector<SellerBacklog> backlogs(Database& db);

/// A seller's messages about an order that were not delivered, waiting or parked.
std::vector<Delivery> undelivered(Database& db, const std::string& seller_id,
                                  const std::string& order_id);
void saveBody(Database& db, const Delivery& delivery);

/// Sends what was parked once more, from the schedule's start: one delivery, or with no id all of
/// the seller's. Answers how many. Of what was delivered: orders/redelivery.hpp.
long long replay(Database& db, const std::string& seller_id, const std::string& id,
                 std::int64_t now);

}  // namespace vitrine
