#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "vitrine/fields.hpp"
#include "vitrine/money.hpp"

namespace vitrine {

/// Up to this weight (inclusive) the parcel costs `fee`.
struct WeightTier {
  std::int64_t up_to = 0;  // grams
  Amount fee = 0;

  friend bool operator==(const WeightTier&, const WeightTier&) = default;
  static constexpr void fields(auto& self, auto&& field) {
    field("up_to", self.up_to);
    field("fee", self.fee);
  }
};

/// From this goods value (inclusive) the parcel costs `fee`.
struct PriceTier {
  Amount from = 0;
  Amount fee = 0;

  friend bool operator==(const PriceTier&, const PriceTier&) = default;
  static constexpr void fields(auto& self, auto&& field) {
    field("from", self.from);
    field("fee", self.fee);
  }
};

/// What one method costs in one zone. The rule (see `parcelFee`) is: free from a goods value; else
/// the weight tier's fee, or the price tier's, or `base`; plus `per_item` for each unit. "First
/// item 5.00, each further 1.00" is `base` 400 and `per_item` 100.
struct Rate {
  Amount base = 0;
  Amount per_item = 0;
  std::optional<Amount> free_from;
  std::vector<WeightTier> weight_tiers;    // ascending
  std::vector<PriceTier> price_tiers;      // ascending `from`, fees never rise
  std::optional<std::int64_t> max_weight;  // grams
  std::optional<Amount> min_goods;

  friend bool operator==(const Rate&, const Rate&) = default;
  static constexpr void fields(auto& self, auto&& field) {
    field("base", self.base, defaulted);
    field("per_item", self.per_item, defaulted);
    field("free_from", self.free_from);
    field("weight_tiers", self.weight_tiers, defaulted);
    field("price_tiers", self.price_tiers, defaulted);
    field("max_weight", self.max_weight);
    field("min_goods", self.min_goods);
  }
};

/// An area and its rate. No countries: everywhere. No rate: not served (how an island is left out
/// of its country).
struct Zone {
  std::vector<std::string> countries;  // ISO 3166-1 alpha-2
  std::vector<std::string> postcode_prefixes;
  std::optional<Rate> rate;

  friend bool operator==(const Zone&, const Zone&) = default;
  static constexpr void fields(auto& self, auto&& field) {
    field("countries", self.countries, defaulted);
    field("postcode_prefixes", self.postcode_prefixes, defaulted);
    field("rate", self.rate);
  }
};

/// How goods reach the customer (the ACP fulfilment types), and how services do: their giver comes
/// to the customer, or works from afar.
enum class ShippingKind { shipping, pickup, local_delivery, digital, visit, remote };
constexpr auto names(ShippingKind) {
  return std::to_array<std::string_view>(
      {"shipping", "pickup", "local_delivery", "digital", "visit", "remote"});
}

constexpr bool isForServices(ShippingKind kind) {
  return kind == ShippingKind::visit || kind == ShippingKind::remote;
}
/// Whether something or somebody comes to the customer.
constexpr bool needsAddress(ShippingKind kind) {
  return kind == ShippingKind::shipping || kind == ShippingKind::local_delivery ||
         kind == ShippingKind::visit;
}

/// One way of delivery that a seller offers, with its transit time in working days. Of a service:
/// where its giver works, the travel fee, and the time until the appointment.
struct ShippingMethod {
  std::string id;
  std::string title;
  ShippingKind kind = ShippingKind::shipping;
  std::int32_t min_days = 0;
  std::int32_t max_days = 0;
  std::string pickup_address;
  std::vector<Zone> zones;

  friend bool operator==(const ShippingMethod&, const ShippingMethod&) = default;
  static constexpr void fields(auto& self, auto&& field) {
    field("id", self.id);
    field("title", self.title);
    field("kind", self.kind);
    field("min_days", self.min_days, defaulted);
    field("max_days", self.max_days, defaulted);
    field("pickup_address", self.pickup_address, defaulted);
    field("zones", self.zones);
  }
};

/// A seller's rules for one class of goods, or of services; offers name the profile they travel by.
/// All its methods are of one sort.
struct ShippingProfile {
  std::string id;  // unique per seller
  std::string name;
  std::vector<ShippingMethod> methods;

  friend bool operator==(const ShippingProfile&, const ShippingProfile&) = default;
  static constexpr void fields(auto& self, auto&& field) {
    field("id", self.id);
    field("name", self.name);
    field("methods", self.methods);
  }
};

/// Whether a profile is for services, or for goods.
bool isForServices(const ShippingProfile& profile);

/// Where a parcel goes, as far as prices depend on it. The postcode may be empty while it is not
/// known.
struct Destination {
  std::string country;  // ISO 3166-1 alpha-2, upper case
  std::string postcode;

  friend bool operator==(const Destination&, const Destination&) = default;
  static constexpr void fields(auto& self, auto&& field) {
    field("country", self.country);
    field("postcode", self.postcode, defaulted);
  }
};

/// What a fee depends on.
struct Parcel {
  Amount goods = 0;  // value of the seller's goods in the cart, all parcels of the seller; of
                     // a service: that of the seller's services
  std::int64_t weight = 0;  // grams in this parcel
  std::int64_t units = 0;   // in this parcel, at least 1
};

/// The rate of the most specific zone: the longest postcode prefix, then the country, then
/// everywhere; the earlier zone among equals. Spaces and case in postcodes do not matter. Null when
/// the method does not serve the place.
const Rate* rateFor(const ShippingMethod& method, const Destination& destination);

/// Whether addresses in a country need a postcode. Those in countries without postcodes do not (as
/// the Universal Postal Union lists them), nor those where mail commonly goes without (Ireland).
bool requiresPostcode(std::string_view country);

/// Whether it matters to the method where in the country a parcel goes.
bool dependsOnPostcode(const ShippingMethod& method, std::string_view country);

/// The countries that goods of some of these profiles are carried to, ascending. None when that is
/// everywhere, or when they can only be collected: then the country limits nothing.
std::vector<std::string> servedCountries(std::span<const ShippingProfile* const> profiles);

/// The fee for a parcel, or nothing when the rate does not take it (below `min_goods`, above
/// `max_weight`, heavier than the last weight tier, also when delivery would be free).
/// `out_of_range` on overflow.
Result<std::optional<Amount>> parcelFee(const Rate& rate, const Parcel& parcel);

/// The first fault in a seller's rules: tiers not ascending, fees negative or rising with the goods
/// value, ids repeated, countries that are not two capital letters, empty postcode prefixes,
/// methods for services beside those for goods.
Fault checkProfiles(const std::vector<ShippingProfile>& profiles);

/// Whether the text has the form of an ISO 3166-1 alpha-2 code.
bool isCountryCode(std::string_view text);

}  // namespace vitrine
