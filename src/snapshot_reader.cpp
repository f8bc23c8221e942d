#include <algorithm>
#include <cstring>

#include "snapshot_sellers.hpp"
#include "vitrine/catalog_file.hpp"

namespace vitrine {
namespace {

namespace fb = flat;
using Bytes = flatbuffers::Vector<std::uint8_t>;

// The columns are taken as they are; `consistent` below says whether they fit together.

bool take(const fb::Ints* from, Ints& to) {
  const auto width = from->width();
  const std::uint64_t size = from->data() ? from->data()->size() : 0;
  if (width > 8 || (width & (width - 1)) != 0 || size != std::uint64_t{from->count()} * width)
    return false;
  // So that no sum of a base and a value overflows.
  if (from->base() < -maxSafeInteger || from->base() > maxSafeInteger) return false;
  if (width == 8 && (from->base() != 0 || from->radix() != 256)) return false;
  const auto radix = from->radix();
  if (radix != 100 && radix != 32 && radix != 64 && radix != 128 && radix != 256) return false;
  to = {from->base(), from->count(), width, from->data() ? from->data()->data() : nullptr,
        from->radix()};
  return true;
}

bool take(const fb::Ints* lengths, std::uint64_t most, Runs& to) {
  Ints ints;
  return take(lengths, ints) && to.open(ints, most);
}

bool take(const fb::Texts* from, Texts& to) {
  if (from->prefix()) to.prefix = {from->prefix()->c_str(), from->prefix()->size()};
  if (from->suffix()) to.suffix = {from->suffix()->c_str(), from->suffix()->size()};
  to.bytes = reinterpret_cast<const char*>(from->bytes()->data());
  return take(from->lengths(), from->bytes()->size(), to.bodies) &&
         (!from->shared() || (take(from->shared(), to.shared) && to.shared.within(0, 255) &&
                              to.shared.count == to.size()));
}

std::span<const std::uint8_t> spanOf(const Bytes* bytes) { return {bytes->data(), bytes->size()}; }

/// Their terms are distances between places of `count` terms; `most` bounds how many are unpacked.
bool take(const fb::Names& from, std::uint32_t count, std::size_t most, NameColumns& to) {
  Ints distances;
  if (!take(from.forms(), to.forms) || !take(from.texts(), to.texts) ||
      !take(from.terms(), distances) || distances.count > most ||
      !take(from.term_counts(), distances.count, to.term_runs) ||
      !distances.within(0, std::int64_t{count} - 1))
    return false;
  to.terms = distances.all();
  std::uint32_t term = 0;
  for (auto& distance : to.terms) {
    term = distance < count - term ? term + distance : distance - (count - term);
    distance = term;
  }
  return true;
}

bool take(const fb::Texts* from, Symbols& to) {
  Texts texts;
  if (!take(from, texts) || texts.size() > to.size() || texts.shared.count > 0) return false;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const auto text = texts.body(i);
    if (text.size() > Symbol::longest) return false;
    to[i].size = static_cast<std::uint8_t>(text.size());
    std::copy(text.begin(), text.end(), to[i].text);
  }
  return true;
}

bool take(const fb::Terms& from, TermColumns& to) {
  to.count = from.count();
  to.spelled = spanOf(from.spelled());
  to.tallies = spanOf(from.tallies());
  to.codes = spanOf(from.codes());
  to.sets = spanOf(from.sets());
  if (to.count > to.spelled.size()) return false;
  const auto blocks = (to.count + TermColumns::stride - 1) / TermColumns::stride;
  const auto takeBlocks = [&](const fb::Ints* sizes, std::uint64_t most, FewRuns& runs) {
    Ints ints;
    return take(sizes, ints) && ints.count == blocks && runs.open(ints, most);
  };
  return take(from.symbols(), to.symbols) &&
         takeBlocks(from.spelled_sizes(), to.spelled.size(), to.spelled_runs) &&
         takeBlocks(from.tally_sizes(), to.tallies.size(), to.tally_runs) &&
         takeBlocks(from.code_sizes(), std::uint64_t{to.codes.size()} * 8, to.code_runs) &&
         takeBlocks(from.set_counts(), to.sets.size(), to.set_runs);
}

bool takeMeasures(const fb::Catalog& from, CatalogFile& to) {
  if (from.unit_measures()) {
    for (const auto* measure : *from.unit_measures()) {
      const auto units = vitrine::names(MeasureUnit{}).size();
      if (measure->unit() >= units || measure->base_unit() >= units) return false;
      to.unit_measures.push_back({measure->measure(), static_cast<MeasureUnit>(measure->unit()),
                                  measure->base(), static_cast<MeasureUnit>(measure->base_unit())});
      if (!isSound(to.unit_measures.back())) return false;
    }
  }
  const auto* places = from.offers()->unit_measures();
  return !places || take(places, to.offers.unit_measures);
}

bool take(const fb::Catalog& from, CatalogFile& to) {
  const auto& products = *from.products();
  const auto& variants = *from.variants();
  const auto& offers = *from.offers();
  auto& p = to.products;
  auto& v = to.variants;
  auto& o = to.offers;
  p.echoes = spanOf(products.echoes());
  return take(*from.terms(), to.terms) &&
         take(*from.names(), to.terms.size(), to.bytes.size(), to.names) &&
         take(from.images(), to.images) && take(offers.ids(), o.ids) &&
         take(offers.sellers(), o.sellers) && take(offers.skus(), o.skus) &&
         take(offers.kinds(), o.kinds) && take(offers.prices(), o.prices) &&
         take(offers.currencies(), o.currencies) && take(offers.stocks(), o.stocks) &&
         take(offers.weights(), o.weights) && take(offers.profiles(), o.profiles) &&
         take(offers.tax_categories(), o.tax_categories) && takeMeasures(from, to) &&
         take(variants.ids(), v.ids) && take(variants.option_names(), v.option_names) &&
         take(variants.option_values(), v.option_values) &&
         take(variants.option_counts(), v.option_names.count, v.options) &&
         take(variants.images(), v.images) && take(variants.gtins(), v.gtins) &&
         take(variants.offer_counts(), o.size(), v.offers) && take(products.ids(), p.ids) &&
         take(products.title_words(), p.title_words) &&
         take(products.title_lengths(), p.title_words.count, p.titles) &&
         take(products.brands(), p.brands) && take(products.categories(), p.categories) &&
         take(products.descriptions(), p.descriptions) &&
         (!products.description_marks() ||
          take(products.description_marks(), p.description_marks)) &&
         take(products.image_counts(), to.images.size(), p.images) &&
         take(products.variant_counts(), v.size(), p.variants) &&
         (!from.companions() || !from.companion_counts() ||
          (take(from.companions(), to.companions) &&
           take(from.companion_counts(), to.companions.count, to.companion_runs))) &&
         (!from.presented_counts() || take(from.presented_counts(), to.presented_counts)) &&
         (!from.rating_counts() || !from.rating_means() ||
          (take(from.rating_counts(), to.rating_counts) &&
           take(from.rating_means(), to.rating_means)));
}

/// What the structure does not say: columns side by side are equally long, every reference and
/// figure lies in its range, and nothing is longer than the bytes can tell of.
bool consistent(const CatalogFile& file) {
  const auto& n = file.names;
  const auto& t = file.terms;
  const auto& p = file.products;
  const auto& v = file.variants;
  const auto& o = file.offers;
  const auto isName = [&](const Ints& column) {
    return column.within(0, std::int64_t{n.size()} - 1);
  };
  const auto isMoney = [](const Ints& column) { return column.within(0, maxSafeInteger); };
  const auto most = file.bytes.size();
  if (n.size() > most || t.size() > most || p.size() > most || v.size() > most || o.size() > most ||
      p.title_words.count > most || v.option_names.count > most ||
      file.companions.count > 3 * maxCompanions * std::uint64_t{p.size()})
    return false;
  if (p.size() > maxProducts) return false;
  return n.texts.size() == n.size() && n.term_runs.size() == n.size() &&
         n.forms.within(0, static_cast<int>(NameForm::upper)) && p.ids.size() == p.size() &&
         p.titles.size() == p.size() && p.categories.count == p.size() &&
         (p.descriptions.size() == p.size() || p.descriptions.size() == 0) &&
         (p.description_marks.size() == p.size() || p.description_marks.size() == 0) &&
         p.images.size() == p.size() && p.variants.size() == p.size() && isName(p.title_words) &&
         isName(p.brands) && isName(p.categories) && v.ids.size() == v.size() &&
         v.options.size() == v.size() && v.option_values.count == v.option_names.count &&
         isName(v.option_names) && isName(v.option_values) && v.images.within(0, 0xFFFFFFFF) &&
         v.gtins.size() == v.size() && v.offers.size() == v.size() && o.ids.size() == o.size() &&
         o.skus.size() == o.size() && o.sellers.count == o.size() && o.kinds.count == o.size() &&
         o.currencies.count == o.size() && o.stocks.count == o.size() &&
         o.weights.count == o.size() && o.profiles.count == o.size() &&
         o.tax_categories.count == o.size() &&
         o.sellers.within(0, static_cast<std::int64_t>(file.sellers.size()) - 1) &&
         o.kinds.within(0, static_cast<std::int64_t>(names(OfferKind{}).size()) - 1) &&
         isMoney(o.prices) && isMoney(o.weights) && o.stocks.within(-1, maxSafeInteger) &&
         isName(o.currencies) && isName(o.profiles) && isName(o.tax_categories) &&
         (o.unit_measures.count == o.size() || o.unit_measures.count == 0) &&
         o.unit_measures.within(0, static_cast<std::int64_t>(file.unit_measures.size())) &&
         (file.companion_runs.size() == p.size() || file.companion_runs.size() == 0) &&
         file.companions.within(0, std::int64_t{p.size()} - 1) &&
         (file.presented_counts.count == p.size() || file.presented_counts.count == 0) &&
         file.presented_counts.within(0, maxCompanions) &&
         (file.rating_counts.count == p.size() || file.rating_counts.count == 0) &&
         file.rating_means.count == file.rating_counts.count &&
         file.rating_counts.within(0, maxSafeInteger) && file.rating_means.within(0, 500);
}

}  // namespace

