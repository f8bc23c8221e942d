#pragma once

#include <optional>
#include <string>
#include <vector>

#include "store/database.hpp"
#include "vitrine/checkout.hpp"

namespace vitrine {

/// A checkout as it is kept: what the customer chose. Prices are not kept but computed, until it is
/// completed: from then on it is the state that the customer was told.
struct StoredSession {
  std::string id;
  std::string site_id;
  std::int64_t expires_at = 0;  // Unix milliseconds
  CheckoutStatus status = CheckoutStatus::incomplete;
  std::vector<CartLine> line_items;
  std::optional<Buyer> buyer;
  std::optional<Address> address;
  std::optional<Destination> destination;
  std::vector<SelectedOption> selected_options;
  std::vector<std::string> pinned_offers;
  SourcingObjective objective = SourcingObjective::cost;
  std::optional<std::string> language;  // of the customer
  std::optional<std::string> page;      // where it was begun
  std::optional<SourcingRecord> sourcing;
  std::optional<PaymentMethod> payment_method;
  ReplacementTerms replacement;
  std::vector<SellerNote> notes;
  std::vector<Appointment> appointments;
  std::optional<CheckoutSession> completed = {};  // beside the rest: not among the fields

  static constexpr void fields(auto& self, auto&& field) {
    field("id", self.id);
    field("site_id", self.site_id);
    field("expires_at", self.expires_at);
    field("status", self.status);
    field("line_items", self.line_items);
    field("buyer", self.buyer);
    field("address", self.address);
    field("destination", self.destination);
    field("selected_options", self.selected_options);
    field("pinned_offers", self.pinned_offers, defaulted);
    field("objective", self.objective, defaulted);
    field("language", self.language);
    field("page", self.page);
    field("sourcing", self.sourcing);
    field("payment_method", self.payment_method);
    field("replacement", self.replacement, defaulted);
    field("notes", self.notes, defaulted);
    field("appointments", self.appointments, defaulted);
  }
};

void insertSession(Database& db, const StoredSession& session, const std::string& secret_hash);
void saveSession(Database& db, const StoredSession& session);
/// `state`: the completed `CheckoutSession` as JSON.
void saveCompleted(Database& db, const std::string& id, const std::string& state);

/// The checkout that a purchase was made of.
std::optional<StoredSession> boughtSession(Database& db, const std::string& id);
/// The checkouts with a customer's e-mail, whatever the letters' case, that were not bought.
std::vector<StoredSession> unboughtSessions(Database& db, const std::string& email);
void forgetSession(Database& db, const std::string& id);

/// Forgets checkouts that ended before a moment (Unix milliseconds) without a purchase, and with
/// them what the customers entered.
void forgetSessions(Database& db, std::int64_t before);

/// The session, if the secret is its own.
std::optional<StoredSession> findSession(Database& db, const std::string& id,
                                         const std::string& secret_hash);

}  // namespace vitrine
