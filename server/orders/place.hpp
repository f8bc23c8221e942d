#pragma once

#include "api/work.hpp"
#include "store/catalogue.hpp"
#include "vitrine/order.hpp"

namespace vitrine {

/// Who buys, at whose site, and where it goes.
struct Customer {
  std::string site_id;
  std::string presenter_id;
  Buyer buyer;
  std::optional<Address> address;
  PaymentMethod payment_method = PaymentMethod::invoice;
  std::vector<SellerNote> notes = {};
  std::vector<Appointment> appointments = {};
};

/// One seller's part of a priced cart as its order. Only an
/// order that is carried somewhere has an address. Id, group and times are not set.
SellerOrder orderFor(const SellerQuote& part, const Quote& quote, const Customer& customer);

/// What of the stock a priced cart takes.
std::vector<Units> unitsOf(const Quote& quote);

/// One order per seller of a priced cart, each told to its seller. `replaces`: the rejected order
/// that they stand for, or empty. The stock is taken already. Who earns what, `shared`, is frozen
/// with the orders and booked.
void placeOrders(Work& work, const Quote& bought, const Shares& shared, const Customer& customer,
                 const std::string& order_group_id, const std::string& replaces);

/// Queues an order for its seller's endpoint; sellers without one read their inbox.
void announce(Work& work, const SellerOrder& order, const std::string& type);

/// The same for an order that no longer stands. What its seller was not told yet of it is taken
/// back, and an attempt that may be under way ends first: nobody hears of an order after its end.
void announceEnd(Work& work, const SellerOrder& order, const std::string& type);

}  // namespace vitrine
