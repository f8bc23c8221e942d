#include "snapshot_products.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace vitrine {

namespace fb = flat;
using flatbuffers::FlatBufferBuilder;
using flatbuffers::Offset;

namespace {

/// The id, or nothing where it is the prefix and the SKU.
std::string_view idBeside(const std::string& id, std::string_view prefix, const Offer* offer) {
  const bool same = offer && id.size() == prefix.size() + offer->sku.size() &&
                    id.starts_with(prefix) && id.ends_with(offer->sku);
  return same ? std::string_view() : id;
}

const Offer* firstOffer(const Variant& variant) {
  return variant.offers.empty() ? nullptr : &variant.offers.front();
}

const Offer* firstOffer(const Product& product) {
  for (const auto& variant : product.variants) {
    if (const auto* offer = firstOffer(variant)) return offer;
  }
  return nullptr;
}

std::uint32_t sizeOf(const auto& list) { return static_cast<std::uint32_t>(list.size()); }

/// Numbers measures: 0 is none, n the n-th of all.
class MeasurePlaces {
 public:
  explicit MeasurePlaces(std::vector<UnitMeasure>& all) : all_(all) {}

  std::uint32_t of(const std::optional<UnitMeasure>& measure) {
    if (!measure) return 0;
    const auto [found, fresh] =
        places_.try_emplace({measure->measure, static_cast<std::int64_t>(measure->unit),
                             measure->base, static_cast<std::int64_t>(measure->base_unit)},
                            sizeOf(all_) + 1);
    if (fresh) all_.push_back(*measure);
    return found->second;
  }

 private:
  std::vector<UnitMeasure>& all_;
  std::map<std::array<std::int64_t, 4>, std::uint32_t> places_;
};

/// Where a variant's image stands among its product's own, + 1; 0 where it is none of these.
std::uint32_t ownImage(const std::string& image, const Product& product) {
  const auto& own = product.images;
  const auto found = std::find(own.begin(), own.end(), image);
  return found == own.end() ? 0 : static_cast<std::uint32_t>(found - own.begin()) + 1;
}

/// Of words: two digits, the lower as small as it can be, as the upper ones differ in how frequent
/// they are.
std::uint64_t radixFor(const SmallColumn& words) {
  const auto most = words.empty() ? 0 : *std::max_element(words.begin(), words.end());
  std::uint64_t radix = 32;
  while (radix < 256 && most >= radix << 8) radix <<= 1;
  return radix;
}

}  // namespace

Offset<fb::Texts> ProductWriter::images() const {
  TextColumn all;
  for (const auto& product : products_) {
    for (const auto& image : product.images) all.push_back(image);
  }
  TextColumn more;  // of variants alone
  for (const auto& product : products_) {
    for (const auto& variant : product.variants) {
      if (!variant.image.empty() && ownImage(variant.image, product) == 0)
        more.push_back(variant.image);
    }
  }
  all.append(more);
  return write(out_, all);
}

Offset<fb::Products> ProductWriter::products(const std::vector<std::uint8_t>& echo_bits,
                                             CatalogText text) const {
  TextColumn id_column;
  SmallColumn lengths, words, brand_column, category_column, image_column, variant_column;
  for (const auto& product : products_) {
    id_column.push_back(idBeside(product.id, "pro_", firstOffer(product)));
    const auto title = wordsOfTitle(product.title);
    lengths.push_back(sizeOf(title));
    for (const auto word : title) words.push_back(names_.place(word));
    brand_column.push_back(names_.place(product.brand));
    category_column.push_back(names_.place(product.category));
    image_column.push_back(sizeOf(product.images));
    variant_column.push_back(sizeOf(product.variants));
  }
  const auto ids = write(out_, id_column);
  id_column = {};
  const auto title_lengths = write(out_, lengths);
  const auto title_words = write(out_, words, radixFor(words));
  const auto brands = write(out_, brand_column);
  const auto categories = write(out_, category_column);
  const auto described = text == CatalogText::full ? products_.size() : 0;
  const auto descriptions = writeWhole(out_, described, [&](std::size_t i) -> const std::string& {
    return products_[i].description;
  });
  const auto image_counts = write(out_, image_column);
  const auto variant_counts = write(out_, variant_column);
  const auto echoes = out_.CreateVector(echo_bits);
  TextColumn mark_column;
  bool marked = false;
  for (std::size_t i = 0; i < described; ++i) {
    const auto& all = products_[i].description_marks;
    mark_column.push_back(packed(all));
    marked = marked || !all.empty();
  }
  Offset<fb::Texts> marks;  // nothing where no description has any
  if (marked) marks = write(out_, mark_column, false);
  return fb::CreateProducts(out_, ids, title_lengths, title_words, brands, categories, descriptions,
                            image_counts, variant_counts, echoes, marks);
}