std::uint64_t checksum(std::span<const std::uint8_t> bytes) {
  constexpr std::uint64_t prime = 0x9E3779B185EBCA87;
  std::uint64_t lanes[4] = {bytes.size(), prime, ~prime, prime << 1};
  const auto add = [](std::uint64_t& lane, std::uint64_t word) {
    lane = (lane ^ word) * prime;
    lane = lane << 31 | lane >> 33;
  };
  std::size_t i = 0;
  for (; i + sizeof lanes <= bytes.size(); i += sizeof lanes) {
    std::uint64_t words[4];
    std::memcpy(words, bytes.data() + i, sizeof words);
    for (int lane = 0; lane < 4; ++lane) add(lanes[lane], words[lane]);
  }
  for (; i < bytes.size(); ++i) add(lanes[0], bytes[i]);
  for (int lane = 1; lane < 4; ++lane) add(lanes[0], lanes[lane]);
  return lanes[0];
}

Result<CatalogFile> CatalogFile::open(std::vector<std::uint8_t> bytes) {
  constexpr flatbuffers::uoffset_t maxDepth = 16;
  constexpr flatbuffers::uoffset_t maxTables = 1'000'000;
  constexpr std::size_t header = 8;  // root offset and file identifier
  const Error corrupt{Errc::corrupt_catalog, ""};
  CatalogFile file;
  file.bytes = std::move(bytes);
  std::uint64_t sum = 0;
  if (file.bytes.size() < header + sizeof sum) return corrupt;
  const auto size = file.bytes.size() - sizeof sum;
  std::memcpy(&sum, file.bytes.data() + size, sizeof sum);
  if (checksum({file.bytes.data(), size}) != sum) return corrupt;
  flatbuffers::Verifier verifier(file.bytes.data(), size, maxDepth, maxTables);
  if (!fb::VerifyCatalogBuffer(verifier)) return corrupt;

  const auto& root = *fb::GetCatalog(file.bytes.data());
  if (root.text() >= vitrine::names(CatalogText{}).size()) return corrupt;
  file.text = static_cast<CatalogText>(root.text());
  file.currency = {root.currency()->c_str(), root.currency()->size()};
  bool ok = true;
  for (const auto* seller : *root.sellers()) {
    auto read = readSeller(*seller);
    ok = ok && read;
    if (ok) file.sellers.push_back(*std::move(read));
  }
  Ints steps;
  ok = ok && take(root.price_steps(), steps);
  for (std::uint32_t i = 0; ok && i < steps.count; ++i) {
    ok = steps[i] > (i == 0 ? 0 : file.price_steps.back());
    file.price_steps.push_back(steps[i]);
  }
  if (!ok || !take(root, file) || !consistent(file)) return corrupt;
  return file;
}

}  // namespace vitrine
