#include "vitrine/result.hpp"

#include <unistd.h>

#include <array>
#include <charconv>
#include <cstdlib>

namespace vitrine {

std::string_view name(Errc code) {
  switch (code) {
    case Errc::malformed_json:
      return "malformed_json";
    case Errc::wrong_kind:
      return "wrong_kind";
    case Errc::missing_field:
      return "missing_field";
    case Errc::unknown_field:
      return "unknown_field";
    case Errc::duplicate_field:
      return "duplicate_field";
    case Errc::out_of_range:
      return "out_of_range";
    case Errc::invalid_format:
      return "invalid_format";
    case Errc::too_large:
      return "too_large";
    case Errc::unknown_command:
      return "unknown_command";
    case Errc::unknown_site:
      return "unknown_site";
    case Errc::unknown_product:
      return "unknown_product";
    case Errc::unknown_offer:
      return "unknown_offer";
    case Errc::unknown_option:
      return "unknown_option";
    case Errc::duplicate_offer:
      return "duplicate_offer";
    case Errc::out_of_stock:
      return "out_of_stock";
    case Errc::currency_mismatch:
      return "currency_mismatch";
    case Errc::not_deliverable:
      return "not_deliverable";
    case Errc::pickup_only:
      return "pickup_only";
    case Errc::outside_service_area:
      return "outside_service_area";
    case Errc::corrupt_catalog:
      return "corrupt_catalog";
    case Errc::session_incomplete:
      return "session_incomplete";
    case Errc::session_expired:
      return "session_expired";
    case Errc::session_closed:
      return "session_closed";
    case Errc::total_changed:
      return "total_changed";
    case Errc::invalid_transition:
      return "invalid_transition";
    case Errc::terms_exceed_price:
      return "terms_exceed_price";
    case Errc::negative_margin:
      return "negative_margin";
    case Errc::no_wholesale_price:
      return "no_wholesale_price";
    case Errc::circular_fees:
      return "circular_fees";
    case Errc::overlapping_rules:
      return "overlapping_rules";
    case Errc::retroactive:
      return "retroactive";
    case Errc::refund_exceeds_charge:
      return "refund_exceeds_charge";
    case Errc::payout_exceeds_balance:
      return "payout_exceeds_balance";
    case Errc::own_product:
      return "own_product";
    case Errc::idempotency_key_missing:
      return "idempotency_key_missing";
    case Errc::idempotency_in_flight:
      return "idempotency_in_flight";
    case Errc::idempotency_mismatch:
      return "idempotency_mismatch";
    case Errc::forbidden_origin:
      return "forbidden_origin";
    case Errc::unauthorized:
      return "unauthorized";
    case Errc::not_found:
      return "not_found";
    case Errc::method_not_allowed:
      return "method_not_allowed";
    case Errc::unsupported_media_type:
      return "unsupported_media_type";
    case Errc::rate_limited:
      return "rate_limited";
    case Errc::unavailable:
      return "unavailable";
    case Errc::internal:
      return "internal";
  }
  fatal("Errc outside its enumerators");
}

void fatal(std::string_view what) {
  // Without stdio, whose code would weigh more in the widget than this whole file.
  static_cast<void>(::write(STDERR_FILENO, what.data(), what.size()) +
                    ::write(STDERR_FILENO, "\n", 1));
  std::abort();
}

Error at(std::string_view outer, Error error) {
  std::string where(outer);
  if (!error.where.empty() && error.where.front() != '[' && !where.empty()) where += '.';
  error.where = where + error.where;
  return error;
}

std::string element(std::string_view list, std::size_t index) {
  char digits[20];
  const auto end = std::to_chars(digits, digits + sizeof digits, index).ptr;
  return std::string(list) + '[' + std::string(digits, end) + ']';
}

}  // namespace vitrine
