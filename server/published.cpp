#include "published.hpp"

#include <algorithm>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/use_awaitable.hpp>

#include "async.hpp"
#include "crypto.hpp"
#include "json.hpp"
#include "log.hpp"
#include "store/catalogue.hpp"
#include "vitrine/checkout.hpp"

namespace vitrine {
namespace {

constexpr std::chrono::milliseconds settleTime{300};
constexpr std::size_t keptCatalogs = 64;

struct Contents {
  std::vector<Site> sites;
  std::vector<Seller> sellers;
  std::map<std::string, std::vector<Product>> by_currency;
};

Contents load(Database& db) {
  Contents contents;
  contents.sites = listSites(db);
  for (auto& record : listSellers(db)) contents.sellers.push_back(std::move(record.seller));
  for (const auto& site : contents.sites) {
    if (!contents.by_currency.contains(site.currency))
      contents.by_currency.emplace(site.currency, listProducts(db, site.currency));
  }
  return contents;
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

SiteManifest manifestOf(const Site& site, const std::string& catalog,
                        const std::string& public_url) {
  return {site.id,
          site.name,
          site.currency,
          site.country,
          site.language,
          public_url + "/v1/catalogs/" + catalog,
          public_url + "/checkout/" + site.id};
}

Directory directoryOf(Contents contents, const Directory& before, const std::string& public_url) {
  Directory directory;
  directory.catalogs = before.catalogs;
  std::map<std::string, std::pair<std::string, std::shared_ptr<const Catalog>>> written;
  for (auto& [currency, products] : contents.by_currency) {
    makeLinks(products, public_url);
    auto bytes = snapshot(currency, products, contents.sellers);
    std::string text(bytes.begin(), bytes.end());
    const auto file = sha256(text).substr(0, 32) + ".bin";
    if (!directory.catalogs.contains(file))
      directory.catalogs.emplace(file, compressedFile(std::move(text), "application/octet-stream",
                                                      "public, max-age=31536000, immutable"));
    auto catalog = Catalog::open(std::move(bytes));
    if (!catalog) fatal("a snapshot that was just written does not open");
    written[currency] = {file, std::make_shared<const Catalog>(*std::move(catalog))};
  }
  for (auto& site : contents.sites) {
    const auto& [file, catalog] = written.at(site.currency);
    directory.origins.insert(site.allowed_origins.begin(), site.allowed_origins.end());
    auto manifest = toJson(manifestOf(site, file, public_url));
    auto id = site.id;
    directory.sites.emplace(std::move(id), SiteView{std::move(site), std::move(manifest), catalog});
  }
  return directory;
}

}  // namespace

Published::Published(asio::io_context& io, Writer& writer, const Config& config)
    : writer_(writer), config_(config), timer_(io) {}

void Published::changed() {
  changed_ = true;
  timer_.cancel();
}

asio::awaitable<void> Published::build() {
  Contents contents;
  co_await inStore(writer_, [&](Database& db) {
    contents = load(db);
    return true;
  });
  auto before = directory_;
  std::shared_ptr<Directory> next;
  const auto work = [&]() -> asio::awaitable<void> {
    next =
        std::make_shared<Directory>(directoryOf(std::move(contents), *before, config_.public_url));
    co_return;
  };
  co_await asio::co_spawn(worker_, work(), asio::use_awaitable);

  for (const auto& [file, unused] : next->catalogs) {
    if (std::find(kept_.begin(), kept_.end(), file) == kept_.end()) kept_.push_back(file);
  }
  for (; kept_.size() > keptCatalogs; kept_.pop_front()) next->catalogs.erase(kept_.front());
  directory_ = std::move(next);
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
