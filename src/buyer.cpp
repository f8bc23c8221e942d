#include "vitrine/buyer.hpp"

#include <algorithm>

#include "vitrine/shipping.hpp"

namespace vitrine {
namespace {

constexpr std::size_t maxText = 200;

bool isControl(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }

Fault checkText(std::string_view field, const std::string& value, bool required) {
  if (required && value.find_first_not_of(' ') == std::string::npos)
    return Error{Errc::missing_field, std::string(field)};
  if (value.size() > maxText) return Error{Errc::too_large, std::string(field)};
  if (std::any_of(value.begin(), value.end(), isControl))
    return Error{Errc::invalid_format, std::string(field)};
  return {};
}

}  // namespace

Fault check(const Buyer& buyer) {
  if (auto fault = checkText("name", buyer.name, true)) return fault;
  if (auto fault = checkText("email", buyer.email, true)) return fault;
  if (auto fault = checkText("phone", buyer.phone, false)) return fault;
  const auto at_sign = buyer.email.find('@');
  const bool address_like = at_sign != std::string::npos && at_sign > 0 &&
                            at_sign + 1 < buyer.email.size() &&
                            buyer.email.find('@', at_sign + 1) == std::string::npos &&
                            buyer.email.find(' ') == std::string::npos;
  if (!address_like) return Error{Errc::invalid_format, "email"};
  return {};
}

Fault check(const std::vector<SellerNote>& notes) {
  if (notes.size() > maxNotes) return Error{Errc::too_large, "notes"};
  for (std::size_t i = 0; i < notes.size(); ++i) {
    const auto& text = notes[i].text;
    const auto isForeign = [](char c) { return c != '\n' && isControl(c); };
    if (text.size() > maxNote)
      return at(element("notes", i), {Errc::too_large, "text", std::int64_t{maxNote}});
    if (std::any_of(text.begin(), text.end(), isForeign))
      return at(element("notes", i), {Errc::invalid_format, "text"});
  }
  return {};
}

Fault check(const Address& address) {
  if (auto fault = checkText("name", address.name, true)) return fault;
  if (auto fault = checkText("line1", address.line1, true)) return fault;
  if (auto fault = checkText("line2", address.line2, false)) return fault;
  const bool postcode = requiresPostcode(address.country);
  if (auto fault = checkText("postcode", address.postcode, postcode)) return fault;
  if (auto fault = checkText("city", address.city, true)) return fault;
  if (!isCountryCode(address.country)) return Error{Errc::invalid_format, "country"};
  return {};
}

}  // namespace vitrine
