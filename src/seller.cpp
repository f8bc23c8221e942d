#include "vitrine/seller.hpp"

#include <algorithm>
#include <array>

namespace vitrine {
namespace {

struct Text {
  std::string_view field;
  const std::string& value;
  long long most;  // bytes
};

bool isBlank(const std::string& text) { return text.find_first_not_of(" \t\n\r") == text.npos; }

bool isEmail(const std::string& text) {
  const auto sign = text.find('@');
  return sign != text.npos && sign > 0 && sign + 1 < text.size() &&
         text.find('@', sign + 1) == text.npos && text.find_first_of(" \t\n\r,;<>") == text.npos;
}

/// https, a host, and nothing that would have to be encoded.
bool isWebPage(const std::string& url) {
  constexpr std::string_view scheme = "https://";
  return url.starts_with(scheme) && url.size() > scheme.size() && url[scheme.size()] != '/' &&
         std::all_of(url.begin(), url.end(), [](char c) {
           return c > ' ' && c < 0x7f &&
                  std::string_view("\"'<>\\^`{|}@").find(c) == std::string_view::npos;
         });
}

}  // namespace

Fault check(const ReturnPolicy& policy) {
  if (policy.countries.empty()) return Error{Errc::missing_field, "countries"};
  for (std::size_t i = 0; i < policy.countries.size(); ++i)
    if (!isCountryCode(policy.countries[i]))
      return Error{Errc::invalid_format, element("countries", i)};
  if (policy.days < 0 || policy.days > 3650) return Error{Errc::out_of_range, "days"};
  if (policy.url.size() > 2'000) return Error{Errc::too_large, "url", 2'000};
  if (!policy.url.empty() && !isWebPage(policy.url)) return Error{Errc::invalid_format, "url"};
  return {};
}

Fault check(const Seller& seller) {
  if (isBlank(seller.name)) return Error{Errc::missing_field, "name"};
  const std::array texts{Text{"name", seller.name, 200}, Text{"email", seller.email, 254},
                         Text{"address", seller.address, 1'000},
                         Text{"return_terms", seller.return_terms, 20'000}};
  for (const auto& text : texts)
    if (static_cast<long long>(text.value.size()) > text.most)
      return Error{Errc::too_large, std::string(text.field), text.most};
  if (!isCountryCode(seller.country)) return Error{Errc::invalid_format, "country"};
  if (!currencyExponent(seller.currency)) return Error{Errc::invalid_format, "currency"};
  if (!seller.email.empty() && !isEmail(seller.email)) return Error{Errc::invalid_format, "email"};
  if (seller.return_policy)
    if (auto fault = check(*seller.return_policy)) return at("return_policy", *fault);
  for (std::size_t i = 0; i < seller.tax_rates.size(); ++i) {
    const auto& rate = seller.tax_rates[i];
    const auto where = element("tax_rates", i);
    if (!isCountryCode(rate.country)) return at(where, {Errc::invalid_format, "country"});
    if (rate.rate_ppm < 0 || rate.rate_ppm > 1'000'000)
      return at(where, {Errc::out_of_range, "rate_ppm"});
  }
  if (seller.shipping_profiles.empty()) return Error{Errc::missing_field, "shipping_profiles"};
  if (auto fault = checkDiscounts(seller.discounts)) return fault;
  return checkProfiles(seller.shipping_profiles);
}

}  // namespace vitrine
