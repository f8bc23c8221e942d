#include "orders/appointments.hpp"

#include <algorithm>
#include <set>

#include "cooperation/terms.hpp"

namespace vitrine {
namespace {

constexpr std::int64_t dayLength = 24LL * 60 * 60 * 1000;
constexpr std::size_t most = 100;

/// Of a day since the first of 1970, which was a Thursday.
bool isWorkingDay(std::int64_t day) { return (day + 3) % 7 < 5; }

std::int64_t lastDay(std::int64_t now) { return now / dayLength + maxAppointmentDays; }

/// The day on which so many working days have passed, or one after the last.
std::int64_t dayAfter(std::int64_t now, std::int32_t working_days) {
  auto day = now / dayLength;
  while (working_days > 0 && day <= lastDay(now))
    if (isWorkingDay(++day)) --working_days;
  return day;
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
  const auto first = dayAfter(now, leadTime(quote, wish.offer_id));
  if (wish.day < dayOf(first * dayLength) || wish.day > dayOf(lastDay(now) * dayLength))
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
