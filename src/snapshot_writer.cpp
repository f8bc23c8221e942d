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
  SmallColumn forms;
  SmallColumn term_counts;
  SmallColumn distances;
  TextColumn texts;
  for (const auto& name : names.all()) {
    forms.push_back(static_cast<std::uint32_t>(name.form));
    texts.push_back(name.form == NameForm::text ? std::string_view(name.text) : "");
    term_counts.push_back(name.term_count);
    for (const auto term : names.termsOf(name)) {
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
    symbols = write(out, TextColumn(spelled.symbols), false);
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
  SmallColumn counts;
  SmallColumn places;
  SmallColumn presented;
};

/// Where a companion stands, and whether it is a service.
struct CompanionPlace {
  std::uint32_t place = 0;
  bool service = false;
};

CompanionColumns columnsOf(const Companions& companions, const Companions& presented,
                           const ProductList& products) {
  CompanionColumns columns;
  if (companions.empty() && presented.empty()) return columns;
  std::map<std::string_view, std::optional<CompanionPlace>> places;
  for (const auto* from : {&companions, &presented}) {
    for (const auto& [id, listed] : *from) {
      for (const auto& companion : listed) places.emplace(companion, std::nullopt);
    }
  }
  std::uint32_t next = 0;
  for (const auto& product : products) {
    const auto named = places.find(product.id);
    if (named != places.end() && !named->second) named->second = {next, isService(product)};
    ++next;
  }
  for (const auto& product : products) {
    std::set<std::string_view> listed{product.id};
    // How many more of them are kept: at most `maxCompanions` of goods and of services each.
    const auto add = [&](const Companions& from, bool with_services) {
      std::uint32_t goods = 0, services = 0;
      const auto known = from.find(product.id);
      if (known == from.end()) return goods;
      for (const auto& id : known->second) {
        const auto& found = places.find(id)->second;
        if (!found) continue;
        const bool service = found->service;
        auto& count = service ? services : goods;
        if (count == maxCompanions || (service && !with_services) || !listed.insert(id).second)
          continue;
        ++count;
        columns.places.push_back(found->place);
      }
      return goods + services;
    };
    const auto first = add(companions, true);
    const auto last = add(presented, false);
    columns.counts.push_back(first + last);
    columns.presented.push_back(last);
  }
  return columns;
}

/// Nothing where nobody has rated anything.
struct RatingColumns {
  Column counts;
  Column means;
};

RatingColumns ratingsOf(const ProductList& products) {
  RatingColumns columns;
  bool rated = false;
  for (const auto& product : products) {
    const auto rating = product.rating.value_or(StarRating{});
    columns.counts.push_back(rating.count);
    columns.means.push_back(rating.mean);
    rated = rated || product.rating;
  }
  return rated ? columns : RatingColumns();
}

/// More bytes than the file will have, most often: a builder that grows copies all it has. What it
/// does not write to takes no memory.
std::size_t roomFor(const ProductList& products) {
  constexpr std::size_t least = 1 << 20;
  constexpr std::size_t variant = 256;
  std::size_t room = least;
  for (const auto& product : products) {
    room += 2 * product.description.size() + variant * product.variants.size();
    for (const auto& image : product.images) room += image.size();
  }
  return std::min<std::size_t>(room, FLATBUFFERS_MAX_BUFFER_SIZE / 2);
}

}  // namespace

std::vector<std::uint8_t> snapshot(std::string_view currency, std::span<const Product> products,
                                   std::span<const Seller> sellers, CatalogText text,
                                   const Companions& companions, const Companions& presented) {
  return snapshot(currency, ProductList(products), sellers, text, companions, presented);
}

std::vector<std::uint8_t> snapshot(std::string_view currency, const ProductList& products,
                                   std::span<const Seller> sellers, CatalogText text,
                                   const Companions& companions, const Companions& presented) {
  if (products.size() > maxProducts) fatal("snapshot: more products than it can count");
  NameTable names(products);
  auto terms = termsOf(products, names, text != CatalogText::none);

  FlatBufferBuilder out(roomFor(products));
  std::vector<Offset<fb::Seller>> seller_tables;
  for (const auto& seller : sellers) seller_tables.push_back(writeSeller(out, seller));
  const auto currency_text = out.CreateString(std::string(currency));
  const auto seller_vector = out.CreateVector(seller_tables);
  const auto name_table = writeNames(out, names, static_cast<std::uint32_t>(terms.words.size()));
  const TermParts term_parts(out, terms, products.size());
  terms = {{}, {}, {}, std::move(terms.echoes)};
  const ProductWriter writer(out, products, names);
  const auto images = writer.images();
  const auto product_table = writer.products(terms.echoes, text);
  const auto variant_table = writer.variants();
  std::vector<UnitMeasure> measured;
  const auto offer_table = writer.offers(sellers, measured);
  const auto steps = write(out, priceSteps(products));
  const auto measures = writeMeasures(out, measured);
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
  const std::span written(out.GetBufferPointer(), out.GetSize());
  const auto sum = checksum(written);
  std::vector<std::uint8_t> bytes;
  bytes.reserve(written.size() + sizeof sum);
  bytes.assign(written.begin(), written.end());
  for (unsigned i = 0; i < sizeof sum; ++i)
    bytes.push_back(static_cast<std::uint8_t>(sum >> 8 * i));
  return bytes;
}

}  // namespace vitrine
