#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "store/members.hpp"
#include "vitrine/retail.hpp"

/// Prices that presenters set: what a site's customers pay for what its sellers sell wholesale.
namespace vitrine {

using SellersById = std::map<std::string_view, const Seller*>;

/// The presenter's wishes for one site and its sellers' terms, as both are on one day.
class SiteRetail {
 public:
  /// What holds for a product; null: what the seller lists.
  const RetailWish* wishFor(std::string_view product_id) const;
  const Wholesale* wholesaleFor(std::string_view seller_id, std::string_view product_id,
                                std::string_view category) const;
  /// Nothing where the seller's price stays as it is.
  std::optional<RetailPrice> priceOf(const Seller& seller, const Offer& offer,
                                     std::string_view product_id, std::string_view category) const;

  /// Lays the site's prices over those that sellers list.
  void apply(Shelf& shelf) const;
  void apply(Product& product, const SellersById& sellers) const;
  ChangedOffer changed(const Catalog& catalog, ChangedOffer change) const;

  /// Equal for sites whose presenters wish the same.
  std::string key() const;

  std::string day;
  std::map<std::string, RetailWish, std::less<>> wishes;  // by product
  RetailWish others;                                      // for all that have none
  std::map<std::string, Terms, std::less<>> terms;        // of sellers that sell wholesale
};

/// By site, those where anything is set.
using RetailBook = std::map<std::string, std::shared_ptr<const SiteRetail>, std::less<>>;

/// Grows whenever a price may have become another by the hand of a presenter, by terms or by the
/// day.
struct RetailMark {
  std::int64_t newest = 0;
  std::int64_t terms = 0;
  std::string day;

  friend bool operator==(const RetailMark&, const RetailMark&) = default;
};
RetailMark retailMark(Database& db, std::int64_t now);
RetailBook loadRetail(Database& db, std::int64_t now);

/// One site's, with the terms of these sellers.
SiteRetail siteRetail(Database& db, const std::string& site_id,
                      const std::vector<std::string>& seller_ids, std::int64_t now);
/// Lays a site's prices over what sellers list.
void applyRetail(Database& db, const std::string& site_id, Shelf& shelf, std::int64_t now);

/// What was last said of a product on a site, or of all others (an empty id).
struct RetailWord {
  RetailWish wish;
  std::string from;
  std::int64_t set_at = 0;
};

/// Sets the price of a product, or takes it back; without a product a margin for all others.
/// `missing_field` (a price needs a product), `unknown_product`, `currency_mismatch`,
/// `no_wholesale_price` where no seller of the product sells it wholesale on that day,
/// `retroactive`, `too_large`, and what `checkRetail` says when it says so of each seller's offer.
Fault setRetail(Database& db, const Site& site, const std::string& product_id,
                const RetailWord& word, const std::string& currency);

/// Products that a site may set prices of, and days ahead.
inline constexpr std::size_t maxRetailPrices = 10'000;
inline constexpr std::int64_t maxRetailDays = 365;

/// Tells open pages of a seller's prices, which other terms may have changed.
void noteTerms(Database& db, const std::string& seller_id);

/// Once a day: what terms and wishes that begin or end change. Answers whether there is a new day.
bool keepRetail(Database& db, std::int64_t now);

}  // namespace vitrine
