#pragma once

#include "api/work.hpp"
#include "store/sessions.hpp"
#include "vitrine/checkout.hpp"

/// The life of a checkout. Every answer is the full state, priced anew from the database.
namespace vitrine {

/// A cart priced as it is now, what it was priced from, and by what it is shared: see `shares`.
struct Priced {
  Quote quote;  // with the offers' pictures as links
  Shelf shelf;
  SharePolicy policy;
};
Result<Priced> priceSession(Work& work, const StoredSession& session, const Site& site);

/// Sources the session's cart anew, with the work that the page has too, and keeps the proof.
void sourceSession(Work& work, StoredSession& session, const Site& site, const Quote& quote);

/// The state that the customer sees of a checkout that is not completed. `messages` name what is
/// missing before it can be bought.
CheckoutSession present(Work& work, const StoredSession& session, const Site& site, Priced priced);

/// The first declined wish of a quote as a failure, for requests that may not leave one behind.
/// What is only still to be chosen (`pickup_only`) is none.
Fault firstError(const Quote& quote, bool deliverable_too);

/// Places the order group with one order per seller, takes the stock and queues the sellers'
/// messages. The session becomes completed, with the state that it answers. `session_incomplete`,
/// `out_of_stock`, `not_deliverable` or `total_changed` are to change nothing.
Result<CheckoutSession> place(Work& work, const StoredSession& session, const Site& site,
                              Amount agreed_total);

}  // namespace vitrine