Offset<fb::Variants> ProductWriter::variants() const {
  std::uint32_t own_images = 0;
  for (const auto& product : products_) own_images += sizeOf(product.images);
  TextColumn id_column, gtin_column;
  SmallColumn counts, name_column, value_column, image_column, offer_column;
  std::uint32_t more_images = 0;
  for (const auto& product : products_) {
    for (const auto& variant : product.variants) {
      id_column.push_back(idBeside(variant.id, "var_", firstOffer(variant)));
      counts.push_back(sizeOf(variant.options));
      for (const auto& option : variant.options) {
        name_column.push_back(names_.place(option.name));
        value_column.push_back(names_.place(option.value));
      }
      // 0: none; up to the product's number of images: that one of them; above: of all images.
      auto place = ownImage(variant.image, product);
      if (!variant.image.empty() && place == 0)
        place = sizeOf(product.images) + ++more_images + own_images;
      image_column.push_back(variant.image.empty() ? 0 : place);
      gtin_column.push_back(variant.gtin);
      offer_column.push_back(sizeOf(variant.offers));
    }
  }
  const auto ids = write(out_, id_column);
  const auto option_counts = write(out_, counts);
  const auto option_names = write(out_, name_column);
  const auto option_values = write(out_, value_column);
  const auto images = write(out_, image_column);
  const auto gtins = write(out_, gtin_column, false);
  const auto offer_counts = write(out_, offer_column);
  return fb::CreateVariants(out_, ids, option_counts, option_names, option_values, images, gtins,
                            offer_counts);
}

Offset<fb::Offers> ProductWriter::offers(std::span<const Seller> sellers,
                                         std::vector<UnitMeasure>& all_measures) const {
  std::map<std::string_view, std::uint32_t> places;
  for (const auto& seller : sellers) places.emplace(seller.id, sizeOf(places));
  MeasurePlaces measure_places(all_measures);
  TextColumn id_column, sku_column;
  SmallColumn seller_column, kind_column, currency_column, profile_column, tax_column, measured;
  Column price_column, stock_column, weight_column;
  for (const auto& product : products_) {
    for (const auto& variant : product.variants) {
      for (const auto& offer : variant.offers) {
        const auto seller = places.find(offer.seller_id);
        if (seller == places.end())
          fatal("snapshot: an offer names a seller that is not in the list");
        id_column.push_back(idBeside(offer.id, "off_", &offer));
        seller_column.push_back(seller->second);
        sku_column.push_back(offer.sku);
        kind_column.push_back(static_cast<std::uint32_t>(offer.kind));
        price_column.push_back(offer.price);
        currency_column.push_back(names_.place(offer.currency));
        stock_column.push_back(offer.stock.value_or(-1));
        weight_column.push_back(offer.weight);
        profile_column.push_back(names_.place(offer.shipping_profile_id));
        tax_column.push_back(names_.place(offer.tax_category));
        measured.push_back(measure_places.of(offer.unit_measure));
      }
    }
  }
  const auto ids = write(out_, id_column);
  const auto seller_places = write(out_, seller_column);
  const auto skus = write(out_, sku_column);
  const auto kinds = write(out_, kind_column);
  const auto prices = write(out_, price_column, 100);  // many end alike
  const auto currencies = write(out_, currency_column);
  const auto stocks = write(out_, stock_column);
  const auto weights = write(out_, weight_column);
  const auto profiles = write(out_, profile_column);
  const auto tax_categories = write(out_, tax_column);
  const auto measures = all_measures.empty() ? Offset<fb::Ints>() : write(out_, measured);
  return fb::CreateOffers(out_, ids, seller_places, skus, kinds, prices, currencies, stocks,
                          weights, profiles, tax_categories, measures);
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
