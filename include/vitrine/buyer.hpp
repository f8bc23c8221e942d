#pragma once

#include <string>
#include <vector>

#include "vitrine/fields.hpp"
#include "vitrine/result.hpp"

namespace vitrine {

enum class PaymentMethod { invoice, pay_on_delivery };
constexpr auto names(PaymentMethod) {
  return std::to_array<std::string_view>({"invoice", "pay_on_delivery"});
}

/// Who buys. Kept on the server and by the sellers who need it; never in a presenter's page.
struct Buyer {
  std::string name;
  std::string email;
  std::string phone;

  friend bool operator==(const Buyer&, const Buyer&) = default;
  static constexpr void fields(auto& self, auto&& field) {
    field("name", self.name);
    field("email", self.email);
    field("phone", self.phone, defaulted);
  }
};

struct Address {
  std::string name;
  std::string line1;
  std::string line2;
  std::string postcode;  // see `requiresPostcode`
  std::string city;
  std::string country;  // ISO 3166-1 alpha-2

  friend bool operator==(const Address&, const Address&) = default;
  static constexpr void fields(auto& self, auto&& field) {
    field("name", self.name);
    field("line1", self.line1);
    field("line2", self.line2, defaulted);
    field("postcode", self.postcode, defaulted);
    field("city", self.city);
    field("country", self.country);
  }
};

/// The first fault of a buyer: an empty or overlong name, an e-mail without one "@" between texts.
Fault check(const Buyer& buyer);

/// The first fault of an address: an empty or overlong part, a country that is not two capital
/// letters. The postcode may be empty where the country does not require one.
Fault check(const Address& address);

/// What a customer tells one seller with the order: at most 2,000 bytes, lines end with "\n".
struct SellerNote {
  std::string seller_id;
  std::string text;

  friend bool operator==(const SellerNote&, const SellerNote&) = default;
  static constexpr void fields(auto& self, auto&& field) {
    field("seller_id", self.seller_id);
    field("text", self.text);
  }
};

inline constexpr std::size_t maxNote = 2000;  // bytes
inline constexpr std::size_t maxNotes = 100;

/// `too_large`, `invalid_format` for control characters.
Fault check(const std::vector<SellerNote>& notes);

}  // namespace vitrine
