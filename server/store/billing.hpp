#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "store/database.hpp"
#include "vitrine/fields.hpp"
#include "vitrine/result.hpp"

/// How members are billed and taxed. Rows are only added, so that the documents of a month stay
/// what they were.
namespace vitrine {

/// Whether a member owes value added tax on what it is paid for its service. `standard`: at its
/// rate; businesses in another country of the European Union owe it in its place. `exempt`: it owes
/// none, for instance as a small business. `outside`: its service is outside the scope of the tax.
enum class TaxStatus { standard, exempt, outside };
constexpr auto names(TaxStatus) {
  return std::to_array<std::string_view>({"standard", "exempt", "outside"});
}

/// What stands on an invoice about a member. The terms of EN 16931 are named beside.
struct Billing {
  std::string name;    // of the business (BT-27, BT-44)
  std::string street;  // and number
  std::string postcode;
  std::string city;
  std::string country;     // ISO 3166-1 alpha-2
  std::string vat_id;      // with its country, "DE123456789" (BT-31, BT-48)
  std::string tax_number;  // another one that the tax office knows it by (BT-32)
  TaxStatus tax = TaxStatus::exempt;
  std::int64_t rate_ppm = 0;  // of `standard`: 190000 is 19 %
  std::string exemption;      // else: why there is no tax (BT-120)

  friend bool operator==(const Billing&, const Billing&) = default;
  static constexpr void fields(auto& self, auto&& field) {
    field("name", self.name);
    field("street", self.street, defaulted);
    field("postcode", self.postcode, defaulted);
    field("city", self.city, defaulted);
    field("country", self.country);
    field("vat_id", self.vat_id, defaulted);
    field("tax_number", self.tax_number, defaulted);
    field("tax", self.tax);
    field("rate_ppm", self.rate_ppm, defaulted);
    field("exemption", self.exemption, defaulted);
  }
};

void insertBilling(Database& db, const std::string& member, const Billing& billing,
                   std::int64_t now);

/// What a member had said before a moment (Unix milliseconds), or else the first that it said
/// later; nothing where it never has.
std::optional<Billing> billingAt(Database& db, const std::string& member, std::int64_t moment);

/// What one member earned of a seller's order within a time, without what went back.
struct Earning {
  std::string supplier;  // pre_… or operator
  std::string seller_id;
  std::string currency;
  std::string order_id;
  std::int64_t amount = 0;
};

/// From one moment on and before another (Unix milliseconds), what `party` earned as supplier or
/// owes as seller: by supplier, seller and currency, in the order of the books.
std::vector<Earning> listEarnings(Database& db, const std::string& party, std::int64_t from,
                                  std::int64_t until);

}  // namespace vitrine
