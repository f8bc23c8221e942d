#include "published.hpp"

#include <algorithm>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <tuple>
#include <unordered_set>

#include "async.hpp"
#include "clock.hpp"
#include "cooperation/endorsing.hpp"
#include "cooperation/retail.hpp"
#include "cooperation/terms.hpp"
#include "crypto.hpp"
#include "json.hpp"
#include "log.hpp"
#include "members/arranging.hpp"
#include "members/theme.hpp"
#include "store/catalogue.hpp"
#include "store/guides.hpp"
#include "store/services.hpp"
#include "store/standings.hpp"
#include "vitrine/manifest.hpp"

namespace vitrine {
namespace {

constexpr std::chrono::milliseconds settleTime{300};
constexpr std::chrono::milliseconds gatherTime{50};
constexpr std::chrono::seconds watchTime{1};
constexpr std::size_t keptCatalogs = 64;
constexpr int productsAtOnce = 300;

struct Contents {
  std::vector<Site> sites;
  std::vector<Seller> sellers;
  std::map<std::string, std::string> away;  // sellers on holiday, and when they are back
  std::map<std::string, std::vector<Product>> by_currency;
  std::vector<StoredGuide> guides;
  std::map<std::string, Recommended> recommended;  // by site
  Attachments attachments;
  std::shared_ptr<const Relations> relations;
  std::map<std::string, StoredStanding> standings;
  Hidden hidden;
  std::set<std::string> unapproved;                 // sellers
  std::map<std::string, Arrangement> arrangements;  // by site, as are the themes
  std::map<std::string, SiteTheme> themes;
  RetailBook retail;
  RetailMark retail_mark;
  std::int64_t version = 0;
  std::int64_t revision = 0;
};

/// All but the products.
Contents load(Database& db, std::int64_t now) {
  Contents contents;
  contents.sites = listSites(db);
  for (auto& record : listSellers(db)) {
    if (record.away) contents.away[record.seller.id] = record.holiday->back_on;
    if (!record.approved) contents.unapproved.insert(record.seller.id);
    contents.sellers.push_back(std::move(record.seller));
  }
  contents.arrangements = listArrangements(db);
  contents.themes = listThemes(db);
  for (const auto& site : contents.sites) contents.by_currency[site.currency];
  contents.hidden = hiddenSellers(db, contents.sites, contents.sellers, now);
  contents.guides = listGuides(db, "");
  for (auto& endorsement : listEndorsements(db, "")) {
    auto& site = contents.recommended[endorsement.site_id];
    if (site.product_ids.empty())
      site.presenter_name = presenterName(db, endorsement.presenter_id).value_or("");
    if (site.product_ids.size() < maxRecommended)
      site.product_ids.push_back(std::move(endorsement.product_id));
  }
  contents.standings = listStandings(db);
  contents.retail = loadRetail(db, now);
  contents.retail_mark = retailMark(db, now);
  contents.attachments = listAttachments(db);
  contents.relations = std::make_shared<Relations>(listRelations(db));
  contents.version = newestChange(db);
  contents.revision = catalogueRevision(db);
  return contents;
}

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
    directory.sites.emplace(std::move(id),
                            SiteView{std::move(site), std::move(manifest), catalogue.catalog,
                                     contents.version, contents.relations});
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

}  // namespace

Published::Published(asio::io_context& io, Writer& writer, const Config& config)
    : writer_(writer), config_(config), timer_(io), news_(io) {}

void Published::changed() {
  changed_ = has_news_ = true;
  timer_.cancel();
  news_.cancel();
}

void Published::take(RetailBook retail, RetailMark mark) {
  const auto age = [](const RetailMark& one) { return std::tie(one.day, one.newest, one.terms); };
  if (age(mark) < age(retail_mark_)) return;  // another has read later
  retail_ = std::move(retail);
  retail_mark_ = std::move(mark);
}

ChangedOffer Published::changeFor(const SiteView& view, const ChangedOffer& change) const {
  const auto retail = retail_.find(view.site.id);
  return retail == retail_.end() ? change : retail->second->changed(*view.catalog, change);
}

asio::awaitable<void> Published::readChanges() {
  std::vector<StoredChange> found;
  RetailBook retail;
  RetailMark mark;
  const auto known = retail_mark_;
  co_await inStore(writer_, [&](Database& db) {
    const auto now = unixNow();
    found = listChanges(db, changes_.newest());
    mark = known;
    if (found.empty()) return true;
    mark = retailMark(db, now);
    if (mark != known) retail = loadRetail(db, now);
    return true;
  });
  if (mark != known) take(std::move(retail), std::move(mark));
  for (const auto& change : found) {
    for (const auto& whole : directory_->whole) {
      if (whole.currency == change.currency) whole.change(change.offer);
    }
  }
  changes_.add(std::move(found));
}

asio::awaitable<void> Published::build() {
  Contents contents;
  co_await inStore(writer_, [&](Database& db) {
    contents = load(db, unixNow());
    return true;
  });
  // In pages, so that nobody waits for the whole.
  for (auto& [currency, products] : contents.by_currency) {
    std::string last;
    do {
      const auto page = [&, size = products.size(), after = last](Database& db) {
        products.resize(size);  // the work may run twice
        last = addProducts(db, currency, after, productsAtOnce, products);
        return false;
      };
      co_await inStore(writer_, page);
    } while (!last.empty());
  }
  seen_ = std::max(seen_, contents.revision);
  take(contents.retail, contents.retail_mark);
  co_await readChanges();
  const auto version = contents.version;
  auto before = directory_;
  std::shared_ptr<Directory> next;
  const auto work = [&]() -> asio::awaitable<void> {
    next = std::make_shared<Directory>(directoryOf(std::move(contents), *before, config_));
    co_return;
  };
  co_await asio::co_spawn(worker_, work(), asio::use_awaitable);

  for (const auto& [file, unused] : next->catalogs) {
    if (std::find(kept_.begin(), kept_.end(), file) == kept_.end()) kept_.push_back(file);
  }
  for (; kept_.size() > keptCatalogs; kept_.pop_front()) next->catalogs.erase(kept_.front());
  // What has changed meanwhile is not in the new ones yet.
  for (const auto& whole : next->whole) {
    for (const auto& change : changes_.after(version, whole.currency, keptChanges).offers)
      whole.change(change);
  }
  directory_ = std::move(next);
  changes_.wake();
}

asio::awaitable<void> Published::tell() {
  while (true) {
    if (!has_news_) {
      news_.expires_after(std::chrono::hours(24));
      co_await news_.async_wait(asio::as_tuple(asio::use_awaitable));
      continue;
    }
    asio::steady_timer gathered(news_.get_executor(), gatherTime);
    co_await gathered.async_wait(asio::as_tuple(asio::use_awaitable));
    has_news_ = false;
    try {
      co_await readChanges();
    } catch (const std::exception& failed) {
      log("error", "changes_not_told", {{"problem", failed.what()}});
    }
  }
}

asio::awaitable<void> Published::watch() {
  asio::steady_timer timer(timer_.get_executor());
  while (true) {
    timer.expires_after(watchTime);
    co_await timer.async_wait(asio::as_tuple(asio::use_awaitable));
    std::int64_t revision = 0;
    try {
      co_await inStore(writer_, [&](Database& db) {
        revision = catalogueRevision(db);
        return false;
      });
    } catch (const std::exception& failed) {
      log("error", "other_servers_not_heard", {{"problem", failed.what()}});
    }
    if (revision <= seen_) continue;
    seen_ = revision;
    changed();
  }
}

asio::awaitable<void> Published::run() {
  while (true) {
    if (!changed_) {
      timer_.expires_after(std::chrono::hours(24));
      co_await timer_.async_wait(asio::as_tuple(asio::use_awaitable));
      continue;
    }
    // A burst of changes is published once: after a pause that no further change shortens or ends.
    asio::steady_timer settled(timer_.get_executor(), settleTime);
    co_await settled.async_wait(asio::as_tuple(asio::use_awaitable));
    changed_ = false;
    try {
      co_await build();
    } catch (const std::exception& failed) {
      log("error", "catalogue_not_published", {{"problem", failed.what()}});
    }
  }
}

}  // namespace vitrine
