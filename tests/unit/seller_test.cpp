#include "vitrine/seller.hpp"

#include <functional>

#include "unit/catch.hpp"

namespace vitrine {
namespace {

Seller sound() {
  ShippingMethod method;
  method.id = "parcel";
  method.zones.push_back({{}, {}, Rate{.base = 490}});
  Seller seller;
  seller.name = "Birch & Co";
  seller.email = "orders@birch.example";
  seller.country = "DE";
  seller.currency = "EUR";
  seller.tax_rates = {{"DE", "standard", 190'000}, {"AT", "standard", 0}};
  seller.return_policy = ReturnPolicy{.countries = {"DE", "AT"}, .days = 14};
  seller.shipping_profiles = {{"parcel", "Parcel", {method}}};
  return seller;
}

}  // namespace

TEST_CASE("a seller’s record is refused with the path of its first fault") {
  REQUIRE(check(sound()) == std::nullopt);
  struct Row {
    const char* why;
    std::function<void(Seller&)> spoil;
    Error expected;
  };
  const Row rows[] = {
      {"blank", [](auto& s) { s.name = " \t"; }, {Errc::missing_field, "name"}},
      {"long name", [](auto& s) { s.name.assign(201, 'x'); }, {Errc::too_large, "name", 200}},
      {"small letters", [](auto& s) { s.country = "de"; }, {Errc::invalid_format, "country"}},
      {"no currency", [](auto& s) { s.currency = "EUX"; }, {Errc::invalid_format, "currency"}},
      {"rate below 0",
       [](auto& s) { s.tax_rates[1].rate_ppm = -1; },
       {Errc::out_of_range, "tax_rates[1].rate_ppm"}},
      {"rate above all",
       [](auto& s) { s.tax_rates[0].rate_ppm = 1'000'001; },
       {Errc::out_of_range, "tax_rates[0].rate_ppm"}},
      {"rate of nowhere",
       [](auto& s) { s.tax_rates[1].country = "Austria"; },
       {Errc::invalid_format, "tax_rates[1].country"}},
      {"returns from nowhere",
       [](auto& s) { s.return_policy->countries.clear(); },
       {Errc::missing_field, "return_policy.countries"}},
      {"returns for ever",
       [](auto& s) { s.return_policy->days = 3651; },
       {Errc::out_of_range, "return_policy.days"}},
      {"nothing is sent",
       [](auto& s) { s.shipping_profiles.clear(); },
       {Errc::missing_field, "shipping_profiles"}},
      {"discounts that fall",
       [](auto& s) {
         s.discounts = {{100, 10}, {200, 5}};
       },
       {Errc::out_of_range, "discounts[1].percent"}},
  };
  for (const auto& row : rows) {
    CAPTURE(row.why);
    auto seller = sound();
    row.spoil(seller);
    CHECK(check(seller) == row.expected);
  }
}

TEST_CASE("a seller’s record may go to its limits") {
  auto seller = sound();
  seller.name.assign(200, 'x');
  seller.email.clear();
  seller.tax_rates[0].rate_ppm = 1'000'000;
  seller.return_policy->days = 3650;
  seller.discounts = {{0, 0}, {200, 100}};
  CHECK(check(seller) == std::nullopt);
}

TEST_CASE("an e-mail address has one sign with something on both sides") {
  const auto takes = [](const char* email) {
    auto seller = sound();
    seller.email = email;
    return !check(seller);
  };
  for (const auto* sound_one : {"a@b", "orders+new@birch.example", "ä@ö.example"}) {
    CAPTURE(sound_one);
    CHECK(takes(sound_one));
  }
  for (const auto* broken : {"birch.example", "@birch.example", "orders@", "a@b@c", "a b@c",
                             "a@b,c@d", "a@b;c@d", "Birch <a@b>", "a@b\r\nBcc: c@d"}) {
    CAPTURE(broken);
    CHECK_FALSE(takes(broken));
  }
}

TEST_CASE("a page of return terms is an https link that needs no escaping") {
  const auto takes = [](const char* url) {
    return !check(ReturnPolicy{.countries = {"DE"}, .days = 14, .url = url});
  };
  CHECK(takes("https://birch.example/returns?lang=de#how"));
  for (const auto* broken :
       {"http://birch.example", "https://", "https:///returns", "javascript:alert(1)",
        "https://user@birch.example", "https://birch.example/a b", "https://birch.example/\"",
        "https://birch.example/\u00fc"}) {
    CAPTURE(broken);
    CHECK_FALSE(takes(broken));
  }
}

}  // namespace vitrine
