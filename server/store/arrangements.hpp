#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "store/database.hpp"
#include "vitrine/fields.hpp"

namespace vitrine {

/// Products that stand together on a site, in this order. The title may be empty.
struct ArrangedSection {
  std::string title;
  std::vector<std::string> product_ids;

  friend bool operator==(const ArrangedSection&, const ArrangedSection&) = default;
  static constexpr void fields(auto& self, auto&& field) {
    field("title", self.title, defaulted);
    field("product_ids", self.product_ids, defaulted);
  }
};

/// What a site shows of its sellers' goods, and where: the sections first, then all else by the
/// ranking, or with `chosen_only` nothing else. `featured` products stand out where they are;
/// `hidden` ones are not shown.
struct Arrangement {
  bool chosen_only = false;
  std::vector<ArrangedSection> sections;
  std::vector<std::string> featured;
  std::vector<std::string> hidden;

  friend bool operator==(const Arrangement&, const Arrangement&) = default;
  static constexpr void fields(auto& self, auto&& field) {
    field("chosen_only", self.chosen_only, defaulted);
    field("sections", self.sections, defaulted);
    field("featured", self.featured, defaulted);
    field("hidden", self.hidden, defaulted);
  }
};

/// What a product is called and looks like, whoever offers it.
struct ProductName {
  std::string id;
  std::string title;
  std::string image;  // empty: none

  static constexpr void fields(auto& self, auto&& field) {
    field("id", self.id);
    field("title", self.title);
    field("image", self.image);
  }
};

std::optional<ProductName> nameOfProduct(Database& db, const std::string& product_id);

/// Takes the place of the one before.
void saveArrangement(Database& db, const std::string& site_id, const Arrangement& arrangement);
/// One that leaves everything as it is, where none was saved.
Arrangement findArrangement(Database& db, const std::string& site_id);
/// By site.
std::map<std::string, Arrangement> listArrangements(Database& db);

}  // namespace vitrine
