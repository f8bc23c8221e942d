#include "orders/appointments.hpp"

#include <algorithm>
#include <set>

#include "clock.hpp"
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

using Days = std::vector<Appointment>;

/// Every wished day, and instead of it the giver's where it names one.
Result<Days> answered(const Days& wished, const Days& others, std::int64_t now) {
  const auto today = dayOf(now);
  auto days = wished;
  std::set<std::string> named;
  for (std::size_t i = 0; i < others.size(); ++i) {
    const auto& other = others[i];
    const auto fault = [&](Errc code, std::string_view field) {
      return at(element("appointments", i), Error{code, std::string(field)});
    };
    const auto day = std::find_if(days.begin(), days.end(), [&](const Appointment& each) {
      return each.offer_id == other.offer_id;
    });
    if (day == days.end()) return fault(Errc::unknown_offer, "offer_id");
    if (!named.insert(other.offer_id).second) return fault(Errc::duplicate_offer, "offer_id");
    if (!isDay(other.day)) return fault(Errc::invalid_format, "day");
    if (other.day < today || (other != *day && other.day > dayOf(lastDay(now) * dayLength)))
      return fault(Errc::out_of_range, "day");
    *day = other;
  }
  const auto passed = [&](const Appointment& each) { return each.day < today; };
  if (std::any_of(days.begin(), days.end(), passed))
    return Error{Errc::out_of_range, "appointments"};
  return days;
}

void takeOn(SellerOrder& order, std::int64_t now) {
  if (order.status != OrderStatus::placed) return;
  order.status = OrderStatus::acknowledged;
  order.history.push_back({OrderStatus::acknowledged, rfc3339(now)});
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

Result<bool> answerAppointments(SellerOrder& order, const AppointmentReply& reply,
                                std::int64_t now) {
  if (order.appointments.empty()) return Error{Errc::not_found, "appointments"};
  auto days = answered(order.appointments, reply.appointments, now);
  if (!days) return days.error();
  const Error refused{Errc::invalid_transition, "appointments"};
  if (order.appointment_answer)
    return order.appointment_answer->appointments == *days ? Result<bool>(false) : refused;
  const bool as_wished = *days == order.appointments;
  const bool open = order.status == OrderStatus::placed ||
                    (as_wished && order.status == OrderStatus::acknowledged);
  if (!open) return refused;
  const auto state = as_wished ? AppointmentState::confirmed : AppointmentState::proposed;
  order.appointment_answer = AppointmentAnswer{state, *std::move(days)};
  if (as_wished) takeOn(order, now);
  return true;
}

Result<bool> acceptAppointments(SellerOrder& order, std::int64_t now) {
  auto& answer = order.appointment_answer;
  if (answer && answer->state == AppointmentState::accepted) return false;
  const auto passed = [&](const Appointment& each) { return each.day < dayOf(now); };
  if (!isProposed(order) ||
      std::any_of(answer->appointments.begin(), answer->appointments.end(), passed))
    return Error{Errc::invalid_transition, "order_id"};
  answer->state = AppointmentState::accepted;
  takeOn(order, now);
  return true;
}

bool isProposed(const SellerOrder& order) {
  return order.status == OrderStatus::placed && order.appointment_answer &&
         order.appointment_answer->state == AppointmentState::proposed;
}

}  // namespace vitrine
