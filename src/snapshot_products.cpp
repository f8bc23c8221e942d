#include "snapshot_products.hpp"

#include <algorithm>

namespace vitrine {

namespace fb = flat;
using flatbuffers::FlatBufferBuilder;
using flatbuffers::Offset;

namespace {

/// The id, or nothing where it is the prefix and the SKU.
std::string idBeside(const std::string& id, std::string_view prefix, const Offer* offer) {
  return offer && id.size() == prefix.size() + offer->sku.size() && id.starts_with(prefix) &&
                 id.ends_with(offer->sku)
             ? ""
             : id;
}

const Offer* firstOffer(const Product& product) {
  for (const auto& variant : product.variants) {
    if (!variant.offers.empty()) return &variant.offers.front();
  }
  return nullptr;
}

/// 0: none, n: the n-th of all.
std::int64_t measurePlace(ProductParts& parts, const std::optional<UnitMeasure>& measure) {
  if (!measure) return 0;
  const auto next = static_cast<std::int64_t>(parts.measures.size()) + 1;
  const auto [found, fresh] = parts.places_of_measures.try_emplace(
      {measure->measure, static_cast<std::int64_t>(measure->unit), measure->base,
       static_cast<std::int64_t>(measure->base_unit)},
      next);
  if (fresh) parts.measures.push_back(*measure);
  return found->second;
}

void add(ProductParts& parts, const Offer& offer, std::span<const Seller> sellers,
         const NameTable& names) {
  const auto seller = std::find_if(sellers.begin(), sellers.end(),
                                   [&](const Seller& s) { return s.id == offer.seller_id; });
  if (seller == sellers.end()) fatal("snapshot: an offer names a seller that is not in the list");
  parts.offer_ids.push_back(idBeside(offer.id, "off_", &offer));
  parts.sellers.push_back(seller - sellers.begin());
  parts.skus.push_back(offer.sku);
  parts.kinds.push_back(static_cast<std::int64_t>(offer.kind));
  parts.prices.push_back(offer.price);
  parts.currencies.push_back(names.place(offer.currency));
  parts.stocks.push_back(offer.stock.value_or(-1));
  parts.weights.push_back(offer.weight);
  parts.profiles.push_back(names.place(offer.shipping_profile_id));
  parts.tax_categories.push_back(names.place(offer.tax_category));
  parts.measure_places.push_back(measurePlace(parts, offer.unit_measure));
}

/// 0: none; up to the product's number of images: that one of them; above: of all images.
std::int64_t imagePlace(const std::string& image, const Product& product,
                        std::vector<std::string>& all) {
  if (image.empty()) return 0;
  const auto& own = product.images;
  const auto found = std::find(own.begin(), own.end(), image);
  if (found != own.end()) return found - own.begin() + 1;
  all.push_back(image);
  return static_cast<std::int64_t>(own.size() + all.size());
}

void add(ProductParts& parts, const Product& product, std::span<const Seller> sellers,
         const NameTable& names, std::vector<std::string>& more_images, std::size_t own_images) {
  parts.ids.push_back(idBeside(product.id, "pro_", firstOffer(product)));
  const auto title = names.placesOfTitle(product.title);
  parts.title_lengths.push_back(static_cast<std::int64_t>(title.size()));
  parts.title_words.insert(parts.title_words.end(), title.begin(), title.end());
  parts.brands.push_back(names.place(product.brand));
  parts.categories.push_back(names.place(product.category));
  parts.image_counts.push_back(static_cast<std::int64_t>(product.images.size()));
  parts.images.insert(parts.images.end(), product.images.begin(), product.images.end());
  parts.variant_counts.push_back(static_cast<std::int64_t>(product.variants.size()));
  for (const auto& variant : product.variants) {
    const auto* offer = variant.offers.empty() ? nullptr : &variant.offers.front();
    parts.variant_ids.push_back(idBeside(variant.id, "var_", offer));
    parts.option_counts.push_back(static_cast<std::int64_t>(variant.options.size()));
    for (const auto& option : variant.options) {
      parts.option_names.push_back(names.place(option.name));
      parts.option_values.push_back(names.place(option.value));
    }
    const auto extra = more_images.size();
    auto place = imagePlace(variant.image, product, more_images);
    if (more_images.size() > extra) place += static_cast<std::int64_t>(own_images);
    parts.variant_images.push_back(place);
    parts.gtins.push_back(variant.gtin);
    parts.offer_counts.push_back(static_cast<std::int64_t>(variant.offers.size()));
    for (const auto& one : variant.offers) add(parts, one, sellers, names);
  }
}

}  // namespace

ProductParts::ProductParts(std::span<const Product> products, std::span<const Seller> sellers,
                           const NameTable& names, CatalogText text) {
  std::size_t own_images = 0;
  for (const auto& product : products) own_images += product.images.size();
  std::vector<std::string> more_images;
  for (const auto& product : products) add(*this, product, sellers, names, more_images, own_images);
  if (text == CatalogText::full) {
    bool marked = false;
    for (const auto& product : products) {
      descriptions.push_back(product.description);
      description_marks.push_back(packed(product.description_marks));
      marked = marked || !product.description_marks.empty();
    }
    if (!marked) description_marks.clear();
  }
  images.insert(images.end(), more_images.begin(), more_images.end());
}

/// Of words: two digits, the lower as small as it can be, as the upper ones differ in how frequent
/// they are.
static std::uint64_t radixFor(const Column& words) {
  const auto most = words.empty() ? 0 : *std::max_element(words.begin(), words.end());
  std::uint64_t radix = 32;
  while (radix < 256 && static_cast<std::uint64_t>(most) >= radix << 8) radix <<= 1;
  return radix;
}

Offset<fb::Products> writeProducts(FlatBufferBuilder& out, const ProductParts& parts,
                                   const std::vector<std::uint8_t>& echo_bits) {
  const auto ids = write(out, parts.ids);
  const auto title_lengths = write(out, parts.title_lengths);
  const auto title_words = write(out, parts.title_words, radixFor(parts.title_words));
  const auto brands = write(out, parts.brands);
  const auto categories = write(out, parts.categories);
  const auto descriptions = write(out, parts.descriptions, false);
  const auto image_counts = write(out, parts.image_counts);
  const auto variant_counts = write(out, parts.variant_counts);
  const auto echoes = out.CreateVector(echo_bits);
  Offset<fb::Texts> marks;  // nothing where no description has any
  if (!parts.description_marks.empty()) marks = write(out, parts.description_marks, false);
  return fb::CreateProducts(out, ids, title_lengths, title_words, brands, categories, descriptions,
                            image_counts, variant_counts, echoes, marks);
}

Offset<fb::Variants> writeVariants(FlatBufferBuilder& out, const ProductParts& parts) {
  const auto ids = write(out, parts.variant_ids);
  const auto option_counts = write(out, parts.option_counts);
  const auto option_names = write(out, parts.option_names);
  const auto option_values = write(out, parts.option_values);
  const auto images = write(out, parts.variant_images);
  const auto gtins = write(out, parts.gtins, false);
  const auto offer_counts = write(out, parts.offer_counts);
  return fb::CreateVariants(out, ids, option_counts, option_names, option_values, images, gtins,
                            offer_counts);
}

Offset<fb::Offers> writeOffers(FlatBufferBuilder& out, const ProductParts& parts) {
  const auto ids = write(out, parts.offer_ids);
  const auto sellers = write(out, parts.sellers);
  const auto skus = write(out, parts.skus);
  const auto kinds = write(out, parts.kinds);
  const auto prices = write(out, parts.prices, 100);  // many end alike
  const auto currencies = write(out, parts.currencies);
  const auto stocks = write(out, parts.stocks);
  const auto weights = write(out, parts.weights);
  const auto profiles = write(out, parts.profiles);
  const auto tax_categories = write(out, parts.tax_categories);
  const auto measures =
      parts.measures.empty() ? Offset<fb::Ints>() : write(out, parts.measure_places);
  return fb::CreateOffers(out, ids, sellers, skus, kinds, prices, currencies, stocks, weights,
                          profiles, tax_categories, measures);
}

Offset<flatbuffers::Vector<Offset<fb::UnitMeasure>>> writeMeasures(
    FlatBufferBuilder& out, const std::vector<UnitMeasure>& measures) {
  if (measures.empty()) return {};
  std::vector<Offset<fb::UnitMeasure>> tables;
  for (const auto& measure : measures) {
    tables.push_back(fb::CreateUnitMeasure(
        out, measure.measure, static_cast<std::uint8_t>(measure.unit),
        static_cast<std::int32_t>(measure.base), static_cast<std::uint8_t>(measure.base_unit)));
  }
  return out.CreateVector(tables);
}

}  // namespace vitrine
