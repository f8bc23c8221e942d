#include <algorithm>
#include <numeric>

#include "snapshot_generated.h"
#include "vitrine/catalog.hpp"

namespace vitrine {
namespace {

namespace fb = flat;
using flatbuffers::FlatBufferBuilder;
using flatbuffers::Offset;
using Strings = flatbuffers::Vector<Offset<flatbuffers::String>>;

// ---- writing ----

constexpr std::int64_t absent = -1;

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

Offset<fb::Seller> write(FlatBufferBuilder& out, const Seller& seller) {
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
  const auto id = out.CreateSharedString(seller.id);
  const auto title = out.CreateSharedString(seller.name);
  const auto country = out.CreateSharedString(seller.country);
  const auto currency = out.CreateSharedString(seller.currency);
  const auto email = out.CreateSharedString(seller.email);
  const auto address = out.CreateSharedString(seller.address);
  const auto terms = out.CreateSharedString(seller.return_terms);
  return fb::CreateSeller(out, id, title, country, currency, seller.prices_include_tax, email,
                          address, terms, rates, profiles);
}

Offset<fb::Offer> write(FlatBufferBuilder& out, const Offer& offer,
                        std::span<const Seller> sellers) {
  const auto seller = std::find_if(sellers.begin(), sellers.end(),
                                   [&](const Seller& s) { return s.id == offer.seller_id; });
  if (seller == sellers.end()) fatal("snapshot: an offer names a seller that is not in the list");
  const auto id = out.CreateString(offer.id);
  const auto sku = out.CreateSharedString(offer.sku);
  const auto currency = out.CreateSharedString(offer.currency);
  const auto profile = out.CreateSharedString(offer.shipping_profile_id);
  const auto tax = out.CreateSharedString(offer.tax_category);
  return fb::CreateOffer(out, id, static_cast<std::uint32_t>(seller - sellers.begin()), sku,
                         static_cast<std::uint8_t>(offer.kind), offer.price, currency,
                         offer.stock.value_or(absent), offer.weight, profile, tax);
}

Offset<fb::Product> write(FlatBufferBuilder& out, const Product& product,
                          std::span<const Seller> sellers) {
  const auto variants = tables(out, product.variants, [&](const Variant& variant) {
    const auto offers =
        tables(out, variant.offers, [&](const Offer& offer) { return write(out, offer, sellers); });
    const auto options = tables(out, variant.options, [&](const VariantOption& option) {
      const auto title = out.CreateSharedString(option.name);
      const auto value = out.CreateSharedString(option.value);
      return fb::CreateOption(out, title, value);
    });
    const auto id = out.CreateString(variant.id);
    const auto image = out.CreateSharedString(variant.image);
    const auto gtin = out.CreateSharedString(variant.gtin);
    return fb::CreateVariant(out, id, options, image, gtin, offers);
  });
  const auto images = strings(out, product.images);
  const auto id = out.CreateString(product.id);
  const auto title = out.CreateSharedString(product.title);
  const auto description = out.CreateSharedString(product.description);
  const auto brand = out.CreateSharedString(product.brand);
  const auto category = out.CreateSharedString(product.category);
  return fb::CreateProduct(out, id, title, description, brand, category, images, variants);
}

// ---- reading ----

std::string text(const flatbuffers::String* value) { return value ? value->str() : std::string(); }
std::string_view view(const flatbuffers::String* value) { return {value->c_str(), value->size()}; }

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

Seller read(const fb::Seller& seller) {
  Seller answer;
  answer.id = text(seller.id());
  answer.name = text(seller.name());
  answer.country = text(seller.country());
  answer.currency = text(seller.currency());
  answer.prices_include_tax = seller.prices_include_tax();
  answer.email = text(seller.email());
  answer.address = text(seller.address());
  answer.return_terms = text(seller.return_terms());
  each(seller.tax_rates(), [&](const fb::TaxRate& rate) {
    answer.tax_rates.push_back({text(rate.country()), text(rate.category()), rate.rate_ppm()});
  });
  each(seller.profiles(), [&](const fb::Profile& profile) {
    ShippingProfile& one = answer.shipping_profiles.emplace_back();
    one.id = text(profile.id());
    one.name = text(profile.name());
    each(profile.methods(), [&](const fb::Method& method) { one.methods.push_back(read(method)); });
  });
  return answer;
}

Offer read(const fb::Offer& offer, const std::vector<Seller>& sellers) {
  Offer answer;
  answer.id = text(offer.id());
  answer.seller_id = sellers[offer.seller()].id;
  answer.sku = text(offer.sku());
  answer.kind = static_cast<OfferKind>(offer.kind());
  answer.price = offer.price();
  answer.currency = text(offer.currency());
  answer.stock = present(offer.stock());
  answer.weight = offer.weight();
  answer.shipping_profile_id = text(offer.profile_id());
  answer.tax_category = text(offer.tax_category());
  return answer;
}

std::vector<VariantOption> options(const fb::Variant& variant) {
  std::vector<VariantOption> answer;
  each(variant.options(), [&](const fb::Option& o) {
    answer.push_back({text(o.name()), text(o.value())});
  });
  return answer;
}

/// What the verifier does not know: every place, enumerator and figure lies in its range.
bool consistent(const fb::Catalog& catalog) {
  const auto& products = *catalog.products();
  if (catalog.products_by_id()->size() != products.size()) return false;
  for (const auto place : *catalog.products_by_id()) {
    if (place >= products.size()) return false;
  }
  bool ok = true;
  each(catalog.sellers(), [&](const fb::Seller& seller) {
    each(seller.profiles(), [&](const fb::Profile& profile) {
      each(profile.methods(), [&](const fb::Method& method) {
        ok = ok && method.kind() < names(ShippingKind{}).size();
      });
    });
    each(seller.tax_rates(), [&](const fb::TaxRate& rate) {
      ok = ok && rate.rate_ppm() >= 0 && rate.rate_ppm() <= maxSafeInteger;
    });
  });
  for (const auto* product : products) {
    for (const auto* variant : *product->variants()) {
      for (const auto* offer : *variant->offers()) {
        ok = ok && offer->seller() < catalog.sellers()->size() &&
             offer->kind() < names(OfferKind{}).size() && offer->price() >= 0 &&
             offer->weight() >= 0;
      }
    }
  }
  for (const auto* place : *catalog.offers_by_id()) {
    if (place->product() >= products.size()) return false;
    const auto& variants = *products[place->product()]->variants();
    if (place->variant() >= variants.size()) return false;
    if (place->offer() >= variants[place->variant()]->offers()->size()) return false;
  }
  return ok;
}

}  // namespace

struct Catalog::State {
  std::vector<std::uint8_t> bytes;
  const fb::Catalog* root = nullptr;
  std::vector<Seller> sellers;  // few, and every price needs them: unpacked once

