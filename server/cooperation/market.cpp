#include "cooperation/market.hpp"

#include <algorithm>
#include <tuple>

#include "cooperation/terms.hpp"
#include "store/arrangements.hpp"
#include "vitrine/quote.hpp"

namespace vitrine {
namespace {

/// As `search` answers at once, and how often a call asks it.
constexpr std::int64_t searchPage = 200;
constexpr int searchPages = 5;
constexpr std::size_t maxFacets = 50;

/// Whether the site could come to show the goods of a seller.
bool isReachable(const Terms& terms, AgreementStatus status, const Site& site) {
  if (status == AgreementStatus::blocked) return false;
  if (!mayPresent(terms, AgreementStatus::active, site.country)) return false;
  return terms.presenting != Presenting::by_invitation || status == AgreementStatus::invited ||
         status == AgreementStatus::active;
}

/// What the site's customers pay for an offer.
Amount priceOf(const Catalog& pool, const Market& market, const Product& product,
               const Offer& offer) {
  if (!market.retail.wishFor(product.id)) return offer.price;
  const auto& sellers = pool.sellers();
  const auto seller = std::find_if(sellers.begin(), sellers.end(),
                                   [&](const Seller& one) { return one.id == offer.seller_id; });
  const auto retail = seller == sellers.end()
                          ? std::nullopt
                          : market.retail.priceOf(*seller, offer, product.id, product.category);
  return retail ? retail->price : offer.price;
}

/// The offer that the site would sell first: of a seller that it presents, in stock, the cheapest.
const Offer* bestOffer(const Catalog& pool, const Product& product, const Market& market) {
  const auto rank = [&](const Offer& offer) {
    return std::tuple(!market.sellers.at(offer.seller_id).presented, offer.stock == 0,
                      priceOf(pool, market, product, offer));
  };
  const Offer* best = nullptr;
  for (const auto& variant : product.variants) {
    for (const auto& offer : variant.offers) {
      if (!market.sellers.contains(offer.seller_id)) continue;
      if (!best || rank(offer) < rank(*best)) best = &offer;
    }
  }
  return best;
}

/// What the presenter gets of one unit, sold out or not.
LineShares sharesOfOne(const Catalog& pool, const Market& market, const Offer& offer) {
  const std::string ids[] = {offer.id};
  auto shelf = pool.shelf(ids);
  for (auto& entry : shelf.offers) entry.offer.stock.reset();
  market.retail.apply(shelf);
  QuoteRequest wanted;
  wanted.currency = market.site.currency;
  wanted.destination.country = market.site.country;
  wanted.line_items = {{offer.id, 1}};
  const auto quoted = quote(wanted, shelf);
  if (!quoted) return {};
  const auto shared = shares(*quoted, shelf, market.sellers.at(offer.seller_id).policy);
  if (!shared || shared->sellers.empty() || shared->sellers.front().lines.empty()) return {};
  return shared->sellers.front().lines.front();
}

/// Whether a presenter's share is so many hundredths of a percent, but for its rounding to a minor
/// unit.
bool reaches(const LineShares& earned, std::int64_t least) {
  if (least == 0) return true;
  return earned.split.presenter > 0 &&
         (2 * earned.split.presenter + 1) * wholeBp >= 2 * least * earned.base;
}

/// What the presenter may ask for the offer; nothing where its price is the seller's.
std::optional<FoundRetail> retailOf(const Catalog& pool, const Market& market,
                                    const Product& product, const Offer& offer) {
  const auto& retail = market.retail;
  const auto* wholesale = retail.wholesaleFor(offer.seller_id, product.id, product.category);
  if (!wholesale) return {};
  const std::string ids[] = {offer.id};
  const auto shelf = pool.shelf(ids);
  const auto* seller = shelf.seller(offer.seller_id);
  if (!seller) return {};
  FoundRetail answer;
  if (const auto* wish = retail.wishFor(product.id)) answer.wish = *wish;
  const auto price = retailPrice(*wholesale, answer.wish, *seller, offer);
  if (!price) return {};
  answer.listed = offer.price;
  answer.wholesale = wholesale->price;
  answer.own = retail.wishes.contains(product.id);
  answer.fit = price->fit;
  answer.bounds = price->bounds;
  return answer;
}

bool shows(const OtherSite& other, const Product& product) {
  if (!other.assortment.shows(product.id)) return false;
  for (const auto& variant : product.variants) {
    for (const auto& offer : variant.offers)
      if (!other.hidden_sellers.contains(offer.seller_id)) return true;
  }
  return false;
}

std::optional<FoundProduct> found(const Catalog& pool, const Market& market,
                                  const ProductWish& wish, const Product& product) {
  const auto* offer = bestOffer(pool, product, market);
  if (!offer) return {};
  const auto earned = sharesOfOne(pool, market, *offer);
  const auto earns_bp = earned.base > 0 ? earned.split.presenter * wholeBp / earned.base : 0;
  if (!reaches(earned, wish.commission_min)) return {};
  const auto others = std::count_if(market.others.begin(), market.others.end(),
                                    [&](const auto& other) { return shows(other, product); });
  if (wish.others_present && others == 0) return {};

  const auto& seller = market.sellers.at(offer->seller_id);
  FoundProduct answer;
  answer.id = product.id;
  answer.title = product.title;
  if (!product.images.empty()) answer.image = product.images.front();
  answer.category = product.category;
  answer.seller_id = offer->seller_id;
  answer.seller_name = seller.name;
  answer.presented = seller.presented;
  answer.status = seller.status;
  answer.presenting = seller.presenting;
  answer.on_site = seller.presented && market.own.shows(product.id);
  answer.price = priceOf(pool, market, product, *offer);
  answer.currency = offer->currency;
  answer.available = offer->stock != 0;
  answer.earns = earned.split.presenter;
  answer.earns_bp = earns_bp;
  answer.other_sites = others;
  answer.retail = retailOf(pool, market, product, *offer);
  return answer;
}

}  // namespace

Market marketOf(Database& db, const Site& site, std::int64_t now) {
  const auto today = dayOf(now);
  const auto fee = feeOn(db, today);
  Market market{site, Assortment(findArrangement(db, site.id)), {}, {}, {}};
  std::vector<std::string> seller_ids;
  std::vector<Seller> sellers;
  for (auto& record : listSellers(db)) {
    const auto& seller = record.seller;
    const auto terms = termsOn(db, seller.id, today);
    const auto status = agreementStatus(db, seller.id, site.id);
    if (record.approved && isReachable(terms, status, site)) {
      MarketSeller one{seller.name, mayPresent(terms, status, site.country), status,
                       terms.presenting, SharePolicy{today, {}, fee}};
      if (!terms.from.empty()) one.policy.terms.push_back({seller.id, terms});
      market.sellers.emplace(seller.id, std::move(one));
    }
    seller_ids.push_back(seller.id);
    sellers.push_back(std::move(record.seller));
  }
  market.retail = siteRetail(db, site.id, seller_ids, now);
  auto sites = listSites(db);
  std::erase_if(sites, [&](const Site& other) {
    return other.id == site.id || other.currency != site.currency;
  });
  auto hidden = hiddenSellers(db, sites, sellers, now);
  const auto arrangements = listArrangements(db);
  for (const auto& other : sites) {
    const auto arrangement = arrangements.find(other.id);
    market.others.push_back(
        {std::move(hidden[other.id]),
         Assortment(arrangement == arrangements.end() ? Arrangement() : arrangement->second)});
  }
  return market;
}

Result<FoundProducts> findProducts(const Catalog& pool, const Market& market,
                                   const ProductWish& wish) {
  SearchRequest request;
  request.query = wish.query;
  request.limit = searchPage;
  request.offset = wish.offset;
  for (const auto& [id, seller] : market.sellers) {
    if (wish.seller_id.empty() || wish.seller_id == id) request.filters.seller_ids.push_back(id);
  }
  if (!wish.category.empty()) request.filters.categories = {wish.category};
  const auto page_size = static_cast<std::size_t>(wish.limit);
  FoundProducts answer;
  if (request.filters.seller_ids.empty()) return answer;  // an empty list would ask nothing

  for (int page = 0; page < searchPages; ++page) {
    auto result = search(pool, request);
    if (!result) return result.error();
    if (page == 0) {
      answer.total = result->total;
      for (const auto& [id, count] : result->facets.sellers) {
        const auto seller = market.sellers.find(id);
        if (seller != market.sellers.end())
          answer.sellers.push_back({id, seller->second.name, count});
      }
      for (const auto& [category, count] : result->facets.categories)
        answer.categories.push_back({category, category, count});
      if (answer.sellers.size() > maxFacets) answer.sellers.resize(maxFacets);
      if (answer.categories.size() > maxFacets) answer.categories.resize(maxFacets);
    }
    for (const auto& hit : result->hits) {
      ++request.offset;
      const auto place = pool.find(hit.product_id);
      if (auto product = found(pool, market, wish, pool.product(*place)))
        answer.products.push_back(*std::move(product));
      if (answer.products.size() == page_size) break;
    }
    if (request.offset >= result->total) return answer;
    if (answer.products.size() == page_size) break;
  }
  answer.next = request.offset;
  return answer;
}

}  // namespace vitrine
