#pragma once

#include "api/work.hpp"
#include "mail/content.hpp"
#include "store/orders.hpp"

/// The e-mails about orders. Each is queued in the transaction of what it tells, so that neither is
/// without the other; none is where the server has nobody to hand them to.
namespace vitrine {

/// Queues an e-mail, where the server has somebody to hand it to.
void queueMail(Work& work, const MailContent& content);

/// Tells the customer: of all orders of the purchase, or of those named by their ids.
void notifyCustomer(Work& work, MailKind kind, const StoredGroup& group,
                    const std::vector<std::string>& order_ids = {});

/// Tells the seller of an order, if it has an e-mail address.
void notifySeller(Work& work, MailKind kind, const SellerOrder& order);

}  // namespace vitrine
