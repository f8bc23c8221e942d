#pragma once

#include "store/delivery_log.hpp"
#include "vitrine/fields.hpp"

/// What sellers see and do of the webhooks to them.
namespace vitrine {

/// What became of a message to a seller's endpoint. A message tells of an order; what it says is
/// not in here.
struct DeliveryRecord {
  std::string delivery_id;  // the webhook-id of every attempt
  std::string seller_id;
  std::string seller_name;
  std::string type;  // of the event: order.created, order.rejected, order.cancelled, …
  std::string order_id;
  std::string queued_at;  // RFC 3339, as all times
  DeliveryState state = DeliveryState::waiting;
  std::int64_t attempts = 0;
  std::string outcome;  // of the last attempt; empty: there was none
  std::string at;       // of what waits the next attempt, else when it ended

  static constexpr void fields(auto& self, auto&& field) {
    field("delivery_id", self.delivery_id);
    field("seller_id", self.seller_id);
    field("seller_name", self.seller_name);
    field("type", self.type);
    field("order_id", self.order_id);
    field("queued_at", self.queued_at);
    field("state", self.state);
    field("attempts", self.attempts);
    field("outcome", self.outcome);
    field("at", self.at);
  }
};

/// A page of them, newest first; pass `next` as `after` for the following page.
struct DeliveryLog {
  std::vector<DeliveryRecord> deliveries;
  std::optional<std::string> next;

  static constexpr void fields(auto& self, auto&& field) {
    field("deliveries", self.deliveries);
    field("next", self.next);
  }
};

enum class EndpointState { none, active, gone };
constexpr auto names(EndpointState) {
  return std::array<std::string_view, 3>{"none", "active", "gone"};
}

struct SellerRecord;
EndpointState endpointState(const SellerRecord& seller);

/// How a seller's endpoint is doing. `gone`: it answered 410, and nothing is sent to it until the
/// operator sets it anew.
struct DeliveryStatus {
  EndpointState endpoint = EndpointState::none;
  std::string url;           // empty: none
  std::int64_t waiting = 0;  // deliveries that will be tried again
  std::int64_t parked = 0;   // that were given up until they are replayed

  static constexpr void fields(auto& self, auto&& field) {
    field("endpoint", self.endpoint);
    field("url", self.url);
    field("waiting", self.waiting);
    field("parked", self.parked);
  }
};

/// Where orders are to go from now on; empty: to the inbox only.
struct EndpointWish {
  std::string url;

  static constexpr void fields(auto& self, auto&& field) { field("url", self.url); }
};

/// What came of a test order: a message of the type `order.test`, signed as orders are, about an
/// order that nobody has placed. It is sent once and kept nowhere.
struct EndpointTrial {
  bool taken = false;             // answered 2xx
  std::int64_t status = 0;        // of the answer; 0: there was none
  std::string problem;            // why there was none
  std::int64_t milliseconds = 0;  // until the answer, or until it was given up

  static constexpr void fields(auto& self, auto&& field) {
    field("taken", self.taken);
    field("status", self.status);
    field("problem", self.problem);
    field("milliseconds", self.milliseconds);
  }
};

/// Which delivery to send again, parked or delivered; without one: all that are parked.
struct ReplayRequest {
  std::optional<std::string> delivery_id;

  static constexpr void fields(auto& self, auto&& field) { field("delivery_id", self.delivery_id); }
};

struct Replayed {
  std::int64_t replayed = 0;  // deliveries that are due again

  static constexpr void fields(auto& self, auto&& field) { field("replayed", self.replayed); }
};

/// A new webhook secret. Until `old_until` (RFC 3339) messages are signed with the old one too.
struct RotatedSecret {
  std::string webhook_secret;
  std::string old_until;

  static constexpr void fields(auto& self, auto&& field) {
    field("webhook_secret", self.webhook_secret);
    field("old_until", self.old_until);
  }
};

/// The public half of a new Ed25519 key that messages are signed with from now on (`v1a`). Until
/// `old_until` (RFC 3339) they are signed with the old secret or key too.
struct RotatedSigningKey {
  std::string webhook_public_key;  // whpk_…
  std::string old_until;

  static constexpr void fields(auto& self, auto&& field) {
    field("webhook_public_key", self.webhook_public_key);
    field("old_until", self.old_until);
  }
};

}  // namespace vitrine
