#include "orders/appointments.hpp"

#include <algorithm>
#include <set>

#include "cooperation/terms.hpp"

namespace vitrine {
namespace {

constexpr std::int64_t dayLength = 24LL * 60 * 60 * 1000;
constexpr std::size_t most = 100;

bool isWorkingDay(std::int64_t days) {  // since 1970, whose first was a Thursday
  return (days + 3) % 7 < 5;
}

/// The day on which so many working days have passed.
std::string dayAfter(std::int64_t now, std::int32_t working_days) {
  auto days = now / dayLength;
  while (working_days > 0)
    if (isWorkingDay(++days)) --working_days;
  return dayOf(days * dayLength);
}

/// How many working days ahead a service is ordered by the way that is chosen.
std::int32_t leadTime(const Quote& quote, const std::string& offer_id) {
  for (const auto& seller : quote.sellers) {
    for (const auto& group : seller.groups) {
      if (std::find(group.offer_ids.begin(), group.offer_ids.end(), offer_id) ==
          group.offer_ids.end())
        continue;
      for (const auto& option : group.options)
        if (option.id == group.selected_option_id) return option.min_days;
    }
  }
  return 0;
}

const LineItem* lineOf(const Quote& quote, const std::string& offer_id) {
  const auto line = std::find_if(quote.line_items.begin(), quote.line_items.end(),
                                 [&](const LineItem& each) { return each.offer_id == offer_id; });
  return line == quote.line_items.end() ? nullptr : &*line;
}

Fault check(const Appointment& wish, const Quote& quote, std::int64_t now) {
  const auto* line = lineOf(quote, wish.offer_id);
  if (!line || line->kind != OfferKind::service) return Error{Errc::unknown_offer, "offer_id"};
  if (!isDay(wish.day)) return Error{Errc::invalid_format, "day"};
  if (wish.day < dayAfter(now, leadTime(quote, wish.offer_id)) ||
      wish.day > dayOf(now + maxAppointmentDays * dayLength))
    return Error{Errc::out_of_range, "day"};
  return {};
}

}  // namespace

Fault checkAppointments(const std::vector<Appointment>& wishes, const Quote& quote,
                        std::int64_t now) {
  if (wishes.size() > most) return Error{Errc::too_large, "appointments", std::int64_t{most}};
  std::set<std::string> offers;
  for (std::size_t i = 0; i < wishes.size(); ++i) {
    auto fault = check(wishes[i], quote, now);
    if (!fault && !offers.insert(wishes[i].offer_id).second)
      fault = Error{Errc::duplicate_offer, "offer_id"};
    if (fault) return at(element("appointments", i), *std::move(fault));
  }
  return {};
}

void keepAppointments(StoredSession& session, const Quote& quote) {
  std::erase_if(session.appointments,
                [&](const Appointment& wish) { return !lineOf(quote, wish.offer_id); });
}

}  // namespace vitrine
