#include "vitrine/catalog.hpp"

#include <algorithm>

namespace vitrine {

ProductCard card(const Product& product) {
  ProductCard answer;
  answer.id = product.id;
  answer.title = product.title;
  answer.brand = product.brand;
  answer.category = product.category;
  answer.variant_count = static_cast<std::int64_t>(product.variants.size());
  if (!product.images.empty()) answer.image = product.images.front();

  const Offer* cheapest = nullptr;
  const Offer* cheapest_available = nullptr;
  for (const auto& variant : product.variants) {
    if (answer.image.empty()) answer.image = variant.image;
    for (const auto& offer : variant.offers) {
      auto& sellers = answer.seller_ids;
      if (std::find(sellers.begin(), sellers.end(), offer.seller_id) == sellers.end())
        sellers.push_back(offer.seller_id);
      if (cheapest && offer.price != cheapest->price) answer.price_varies = true;
      if (!cheapest || offer.price < cheapest->price) cheapest = &offer;
      if (offer.stock && *offer.stock < 1) continue;
      if (!cheapest_available || offer.price < cheapest_available->price)
        cheapest_available = &offer;
    }
  }
  const auto* shown = cheapest_available ? cheapest_available : cheapest;
  if (shown) {
    answer.price = shown->price;
    answer.currency = shown->currency;
    answer.offer_id = shown->id;
  }
  answer.available = cheapest_available != nullptr;
  return answer;
}

const ShelfOffer* Shelf::offer(std::string_view id) const {
  const auto found = std::find_if(offers.begin(), offers.end(),
                                  [&](const ShelfOffer& o) { return o.offer.id == id; });
  return found == offers.end() ? nullptr : &*found;
}

const Seller* Shelf::seller(std::string_view id) const {
  const auto found =
      std::find_if(sellers.begin(), sellers.end(), [&](const auto& s) { return s->id == id; });
  return found == sellers.end() ? nullptr : found->get();
}

}  // namespace vitrine
