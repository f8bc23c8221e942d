#pragma once

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "vitrine/catalog.hpp"

/// Shops to search in: made-up words with the frequencies of a real text, the same for a seed.
namespace vitrine::goods {

struct Goods {
  std::vector<Product> products;
  std::vector<Seller> sellers;
};

class Maker {
 public:
  explicit Maker(unsigned seed) : random_(seed) {
    while (vocabulary_.size() < 400) {
      std::string word;
      for (auto left = number(1, 4); left > 0; --left) {
        word += pick({"b", "d", "f", "k", "l", "m", "n", "r", "s", "t", "sch", "st"});
        word += pick({"a", "e", "i", "o", "u", "ei", "ä", "ö"});
        word += pick({"", "", "n", "r", "ß"});
      }
      if (std::find(vocabulary_.begin(), vocabulary_.end(), word) == vocabulary_.end())
        vocabulary_.push_back(word);
    }
  }

  int number(int least, int most) {
    return least + static_cast<int>(random_() % static_cast<unsigned>(most - least + 1));
  }
  std::string pick(std::initializer_list<const char*> from) {
    return *(from.begin() + number(0, static_cast<int>(from.size()) - 1));
  }
  /// Small places are much more frequent.
  const std::string& word() {
    const auto skew = number(1, 400);
    return vocabulary_[static_cast<std::size_t>(number(0, skew - 1))];
  }
  std::string words(int least, int most) {
    std::string text;
    for (auto left = number(least, most); left > 0; --left) {
      if (!text.empty()) text += pick({" ", " ", " ", ", ", "-"});
      text += word();
    }
    return text;
  }

  Goods goods(int products) {
    Goods goods;
    for (const auto* name : {"Anna", "Bert", "Carla"}) {
      const ShippingMethod method{"m", "M", ShippingKind::shipping, 1, 2, "", {{{}, {}, Rate{}}}};
      auto collect = method;
      collect.id = "c";
      if (goods.sellers.size() == 1) {
        collect.kind = ShippingKind::pickup;
        collect.pickup_address = "Street 1";
      }
      Seller seller;
      seller.id = "sel_";
      seller.id += name;
      seller.name = name;
      seller.country = "DE";
      seller.currency = "EUR";
      seller.shipping_profiles = {{"p", "P", {method}}, {"q", "Q", {method, collect}}};
      goods.sellers.push_back(seller);
    }
    for (int i = 0; i < products; ++i) goods.products.push_back(product(i, goods.sellers));
    return goods;
  }

  std::string misspelled(std::string word) {
    const auto place = static_cast<std::size_t>(number(0, static_cast<int>(word.size()) - 1));
    const char letter = pick({"a", "b", "e", "q", "s", "x"})[0];
    switch (number(0, 3)) {
      case 0:
        word.erase(place, 1);
        break;
      case 1:
        word.insert(place, 1, letter);
        break;
      case 2:
        word[place] = letter;
        break;
      default:
        if (place + 1 < word.size()) std::swap(word[place], word[place + 1]);
    }
    return word;
  }

 private:
  Product product(int i, const std::vector<Seller>& sellers) {
    const auto id = std::to_string(i);
    Product product;
    product.id = "pro_" + id;
    product.title = words(1, 6);
    product.description = words(0, 25);
    product.brand = number(0, 3) == 0 ? "" : words(1, 2);
    product.category = pick({"Wood", "Tools", "Seed & soil", "", "Schön"});
    for (auto left = number(0, 3); left > 0; --left) {
      Variant variant;
      const auto number_of = std::to_string(product.variants.size());
      variant.id = "var_" + id + '.' + number_of;
      if (number(0, 1) == 0) variant.options.push_back({"size", pick({"S", "M", "L"})});
      if (number(0, 2) == 0) variant.options.push_back({"colour", pick({"red", "green", "M"})});
      for (const auto& seller : sellers) {
        if (number(0, 1) == 0) continue;
        Offer offer;
        offer.id = "off_" + variant.id + seller.name;
        offer.seller_id = seller.id;
        offer.sku = id + '.' + number_of;
        offer.price = number(1, 30) * 100;
        offer.currency = "EUR";
        if (number(0, 2) > 0) offer.stock = number(0, 2);
        offer.shipping_profile_id = pick({"p", "q"});
        offer.tax_category = "standard";
        variant.offers.push_back(offer);
      }
      product.variants.push_back(variant);
    }
    return product;
  }

  std::mt19937 random_;
  std::vector<std::string> vocabulary_;
};

inline Catalog opened(const Goods& goods, CatalogText text = CatalogText::full) {
  auto catalog = Catalog::open(snapshot("EUR", goods.products, goods.sellers, text));
  if (!catalog) throw std::logic_error("the snapshot does not open");
  if (catalog->indexSearch()) throw std::logic_error("the snapshot cannot be searched");
  return *std::move(catalog);
}

}  // namespace vitrine::goods
