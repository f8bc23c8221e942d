#include "vitrine/commands.hpp"

#include <algorithm>

namespace vitrine {

Result<ProductPage> products(const Catalog& catalog, const ProductsRequest& request) {
  constexpr std::int64_t maxLimit = 200;
  if (request.offset < 0) return Error{Errc::out_of_range, "offset"};
  if (request.limit < 1 || request.limit > maxLimit) return Error{Errc::out_of_range, "limit"};
  const auto size = static_cast<std::int64_t>(catalog.size());
  ProductPage page{size, {}};
  const auto end = std::min(size, request.offset < size ? request.offset + request.limit : size);
  for (auto i = request.offset; i < end; ++i)
    page.products.push_back(catalog.card(static_cast<std::size_t>(i)));
  return page;
}

Result<Product> product(const Catalog& catalog, const ProductRequest& request) {
  const auto index = catalog.find(request.product_id);
  if (!index) return Error{Errc::unknown_product, "product_id"};
  auto found = catalog.product(*index);
  for (auto& variant : found.variants) {
    for (auto& offer : variant.offers)
      offer.unit_pricing = unitPricing(offer.price, offer.unit_measure);
  }
  return found;
}

Result<CompanionList> companions(const Catalog& catalog, const CompanionsRequest& request) {
  const auto index = catalog.find(request.product_id);
  if (!index) return Error{Errc::unknown_product, "product_id"};
  CompanionList list;
  for (const auto place : catalog.companions(*index)) list.products.push_back(catalog.card(place));
  for (const auto place : catalog.presented(*index)) list.presented.push_back(catalog.card(place));
  return list;
}

Result<SellerList> sellers(const Catalog& catalog, const SellersRequest&) {
  return SellerList{catalog.sellers()};
}

Result<Cart> updateCart(const Catalog&, const CartUpdate& request) {
  return update(request.cart, request.line_items);
}

namespace {

std::vector<std::string> offersOf(const std::vector<CartLine>& line_items) {
  std::vector<std::string> offer_ids;
  for (const auto& line : line_items) offer_ids.push_back(line.offer_id);
  return offer_ids;
}

}  // namespace

Result<Quote> quoteCart(const Catalog& catalog, const QuoteRequest& request) {
  if (auto fault = check(request.line_items)) return *fault;
  return quote(request, catalog.shelf(offersOf(request.line_items)));
}

Result<Shares> sharesOf(const Catalog& catalog, const SharesRequest& request) {
  if (auto fault = check(request.quote.line_items)) return at("quote", *std::move(fault));
  const auto shelf = catalog.shelf(offersOf(request.quote.line_items));
  const auto priced = quote(request.quote, shelf);
  if (!priced) return at("quote", priced.error());
  return shares(*priced, shelf, request.policy);
}

Result<RetailPrice> retailOf(const Catalog& catalog, const RetailRequest& request) {
  if (!isDay(request.on)) return Error{Errc::invalid_format, "on"};
  if (auto fault = check(request.terms)) return at("terms", *std::move(fault));
  if (auto fault = check(request.wish)) return at("wish", *std::move(fault));
  const std::string ids[] = {request.offer_id};
  const auto shelf = catalog.shelf(ids);
  const auto* entry = shelf.offer(request.offer_id);
  if (!entry) return Error{Errc::unknown_offer, "offer_id"};
  const auto* rule = ruleFor(request.terms, entry->product_id, entry->category, request.on);
  if (!rule || !rule->wholesale) return Error{Errc::no_wholesale_price, "offer_id"};
  return retailPrice(*rule->wholesale, request.wish, *shelf.seller(entry->offer.seller_id),
                     entry->offer);
}

Result<CartSourcing> sourceCart(const Catalog& catalog, const SourcingRequest& request) {
  if (auto fault = check(request.line_items)) return *fault;
  return sourceCart(request, catalog.rivals(offersOf(request.line_items)));
}

Result<MarginalList> marginalDelivery(const Catalog& catalog, const MarginalRequest& request) {
  if (auto fault = check(request.cart.line_items)) return at("cart", *std::move(fault));
  if (request.offer_ids.size() > maxMarginal) return Error{Errc::too_large, "offer_ids"};
  auto offer_ids = offersOf(request.cart.line_items);
  offer_ids.insert(offer_ids.end(), request.offer_ids.begin(), request.offer_ids.end());
  return marginalDelivery(request, catalog.rivals(offer_ids));
}

Result<Kit> kitOf(const Catalog& catalog, const KitRequest& request) {
  if (request.needs.size() > maxNeeds) return Error{Errc::too_large, "needs"};
  std::vector<std::string> offer_ids;
  for (const auto& need : request.needs) {
    if (need.choices.size() > maxNeedChoices) break;  // refused below
    for (const auto& choice : need.choices) {
      const auto found = catalog.find(choice.product_id);
      if (!found) continue;
      for (const auto& variant : catalog.product(*found).variants) {
        if (variant.id != choice.variant_id) continue;
        for (const auto& offer : variant.offers) offer_ids.push_back(offer.id);
      }
    }
  }
  std::sort(offer_ids.begin(), offer_ids.end());
  offer_ids.erase(std::unique(offer_ids.begin(), offer_ids.end()), offer_ids.end());
  return kit(request, catalog.shelf(offer_ids));
}

}  // namespace vitrine
