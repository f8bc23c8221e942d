#pragma once

#include <cstdint>
#include <vector>

#include "store/sessions.hpp"
#include "vitrine/order.hpp"

/// When customers wish services to be given.
namespace vitrine {

/// How far ahead, in days.
inline constexpr std::int64_t maxAppointmentDays = 90;

/// The first fault of wishes, by their place in the list: `unknown_offer` for what is no service of
/// the cart, `duplicate_offer`, `invalid_format` for what is no day, `out_of_range` for a day
/// before the giver's lead time has passed, which is in working days, or too far ahead. `now`: Unix
/// milliseconds; days are those of UTC.
Fault checkAppointments(const std::vector<Appointment>& wishes, const Quote& quote,
                        std::int64_t now);

/// Forgets those of lines that the cart has no more.
void keepAppointments(StoredSession& session, const Quote& quote);

/// Writes the giver's answer into its order, with which it takes the order on unless it proposes
/// other days. Answers whether anything changed: the same answer again is none. `not_found` without
/// a wish, `unknown_offer`, `duplicate_offer`, `invalid_format` and `out_of_range` (a day that has
/// passed or is too far ahead) with their places, `invalid_transition` after another answer, and
/// for other days once the order was taken on: the customer could not cancel then.
Result<bool> answerAppointments(SellerOrder& order, const AppointmentReply& reply,
                                std::int64_t now);

/// The customer agrees to the proposed days, which takes the order on for its giver. Answers
/// whether anything changed. `invalid_transition` without a proposal that is open, or of a day
/// that has passed.
Result<bool> acceptAppointments(SellerOrder& order, std::int64_t now);

/// Whether the customer has still to say something to other days.
bool isProposed(const SellerOrder& order);

}  // namespace vitrine
