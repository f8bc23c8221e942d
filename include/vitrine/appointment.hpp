#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "vitrine/fields.hpp"

namespace vitrine {

/// Of a day. `any`: the customer does not mind.
enum class DayPart { any, morning, afternoon, evening };
constexpr auto names(DayPart) {
  return std::to_array<std::string_view>({"any", "morning", "afternoon", "evening"});
}

/// When a customer wishes a service to be given: one for each line at most.
struct Appointment {
  std::string offer_id;
  std::string day;  // YYYY-MM-DD
  DayPart part = DayPart::any;

  friend bool operator==(const Appointment&, const Appointment&) = default;
  static constexpr void fields(auto& self, auto&& field) {
    field("offer_id", self.offer_id);
    field("day", self.day);
    field("part", self.part, defaulted);
  }
};

/// How the giver of services stands to the days that the customer wished. `confirmed`: it comes as
/// wished. `proposed`: another time for at least one of them, about which the customer is asked.
/// `accepted`: the customer agreed to that.
enum class AppointmentState { confirmed, proposed, accepted };
constexpr auto names(AppointmentState) {
  return std::to_array<std::string_view>({"confirmed", "proposed", "accepted"});
}

/// What the giver answered: one word for all wished days of an order.
struct AppointmentAnswer {
  AppointmentState state = AppointmentState::confirmed;
  std::vector<Appointment> appointments;  // all of them, as it would come

  friend bool operator==(const AppointmentAnswer&, const AppointmentAnswer&) = default;
  static constexpr void fields(auto& self, auto&& field) {
    field("state", self.state);
    field("appointments", self.appointments);
  }
};

/// When the giver would come instead, for those wishes that do not suit it; all others, with an
/// empty list all, are confirmed.
struct AppointmentReply {
  std::vector<Appointment> appointments;

  friend bool operator==(const AppointmentReply&, const AppointmentReply&) = default;
  static constexpr void fields(auto& self, auto&& field) {
    field("appointments", self.appointments, defaulted);
  }
};

/// The customer agrees to what the giver of this order proposed.
struct AppointmentAcceptance {
  std::string order_id;

  friend bool operator==(const AppointmentAcceptance&, const AppointmentAcceptance&) = default;
  static constexpr void fields(auto& self, auto&& field) { field("order_id", self.order_id); }
};

}  // namespace vitrine
