#pragma once

#include "api/work.hpp"
#include "store/sessions.hpp"
#include "vitrine/checkout.hpp"

/// The life of a checkout. Every answer is the full state, priced anew from the database.
namespace vitrine {

/// The cart priced as it is now, with the offers' pictures as links.
Result<Quote> priceSession(Work& work, const StoredSession& session, const Site& site);

/// Sources the session's cart anew, with the work that the page has too, and keeps the proof.
void sourceSession(Work& work, StoredSession& session, const Site& site, const Quote& quote);

/// The state that the customer sees. `messages` name what is missing before it can be bought.
CheckoutSession present(Work& work, const StoredSession& session, const Site& site, Quote quote);

/// The first declined wish of a quote as a failure, for requests that may not leave one behind.
/// What is only still to be chosen (`pickup_only`) is none.
Fault firstError(const Quote& quote, bool deliverable_too);

/// Places the order group with one order per seller, takes the stock and queues the sellers'
/// messages. The session becomes completed. `session_incomplete`, `out_of_stock`, `not_deliverable`
/// or `total_changed` change nothing.
Fault place(Work& work, StoredSession& session, const Site& site, Amount agreed_total);

}  // namespace vitrine
