#include "members/sellers.hpp"

#include "crypto.hpp"
#include "dispatch/webhook.hpp"

namespace vitrine {

Fault checkSeller(const Seller& seller) {
  if (seller.name.empty()) return Error{Errc::missing_field, "name"};
  if (!isCountryCode(seller.country)) return Error{Errc::invalid_format, "country"};
  if (!currencyExponent(seller.currency)) return Error{Errc::invalid_format, "currency"};
  for (std::size_t i = 0; i < seller.tax_rates.size(); ++i) {
    if (seller.tax_rates[i].rate_ppm < 0 || seller.tax_rates[i].rate_ppm > 1'000'000)
      return at(element("tax_rates", i), {Errc::out_of_range, "rate_ppm"});
  }
  if (seller.shipping_profiles.empty()) return Error{Errc::missing_field, "shipping_profiles"};
  if (auto fault = checkDiscounts(seller.discounts)) return fault;
  return checkProfiles(seller.shipping_profiles);
}

SellerRecord addSeller(Database& db, Seller seller, const std::string& endpoint_url,
                       std::int64_t now) {
  seller.id = newId("sel_", now);
  SellerRecord record{std::move(seller), endpoint_url, newWebhookSecret()};
  insertSeller(db, record);
  return record;
}

}  // namespace vitrine
