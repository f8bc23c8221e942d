#include <algorithm>
#include <map>
#include <set>

#include "snapshot_products.hpp"
#include "snapshot_sellers.hpp"
#include "vitrine/catalog_file.hpp"
#include "vitrine/search_terms.hpp"

namespace vitrine {
namespace {

namespace fb = flat;
using flatbuffers::FlatBufferBuilder;
using flatbuffers::Offset;

Offset<fb::Names> writeNames(FlatBufferBuilder& out, const NameTable& names, std::uint32_t terms) {
  std::uint32_t before = 0;
  Column forms;
  Column term_counts;
  Column distances;
  std::vector<std::string> texts;
  for (const auto& name : names.all()) {
    forms.push_back(static_cast<std::int64_t>(name.form));
    texts.push_back(name.form == NameForm::text ? name.text : "");
    term_counts.push_back(static_cast<std::int64_t>(name.terms.size()));
    for (const auto term : name.terms) {
      distances.push_back(term < before ? term + terms - before : term - before);
      before = term;
    }
  }
  const auto forms_table = write(out, forms);
  const auto texts_table = write(out, texts, false);
  const auto counts_table = write(out, term_counts);
  return fb::CreateNames(out, forms_table, texts_table, counts_table, write(out, distances));
}

/// What is made last stands first in the file. Brotli parts it best when the sets stand before all,
/// and the codes, which it cannot shorten, behind.
struct TermParts {
  TermParts(FlatBufferBuilder& out, const TermTable& terms, std::size_t products)
      : count(static_cast<std::uint32_t>(terms.words.size())),
        packed(packMentions(terms.mentions, static_cast<std::uint32_t>(products))) {
    const auto spelled = spell(terms.words);
    codes = out.CreateVector(packed.codes);
    code_sizes = write(out, packed.code_sizes);
    tallies = out.CreateVector(packed.tallies);
    tally_sizes = write(out, packed.tally_sizes);
    set_counts = write(out, packed.set_counts);
    bytes = out.CreateVector(spelled.bytes);
    symbols = write(out, spelled.symbols, false);
    spelled_sizes = write(out, spelled.sizes);
  }
  Offset<fb::Terms> finish(FlatBufferBuilder& out) const {
    return fb::CreateTerms(out, count, symbols, spelled_sizes, bytes, tally_sizes, tallies,
                           code_sizes, codes, set_counts, out.CreateVector(packed.sets));
  }

  std::uint32_t count;
  PackedMentions packed;
  Offset<fb::Texts> symbols;
  Offset<fb::Ints> spelled_sizes, tally_sizes, code_sizes, set_counts;
  Offset<flatbuffers::Vector<std::uint8_t>> bytes, tallies, codes;
};

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

  const ProductParts parts(products, sellers, names, text);
  FlatBufferBuilder out(1 << 20);
  std::vector<Offset<fb::Seller>> seller_tables;
  for (const auto& seller : sellers) seller_tables.push_back(writeSeller(out, seller));
  const auto currency_text = out.CreateString(std::string(currency));
  const auto seller_vector = out.CreateVector(seller_tables);
  const auto name_table = writeNames(out, names, static_cast<std::uint32_t>(terms.words.size()));
  const TermParts term_parts(out, terms, products.size());
  const auto images = write(out, parts.images);
  const auto product_table = writeProducts(out, parts, terms.echoes);
  const auto variant_table = writeVariants(out, parts);
  const auto offer_table = writeOffers(out, parts);
  const auto steps = write(out, priceSteps(products));
  const auto measures = writeMeasures(out, parts.measures);
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
  const auto term_table = term_parts.finish(out);
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
