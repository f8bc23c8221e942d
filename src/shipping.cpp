#include "vitrine/shipping.hpp"

#include <algorithm>
#include <set>

namespace vitrine {
namespace {

std::string normalised(std::string_view postcode) {
  std::string text;
  for (const char c : postcode) {
    if (c == ' ' || c == '-') continue;
    text += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  }
  return text;
}

bool holds(const Zone& zone, std::string_view country) {
  const auto& countries = zone.countries;
  return countries.empty() ||
         std::find(countries.begin(), countries.end(), country) != countries.end();
}

/// 0 when the zone does not hold the place, else larger the more specific it is.
std::size_t specificity(const Zone& zone, const Destination& destination,
                        const std::string& postcode) {
  if (!holds(zone, destination.country)) return 0;
  const std::size_t country = zone.countries.empty() ? 1 : 2;
  if (zone.postcode_prefixes.empty()) return country;
  std::size_t longest = 0;
  for (const auto& raw : zone.postcode_prefixes) {
    const auto prefix = normalised(raw);
    if (postcode.starts_with(prefix)) longest = std::max(longest, prefix.size());
  }
  return longest == 0 ? 0 : country + 2 * longest;
}

Fault checkRate(const Rate& rate) {
  if (rate.base < 0) return Error{Errc::out_of_range, "base"};
  if (rate.per_item < 0) return Error{Errc::out_of_range, "per_item"};
  if (rate.free_from && *rate.free_from < 0) return Error{Errc::out_of_range, "free_from"};
  if (rate.max_weight && *rate.max_weight < 0) return Error{Errc::out_of_range, "max_weight"};
  if (rate.min_goods && *rate.min_goods < 0) return Error{Errc::out_of_range, "min_goods"};
  for (std::size_t i = 0; i < rate.weight_tiers.size(); ++i) {
    const auto& tier = rate.weight_tiers[i];
    const bool ascending = i == 0 || rate.weight_tiers[i - 1].up_to < tier.up_to;
    if (tier.up_to <= 0 || !ascending)
      return at(element("weight_tiers", i), {Errc::out_of_range, "up_to"});
    if (tier.fee < 0) return at(element("weight_tiers", i), {Errc::out_of_range, "fee"});
  }
  for (std::size_t i = 0; i < rate.price_tiers.size(); ++i) {
    const auto& tier = rate.price_tiers[i];
    const bool first = i == 0;
    if (tier.from < 0 || (!first && rate.price_tiers[i - 1].from >= tier.from))
      return at(element("price_tiers", i), {Errc::out_of_range, "from"});
    const Amount before = first ? rate.base : rate.price_tiers[i - 1].fee;
    if (tier.fee < 0 || ((!first || tier.from > 0) && tier.fee > before))
      return at(element("price_tiers", i), {Errc::out_of_range, "fee"});
  }
  return {};
}

Fault checkMethod(const ShippingMethod& method) {
  if (method.id.empty()) return Error{Errc::invalid_format, "id"};
  if (method.min_days < 0 || method.max_days < method.min_days)
    return Error{Errc::out_of_range, "max_days"};
  if (method.zones.empty()) return Error{Errc::missing_field, "zones"};
  for (std::size_t z = 0; z < method.zones.size(); ++z) {
    const auto& zone = method.zones[z];
    for (std::size_t c = 0; c < zone.countries.size(); ++c) {
      if (!isCountryCode(zone.countries[c]))
        return at(element("zones", z), {Errc::invalid_format, element("countries", c)});
    }
    for (std::size_t p = 0; p < zone.postcode_prefixes.size(); ++p) {
      if (normalised(zone.postcode_prefixes[p]).empty())
        return at(element("zones", z), {Errc::invalid_format, element("postcode_prefixes", p)});
    }
    if (!zone.rate) continue;
    if (auto fault = checkRate(*zone.rate))
      return at(element("zones", z) + ".rate", *std::move(fault));
  }
  return {};
}

}  // namespace

bool isForServices(const ShippingProfile& profile) {
  return !profile.methods.empty() && isForServices(profile.methods.front().kind);
}

bool isCountryCode(std::string_view text) {
  return text.size() == 2 &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

const Rate* rateFor(const ShippingMethod& method, const Destination& destination) {
  const auto postcode = normalised(destination.postcode);
  const Zone* best = nullptr;
  std::size_t most = 0;
  for (const auto& zone : method.zones) {
    const auto fit = specificity(zone, destination, postcode);
    if (fit > most) {
      most = fit;
      best = &zone;
    }
  }
  return best && best->rate ? &*best->rate : nullptr;
}

bool requiresPostcode(std::string_view country) {
  constexpr std::string_view without =
      "AE AG AO AW BF BI BJ BO BS BW BZ CD CF CG CI CK CM CW DJ DM ER FJ GA GD GH GM GQ GY HK IE "
      "JM "
      "KI KM KN KP LC ML MO MR MW NR NU PA QA RW SB SC SL SR SS ST SX SY TD TG TK TL TO TT TV UG "
      "VU "
      "WS YE ZW";
  return without.find(country) == without.npos;
}

bool dependsOnPostcode(const ShippingMethod& method, std::string_view country) {
  return std::any_of(method.zones.begin(), method.zones.end(), [&](const Zone& zone) {
    return !zone.postcode_prefixes.empty() && holds(zone, country);
  });
}

std::vector<std::string> servedCountries(std::span<const ShippingProfile* const> profiles) {
  std::vector<std::string> countries;
  for (const auto* profile : profiles) {
    for (const auto& method : profile->methods) {
      if (method.kind == ShippingKind::pickup) continue;
      for (const auto& zone : method.zones) {
        if (!zone.rate) continue;
        if (zone.countries.empty()) return {};
        countries.insert(countries.end(), zone.countries.begin(), zone.countries.end());
      }
    }
  }
  std::sort(countries.begin(), countries.end());
  countries.erase(std::unique(countries.begin(), countries.end()), countries.end());
  return countries;
}

Result<std::optional<Amount>> parcelFee(const Rate& rate, const Parcel& parcel) {
  const std::optional<Amount> refused;
  if (rate.min_goods && parcel.goods < *rate.min_goods) return refused;
  if (rate.max_weight && parcel.weight > *rate.max_weight) return refused;
  Amount base = rate.base;
  if (!rate.weight_tiers.empty()) {
    const auto tier = std::find_if(rate.weight_tiers.begin(), rate.weight_tiers.end(),
                                   [&](const WeightTier& t) { return parcel.weight <= t.up_to; });
    if (tier == rate.weight_tiers.end()) return refused;
    base = tier->fee;
  } else {
    for (const auto& tier : rate.price_tiers) {
      if (parcel.goods >= tier.from) base = tier.fee;
    }
  }
  if (rate.free_from && parcel.goods >= *rate.free_from) return std::optional<Amount>{0};
  const auto items = times(rate.per_item, parcel.units);
  if (!items) return items.error();
  const auto fee = add(base, *items);
  if (!fee) return fee.error();
  return std::optional<Amount>{*fee};
}

Fault checkProfiles(const std::vector<ShippingProfile>& profiles) {
  std::set<std::string_view> profile_ids;
  for (std::size_t p = 0; p < profiles.size(); ++p) {
    const auto where = element("shipping_profiles", p);
    if (profiles[p].id.empty()) return at(where, {Errc::invalid_format, "id"});
    if (!profile_ids.insert(profiles[p].id).second) return at(where, {Errc::duplicate_field, "id"});
    if (profiles[p].methods.empty()) return at(where, {Errc::missing_field, "methods"});
    std::set<std::string_view> method_ids;
    for (std::size_t m = 0; m < profiles[p].methods.size(); ++m) {
      const auto& method = profiles[p].methods[m];
      const auto inner = where + '.' + element("methods", m);
      if (!method_ids.insert(method.id).second) return at(inner, {Errc::duplicate_field, "id"});
      if (isForServices(method.kind) != isForServices(profiles[p]))
        return at(inner, {Errc::invalid_format, "kind"});
      if (auto fault = checkMethod(method)) return at(inner, *std::move(fault));
    }
  }
  return {};
}

}  // namespace vitrine
