#include "shown_products.hpp"

#include <algorithm>
#include <functional>
#include <memory>
#include <unordered_set>

#include "store/turns.hpp"

namespace vitrine {

void makeLinks(Product& product, const std::string& public_url) {
  const auto link = [&](std::string& image) {
    if (image.starts_with('/')) image.insert(0, public_url);
  };
  for (auto& image : product.images) link(image);
  for (auto& variant : product.variants) link(variant.image);
}

RankedProducts::RankedProducts(const PackedProducts& products, const SellersById& sellers,
                               const Standings& standings)
    : products_(products), sellers_(sellers), standings_(standings) {
  findMoved();
  std::map<std::string, std::uint32_t, std::less<>> numbers;
  std::vector<std::uint32_t> stored;
  std::vector<std::uint32_t> owners;
  std::vector<std::int64_t> scores;
  Product product;
  for (std::size_t i = 0; i < products.size(); ++i) {
    if (!readStored(i, product)) continue;
    const auto next = static_cast<std::uint32_t>(numbers.size());
    const auto& seller_id = product.variants.front().offers.front().seller_id;
    stored.push_back(static_cast<std::uint32_t>(i));
    owners.push_back(numbers.try_emplace(seller_id, next).first->second);
    const auto standing = standings.find(product.id);
    scores.push_back(standing == standings.end() ? 0 : standing->second.score);
  }
  places_ = rankedPlaces(owners, scores);
  for (auto& place : places_) place = stored[place];
}

void RankedProducts::read(std::size_t i, Product& product) const {
  readStored(places_[i], product);
  const auto standing = standings_.find(product.id);
  if (standing != standings_.end()) product.rating = standing->second.rating;
}

bool RankedProducts::readStored(std::size_t place, Product& product) const {
  products_.read(place, product);
  const auto moved = moved_.find(place);
  const auto gone = [&](const std::string& id) {
    return moved != moved_.end() && moved->second.contains(id);
  };
  for (auto& variant : product.variants)
    std::erase_if(variant.offers, [&](const Offer& offer) {
      return !sellers_.contains(offer.seller_id) || gone(offer.id);
    });
  std::erase_if(product.variants,
                [&](const Variant& variant) { return variant.offers.empty() || gone(variant.id); });
  return !product.variants.empty();
}

void RankedProducts::findMoved() {
  // Hardly ever is anything, so ids are compared only where their hashes are the same.
  const std::hash<std::string> hash;
  Product product;
  const auto each = [&](auto&& visit) {
    for (std::size_t i = 0; i < products_.size(); ++i) {
      if (!readStored(i, product)) continue;
      for (const auto& variant : product.variants) {
        for (const auto& offer : variant.offers) visit(i, offer.id);
        visit(i, variant.id);
      }
    }
  };
  std::vector<std::size_t> hashes;
  each([&](std::size_t, const std::string& id) { hashes.push_back(hash(id)); });
  std::sort(hashes.begin(), hashes.end());
  std::unordered_set<std::size_t> twice;
  for (std::size_t i = 1; i < hashes.size(); ++i) {
    if (hashes[i] == hashes[i - 1]) twice.insert(hashes[i]);
  }
  if (twice.empty()) return;
  std::unordered_set<std::string> seen;
  auto moved = moved_;  // which is not to be read from while it grows
  each([&](std::size_t place, const std::string& id) {
    if (twice.contains(hash(id)) && !seen.insert(id).second) moved[place].insert(id);
  });
  moved_ = std::move(moved);
}

ShownProducts::ShownProducts(const RankedProducts& products, const std::set<std::string>& hidden,
                             const SiteRetail* retail, const SellersById& sellers,
                             const Arrangement& arrangement)
    : products_(products), hidden_(hidden), retail_(retail), sellers_(sellers) {
  Product product;
  for (std::size_t i = 0; i < products.size(); ++i) {
    if (!hidden.empty()) {
      read(i, product);
      if (product.variants.empty()) continue;
    }
    places_.push_back(static_cast<std::uint32_t>(i));
  }
  if (arrangement == Arrangement{}) return;
  auto shelf = arranged(arrangement, list());
  for (auto& place : shelf.places) place = places_[place];
  places_ = std::move(shelf.places);
  layout_ = std::move(shelf.layout);
}

ProductList ShownProducts::list() const {
  return {places_.size(),
          [this, product = std::make_shared<Product>()](std::size_t i) -> const Product& {
            read(places_[i], *product);
            return *product;
          }};
}

void ShownProducts::read(std::size_t place, Product& product) const {
  products_.read(place, product);
  if (!hidden_.empty()) {
    for (auto& variant : product.variants)
      std::erase_if(variant.offers,
                    [&](const Offer& offer) { return hidden_.contains(offer.seller_id); });
    std::erase_if(product.variants, [](const Variant& variant) { return variant.offers.empty(); });
  }
  if (retail_) retail_->apply(product, sellers_);
}

}  // namespace vitrine