  std::uint32_t placeById(std::size_t i) const {
    return root->products_by_id()->Get(static_cast<flatbuffers::uoffset_t>(i));
  }
  const fb::Variant& variant(const fb::Place& place) const {
    return *root->products()->Get(place.product())->variants()->Get(place.variant());
  }
  const fb::Offer& offer(const fb::Place& place) const {
    return *variant(place).offers()->Get(place.offer());
  }
};

Catalog::Catalog(std::unique_ptr<State> state) : state_(std::move(state)) {}
Catalog::Catalog(Catalog&&) noexcept = default;
Catalog& Catalog::operator=(Catalog&&) noexcept = default;
Catalog::~Catalog() = default;

Result<Catalog> Catalog::open(std::vector<std::uint8_t> bytes) {
  constexpr flatbuffers::uoffset_t maxDepth = 16;
  constexpr flatbuffers::uoffset_t maxTables = 50'000'000;
  constexpr std::size_t header = 8;  // root offset and file identifier
  auto state = std::make_unique<State>();
  state->bytes = std::move(bytes);
  const auto& data = state->bytes;
  flatbuffers::Verifier verifier(data.data(), data.size(), maxDepth, maxTables);
  if (data.size() < header || !fb::VerifyCatalogBuffer(verifier))
    return Error{Errc::corrupt_catalog, ""};
  state->root = fb::GetCatalog(data.data());
  if (!consistent(*state->root)) return Error{Errc::corrupt_catalog, ""};
  for (const auto* seller : *state->root->sellers()) {
    state->sellers.push_back(read(*seller));
    if (checkProfiles(state->sellers.back().shipping_profiles))
      return Error{Errc::corrupt_catalog, ""};
  }
  return Catalog(std::move(state));
}

std::string_view Catalog::currency() const { return view(state_->root->currency()); }
std::size_t Catalog::size() const { return state_->root->products()->size(); }
const std::vector<Seller>& Catalog::sellers() const { return state_->sellers; }

Product Catalog::product(std::size_t index) const {
  if (index >= size()) fatal("Catalog::product: index out of range");
  const auto& source = *state_->root->products()->Get(static_cast<flatbuffers::uoffset_t>(index));
  Product answer;
  answer.id = text(source.id());
  answer.title = text(source.title());
  answer.description = text(source.description());
  answer.brand = text(source.brand());
  answer.category = text(source.category());
  answer.images = texts(source.images());
  for (const auto* variant : *source.variants()) {
    auto& one = answer.variants.emplace_back();
    one.id = text(variant->id());
    one.options = options(*variant);
    one.image = text(variant->image());
    one.gtin = text(variant->gtin());
    for (const auto* offer : *variant->offers())
      one.offers.push_back(read(*offer, state_->sellers));
  }
  return answer;
}

ProductCard Catalog::card(std::size_t index) const { return vitrine::card(product(index)); }

std::optional<std::size_t> Catalog::find(std::string_view product_id) const {
  const auto& products = *state_->root->products();
  std::size_t low = 0;
  std::size_t high = size();
  while (low < high) {
    const auto middle = (low + high) / 2;
    const auto place = state_->placeById(middle);
    const auto id = view(products[place]->id());
    if (id == product_id) return place;
    (id < product_id ? low : high) = id < product_id ? middle + 1 : middle;
  }
  return {};
}

Shelf Catalog::shelf(std::span<const std::string> offer_ids) const {
  Shelf answer;
  const auto& places = *state_->root->offers_by_id();
  for (const auto& id : offer_ids) {
    flatbuffers::uoffset_t low = 0;
    flatbuffers::uoffset_t high = places.size();
    while (low < high) {
      const auto middle = (low + high) / 2;
      (view(state_->offer(*places[middle]).id()) < id ? low : high) =
          view(state_->offer(*places[middle]).id()) < id ? middle + 1 : middle;
    }
    if (low == places.size() || view(state_->offer(*places[low]).id()) != id || answer.offer(id))
      continue;
    const auto& place = *places[low];
    const auto& product = *state_->root->products()->Get(place.product());
    const auto& variant = state_->variant(place);
    ShelfOffer found;
    found.offer = read(state_->offer(place), state_->sellers);
    found.product_id = text(product.id());
    found.title = text(product.title());
    found.options = options(variant);
    found.image = text(variant.image());
    if (found.image.empty() && product.images() && product.images()->size() > 0)
      found.image = text(product.images()->Get(0));
    if (!answer.seller(found.offer.seller_id))
      // Without an owner: the catalogue outlives its shelves, and where this file has no RTTI an
      // owner's block would have no type for those who have.
      answer.sellers.emplace_back(std::shared_ptr<const Seller>(),
                                  &state_->sellers[state_->offer(place).seller()]);
    answer.offers.push_back(std::move(found));
  }
  return answer;
}

std::vector<std::uint8_t> snapshot(std::string_view currency, std::span<const Product> products,
                                   std::span<const Seller> sellers) {
  FlatBufferBuilder out(1 << 16);
  std::vector<Offset<fb::Seller>> seller_tables;
  for (const auto& seller : sellers) seller_tables.push_back(write(out, seller));
  std::vector<Offset<fb::Product>> product_tables;
  for (const auto& product : products) product_tables.push_back(write(out, product, sellers));

  std::vector<std::uint32_t> by_id(products.size());
  std::iota(by_id.begin(), by_id.end(), 0U);
  std::sort(by_id.begin(), by_id.end(),
            [&](auto a, auto b) { return products[a].id < products[b].id; });
  std::vector<fb::Place> places;
  for (std::uint32_t p = 0; p < products.size(); ++p) {
    for (std::uint32_t v = 0; v < products[p].variants.size(); ++v) {
      for (std::uint32_t o = 0; o < products[p].variants[v].offers.size(); ++o)
        places.emplace_back(p, v, o);
    }
  }
  const auto offerId = [&](const fb::Place& place) -> const std::string& {
    return products[place.product()].variants[place.variant()].offers[place.offer()].id;
  };
  std::sort(places.begin(), places.end(),
            [&](const fb::Place& a, const fb::Place& b) { return offerId(a) < offerId(b); });

  const auto currency_text = out.CreateString(std::string(currency));
  const auto seller_vector = out.CreateVector(seller_tables);
  const auto product_vector = out.CreateVector(product_tables);
  const auto by_id_vector = out.CreateVector(by_id);
  const auto place_vector = out.CreateVectorOfStructs(places);
  fb::FinishCatalogBuffer(out, fb::CreateCatalog(out, currency_text, seller_vector, product_vector,
                                                 by_id_vector, place_vector));
  return {out.GetBufferPointer(), out.GetBufferPointer() + out.GetSize()};
}

}  // namespace vitrine
