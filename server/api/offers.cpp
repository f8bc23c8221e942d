#include <fstream>
#include <set>

#include "api/handlers.hpp"
#include "api/work.hpp"
#include "app.hpp"
#include "async.hpp"
#include "clock.hpp"
#include "crypto.hpp"
#include "import/importer.hpp"
#include "json.hpp"
#include "store/catalogue.hpp"
#include "store/services.hpp"

namespace vitrine {
namespace {

constexpr std::size_t maxUpdates = 10'000;
constexpr int page = 100;

/// Changes one offer; answers whether anything is another now.
Result<bool> change(Work& work, const std::string& seller_id, const OfferUpdate& update) {
  if (!update.price && !update.stock) return Error{Errc::missing_field, "price"};
  if (update.price && *update.price < 0) return Error{Errc::out_of_range, "price"};
  if (update.stock && *update.stock < 0) return Error{Errc::out_of_range, "stock"};
  const auto changed = changeOffer(work.db, seller_id, update.sku, update.price, update.stock);
  if (!changed) return Error{Errc::unknown_offer, "sku"};
  return *changed;
}

SellerOffer asSold(const ShelfOffer& found) {
  const auto& offer = found.offer;
  return {offer.id,          offer.sku,   found.product_id, found.title,
          found.options,     found.image, offer.kind,       offer.price,
          offer.currency,    offer.stock, offer.weight,     offer.shipping_profile_id,
          offer.tax_category};
}

}  // namespace

Result<SellerOffers> listOffers(Work& work, const Nothing&) {
  const auto seller_id = work.seller();
  if (!seller_id) return seller_id.error();
  SellerOffers answer;
  for (const auto& found :
       listOffers(work.db, *seller_id, work.call.param("search"), work.call.param("after"), page))
    answer.offers.push_back(asSold(found));
  if (answer.offers.size() == page) answer.next = answer.offers.back().sku;
  return answer;
}

Result<SellerService> getService(Work& work, const Nothing&) {
  const auto seller_id = work.seller();
  if (!seller_id) return seller_id.error();
  const auto found = findService(work.db, *seller_id, work.call.param("sku"));
  if (!found) return Error{Errc::unknown_offer, "sku"};
  return SellerService{asSold(found->offer), found->description, found->offer.category,
                       found->offer.offer.unit_measure,
                       attachmentsOf(work.db, found->offer.product_id)};
}

Result<OffersUpdated> updateOffers(Work& work, const OfferUpdates& request) {
  const auto seller_id = work.seller();
  if (!seller_id) return seller_id.error();
  if (request.offers.size() > maxUpdates) return Error{Errc::too_large, "offers", maxUpdates};
  std::set<std::string_view> seen;
  OffersUpdated answer;
  for (std::size_t i = 0; i < request.offers.size(); ++i) {
    const auto& update = request.offers[i];
    const auto outer = element("offers", i);
    if (!seen.insert(update.sku).second) return at(outer, {Errc::duplicate_offer, "sku"});
    const auto changed = change(work, *seller_id, update);
    if (!changed) return at(outer, changed.error());
    answer.changed += *changed ? 1 : 0;
  }
  work.events.catalog_changed = answer.changed > 0;
  return answer;
}

Result<OffersUpdated> updateOffer(Work& work, const OfferTerms& request) {
  const auto seller_id = work.seller();
  if (!seller_id) return seller_id.error();
  const auto changed =
      change(work, *seller_id, {work.call.param("sku"), request.price, request.stock});
  if (!changed) return changed.error();
  work.events.catalog_changed = *changed;
  return OffersUpdated{*changed ? 1 : 0};
}

namespace {

/// What the query says of an import.
Result<ImportOptions> optionsOf(const Call& call) {
  ImportOptions options;
  const auto format = call.choice<FeedFormat>("format");
  if (!format) return format.error();
  options.format = *format;
  const auto encoding = call.choice<FeedEncoding>("encoding");
  if (!encoding) return encoding.error();
  options.encoding = *encoding;
  for (const auto& [name, choice] :
       {std::pair("replace", &options.replace), std::pair("keep_good", &options.keep_good),
        std::pair("dry_run", &options.dry_run)}) {
    const auto& text = call.param(name);
    if (!text.empty() && text != "true" && text != "false")
      return Error{Errc::invalid_format, name};
    *choice = text == "true";
  }
  return options;
}

}  // namespace

asio::awaitable<Result<std::string>> prepareImport(App& app, const Call& call, const Nothing&) {
  auto options = optionsOf(call);
  if (!options) co_return options.error();
  const auto now = unixNow();
  Result<std::string> seller_id = Error{Errc::unauthorized, "authorization"};
  const auto ask = [&](Database& db) {
    seller_id = Work{db, app.config, call, now}.seller();
    return false;
  };
  co_await inStore(app.writer, ask);
  if (!seller_id) co_return seller_id.error();
  if (!call.upload) co_return Error{Errc::missing_field, "body"};
  options->seller_id = *seller_id;
  ImportReport report;
  const auto import = [&](const Transact& transact) {
    std::ifstream feed(call.upload->path(), std::ios::binary);
    const auto new_id = [now](std::string_view prefix) { return newId(prefix, now); };
    report = importFeed(transact, feed, *options, {now, new_id, {}});
  };
  co_await app.imports.run(import);
  co_return toJson(report);
}

Result<ImportReport> importUpload(Work& work, const Nothing&) {
  auto report = fromJson<ImportReport>(work.prepared);
  if (report) work.events.catalog_changed = report->kept;
  return report;
}

}  // namespace vitrine
