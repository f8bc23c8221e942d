#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "cooperation/retail.hpp"
#include "members/arranging.hpp"
#include "packed_products.hpp"
#include "store/standings.hpp"
#include "vitrine/product_list.hpp"

namespace vitrine {

/// Pages on other origins need whole links.
void makeLinks(Product& product, const std::string& public_url);

/// All products of one currency with their ratings, in the order of the crowd's ranking.
///
/// They were read page by page while others worked with the database. Of what moved meanwhile the
/// first that was read stands, and nothing of sellers who came meanwhile: they are noted as a
/// change, after which all is read again.
class RankedProducts {
 public:
  using Standings = std::map<std::string, StoredStanding>;

  /// All of them outlive it.
  RankedProducts(const PackedProducts& products, const SellersById& sellers,
                 const Standings& standings);

  std::size_t size() const { return places_.size(); }
  void read(std::size_t i, Product& product) const;

 private:
  /// As it was read from the database; false if nothing of it is for sale.
  bool readStored(std::size_t place, Product& product) const;
  /// Finds what was read a second time.
  void findMoved();

  const PackedProducts& products_;
  const SellersById& sellers_;
  const Standings& standings_;
  std::map<std::size_t, std::set<std::string, std::less<>>> moved_;  // by place: offers, variants
  std::vector<std::uint32_t> places_;
};

/// What one site shows of them: without some sellers, at its prices, in its order.
class ShownProducts {
 public:
  /// All outlive it; `retail` may be null.
  ShownProducts(const RankedProducts& products, const std::set<std::string>& hidden,
                const SiteRetail* retail, const SellersById& sellers,
                const Arrangement& arrangement = {});

  /// Stands as long as this does.
  ProductList list() const;
  const std::optional<ShelfLayout>& layout() const { return layout_; }

 private:
  void read(std::size_t place, Product& product) const;

  const RankedProducts& products_;
  const std::set<std::string>& hidden_;
  const SiteRetail* retail_;
  const SellersById& sellers_;
  std::vector<std::uint32_t> places_;
  std::optional<ShelfLayout> layout_;
};

}  // namespace vitrine
