#pragma once

#include "api/work.hpp"
#include "store/orders.hpp"

/// When a seller does not fulfil its part: the goods go back, and other sellers are found.
namespace vitrine {

/// Rejects an order for a reason, gives its stock back and looks for other sellers. Within what
/// the customer agreed to, their orders go out at once; else the way found waits on the order page.
void reject(Work& work, SellerOrder& order, const std::string& reason);

/// Rejects the orders whose sellers did not answer in time, and tells these sellers.
void rejectUnanswered(Work& work);

/// Places what the customer accepted, or forgets it. When it costs something else by now, the new
/// way is asked about instead. `not_found` when nothing is asked.
Fault answerReplacement(Work& work, const std::string& order_group_id,
                        const ReplacementAnswer& answer);

}  // namespace vitrine
