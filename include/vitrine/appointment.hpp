#pragma once

#include <array>
#include <string>
#include <string_view>

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

}  // namespace vitrine
