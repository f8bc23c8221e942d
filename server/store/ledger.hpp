#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "store/database.hpp"
#include "vitrine/fields.hpp"
#include "vitrine/money.hpp"

/// The books: balanced transfers between accounts, one after the other, each with the hash of the
/// one before. Rows are only added. Accounts are `customers`, `operator` and the ids of sellers and
/// presenters; an account above 0 is owed, one below 0 owes.
namespace vitrine {

/// `sale`: an order was placed. `rejection`, `cancellation`: what is left of it goes back,
/// `refund`: a part of it. `collection`: the seller has, or claims from the customer itself, what
/// the customer pays.
enum class TransferKind { sale, collection, rejection, refund, payout, adjustment, cancellation };
constexpr auto names(TransferKind) {
  return std::to_array<std::string_view>(
      {"sale", "collection", "rejection", "refund", "payout", "adjustment", "cancellation"});
}

struct LedgerEntry {
  std::string account;
  Amount amount = 0;

  friend bool operator==(const LedgerEntry&, const LedgerEntry&) = default;
  static constexpr void fields(auto& self, auto&& field) {
    field("account", self.account);
    field("amount", self.amount);
  }
};

/// A transfer as it is hashed: its JSON. `number` and `previous` are given when it is posted.
struct Transfer {
  std::int64_t number = 0;
  std::string previous;  // hash, empty before the first
  std::string at;        // RFC 3339, UTC
  TransferKind kind = TransferKind::sale;
  std::string currency;
  std::string order_id;  // empty: not about an order
  std::string note;
  std::vector<LedgerEntry> entries;  // their amounts add up to 0

  static constexpr void fields(auto& self, auto&& field) {
    field("number", self.number);
    field("previous", self.previous);
    field("at", self.at);
    field("kind", self.kind);
    field("currency", self.currency);
    field("order_id", self.order_id);
    field("note", self.note);
    field("entries", self.entries);
  }
};

/// Adds transfers at a moment (Unix milliseconds), which their `at` becomes. Entries of 0 are left
/// out; what has no entries is not added. Throws when they do not add up to 0 or name an account
/// twice: our own bug.
void post(Database& db, std::vector<Transfer> transfers, std::int64_t now);
inline void post(Database& db, Transfer transfer, std::int64_t now) {
  post(db, std::vector{std::move(transfer)}, now);
}

/// Transfers in their order, optionally those with an account, or about an order (empty: any).
std::vector<Transfer> listTransfers(Database& db, const std::string& account,
                                    const std::string& order_id);

/// What an account has moved of an order, without collections.
Amount movedOf(Database& db, const std::string& order_id, const std::string& account);
/// The sum of an account before a moment, in one currency.
Amount balanceOf(Database& db, const std::string& account, const std::string& currency,
                 std::int64_t before);

/// Members whose accounts have moved from a moment on and before another (Unix milliseconds), and
/// who have not been told of that month ("2026-11") yet.
std::vector<std::string> untoldParties(Database& db, const std::string& month, std::int64_t from,
                                       std::int64_t before, int limit);
void noteTold(Database& db, const std::string& party, const std::string& month);

/// What the books come to.
struct LedgerReport {
  std::int64_t transfers = 0;
  std::string head;                   // the last hash
  bool found = true;                  // whether the expected hash is one of the chain
  std::optional<std::string> damage;  // the first, in words
};

/// Goes through all transfers: numbers, hashes, balance, and the entries by account. `expected`: a
/// hash that was noted earlier, or empty.
LedgerReport verifyLedger(Database& db, const std::string& expected);

}  // namespace vitrine
