#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace vitrine {

/// Every expected failure, by its stable wire name (see `names`); servers map each to one HTTP
/// status.
enum class Errc {
  malformed_json,
  wrong_kind,
  missing_field,
  unknown_field,
  duplicate_field,
  out_of_range,
  invalid_format,
  too_large,
  unknown_command,
  unknown_site,
  unknown_product,
  unknown_offer,
  unknown_option,
  duplicate_offer,
  out_of_stock,
  currency_mismatch,
  not_deliverable,
  pickup_only,
  outside_service_area,
  corrupt_catalog,
  session_incomplete,
  session_expired,
  session_closed,
  total_changed,
  invalid_transition,
  terms_exceed_price,
  negative_margin,
  no_wholesale_price,
  circular_fees,
  overlapping_rules,
  retroactive,
  refund_exceeds_charge,
  payout_exceeds_balance,
  own_product,
  idempotency_key_missing,
  idempotency_in_flight,
  idempotency_mismatch,
  forbidden_origin,
  unauthorized,
  not_found,
  method_not_allowed,
  unsupported_media_type,
  rate_limited,
  unavailable,
  internal,
};

/// The wire name of each code, in the order of the enumerators.
std::string_view name(Errc code);

/// An expected failure: what is wrong, and where as a path into the input
/// (`line_items[2].quantity`). `limit` is the largest value that would have done, where there is
/// one.
struct Error {
  Errc code = Errc::internal;
  std::string where = {};
  std::optional<long long> limit = {};

  friend bool operator==(const Error&, const Error&) = default;
};

/// Nothing, or the first fault found.
using Fault = std::optional<Error>;

/// Our own broken promise: says what on standard error and ends the program (or the WASM instance).
[[noreturn]] void fatal(std::string_view what);

/// A value, or the reason why there is none.
template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : value_(std::move(value)) {}
  Result(Error error) : error_(std::move(error)) {}

  explicit operator bool() const { return value_.has_value(); }

  const T& operator*() const& {
    if (!value_) fatal("Result read without a value");
    return *value_;
  }
  T& operator*() & {
    if (!value_) fatal("Result read without a value");
    return *value_;
  }
  T&& operator*() && {
    if (!value_) fatal("Result read without a value");
    return std::move(*value_);
  }
  const T* operator->() const { return &**this; }
  T* operator->() { return &**this; }

  const Error& error() const {
    if (value_) fatal("Result has a value, not an error");
    return error_;
  }

 private:
  std::optional<T> value_;
  Error error_;
};

/// The same error seen from one level further out: `at("line_items[2]", {…, "quantity"})`.
Error at(std::string_view outer, Error error);

/// The path of one element of a list: `element("line_items", 2)` is `line_items[2]`.
std::string element(std::string_view list, std::size_t index);

}  // namespace vitrine
