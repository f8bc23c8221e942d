#pragma once

#include "import/format.hpp"
#include "import/report.hpp"
#include "vitrine/catalog.hpp"

/// What sellers' programs send to keep their offers up to date.
namespace vitrine {

/// An offer as its seller sees it.
struct SellerOffer {
  std::string id;
  std::string sku;
  std::string product_id;
  std::string title;  // of the product
  std::vector<VariantOption> options;
  std::string image;
  OfferKind kind = OfferKind::sale;
  std::int64_t price = 0;  // minor units, per unit
  std::string currency;
  std::optional<std::int64_t> stock;  // units; nothing: not limited
  std::int64_t weight = 0;            // grams per unit
  std::string shipping_profile_id;
  std::string tax_category;

  static constexpr void fields(auto& self, auto&& field) {
    field("id", self.id);
    field("sku", self.sku);
    field("product_id", self.product_id);
    field("title", self.title);
    field("options", self.options);
    field("image", self.image);
    field("kind", self.kind);
    field("price", self.price);
    field("currency", self.currency);
    field("stock", self.stock);
    field("weight", self.weight);
    field("shipping_profile_id", self.shipping_profile_id);
    field("tax_category", self.tax_category);
  }
};

/// A page of a seller's offers by SKU; pass `next` as `after` for the following page.
struct SellerOffers {
  std::vector<SellerOffer> offers;
  std::optional<std::string> next;

  static constexpr void fields(auto& self, auto&& field) {
    field("offers", self.offers);
    field("next", self.next);
  }
};

/// A service as its giver sees it: what its offer is, and what a feed says of it beyond.
struct SellerService {
  SellerOffer offer;
  std::string description;  // plain text
  std::string category;
  std::optional<UnitMeasure> unit_measure;
  std::vector<std::string> attached_to;  // ids, GTINs or categories of products

  static constexpr void fields(auto& self, auto&& field) {
    field("offer", self.offer);
    field("description", self.description);
    field("category", self.category);
    field("unit_measure", self.unit_measure);
    field("attached_to", self.attached_to);
  }
};

/// What to change of an offer; what is left out stays.
struct OfferTerms {
  std::optional<std::int64_t> price;  // minor units of the seller's currency, per unit
  std::optional<std::int64_t> stock;  // units

  static constexpr void fields(auto& self, auto&& field) {
    field("price", self.price);
    field("stock", self.stock);
  }
};

struct OfferUpdate {
  std::string sku;
  std::optional<std::int64_t> price;
  std::optional<std::int64_t> stock;

  static constexpr void fields(auto& self, auto&& field) {
    field("sku", self.sku);
    field("price", self.price);
    field("stock", self.stock);
  }
};

struct OfferUpdates {
  std::vector<OfferUpdate> offers;  // at most 10,000, each SKU once

  static constexpr void fields(auto& self, auto&& field) { field("offers", self.offers); }
};

struct OffersUpdated {
  std::int64_t changed = 0;  // offers whose price or stock is another now

  static constexpr void fields(auto& self, auto&& field) { field("changed", self.changed); }
};

}  // namespace vitrine
