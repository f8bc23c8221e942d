#pragma once

#include "api/deliveries.hpp"
#include "dispatch/circuit.hpp"
#include "store/state.hpp"

/// How the server is doing, as the operator sees it. Nothing of it is about customers.
namespace vitrine {

/// What a seller's endpoint has not got, or why nothing is sent to it.
struct SellerQueue {
  std::string seller_id;
  std::string seller_name;
  EndpointState endpoint = EndpointState::none;
  std::int64_t waiting = 0;              // will be tried again
  std::int64_t parked = 0;               // given up until they are replayed
  std::optional<std::string> oldest_at;  // RFC 3339: when the first of both was queued
  CircuitState circuit = CircuitState::closed;
  std::string outcome;  // of the last attempt; empty: there was none

  static constexpr void fields(auto& self, auto&& field) {
    field("seller_id", self.seller_id);
    field("seller_name", self.seller_name);
    field("endpoint", self.endpoint);
    field("waiting", self.waiting);
    field("parked", self.parked);
    field("oldest_at", self.oldest_at);
    field("circuit", self.circuit);
    field("outcome", self.outcome);
  }
};

/// The e-mails that were not handed over.
struct MailQueue {
  bool configured = false;  // whether an SMTP server is named
  std::int64_t waiting = 0;
  std::int64_t parked = 0;
  std::optional<std::string> oldest_at;  // RFC 3339
  CircuitState circuit = CircuitState::closed;
  std::string outcome;

  static constexpr void fields(auto& self, auto&& field) {
    field("configured", self.configured);
    field("waiting", self.waiting);
    field("parked", self.parked);
    field("oldest_at", self.oldest_at);
    field("circuit", self.circuit);
    field("outcome", self.outcome);
  }
};

/// `queues`: of the sellers where anything waits, was given up or is left alone.
struct Health {
  std::int64_t connections = 0;  // that are open, of this server
  std::int64_t streams = 0;      // pages that are told of changes
  StoreState store;
  MailQueue mail;
  std::vector<SellerQueue> queues;

  static constexpr void fields(auto& self, auto&& field) {
    field("connections", self.connections);
    field("streams", self.streams);
    field("store", self.store);
    field("mail", self.mail);
    field("queues", self.queues);
  }
};

}  // namespace vitrine
