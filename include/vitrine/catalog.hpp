#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "vitrine/discount.hpp"
#include "vitrine/fields.hpp"
#include "vitrine/money.hpp"
#include "vitrine/return_policy.hpp"
#include "vitrine/review.hpp"
#include "vitrine/rich_text.hpp"
#include "vitrine/shipping.hpp"
#include "vitrine/unit_price.hpp"

namespace vitrine {

/// The tax on one category of goods in one country, in millionths: 19 % is 190000.
struct TaxRate {
  std::string country;
  std::string category;
  std::int64_t rate_ppm = 0;

  friend bool operator==(const TaxRate&, const TaxRate&) = default;
  static constexpr void fields(auto& self, auto&& field) {
    field("country", self.country);
    field("category", self.category);
    field("rate_ppm", self.rate_ppm);
  }
};

/// What customers may know of a seller, and the rules its offers are priced by.
struct Seller {
  std::string id;
  std::string name;
  std::string country;
  std::string currency;
  bool prices_include_tax = true;
  std::string email;
  std::string address;
  std::string return_terms;
  std::optional<ReturnPolicy> return_policy = {};
  std::vector<TaxRate> tax_rates;
  std::vector<Discount> discounts;  // ascending
  std::vector<ShippingProfile> shipping_profiles;

  friend bool operator==(const Seller&, const Seller&) = default;
  static constexpr void fields(auto& self, auto&& field) {
    field("id", self.id, defaulted);
    field("name", self.name);
    field("country", self.country);
    field("currency", self.currency);
    field("prices_include_tax", self.prices_include_tax, defaulted);
    field("email", self.email, defaulted);
    field("address", self.address, defaulted);
    field("return_terms", self.return_terms, defaulted);
    field("return_policy", self.return_policy);
    field("tax_rates", self.tax_rates, defaulted);
    field("discounts", self.discounts, defaulted);
    field("shipping_profiles", self.shipping_profiles);
  }
};

enum class OfferKind { sale, service };
constexpr auto names(OfferKind) { return std::to_array<std::string_view>({"sale", "service"}); }

/// One seller's terms for one variant.
struct Offer {
  std::string id;
  std::string seller_id;
  std::string sku;  // unique per seller only
  OfferKind kind = OfferKind::sale;
  Amount price = 0;  // minor units of the catalogue's currency, per unit
  std::string currency;
  std::optional<std::int64_t> stock;  // units; nothing: not limited
  std::int64_t weight = 0;            // grams per unit
  std::string shipping_profile_id;
  std::string tax_category;
  std::optional<UnitMeasure> unit_measure = {};
  std::optional<UnitPricing> unit_pricing = {};  // only in what customers are answered

  friend bool operator==(const Offer&, const Offer&) = default;
  static constexpr void fields(auto& self, auto&& field) {
    field("id", self.id);
    field("seller_id", self.seller_id);
    field("sku", self.sku);
    field("kind", self.kind);
    field("price", self.price);
    field("currency", self.currency);
    field("stock", self.stock);
    field("weight", self.weight);
    field("shipping_profile_id", self.shipping_profile_id);
    field("tax_category", self.tax_category);
    field("unit_measure", self.unit_measure);
    field("unit_pricing", self.unit_pricing);
  }
};

/// What an offer costs and how much of it there is now, where a catalogue file may say otherwise.
struct ChangedOffer {
  std::string offer_id;
  Amount price = 0;
  std::optional<std::int64_t> stock;  // units; nothing: not limited

  friend bool operator==(const ChangedOffer&, const ChangedOffer&) = default;
  static constexpr void fields(auto& self, auto&& field) {
    field("offer_id", self.offer_id);
    field("price", self.price);
    field("stock", self.stock);
  }
};

/// What open pages are told, see `GET /v1/sites/{site_id}/changes`.
struct CatalogChanges {
  std::vector<ChangedOffer> offers;

  static constexpr void fields(auto& self, auto&& field) { field("offers", self.offers); }
};

/// One chosen option of a variant: "size" "5 × 60 mm".
struct VariantOption {
  std::string name;
  std::string value;

  friend bool operator==(const VariantOption&, const VariantOption&) = default;
  static constexpr void fields(auto& self, auto&& field) {
    field("name", self.name);
    field("value", self.value);
  }
};

/// The purchasable form of a product, with every seller's offer for it.
struct Variant {
  std::string id;
  std::vector<VariantOption> options;
  std::string image;
  std::string gtin;
  std::vector<Offer> offers;

  friend bool operator==(const Variant&, const Variant&) = default;
  static constexpr void fields(auto& self, auto&& field) {
    field("id", self.id);
    field("options", self.options);
    field("image", self.image);
    field("gtin", self.gtin);
    field("offers", self.offers);
  }
};

/// What is sold, shared by all sellers.
struct Product {
  std::string id;
  std::string title;
  std::string description;  // plain text
  std::string brand;
  std::string category;
  std::vector<std::string> images;
  std::vector<Variant> variants;
  std::optional<StarRating> rating = {};         // of those who bought it; nothing: of nobody yet
  std::vector<TextMark> description_marks = {};  // what in the description is more than plain text

