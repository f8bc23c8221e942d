#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "store/arrangements.hpp"
#include "vitrine/retail.hpp"

/// Prices that presenters set, as they set and read them.
namespace vitrine {

/// Sets the price of a product on a site or its margin on the wholesale price, in hundredths of a
/// percent; neither takes back what was set. Without a product: a margin for all that have nothing
/// of their own. `from`: its first day; empty: from now on.
struct RetailChange {
  std::string product_id;
  std::optional<Money> price;
  std::optional<std::int64_t> margin_bp;
  std::string from;

  static constexpr void fields(auto& self, auto&& field) {
    field("product_id", self.product_id, defaulted);
    field("price", self.price);
    field("margin_bp", self.margin_bp);
    field("from", self.from, defaulted);
  }
};

/// What a wish makes of one seller's offer today. `wholesale` is without tax, `earns` what the
/// presenter gets of one unit.
struct RetailOffer {
  std::string offer_id;
  std::string seller_id;
  std::string seller_name;
  std::string sku;
  Amount listed = 0;
  Amount wholesale = 0;
  RetailPrice retail;
  Amount earns = 0;

  static constexpr void fields(auto& self, auto&& field) {
    field("offer_id", self.offer_id);
    field("seller_id", self.seller_id);
    field("seller_name", self.seller_name);
    field("sku", self.sku);
    field("listed", self.listed);
    field("wholesale", self.wholesale);
    field("retail", self.retail);
    field("earns", self.earns);
  }
};

/// What was said of a product (an empty id: of all others); without price and margin it was taken
/// back.
struct RetailWordShown {
  std::int64_t number = 0;
  ProductName product;
  RetailWish wish;
  std::string from;
  std::string set_at;  // RFC 3339, UTC

  static constexpr void fields(auto& self, auto&& field) {
    field("number", self.number);
    field("product", self.product);
    field("wish", self.wish);
    field("from", self.from);
    field("set_at", self.set_at);
  }
};

/// The last word on a product, and what it makes of those of its offers that are sold wholesale
/// today. None: nobody sells it wholesale any more. `in_force`: its day has come.
struct RetailProduct {
  RetailWordShown word;
  bool in_force = true;
  std::vector<RetailOffer> offers;

  static constexpr void fields(auto& self, auto&& field) {
    field("word", self.word);
    field("in_force", self.in_force);
    field("offers", self.offers);
  }
};

/// By product id, the word on all others first; pass `next` as `after` for the following page.
struct RetailPrices {
  std::string currency;
  std::vector<RetailProduct> products;
  std::optional<std::string> next;

  static constexpr void fields(auto& self, auto&& field) {
    field("currency", self.currency);
    field("products", self.products);
    field("next", self.next);
  }
};

/// A price that a site sets, as the operator sees it.
struct SitePrice {
  std::string site_id;
  std::string site_name;
  std::string presenter;
  std::string currency;
  RetailProduct product;

  static constexpr void fields(auto& self, auto&& field) {
    field("site_id", self.site_id);
    field("site_name", self.site_name);
    field("presenter", self.presenter);
    field("currency", self.currency);
    field("product", self.product);
  }
};

/// By site and product id; pass `next` as `after` for the following page.
struct SitePrices {
  std::vector<SitePrice> prices;
  std::optional<std::string> next;

  static constexpr void fields(auto& self, auto&& field) {
    field("prices", self.prices);
    field("next", self.next);
  }
};

/// All that was ever said, newest first; pass `next` as `after` for the following page.
struct RetailHistory {
  std::string currency;
  std::vector<RetailWordShown> words;
  std::optional<std::string> next;

  static constexpr void fields(auto& self, auto&& field) {
    field("currency", self.currency);
    field("words", self.words);
    field("next", self.next);
  }
};

}  // namespace vitrine
