#include "directory.hpp"

#include <algorithm>
#include <unordered_set>

#include "contents.hpp"
#include "crypto.hpp"
#include "json.hpp"

namespace vitrine {
namespace {

/// The products were read page by page while others worked with the database. Of what moved
/// meanwhile the first that was read stands, and nothing of sellers who came meanwhile: they are
/// noted as a change, after which all is read again.
std::vector<Product> settled(std::vector<Product> products, const std::vector<Seller>& sellers) {
  std::set<std::string_view> known;
  for (const auto& seller : sellers) known.insert(seller.id);
  std::unordered_set<std::string> seen;
  for (auto& product : products) {
    for (auto& variant : product.variants)
      std::erase_if(variant.offers, [&](const Offer& offer) {
        return !known.contains(offer.seller_id) || !seen.insert(offer.id).second;
      });
    std::erase_if(product.variants, [&](const Variant& variant) {
      return variant.offers.empty() || !seen.insert(variant.id).second;
    });
  }
  std::erase_if(products, [](const Product& product) { return product.variants.empty(); });
  return products;
}

/// Pages on other origins need whole links.
void makeLinks(std::vector<Product>& products, const std::string& public_url) {
  const auto link = [&](std::string& image) {
    if (image.starts_with('/')) image.insert(0, public_url);
  };
  for (auto& product : products) {
    for (auto& image : product.images) link(image);
    for (auto& variant : product.variants) link(variant.image);
  }
}

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

std::string textOf(const std::vector<std::uint8_t>& bytes) { return {bytes.begin(), bytes.end()}; }

std::shared_ptr<Catalog> opened(std::vector<std::uint8_t> bytes) {
  auto catalog = Catalog::open(std::move(bytes));
  if (!catalog || catalog->indexSearch()) fatal("a snapshot that was just written does not open");
  return std::make_shared<Catalog>(*std::move(catalog));
}

/// Writes a catalogue with as much of the descriptions as the limit allows.
Written write(const std::string& currency, const std::vector<Product>& products,
              const std::vector<Seller>& sellers, const Companions& companions,
              const Companions& presented, std::size_t limit, Directory& directory) {
  Written written;
  auto whole = snapshot(currency, products, sellers, CatalogText::full, companions, presented);
  auto text = textOf(whole);
  written.catalog = opened(std::move(whole));
  while (true) {
    written.file = sha256(text).substr(0, 32) + ".bin";
    auto& shared = directory.catalogs[written.file];
    if (!shared)
      shared = compressedFile(std::move(text), "application/octet-stream",
                              "public, max-age=31536000, immutable");
    if (shared->brotli.size() <= limit || written.text == CatalogText::none) return written;
    directory.catalogs.erase(written.file);
    written.text = written.text == CatalogText::full ? CatalogText::words : CatalogText::none;
    text = textOf(snapshot(currency, products, sellers, written.text, companions, presented));
  }
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

/// What a site may show of a catalogue.
std::vector<Product> without(const std::set<std::string>& sellers, std::vector<Product> products) {
  if (sellers.empty()) return products;
  for (auto& product : products) {
    for (auto& variant : product.variants)
      std::erase_if(variant.offers,
                    [&](const Offer& offer) { return sellers.contains(offer.seller_id); });
    std::erase_if(product.variants, [](const Variant& variant) { return variant.offers.empty(); });
  }
  std::erase_if(products, [](const Product& product) { return product.variants.empty(); });
  return products;
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
                              const Arrangement& arrangement,
                              const std::vector<Product>& products) {
  auto sellers = all;
  std::erase_if(sellers, [&](const Seller& seller) { return hidden.contains(seller.id); });
  if (!arrangement.chosen_only) return sellers;
  std::set<std::string_view> offering;
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
  for (auto& [currency, products] : contents.by_currency) {
    products = ranked(settled(std::move(products), contents.sellers), contents.standings);
    makeLinks(products, public_url);
  }
  for (auto& site : contents.sites) {
    const auto& hidden = contents.hidden[site.id];
    const auto& arrangement = contents.arrangements[site.id];
    const auto priced = contents.retail.find(site.id);
    const auto retail = priced == contents.retail.end() ? nullptr : priced->second;
    const auto key = keyOf(site.currency, hidden, arrangement, retail.get());
    if (!written.contains(key)) {
      auto products = without(hidden, contents.by_currency.at(site.currency));
      if (retail) retail->apply(products, contents.sellers);
      auto shelf = arranged(arrangement, std::move(products));
      const auto sellers = sellersOf(contents.sellers, hidden, arrangement, shelf.products);
      auto related = companions;
      attach(related, contents.attachments, shelf.products);
      auto& catalogue = written[key];
      catalogue = write(site.currency, shelf.products, sellers, related, presented,
                        config.catalog_limit, directory);
      catalogue.layout = std::move(shelf.layout);
      directory.whole.push_back({site.currency, catalogue.catalog, retail});
    }
    const auto& catalogue = written.at(key);
    directory.origins.insert(site.allowed_origins.begin(), site.allowed_origins.end());
    auto manifest = compressedFile(toJson(manifestOf(site, catalogue, contents, public_url)),
                                   "application/json", "no-cache");
    auto id = site.id;
    directory.sites.emplace(std::move(id), SiteView{std::move(site), std::move(manifest),
                                                    catalogue.catalog, contents.version});
  }
  for (const auto& [currency, products] : contents.by_currency) {
    // Most often some site shows all of them anyway.
    const auto same = written.find(keyOf(currency, contents.unapproved, {}, nullptr));
    if (same != written.end()) {
      directory.pools[currency] = same->second.catalog;
      continue;
    }
    const auto all = without(contents.unapproved, products);
    const auto pool =
        opened(snapshot(currency, all, sellersOf(contents.sellers, contents.unapproved, {}, all)));
    directory.pools[currency] = pool;
    directory.whole.push_back({currency, pool, nullptr});
  }
  return directory;
}

}  // namespace vitrine