  friend bool operator==(const Product&, const Product&) = default;
  static constexpr void fields(auto& self, auto&& field) {
    field("id", self.id);
    field("title", self.title);
    field("description", self.description);
    field("description_marks", self.description_marks, defaulted);
    field("brand", self.brand);
    field("category", self.category);
    field("images", self.images);
    field("variants", self.variants);
    field("rating", self.rating);
  }
};

/// What a grid shows of a product.
struct ProductCard {
  std::string id;
  std::string title;
  std::string brand;
  std::string category;
  std::string image;
  Amount price = 0;  // the lowest of its offers
  std::string currency;
  bool price_varies = false;
  bool available = false;
  std::vector<std::string> seller_ids;
  std::int64_t variant_count = 0;
  std::string offer_id;  // the cheapest available offer, for adding without choosing
  std::optional<UnitPricing> unit_pricing = {};  // of that offer
  std::optional<StarRating> rating = {};
  OfferKind kind = OfferKind::sale;  // of all its offers

  friend bool operator==(const ProductCard&, const ProductCard&) = default;
  static constexpr void fields(auto& self, auto&& field) {
    field("id", self.id);
    field("title", self.title);
    field("brand", self.brand);
    field("category", self.category);
    field("image", self.image);
    field("price", self.price);
    field("currency", self.currency);
    field("price_varies", self.price_varies);
    field("available", self.available);
    field("seller_ids", self.seller_ids);
    field("variant_count", self.variant_count);
    field("offer_id", self.offer_id);
    field("unit_pricing", self.unit_pricing);
    field("rating", self.rating);
    field("kind", self.kind);
  }
};

/// Whether a product is a service: the offers of one product are of one kind.
bool isService(const Product& product);

/// The summary of a product for a grid.
ProductCard card(const Product& product);

/// An offer with the words and picture that a cart shows beside it.
struct ShelfOffer {
  Offer offer;
  std::string product_id;
  std::string variant_id;
  std::string title;
  std::vector<VariantOption> options;
  std::string image;
  std::string category = {};

  friend bool operator==(const ShelfOffer&, const ShelfOffer&) = default;
};

/// The part of a catalogue that pricing one cart needs: its offers and their sellers. The browser
/// takes it from the snapshot, which must outlive it, the server from its database. Sellers are not
/// copied: their rules are many small allocations, and a cart is priced anew with every press.
struct Shelf {
  std::vector<ShelfOffer> offers;
  std::vector<std::shared_ptr<const Seller>> sellers;

  const ShelfOffer* offer(std::string_view id) const;
  const Seller* seller(std::string_view id) const;
};

/// That one catalogue can hold: their places take 24 bits.
inline constexpr std::uint32_t maxProducts = 0xFFFFFF;

/// How much of the descriptions a snapshot carries: the text, only which words it has (so that they
/// can be searched for), or nothing.
enum class CatalogText { full, words, none };
constexpr auto names(CatalogText) {
  return std::to_array<std::string_view>({"full", "words", "none"});
}

/// What goes with each product, ids by product id: services that are offered for it, then what is
/// often bought together with it, the most often first; or what is often shown beside it.
using Companions = std::map<std::string, std::vector<std::string>, std::less<>>;

/// That a snapshot keeps of one product, of goods and of services each.
inline constexpr std::size_t maxCompanions = 4;

struct CatalogFile;
class SearchIndex;

/// A site's catalogue, read in place from one verified snapshot. Not for several threads at once.
class Catalog {
 public:
  /// Takes over and verifies the bytes; `corrupt_catalog` for anything that is not a whole snapshot
  /// of this format.
  static Result<Catalog> open(std::vector<std::uint8_t> bytes);

  /// Makes it ready for `search`. `corrupt_catalog`, and as it was, if the file's figures for it
  /// are absurd.
  Fault indexSearch();
  /// Nothing before `indexSearch`.
  const SearchIndex* searchIndex() const;

  Catalog(Catalog&&) noexcept;
  Catalog& operator=(Catalog&&) noexcept;
  ~Catalog();

  std::string_view currency() const;
  CatalogText text() const;
  std::size_t size() const;
  Product product(std::size_t index) const;
  ProductCard card(std::size_t index) const;
  std::optional<std::size_t> find(std::string_view product_id) const;
  /// Where the products stand that go with one (see `Companions`), and those that are shown beside
  /// it and are not among them.
  std::vector<std::size_t> companions(std::size_t index) const;
  std::vector<std::size_t> presented(std::size_t index) const;
  const std::vector<Seller>& sellers() const;
  Shelf shelf(std::span<const std::string> offer_ids) const;
  /// The same with every other offer of the same variants.
  Shelf rivals(std::span<const std::string> offer_ids) const;

  /// Gives an offer another price and stock: what is asked from now on follows, the search too.
  /// False, and as it was, for an offer that the file does not have or figures that none may have.
  bool change(const ChangedOffer& change);

 private:
  struct State;
  explicit Catalog(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

/// Writes a snapshot: the same input gives the same bytes. Products keep their order; every offer
/// must name a seller of the list. Of `companions` and `presented`, those that are in the catalogue
/// are kept: for each product at most `maxCompanions` of goods of both, and of services of the
/// first.
std::vector<std::uint8_t> snapshot(std::string_view currency, std::span<const Product> products,
                                   std::span<const Seller> sellers,
                                   CatalogText text = CatalogText::full,
                                   const Companions& companions = {},
                                   const Companions& presented = {});

}  // namespace vitrine
