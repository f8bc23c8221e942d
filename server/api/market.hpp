#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "vitrine/agreement.hpp"
#include "vitrine/retail.hpp"
#include "vitrine/search.hpp"

/// What presenters find when they look for products.
namespace vitrine {

/// What is asked of `GET /v1/presenter/sites/{site_id}/products`, read from its query.
struct ProductWish {
  std::string query;
  std::string seller_id;  // empty: any, as is the next
  std::string category;
  std::int64_t commission_min = 0;  // hundredths of a percent of what the goods are worth
  bool others_present = false;      // only what other sites show, too
  std::int64_t offset = 0;          // 0, or the `next` of the page before
  std::int64_t limit = 24;          // 1 … 200
};

/// What may be asked for a product that its seller sells wholesale: `listed` is the seller's own
/// price, `wholesale` what it keeps of one, without tax. `own`: the wish is the product's own, not
/// the site's for all.
struct FoundRetail {
  Amount listed = 0;
  Amount wholesale = 0;
  RetailWish wish;
  bool own = false;
  RetailFit fit = RetailFit::listed;
  RetailBounds bounds;

  static constexpr void fields(auto& self, auto&& field) {
    field("listed", self.listed);
    field("wholesale", self.wholesale);
    field("wish", self.wish);
    field("own", self.own);
    field("fit", self.fit);
    field("bounds", self.bounds);
  }
};

/// A product as a presenter finds it: by the offer that its site would sell first. `earns` is what
/// the presenter gets of one, in minor units, `earns_bp` that in hundredths of a percent of the
/// goods' value (after discounts, without tax).
struct FoundProduct {
  std::string id;
  std::string title;
  std::string image;
  std::string category;
  std::string seller_id;
  std::string seller_name;
  bool presented = false;  // the site shows this seller's goods, as far as it has not hidden them
  AgreementStatus status = AgreementStatus::none;
  Presenting presenting = Presenting::open;
  bool on_site = false;  // the site shows this product
  Amount price = 0;
  std::string currency;
  bool available = false;
  Amount earns = 0;
  std::int64_t earns_bp = 0;
  std::int64_t other_sites = 0;       // on how many the product is to be seen
  std::optional<FoundRetail> retail;  // where the presenter may set the price

  static constexpr void fields(auto& self, auto&& field) {
    field("id", self.id);
    field("title", self.title);
    field("image", self.image);
    field("category", self.category);
    field("seller_id", self.seller_id);
    field("seller_name", self.seller_name);
    field("presented", self.presented);
    field("status", self.status);
    field("presenting", self.presenting);
    field("on_site", self.on_site);
    field("price", self.price);
    field("currency", self.currency);
    field("available", self.available);
    field("earns", self.earns);
    field("earns_bp", self.earns_bp);
    field("other_sites", self.other_sites);
    field("retail", self.retail);
  }
};

/// A value to filter by: with its seller's name where it is a seller's id.
struct FoundFacet {
  std::string value;
  std::string name;
  std::int64_t count = 0;

  static constexpr void fields(auto& self, auto&& field) {
    field("value", self.value);
    field("name", self.name);
    field("count", self.count);
  }
};

/// `total`: what the text, the seller and the category find, whatever it earns. Pass `next` as
/// `offset` for the following page.
struct FoundProducts {
  std::int64_t total = 0;
  std::vector<FoundProduct> products;
  std::vector<FoundFacet> sellers;
  std::vector<FoundFacet> categories;
  std::optional<std::int64_t> next;

  static constexpr void fields(auto& self, auto&& field) {
    field("total", self.total);
    field("products", self.products);
    field("sellers", self.sellers);
    field("categories", self.categories);
    field("next", self.next);
  }
};

}  // namespace vitrine
