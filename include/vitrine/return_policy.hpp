#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "vitrine/fields.hpp"
#include "vitrine/result.hpp"

namespace vitrine {

/// Who pays for sending goods back.
enum class ReturnFees { seller, customer };
constexpr auto names(ReturnFees) { return std::to_array<std::string_view>({"seller", "customer"}); }

/// How a seller takes goods back, as customers compare it and search engines read it (schema.org's
/// `MerchantReturnPolicy`). What it says besides is text, `return_terms`.
struct ReturnPolicy {
  std::vector<std::string> countries;  // of the customers that it is for, ISO 3166-1 alpha-2
  std::int64_t days = 0;               // from receipt, 0 … 3650; 0: nothing is taken back
  ReturnFees paid_by = ReturnFees::customer;
  std::string url;  // https: where all of it is told; empty: nowhere

  friend bool operator==(const ReturnPolicy&, const ReturnPolicy&) = default;
  static constexpr void fields(auto& self, auto&& field) {
    field("countries", self.countries);
    field("days", self.days);
    field("paid_by", self.paid_by, defaulted);
    field("url", self.url, defaulted);
  }
};

/// The first fault of it: for no country, or for one that is none; days out of their range; a link
/// that is none.
Fault check(const ReturnPolicy& policy);

}  // namespace vitrine
