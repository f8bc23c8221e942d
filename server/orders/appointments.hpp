#pragma once

#include <cstdint>
#include <vector>

#include "store/sessions.hpp"

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

}  // namespace vitrine
