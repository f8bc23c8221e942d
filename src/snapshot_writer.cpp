#include <algorithm>
#include <array>
#include <limits>
#include <map>
#include <set>

#include "snapshot_sellers.hpp"
#include "vitrine/catalog_file.hpp"
#include "vitrine/search_terms.hpp"

namespace vitrine {
namespace {

namespace fb = flat;
using flatbuffers::FlatBufferBuilder;
using flatbuffers::Offset;
using Column = std::vector<std::int64_t>;

/// In as few planes as the spread of the values allows; `radix` is that of the lowest.
Offset<fb::Ints> write(FlatBufferBuilder& out, const Column& values, std::uint64_t radix = 256) {
  std::int64_t base = 0;
  std::uint64_t spread = 0;
  if (!values.empty()) {
    const auto [least, most] = std::minmax_element(values.begin(), values.end());
    base = *least;
    const auto digit = static_cast<std::int64_t>(radix);
    const auto above = (*least % digit + digit) % digit;
    if (radix != 256 && *least >= std::numeric_limits<std::int64_t>::min() + above) base -= above;
    spread = static_cast<std::uint64_t>(*most) - static_cast<std::uint64_t>(base);
  }
  const unsigned width = spread == 0            ? 0
                         : spread < radix       ? 1
                         : spread < radix << 8  ? 2
                         : spread < radix << 24 ? 4
                                                : 8;
  if (width == 8) {
    base = 0;
    radix = 256;
  }
  std::vector<std::uint8_t> planes(values.size() * width);
  for (std::size_t i = 0; i < values.size(); ++i) {
    auto above = static_cast<std::uint64_t>(values[i]) - static_cast<std::uint64_t>(base);
    for (unsigned k = 0; k < width; ++k) {
      const auto digits = k == 0 ? radix : 256;
      planes[k * values.size() + i] = static_cast<std::uint8_t>(above % digits);
      above /= digits;
    }
  }
  const auto data = out.CreateVector(planes);
  return fb::CreateInts(out, base, static_cast<std::uint32_t>(values.size()),
                        static_cast<std::uint8_t>(width), data, static_cast<std::uint16_t>(radix));
}

/// What all strings but the empty ones begin and end with, leaving each at least one byte.
std::pair<std::size_t, std::size_t> commonEnds(const std::vector<std::string>& values) {
  const std::string* first = nullptr;
  std::size_t before = 0;
  std::size_t behind = 0;
  for (const auto& value : values) {
    if (value.empty()) continue;
    if (!first) {
      first = &value;
      before = value.size() - 1;
      behind = value.size() - 1;
    }
    before = std::min(before, value.size() - 1);
    while (value.compare(0, before, *first, 0, before) != 0) --before;
    behind = std::min(behind, value.size() - 1);
    while (value.compare(value.size() - behind, behind, *first, first->size() - behind, behind) !=
           0)
      --behind;
  }
  for (const auto& value : values) {
    if (!value.empty()) behind = std::min(behind, value.size() - 1 - before);
  }
  return {before, behind};
}

std::size_t commonBeginning(std::string_view one, std::string_view other) {
  const auto size = std::min(one.size(), other.size());
  return static_cast<std::size_t>(
      std::mismatch(one.begin(), one.begin() + static_cast<std::ptrdiff_t>(size), other.begin())
          .first -
      one.begin());
}

/// What each body shares with the one before; nothing where that saves less than a fourth.
Column sharedBytes(const std::vector<std::string_view>& bodies) {
  constexpr std::size_t most = 255;
  Column shared;
  std::size_t saved = 0;
  std::size_t all = 0;
  for (std::size_t i = 0; i < bodies.size(); ++i) {
    const auto same =
        i % Runs::stride == 0 ? 0 : std::min(most, commonBeginning(bodies[i - 1], bodies[i]));
    shared.push_back(static_cast<std::int64_t>(same));
    saved += same;
    all += bodies[i].size();
  }
  if (saved < all / 4 || saved == 0) shared.clear();
  return shared;
}

/// `alike`: many have something in common, as ids and links do.
Offset<fb::Texts> write(FlatBufferBuilder& out, const std::vector<std::string>& values,
                        bool alike = true) {
  const auto [before, behind] = alike ? commonEnds(values) : std::pair<std::size_t, std::size_t>{};
  std::string prefix;
  std::string suffix;
  std::vector<std::string_view> bodies;
  for (const auto& value : values) {
    bodies.push_back(value);
    if (value.empty()) continue;
    prefix = value.substr(0, before);
    suffix = value.substr(value.size() - behind);
    bodies.back() = bodies.back().substr(before, value.size() - before - behind);
  }
  const auto shared = alike ? sharedBytes(bodies) : Column();
  std::vector<std::uint8_t> bytes;
  Column lengths;
  for (std::size_t i = 0; i < bodies.size(); ++i) {
    const auto rest = bodies[i].substr(shared.empty() ? 0 : static_cast<std::size_t>(shared[i]));
    lengths.push_back(static_cast<std::int64_t>(rest.size()));
    bytes.insert(bytes.end(), rest.begin(), rest.end());
  }
  const auto prefix_text = out.CreateString(prefix);
  const auto suffix_text = out.CreateString(suffix);
  const auto lengths_table = write(out, lengths);
  const auto data = out.CreateVector(bytes);
  const auto shared_table = shared.empty() ? Offset<fb::Ints>() : write(out, shared);
  return fb::CreateTexts(out, prefix_text, suffix_text, lengths_table, data, shared_table);
}

Offset<fb::Names> write(FlatBufferBuilder& out, const NameTable& names) {
  Column forms;
  Column term_counts;
  Column terms;
  std::vector<std::string> texts;
  for (const auto& name : names.all()) {
    forms.push_back(static_cast<std::int64_t>(name.form));
    texts.push_back(name.form == NameForm::text ? name.text : "");
    term_counts.push_back(static_cast<std::int64_t>(name.terms.size()));
    terms.insert(terms.end(), name.terms.begin(), name.terms.end());
  }
  const auto forms_table = write(out, forms);
  const auto texts_table = write(out, texts, false);
  const auto counts_table = write(out, term_counts);
  return fb::CreateNames(out, forms_table, texts_table, counts_table, write(out, terms));
}

Offset<fb::Terms> write(FlatBufferBuilder& out, const TermTable& terms, std::size_t products) {
  std::vector<std::uint8_t> spelled;
  Column sizes;
  for (std::size_t i = 0; i < terms.words.size(); ++i) {
    const auto& word = terms.words[i];
    std::size_t same = 0;
    if (i % Runs::stride == 0)
      sizes.push_back(0);
    else
      same = std::min(TermSpelling::mostShared, commonBeginning(terms.words[i - 1], word));
    spelled.push_back(static_cast<std::uint8_t>(same + 1));
    spelled.insert(spelled.end(), word.begin() + static_cast<std::ptrdiff_t>(same), word.end());
    sizes.back() += static_cast<std::int64_t>(word.size() - same + 1);
  }
  const auto packed = packMentions(terms.mentions, static_cast<std::uint32_t>(products));
  const auto spelled_sizes = write(out, sizes);
  const auto spelled_bytes = out.CreateVector(spelled);
  const auto tally_sizes = write(out, packed.tally_sizes);
  const auto tallies = out.CreateVector(packed.tallies);
  const auto mention_sizes = write(out, packed.mention_sizes);
  return fb::CreateTerms(out, static_cast<std::uint32_t>(terms.words.size()), spelled_sizes,
                         spelled_bytes, tally_sizes, tallies, mention_sizes,
                         out.CreateVector(packed.mentions));
}

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

struct ProductParts {
  std::vector<std::string> ids, descriptions, description_marks, images, variant_ids, gtins,
      offer_ids, skus;
  Column title_lengths, title_words, brands, categories, image_counts, variant_counts;
  Column option_counts, option_names, option_values, variant_images, offer_counts;
  Column sellers, kinds, prices, currencies, stocks, weights, profiles, tax_categories;
  Column measure_places;
  std::vector<UnitMeasure> measures;
  std::map<std::array<std::int64_t, 4>, std::int64_t> places_of_measures;
};

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
         NameTable& names) {
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
         NameTable& names, std::vector<std::string>& more_images, std::size_t own_images) {
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

Offset<fb::Products> writeProducts(FlatBufferBuilder& out, const ProductParts& parts,
                                   const std::vector<std::uint8_t>& echo_bits) {
  const auto ids = write(out, parts.ids);
  const auto title_lengths = write(out, parts.title_lengths);
  const auto title_words = write(out, parts.title_words);
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

Offset<flatbuffers::Vector<Offset<fb::UnitMeasure>>> write(
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

struct CompanionColumns {
  Column counts;
  Column places;
  Column presented;
};

CompanionColumns columnsOf(const Companions& companions, const Companions& presented,
                           std::span<const Product> products) {
  std::map<std::string_view, std::size_t> places;
  for (std::size_t i = 0; i < products.size(); ++i) places.emplace(products[i].id, i);
  CompanionColumns columns;
  for (const auto& product : products) {
    std::set<std::string_view> listed{product.id};
    // How many more of them are kept: at most `maxCompanions` of goods and of services each.
    const auto add = [&](const Companions& from, bool with_services) {
      std::size_t goods = 0, services = 0;
      const auto known = from.find(product.id);
      if (known == from.end()) return goods;
      for (const auto& id : known->second) {
        const auto place = places.find(id);
        if (place == places.end()) continue;
        const bool service = isService(products[place->second]);
        auto& count = service ? services : goods;
        if (count == maxCompanions || (service && !with_services) || !listed.insert(id).second)
          continue;
        ++count;
        columns.places.push_back(static_cast<std::int64_t>(place->second));
      }
      return goods + services;
    };
    const auto first = add(companions, true);
    const auto last = add(presented, false);
    columns.counts.push_back(static_cast<std::int64_t>(first + last));
    columns.presented.push_back(static_cast<std::int64_t>(last));
  }
  return columns;
}

/// Nothing where nobody has rated anything.
struct RatingColumns {
  Column counts;
  Column means;
};

RatingColumns ratingsOf(std::span<const Product> products) {
  const auto rated = [](const Product& product) { return product.rating.has_value(); };
  if (std::none_of(products.begin(), products.end(), rated)) return {};
  RatingColumns columns;
  for (const auto& product : products) {
    const auto rating = product.rating.value_or(StarRating{});
    columns.counts.push_back(rating.count);
    columns.means.push_back(rating.mean);
  }
  return columns;
}

}  // namespace

std::vector<std::uint8_t> snapshot(std::string_view currency, std::span<const Product> products,
                                   std::span<const Seller> sellers, CatalogText text,
                                   const Companions& companions, const Companions& presented) {
  if (products.size() > maxProducts) fatal("snapshot: more products than it can count");
  NameTable names(products);
  const auto terms = termsOf(products, names, text != CatalogText::none);

  ProductParts parts;
  std::size_t own_images = 0;
  for (const auto& product : products) own_images += product.images.size();
  std::vector<std::string> more_images;
  for (const auto& product : products) add(parts, product, sellers, names, more_images, own_images);
  if (text == CatalogText::full) {
    bool marked = false;
    for (const auto& product : products) {
      parts.descriptions.push_back(product.description);
      parts.description_marks.push_back(packed(product.description_marks));
      marked = marked || !product.description_marks.empty();
    }
    if (!marked) parts.description_marks.clear();
  }
  parts.images.insert(parts.images.end(), more_images.begin(), more_images.end());

  FlatBufferBuilder out(1 << 20);
  std::vector<Offset<fb::Seller>> seller_tables;
  for (const auto& seller : sellers) seller_tables.push_back(writeSeller(out, seller));
  const auto currency_text = out.CreateString(std::string(currency));
  const auto seller_vector = out.CreateVector(seller_tables);
  const auto name_table = write(out, names);
  const auto term_table = write(out, terms, products.size());
  const auto images = write(out, parts.images);
  const auto product_table = writeProducts(out, parts, terms.echoes);
  const auto variant_table = writeVariants(out, parts);
  const auto offer_table = writeOffers(out, parts);
  const auto steps = write(out, priceSteps(products));
  const auto measures = write(out, parts.measures);
  const auto together = columnsOf(companions, presented, products);
  Offset<fb::Ints> companion_counts;  // nothing where nothing is known
  Offset<fb::Ints> companion_places;
  Offset<fb::Ints> presented_counts;
  if (!together.places.empty()) {
    companion_counts = write(out, together.counts);
    companion_places = write(out, together.places);
  }
  const auto isSome = [](std::int64_t count) { return count > 0; };
  if (std::any_of(together.presented.begin(), together.presented.end(), isSome))
    presented_counts = write(out, together.presented);
  const auto ratings = ratingsOf(products);
  Offset<fb::Ints> rating_counts;
  Offset<fb::Ints> rating_means;
  if (!ratings.counts.empty()) {
    rating_counts = write(out, ratings.counts);
    rating_means = write(out, ratings.means);
  }
  fb::FinishCatalogBuffer(
      out, fb::CreateCatalog(out, currency_text, static_cast<std::uint8_t>(text), seller_vector,
                             name_table, term_table, images, product_table, variant_table,
                             offer_table, steps, measures, companion_counts, companion_places,
                             rating_counts, rating_means, presented_counts));
  std::vector<std::uint8_t> bytes(out.GetBufferPointer(), out.GetBufferPointer() + out.GetSize());
  const auto sum = checksum(bytes);
  for (unsigned i = 0; i < sizeof sum; ++i)
    bytes.push_back(static_cast<std::uint8_t>(sum >> 8 * i));
  return bytes;
}

}  // namespace vitrine
