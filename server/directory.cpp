#include "directory.hpp"

#include <algorithm>

#include "contents.hpp"
#include "crypto.hpp"
#include "json.hpp"
#include "shown_products.hpp"

namespace vitrine {
namespace {

/// A catalogue as pages get it, and as this server answers commands from it, which is whole.
struct Written {
  std::string file;
  CatalogText text = CatalogText::full;
  std::shared_ptr<Catalog> catalog;
  std::optional<ShelfLayout> layout;
};

SiteManifest manifestOf(const Site& site, const Written& written, const Contents& contents,
                        const std::string& public_url) {
  SiteManifest manifest{
      .site_id = site.id,
      .name = site.name,
      .currency = site.currency,
      .country = site.country,
      .language = site.language,
      .catalog_url = public_url + "/v1/catalogs/" + written.file,
      .catalog_descriptions = written.text,
      .catalog_version = contents.version,
      .checkout_url = public_url + "/checkout/" + site.id,
      .shop_url = site.allowed_origins.empty() ? "" : site.allowed_origins.front(),
      .sourcing = site.sourcing,
      .shelf = *products(*written.catalog, {}),
      .sellers = {},
      .recommended = {},
      .layout = written.layout,
      .theme = {}};
  for (const auto& seller : written.catalog->sellers()) {
    manifest.sellers.push_back({seller.id, seller.name, seller.prices_include_tax});
    const auto away = contents.away.find(seller.id);
    if (away != contents.away.end()) manifest.sellers.back().back_on = away->second;
  }
  const auto recommended = contents.recommended.find(site.id);
  if (recommended != contents.recommended.end()) manifest.recommended = recommended->second;
  const auto theme = contents.themes.find(site.id);
  if (theme != contents.themes.end()) manifest.theme = cssOf(theme->second);
  return manifest;
}

std::shared_ptr<Catalog> opened(std::vector<std::uint8_t> bytes) {
  auto catalog = Catalog::open(std::move(bytes));
  if (!catalog || catalog->indexSearch()) fatal("a snapshot that was just written does not open");
  return std::make_shared<Catalog>(*std::move(catalog));
}

/// The file of a catalogue; null if it is larger than the limit.
SharedFile fileOf(const std::vector<std::uint8_t>& bytes, const std::string& name,
                  std::size_t limit, const Directory& directory) {
  const auto known = directory.catalogs.find(name);
  const auto file = known != directory.catalogs.end() ? known->second
                    : !mayCompressTo(bytes, limit)
                        ? nullptr
                        : compressedFile({bytes.begin(), bytes.end()}, "application/octet-stream",
                                         "public, max-age=31536000, immutable");
  return file && file->brotli.size() <= limit ? file : nullptr;
}

/// Writes a catalogue with as much of the descriptions as the limit allows.
Written write(const std::string& currency, const ProductList& products,
              const std::vector<Seller>& sellers, const Companions& companions,
              const Companions& presented, std::size_t limit, Directory& directory) {
  Written written;
  for (const auto text : {CatalogText::full, CatalogText::words, CatalogText::none}) {
    auto bytes = snapshot(currency, products, sellers, text, companions, presented);
    written.text = text;
    written.file =
        sha256({reinterpret_cast<const char*>(bytes.data()), bytes.size()}).substr(0, 32) + ".bin";
    const auto most = text == CatalogText::none ? bytes.max_size() : limit;
    auto file = fileOf(bytes, written.file, most, directory);
    if (!written.catalog) written.catalog = opened(std::move(bytes));
    if (!file) continue;
    directory.catalogs[written.file] = std::move(file);
    break;
  }
  return written;
}

/// Guides are files of their own: only pages that show one fetch it.
void publish(const std::vector<StoredGuide>& guides, const Directory& before,
             Directory& directory) {
  for (const auto& [site_id, guide, markdown, updated_at] : guides) {
    auto text = toJson(guide);
    const auto file = sha256(text).substr(0, 32) + ".json";
    const auto known = before.guides.find(file);
    directory.guides[file] = known != before.guides.end()
                                 ? known->second
                                 : compressedFile(std::move(text), "application/json",
                                                  "public, max-age=31536000, immutable");
    directory.guide_files[site_id + '/' + guide.name] = file;
  }
}

/// Sites that show the same share one catalogue.
std::string keyOf(const std::string& currency, const std::set<std::string>& hidden,
                  const Arrangement& arrangement, const SiteRetail* retail) {
  auto key = currency;
  for (const auto& seller_id : hidden) key += ' ' + seller_id;
  if (retail) key += '\n' + retail->key();
  if (arrangement != Arrangement{}) key += '\n' + toJson(arrangement);
  return key;
}

/// Those whose goods a site may show; of sites that choose each product, those whose goods they do.
std::vector<Seller> sellersOf(const std::vector<Seller>& all, const std::set<std::string>& hidden,
                              const Arrangement& arrangement, const ProductList& products) {
  auto sellers = all;
  std::erase_if(sellers, [&](const Seller& seller) { return hidden.contains(seller.id); });
  if (!arrangement.chosen_only) return sellers;
  std::set<std::string, std::less<>> offering;
  for (const auto& product : products) {
    for (const auto& variant : product.variants) {
      for (const auto& offer : variant.offers) offering.insert(offer.seller_id);
    }
  }
  std::erase_if(sellers, [&](const Seller& seller) { return !offering.contains(seller.id); });
  return sellers;
}

}  // namespace

Directory directoryOf(Contents contents, const Directory& before, const Config& config) {
  const auto& public_url = config.public_url;
  Directory directory;
  directory.catalogs = before.catalogs;
  publish(contents.guides, before, directory);
  std::map<std::string, Written> written;
  Companions companions, presented;
  for (const auto& [id, standing] : contents.standings) {
    if (!standing.companions.empty()) companions.emplace(id, standing.companions);
    if (!standing.presented.empty()) presented.emplace(id, standing.presented);
  }
  SellersById sellers_by_id;
  for (const auto& seller : contents.sellers) sellers_by_id[seller.id] = &seller;
  std::map<std::string, RankedProducts> ranked;
  for (const auto& [currency, products] : contents.by_currency)
    ranked.try_emplace(currency, products, sellers_by_id, contents.standings);
  for (auto& site : contents.sites) {
    const auto& hidden = contents.hidden[site.id];
    const auto& arrangement = contents.arrangements[site.id];
    const auto priced = contents.retail.find(site.id);
    const auto retail = priced == contents.retail.end() ? nullptr : priced->second;
    const auto key = keyOf(site.currency, hidden, arrangement, retail.get());
    if (!written.contains(key)) {
      const ShownProducts shown(ranked.at(site.currency), hidden, retail.get(), sellers_by_id,
                                arrangement);
      const auto shelf = shown.list();
      const auto sellers = sellersOf(contents.sellers, hidden, arrangement, shelf);
      auto related = companions;
      attach(related, contents.attachments, shelf);
      auto& catalogue = written[key];
      catalogue =
          write(site.currency, shelf, sellers, related, presented, config.catalog_limit, directory);
      catalogue.layout = shown.layout();
      directory.whole.push_back({site.currency, catalogue.catalog, retail});
    }
    const auto& catalogue = written.at(key);
    directory.origins.insert(site.allowed_origins.begin(), site.allowed_origins.end());
    auto manifest = compressedFile(toJson(manifestOf(site, catalogue, contents, public_url)),
                                   "application/json", "no-cache");
    auto id = site.id;
    directory.sites.emplace(std::move(id),
                            SiteView{std::move(site), std::move(manifest), catalogue.catalog,
                                     contents.version, contents.relations});
  }
  for (const auto& [currency, products] : ranked) {
    // Most often some site shows all of them anyway.
    const auto same = written.find(keyOf(currency, contents.unapproved, {}, nullptr));
    if (same != written.end()) {
      directory.pools[currency] = same->second.catalog;
      continue;
    }
    const ShownProducts all(products, contents.unapproved, nullptr, sellers_by_id);
    const auto shelf = all.list();
    const auto sellers = sellersOf(contents.sellers, contents.unapproved, {}, shelf);
    const auto pool = opened(snapshot(currency, shelf, sellers, CatalogText::full));
    directory.pools[currency] = pool;
    directory.whole.push_back({currency, pool, nullptr});
  }
  return directory;
}

}  // namespace vitrine
