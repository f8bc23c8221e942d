#include "cooperation/retail_list.hpp"

#include <algorithm>
#include <charconv>
#include <limits>
#include <map>

#include "clock.hpp"
#include "cooperation/retail.hpp"
#include "cooperation/terms.hpp"
#include "store/catalogue.hpp"
#include "store/retail.hpp"

namespace vitrine {
namespace {

constexpr std::size_t pageSize = 100;

RetailWordShown shown(Database& db, const StoredRetail& stored) {
  RetailWordShown word;
  word.number = stored.number;
  word.product.id = stored.product_id;
  if (auto named = nameOfProduct(db, stored.product_id)) word.product = *std::move(named);
  word.wish = stored.wish;
  word.from = stored.from;
  word.set_at = rfc3339(stored.set_at);
  return word;
}

RetailProduct productOf(Database& db, const Site& site, const StoredRetail& stored,
                        std::int64_t now) {
  RetailProduct product{shown(db, stored), stored.from <= dayOf(now), {}};
  if (stored.product_id.empty()) return product;
  const auto goods = loadProduct(db, stored.product_id);
  std::vector<std::string> seller_ids;
  for (const auto& seller : goods.sellers) seller_ids.push_back(seller->id);
  const auto retail = siteRetail(db, site.id, seller_ids, now);
  for (const auto& entry : goods.offers) {
    const auto& offer = entry.offer;
    if (offer.currency != site.currency) continue;
    const auto* wholesale = retail.wholesaleFor(offer.seller_id, entry.product_id, entry.category);
    if (!wholesale) continue;
    const auto& seller = *goods.seller(offer.seller_id);
    const auto* wish = retail.wishFor(entry.product_id);
    const auto price = retailPrice(*wholesale, wish ? *wish : RetailWish(), seller, offer);
    if (!price) continue;
    product.offers.push_back({offer.id, seller.id, seller.name, offer.sku, offer.price,
                              wholesale->price, *price, earnedOfOne(db, site, offer.id, now)});
  }
  return product;
}

}  // namespace

RetailPrices retailPrices(Database& db, const Site& site, const std::string& after,
                          std::int64_t now) {
  std::map<std::string, StoredRetail> last;
  for (auto& word : listRetail(db, site.id)) last[word.product_id] = std::move(word);
  RetailPrices answer{site.currency, {}, {}};
  for (const auto& [product_id, word] : last) {
    if (!after.empty() && product_id <= after) continue;
    if (!word.wish.price && !word.wish.margin_bp) continue;
    if (answer.products.size() == pageSize) {
      answer.next = answer.products.back().word.product.id;
      break;
    }
    answer.products.push_back(productOf(db, site, word, now));
  }
  return answer;
}

SitePrices sitePrices(Database& db, const std::string& after, std::int64_t now) {
  const auto slash = std::min(after.find('/'), after.size());
  const auto first = after.substr(0, slash);
  SitePrices answer;
  for (const auto& site : listSites(db)) {
    if (site.id < first) continue;
    if (answer.prices.size() >= pageSize) {
      answer.next = site.id;
      break;
    }
    const bool begun = site.id == first && slash < after.size();
    auto page = retailPrices(db, site, begun ? after.substr(slash + 1) : "", now);
    for (auto& product : page.products)
      answer.prices.push_back({site.id, site.name,
                               presenterName(db, site.presenter_id).value_or(""), site.currency,
                               std::move(product)});
    if (!page.next) continue;
    answer.next = site.id + '/' + *page.next;
    break;
  }
  return answer;
}

Result<RetailHistory> retailHistory(Database& db, const Site& site, const std::string& after) {
  std::int64_t end = std::numeric_limits<std::int64_t>::max();
  if (!after.empty()) {
    const auto* last = after.data() + after.size();
    const auto [rest, fault] = std::from_chars(after.data(), last, end);
    if (fault != std::errc() || rest != last) return Error{Errc::invalid_format, "after"};
  }
  RetailHistory history{site.currency, {}, {}};
  const auto words = listRetail(db, site.id);
  for (auto word = words.rbegin(); word != words.rend(); ++word) {
    if (word->number >= end) continue;
    if (history.words.size() == pageSize) {
      history.next = std::to_string(history.words.back().number);
      break;
    }
    history.words.push_back(shown(db, *word));
  }
  return history;
}

Result<RetailProduct> changeRetail(Database& db, const Site& site, const RetailChange& change,
                                   std::int64_t now) {
  RetailWord word{{}, change.from, now};
  word.wish.margin_bp = change.margin_bp;
  if (change.price) word.wish.price = change.price->amount;
  const auto currency = change.price ? change.price->currency : site.currency;
  if (auto fault = setRetail(db, site, change.product_id, word, currency)) {
    if (fault->where == "price") fault->where = "price.amount";
    return *std::move(fault);
  }
  const auto words = listRetail(db, site.id);
  return productOf(db, site, words.back(), now);
}

}  // namespace vitrine
