#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "store/arrangements.hpp"
#include "vitrine/manifest.hpp"
#include "vitrine/product_list.hpp"
#include "vitrine/result.hpp"

/// What a site shows of its sellers' goods, and in which order.
namespace vitrine {

/// Of one site: in its sections and hidden together, and sections.
inline constexpr std::size_t maxArranged = 1000;
inline constexpr std::size_t maxSections = 50;
inline constexpr std::size_t maxSectionTitle = 100;  // characters

/// The first fault: `too_large`, `unknown_product`, `invalid_format` for a title and for a product
/// in two sections, `invalid_transition` for one that is both in a section and hidden.
Fault check(Database& db, const Arrangement& arrangement);

/// Which products an arrangement lets a site show.
class Assortment {
 public:
  explicit Assortment(const Arrangement& arrangement);
  bool shows(std::string_view product_id) const;

 private:
  bool chosen_only_;
  std::set<std::string, std::less<>> chosen_;
  std::set<std::string, std::less<>> hidden_;
};

/// The places of a site's products in its own order, and how its shelf is divided; nothing: it is
/// not.
struct ArrangedShelf {
  std::vector<std::uint32_t> places;
  std::optional<ShelfLayout> layout;
};
ArrangedShelf arranged(const Arrangement& arrangement, const ProductList& products);

}  // namespace vitrine
