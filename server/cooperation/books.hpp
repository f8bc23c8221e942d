#pragma once

#include "store/ledger.hpp"
#include "vitrine/order.hpp"

/// What happens to orders and members, as transfers of the ledger.
namespace vitrine {

inline const std::string customersAccount = "customers";
inline const std::string operatorAccount = "operator";

/// Orders of one purchase at a presenter's site were placed with their frozen shares.
void bookSales(Database& db, const std::vector<SellerOrder>& orders,
               const std::string& presenter_id, std::int64_t now);

/// The seller has sent the order: what the customer pays for it is the seller's to collect.
void bookCollection(Database& db, const SellerOrder& order, std::int64_t now);

/// Whatever is left of an order's shares goes back.
void bookRejection(Database& db, const SellerOrder& order, std::int64_t now);
void bookCancellation(Database& db, const SellerOrder& order, std::int64_t now);

/// What everybody still has of an order.
Split leftOf(Database& db, const SellerOrder& order);

/// Gives the customer a part back, from all shares in proportion; no amount: all that is left.
/// Answers the amount. `refund_exceeds_charge` (with what is left), `out_of_range`,
/// `invalid_transition` for an order that does not stand or one from before there was a ledger.
Result<Amount> bookRefund(Database& db, const SellerOrder& order, std::optional<Amount> amount,
                          const std::string& note, std::int64_t now);

/// Money that went from one member to another outside of the server.
struct Payment {
  std::string from;
  std::string to;
  Money money;
  std::string note;
};

/// A payout: `payout_exceeds_balance` above what the books owe the receiver, `not_found` for an
/// unknown member, `out_of_range`, `invalid_format`.
Fault bookPayout(Database& db, const Payment& payment, std::int64_t now);
/// What the operator puts right; a note must say why (`missing_field`).
Fault bookAdjustment(Database& db, const Payment& payment, std::int64_t now);

}  // namespace vitrine
