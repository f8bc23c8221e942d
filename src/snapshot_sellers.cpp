#include "snapshot_sellers.hpp"

namespace vitrine {
namespace {

namespace fb = flat;
using flatbuffers::FlatBufferBuilder;
using flatbuffers::Offset;
using Strings = flatbuffers::Vector<Offset<flatbuffers::String>>;

constexpr std::int64_t absent = -1;

std::string text(const flatbuffers::String* value) { return value ? value->str() : std::string(); }

std::optional<std::int64_t> present(std::int64_t value) {
  return value < 0 ? std::nullopt : std::optional(value);
}

/// Calls `one` for every table of a vector that may be absent.
template <class V, class F>
void each(const V* values, F one) {
  if (!values) return;
  for (const auto* value : *values) one(*value);
}

std::vector<std::string> texts(const Strings* values) {
  std::vector<std::string> answer;
  each(values, [&](const flatbuffers::String& value) { answer.push_back(value.str()); });
  return answer;
}

Rate read(const fb::Rate& rate) {
  Rate answer;
  answer.base = rate.base();
  answer.per_item = rate.per_item();
  answer.free_from = present(rate.free_from());
  each(rate.weight_tiers(), [&](const fb::WeightTier& t) {
    answer.weight_tiers.push_back({t.up_to(), t.fee()});
  });
  each(rate.price_tiers(), [&](const fb::PriceTier& t) {
    answer.price_tiers.push_back({t.from_amount(), t.fee()});
  });
  answer.max_weight = present(rate.max_weight());
  answer.min_goods = present(rate.min_goods());
  return answer;
}

ShippingMethod read(const fb::Method& method) {
  ShippingMethod answer;
  answer.id = text(method.id());
  answer.title = text(method.title());
  answer.kind = static_cast<ShippingKind>(method.kind());
  answer.min_days = method.min_days();
  answer.max_days = method.max_days();
  answer.pickup_address = text(method.pickup_address());
  each(method.zones(), [&](const fb::Zone& zone) {
    answer.zones.push_back({texts(zone.countries()), texts(zone.postcode_prefixes()),
                            zone.rate() ? std::optional(read(*zone.rate())) : std::nullopt});
  });
  return answer;
}

Seller unpacked(const fb::Seller& seller) {
  Seller answer;
  answer.id = text(seller.id());
  answer.name = text(seller.name());
  answer.country = text(seller.country());
  answer.currency = text(seller.currency());
  answer.prices_include_tax = seller.prices_include_tax();
  answer.email = text(seller.email());
  answer.address = text(seller.address());
  answer.return_terms = text(seller.return_terms());
  if (const auto* policy = seller.return_policy())
    answer.return_policy = {texts(policy->countries()), policy->days(),
                            static_cast<ReturnFees>(policy->paid_by()), text(policy->url())};
  each(seller.tax_rates(), [&](const fb::TaxRate& rate) {
    answer.tax_rates.push_back({text(rate.country()), text(rate.category()), rate.rate_ppm()});
  });
  each(seller.discounts(), [&](const fb::Discount& tier) {
    answer.discounts.push_back({tier.from_amount(), tier.percent()});
  });
  each(seller.profiles(), [&](const fb::Profile& profile) {
    ShippingProfile& one = answer.shipping_profiles.emplace_back();
    one.id = text(profile.id());
    one.name = text(profile.name());
    each(profile.methods(), [&](const fb::Method& method) { one.methods.push_back(read(method)); });
  });
  return answer;
}

/// Enumerators and rates in their range.
bool sound(const fb::Seller& seller) {
  const auto* policy = seller.return_policy();
  bool ok = !policy || policy->paid_by() < names(ReturnFees{}).size();
  each(seller.profiles(), [&](const fb::Profile& profile) {
    each(profile.methods(), [&](const fb::Method& method) {
      ok = ok && method.kind() < names(ShippingKind{}).size();
    });
  });
  each(seller.tax_rates(), [&](const fb::TaxRate& rate) {
    ok = ok && rate.rate_ppm() >= 0 && rate.rate_ppm() <= maxSafeInteger;
  });
  return ok;
}

Offset<Strings> strings(FlatBufferBuilder& out, const std::vector<std::string>& values) {
  std::vector<Offset<flatbuffers::String>> offsets;
  for (const auto& value : values) offsets.push_back(out.CreateSharedString(value));
  return out.CreateVector(offsets);
}

/// A vector of tables, each written by `one`.
template <class T, class F>
auto tables(FlatBufferBuilder& out, const std::vector<T>& values, F one) {
  std::vector<decltype(one(values.front()))> offsets;
  for (const auto& value : values) offsets.push_back(one(value));
  return out.CreateVector(offsets);
}

Offset<fb::Rate> write(FlatBufferBuilder& out, const Rate& rate) {
  const auto weights = tables(out, rate.weight_tiers, [&](const WeightTier& t) {
    return fb::CreateWeightTier(out, t.up_to, t.fee);
  });
  const auto prices = tables(out, rate.price_tiers, [&](const PriceTier& t) {
    return fb::CreatePriceTier(out, t.from, t.fee);
  });
  return fb::CreateRate(out, rate.base, rate.per_item, rate.free_from.value_or(absent), weights,
                        prices, rate.max_weight.value_or(absent), rate.min_goods.value_or(absent));
}

Offset<fb::Zone> write(FlatBufferBuilder& out, const Zone& zone) {
  const auto countries = strings(out, zone.countries);
  const auto prefixes = strings(out, zone.postcode_prefixes);
  return fb::CreateZone(out, countries, prefixes,
                        zone.rate ? write(out, *zone.rate) : Offset<fb::Rate>{});
}

Offset<fb::Method> write(FlatBufferBuilder& out, const ShippingMethod& method) {
  const auto zones = tables(out, method.zones, [&](const Zone& zone) { return write(out, zone); });
  const auto id = out.CreateSharedString(method.id);
  const auto title = out.CreateSharedString(method.title);
  const auto address = out.CreateSharedString(method.pickup_address);
  return fb::CreateMethod(out, id, title, static_cast<std::uint8_t>(method.kind), method.min_days,
                          method.max_days, address, zones);
}

Offset<fb::ReturnPolicy> write(FlatBufferBuilder& out, const std::optional<ReturnPolicy>& policy) {
  if (!policy) return 0;
  const auto countries = strings(out, policy->countries);
  const auto url = out.CreateSharedString(policy->url);
  return fb::CreateReturnPolicy(out, countries, policy->days,
                                static_cast<std::uint8_t>(policy->paid_by), url);
}

}  // namespace

Offset<fb::Seller> writeSeller(FlatBufferBuilder& out, const Seller& seller) {
  const auto rates = tables(out, seller.tax_rates, [&](const TaxRate& rate) {
    const auto country = out.CreateSharedString(rate.country);
    const auto category = out.CreateSharedString(rate.category);
    return fb::CreateTaxRate(out, country, category, rate.rate_ppm);
  });
  const auto profiles = tables(out, seller.shipping_profiles, [&](const ShippingProfile& profile) {
    const auto methods =
        tables(out, profile.methods, [&](const ShippingMethod& m) { return write(out, m); });
    const auto id = out.CreateSharedString(profile.id);
    const auto title = out.CreateSharedString(profile.name);
    return fb::CreateProfile(out, id, title, methods);
  });
  const auto discounts = tables(out, seller.discounts, [&](const Discount& tier) {
    return fb::CreateDiscount(out, tier.from, tier.percent);
  });
  const auto returns = write(out, seller.return_policy);
  const auto id = out.CreateSharedString(seller.id);
  const auto title = out.CreateSharedString(seller.name);
  const auto country = out.CreateSharedString(seller.country);
  const auto currency = out.CreateSharedString(seller.currency);
  const auto email = out.CreateSharedString(seller.email);
  const auto address = out.CreateSharedString(seller.address);
  const auto terms = out.CreateSharedString(seller.return_terms);
  return fb::CreateSeller(out, id, title, country, currency, seller.prices_include_tax, email,
                          address, terms, rates, profiles, discounts, returns);
}

std::optional<Seller> readSeller(const fb::Seller& seller) {
  if (!sound(seller)) return {};
  auto answer = unpacked(seller);
  if (checkProfiles(answer.shipping_profiles) || checkDiscounts(answer.discounts)) return {};
  return answer;
}

}  // namespace vitrine
