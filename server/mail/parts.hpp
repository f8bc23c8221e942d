#pragma once

#include "mail/letter.hpp"
#include "mail/speech.hpp"
#include "vitrine/order.hpp"

/// What the e-mails about orders have in common: lines, deliveries, money tables, people.
namespace vitrine {

/// The things of an order with what they cost, its deliveries and its totals, as one table.
Rows linesOf(const SellerOrder& order, const Speech& speech, bool with_sku);

/// The taxes of an order, each at its rate.
Paragraph taxesOf(const SellerOrder& order, const Speech& speech);

/// Who a seller is and how it takes goods back.
std::vector<Paragraph> aboutSeller(const SellerInfo& seller, const Speech& speech);

Paragraph addressLines(const Address& address, const Speech& speech);

/// Whether the customer collects all of it.
bool isCollected(const SellerOrder& order);
/// Whether all of it are services.
bool isCarriedOut(const SellerOrder& order);

}  // namespace vitrine
