#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "vitrine/cart_sourcing.hpp"
#include "vitrine/commands.hpp"

namespace vitrine {

/// What a shelf says of a seller; `catalog.sellers` says the rest.
struct SellerCard {
  std::string id;
  std::string name;
  bool prices_include_tax = true;
  std::optional<std::string> back_on = {};  // it takes no orders until that day; empty: not known

  friend bool operator==(const SellerCard&, const SellerCard&) = default;
  static constexpr void fields(auto& self, auto&& field) {
    field("id", self.id);
    field("name", self.name);
    field("prices_include_tax", self.prices_include_tax);
    field("back_on", self.back_on);
  }
};

/// What a site's presenter recommends. Its words come with the reviews of each product.
struct Recommended {
  std::string presenter_name;
  std::vector<std::string> product_ids;

  friend bool operator==(const Recommended&, const Recommended&) = default;
  static constexpr void fields(auto& self, auto&& field) {
    field("presenter_name", self.presenter_name);
    field("product_ids", self.product_ids);
  }
};

/// So many products of the site's own order, under a title of the presenter's, which may be empty.
struct ShelfSection {
  std::string title;
  std::int64_t count = 0;

  friend bool operator==(const ShelfSection&, const ShelfSection&) = default;
  static constexpr void fields(auto& self, auto&& field) {
    field("title", self.title);
    field("count", self.count);
  }
};

/// How a presenter has divided the site's own order: sections from its beginning on, then all else.
/// `featured` products stand out where they are.
struct ShelfLayout {
  std::vector<ShelfSection> sections;
  std::vector<std::string> featured;

  friend bool operator==(const ShelfLayout&, const ShelfLayout&) = default;
  static constexpr void fields(auto& self, auto&& field) {
    field("sections", self.sections);
    field("featured", self.featured);
  }
};

/// What a widget needs to start: the site's first shelf, its defaults, and where its catalogue is.
struct SiteManifest {
  std::string site_id;
  std::string name;
  std::string currency;
  std::string country;
  std::string language;
  std::string catalog_url;
  CatalogText catalog_descriptions = CatalogText::full;  // the rest is asked of the server
  std::int64_t catalog_version = 0;                      // the last change that it has
  std::string checkout_url;
  std::string shop_url;  // the first of its origins; empty: it has none
  SourcingPolicy sourcing;
  ProductPage shelf;  // the first of the catalogue, as `catalog.products` answers them
  std::vector<SellerCard> sellers;  // all of the catalogue
  std::optional<Recommended> recommended;
  std::optional<ShelfLayout> layout;
  std::optional<std::string> theme;  // style rules for `:host`, which the server has made

  static constexpr void fields(auto& self, auto&& field) {
    field("site_id", self.site_id);
    field("name", self.name);
    field("currency", self.currency);
    field("country", self.country);
    field("language", self.language);
    field("catalog_url", self.catalog_url);
    field("catalog_descriptions", self.catalog_descriptions);
    field("catalog_version", self.catalog_version);
    field("checkout_url", self.checkout_url);
    field("shop_url", self.shop_url);
    field("sourcing", self.sourcing);
    field("shelf", self.shelf);
    field("sellers", self.sellers);
    field("recommended", self.recommended);
    field("layout", self.layout);
    field("theme", self.theme);
  }
};

}  // namespace vitrine
