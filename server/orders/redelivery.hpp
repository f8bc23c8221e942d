#pragma once

#include "store/database.hpp"
#include "vitrine/result.hpp"

namespace vitrine {

/// Has a message brought to its seller's endpoint once more, under the same webhook-id. What was
/// parked says what it said; what was delivered says the order as it is now, as no body is kept.
/// `not_found` for what is no message of the seller's; `invalid_transition` for what waits already,
/// and for the news of an order that has ended: nobody hears of one after its end. `now`: Unix
/// milliseconds.
Fault redeliver(Database& db, const std::string& seller_id, const std::string& id,
                std::int64_t now);

}  // namespace vitrine
