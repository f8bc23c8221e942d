#pragma once

#include <string_view>
#include <vector>

#include "vitrine/catalog.hpp"

namespace vitrine {

struct SiteView;

/// What the seller of a product says goes with it, of what the site shows: what it cannot do
/// without, and what goes well with it (parts of its set, accessories, what is bought with it).
struct RelatedList {
  std::vector<ProductCard> required;
  std::vector<ProductCard> others;

  static constexpr void fields(auto& self, auto&& field) {
    field("required", self.required);
    field("others", self.others);
  }
};

RelatedList relatedOf(const SiteView& site, std::string_view product_id);

}  // namespace vitrine
