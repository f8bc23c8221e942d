#pragma once

#include "store/arrangements.hpp"
#include "store/themes.hpp"

/// What a presenter's site shows where, and how it looks.
namespace vitrine {

/// A product that the arrangement speaks of. `on_site`: the site shows it now.
struct ArrangedProduct {
  ProductName product;
  bool on_site = false;

  static constexpr void fields(auto& self, auto&& field) {
    field("product", self.product);
    field("on_site", self.on_site);
  }
};

/// The arrangement without products that are no more, and what the others are called.
struct SiteArrangement {
  Arrangement arrangement;
  std::vector<ArrangedProduct> products;

  static constexpr void fields(auto& self, auto&& field) {
    field("arrangement", self.arrangement);
    field("products", self.products);
  }
};

}  // namespace vitrine
