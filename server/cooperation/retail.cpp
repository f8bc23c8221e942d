#include "cooperation/retail.hpp"

#include <algorithm>
#include <set>

#include "clock.hpp"
#include "cooperation/terms.hpp"
#include "json.hpp"
#include "store/arrangements.hpp"
#include "store/catalogue.hpp"
#include "store/changes.hpp"
#include "store/retail.hpp"
#include "store/terms.hpp"

namespace vitrine {
namespace {

constexpr std::int64_t dayLength = 24LL * 60 * 60 * 1000;

bool says(const RetailWish& wish) { return wish.price || wish.margin_bp; }

bool sellsWholesale(const Terms& terms) {
  return std::any_of(terms.rules.begin(), terms.rules.end(),
                     [](const TermsRule& rule) { return rule.wholesale.has_value(); });
}

/// What holds on a day: of each product the word that was said last, of those whose day has come.
std::map<std::string, SiteRetail> bySite(const std::vector<StoredRetail>& words,
                                         const std::string& day) {
  std::map<std::string, SiteRetail> sites;
  for (const auto& word : words) {
    if (word.from > day) continue;
    auto& site = sites[word.site_id];
    site.day = day;
    if (word.product_id.empty())
      site.others = word.wish;
    else if (says(word.wish))
      site.wishes[word.product_id] = word.wish;
    else
      site.wishes.erase(word.product_id);
  }
  std::erase_if(
      sites, [](const auto& one) { return one.second.wishes.empty() && !says(one.second.others); });
  return sites;
}

/// Offers of one variant stand in the order of their prices, as they were loaded.
bool comesFirst(const Offer& a, const Offer& b) {
  return a.price != b.price ? a.price < b.price : a.id < b.id;
}

/// Whether other rules hold on a day than did on an earlier one.
bool changes(const std::vector<Version<Terms>>& versions, const std::string& before,
             const std::string& day) {
  for (const auto& version : versions) {
    const auto& terms = version.what;
    if (!sellsWholesale(terms)) continue;
    if (terms.from > before && terms.from <= day) return true;
    for (const auto& rule : terms.rules) {
      if (rule.from > before && rule.from <= day) return true;
      if (!rule.until.empty() && rule.until >= before && rule.until < day) return true;
    }
  }
  return false;
}

void noteSellers(Database& db) {
  for (const auto& record : listSellers(db)) noteTerms(db, record.seller.id);
}

}  // namespace

const RetailWish* SiteRetail::wishFor(std::string_view product_id) const {
  const auto own = wishes.find(product_id);
  if (own != wishes.end()) return &own->second;
  return says(others) ? &others : nullptr;
}

const Wholesale* SiteRetail::wholesaleFor(std::string_view seller_id, std::string_view product_id,
                                          std::string_view category) const {
  const auto found = terms.find(seller_id);
  if (found == terms.end()) return nullptr;
  const auto* rule = ruleFor(found->second, product_id, category, day);
  return rule && rule->wholesale ? &*rule->wholesale : nullptr;
}

std::optional<RetailPrice> SiteRetail::priceOf(const Seller& seller, const Offer& offer,
                                               std::string_view product_id,
                                               std::string_view category) const {
  const auto* wish = wishFor(product_id);
  const auto* wholesale = wish ? wholesaleFor(seller.id, product_id, category) : nullptr;
  if (!wholesale) return {};
  const auto price = retailPrice(*wholesale, *wish, seller, offer);
  return price ? std::optional(*price) : std::nullopt;
}

void SiteRetail::apply(Shelf& shelf) const {
  for (auto& entry : shelf.offers) {
    const auto* seller = shelf.seller(entry.offer.seller_id);
    if (!seller) continue;
    const auto price = priceOf(*seller, entry.offer, entry.product_id, entry.category);
    if (price) entry.offer.price = price->price;
  }
  // Rivals stand together; equal carts are sourced equally by pages and by the server.
  auto& offers = shelf.offers;
  for (auto first = offers.begin(); first != offers.end();) {
    const auto last = std::find_if(first, offers.end(), [&](const ShelfOffer& other) {
      return other.variant_id != first->variant_id;
    });
    std::sort(first, last, [](const ShelfOffer& a, const ShelfOffer& b) {
      return comesFirst(a.offer, b.offer);
    });
    first = last;
  }
}

void SiteRetail::apply(Product& product, const SellersById& sellers) const {
  if (!wishFor(product.id)) return;
  for (auto& variant : product.variants) {
    for (auto& offer : variant.offers) {
      const auto seller = sellers.find(offer.seller_id);
      if (seller == sellers.end()) continue;
      const auto price = priceOf(*seller->second, offer, product.id, product.category);
      if (price) offer.price = price->price;
    }
    std::sort(variant.offers.begin(), variant.offers.end(), comesFirst);
  }
}

ChangedOffer SiteRetail::changed(const Catalog& catalog, ChangedOffer change) const {
  const auto shelf = catalog.shelf({&change.offer_id, 1});
  const auto* entry = shelf.offer(change.offer_id);
  const auto* seller = entry ? shelf.seller(entry->offer.seller_id) : nullptr;
  if (!seller) return change;
  auto offer = entry->offer;
  offer.price = change.price;
  const auto price = priceOf(*seller, offer, entry->product_id, entry->category);
  if (price) change.price = price->price;
  return change;
}

std::string SiteRetail::key() const {
  auto text = toJson(others);
  for (const auto& [product_id, wish] : wishes) {
    text += product_id;
    text += toJson(wish);
  }
  return text;
}

RetailMark retailMark(Database& db, std::int64_t now) {
  const auto newest = newestRetail(db);
  if (newest == 0) return {};
  return {newest, countTerms(db), dayOf(now)};
}

RetailBook loadRetail(Database& db, std::int64_t now) {
  RetailBook book;
  if (newestRetail(db) == 0) return book;
  auto sites = bySite(listRetail(db, ""), dayOf(now));
  std::map<std::string, Terms, std::less<>> wholesale;
  if (!sites.empty()) {
    for (const auto& record : listSellers(db)) {
      auto terms = termsOn(db, record.seller.id, dayOf(now));
      if (sellsWholesale(terms)) wholesale.emplace(record.seller.id, std::move(terms));
    }
  }
  for (auto& [site_id, retail] : sites) {
    retail.terms = wholesale;
    book.emplace(site_id, std::make_shared<const SiteRetail>(std::move(retail)));
  }
  return book;
}

SiteRetail siteRetail(Database& db, const std::string& site_id,
                      const std::vector<std::string>& seller_ids, std::int64_t now) {
  SiteRetail retail;
  const auto day = dayOf(now);
  if (newestRetail(db) > 0) {
    auto sites = bySite(listRetail(db, site_id), day);
    if (!sites.empty()) retail = std::move(sites.begin()->second);
  }
  retail.day = day;
  for (const auto& id : seller_ids) {
    auto terms = termsOn(db, id, day);
    if (sellsWholesale(terms)) retail.terms.emplace(id, std::move(terms));
  }
  return retail;
}

void applyRetail(Database& db, const std::string& site_id, Shelf& shelf, std::int64_t now) {
  if (newestRetail(db) == 0) return;
  SiteRetail retail;
  retail.day = dayOf(now);
  retail.others = findRetail(db, site_id, "", retail.day);
  for (const auto& entry : shelf.offers) {
    auto wish = findRetail(db, site_id, entry.product_id, retail.day);
    if (says(wish)) retail.wishes.emplace(entry.product_id, std::move(wish));
  }
  if (retail.wishes.empty() && !says(retail.others)) return;
  for (const auto& seller : shelf.sellers) {
    auto terms = termsOn(db, seller->id, retail.day);
    if (sellsWholesale(terms)) retail.terms.emplace(seller->id, std::move(terms));
  }
  retail.apply(shelf);
}

namespace {

/// Whether any seller's offer of a product takes the wish, and else why the first one does not.
Fault checkProduct(Database& db, const Site& site, const std::string& product_id,
                   const RetailWord& word) {
  if (!nameOfProduct(db, product_id)) return Error{Errc::unknown_product, "product_id"};
  const auto goods = loadProduct(db, product_id);
  Fault first;
  bool wholesale = false;
  bool in_currency = goods.offers.empty();
  for (const auto& entry : goods.offers) {
    const auto& offer = entry.offer;
    if (offer.currency != site.currency || !isApproved(db, offer.seller_id)) continue;
    in_currency = true;
    const auto terms = termsOn(db, offer.seller_id, word.from);
    const auto* rule = ruleFor(terms, product_id, entry.category, word.from);
    if (!rule || !rule->wholesale) continue;
    wholesale = true;
    auto fault = checkRetail(*rule->wholesale, word.wish, *goods.seller(offer.seller_id), offer);
    if (!fault) return {};
    if (!first) first = std::move(fault);
  }
  if (!in_currency) return Error{Errc::currency_mismatch, "product_id"};
  if (!wholesale) return Error{Errc::no_wholesale_price, "product_id"};
  return first;
}

}  // namespace

Fault setRetail(Database& db, const Site& site, const std::string& product_id,
                const RetailWord& word, const std::string& currency) {
  if (auto fault = check(word.wish)) return fault;
  if (word.wish.price && product_id.empty()) return Error{Errc::missing_field, "product_id"};
  if (word.wish.price && currency != site.currency)
    return Error{Errc::currency_mismatch, "price.currency"};
  const auto today = dayOf(word.set_at);
  auto said = word;
  if (said.from.empty()) said.from = today;
  if (!isDay(said.from)) return Error{Errc::invalid_format, "from"};
  if (auto fault = checkBegin(said.from, today)) return fault;
  if (said.from > dayOf(word.set_at + maxRetailDays * dayLength))
    return Error{Errc::out_of_range, "from", maxRetailDays};
  if (!product_id.empty() && says(said.wish)) {
    if (auto fault = checkProduct(db, site, product_id, said)) return fault;
    std::set<std::string> known;
    for (const auto& one : listRetail(db, site.id)) known.insert(one.product_id);
    if (known.size() >= maxRetailPrices && !known.contains(product_id))
      return Error{Errc::too_large, "product_id", static_cast<long long>(maxRetailPrices)};
  }
  insertRetail(db, {0, site.id, product_id, said.wish, said.from, said.set_at});
  if (said.from > today) return {};
  if (product_id.empty())
    noteSellers(db);
  else
    noteProduct(db, product_id);
  return {};
}

void noteTerms(Database& db, const std::string& seller_id) {
  if (newestRetail(db) == 0) return;
  const auto versions = listTerms(db, seller_id);
  const bool wholesale =
      std::any_of(versions.begin(), versions.end(),
                  [](const Version<Terms>& one) { return sellsWholesale(one.what); });
  if (wholesale) noteSeller(db, seller_id);
}

bool keepRetail(Database& db, std::int64_t now) {
  const auto day = dayOf(now);
  const auto before = retailDay(db);
  if (before >= day) return false;
  setRetailDay(db, day);
  if (before.empty()) return false;
  const auto words = listRetail(db, "");
  if (words.empty()) return true;
  for (const auto& record : listSellers(db)) {
    if (changes(listTerms(db, record.seller.id), before, day)) noteSeller(db, record.seller.id);
  }
  bool others = false;
  for (const auto& word : words) {
    if (word.from <= before || word.from > day) continue;
    if (!word.product_id.empty()) noteProduct(db, word.product_id);
    others |= word.product_id.empty();
  }
  if (others) noteSellers(db);
  return true;
}

}  // namespace vitrine
