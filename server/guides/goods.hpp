#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "guides/fault.hpp"
#include "guides/needs.hpp"
#include "vitrine/catalog.hpp"
#include "vitrine/guide.hpp"

namespace vitrine {

/// What a variant is called in guides: the product's title, and where there are several variants,
/// the options that tell them apart in parentheses.
std::string labelOf(const Product& product, const Variant& variant);

/// The goods of a catalogue by what guides call them. They have to stay where they are.
class Goods {
 public:
  explicit Goods(std::span<const Product> products);

  std::variant<NeedChoice, GuideFault> find(const WrittenChoice& written) const;

 private:
  struct Place {
    const Product* product;
    const Variant* variant;
  };
  void add(std::string name, Place place) { places_.emplace(std::move(name), place); }

  std::multimap<std::string, Place, std::less<>> places_;
  std::map<std::string, std::vector<std::string>, std::less<>> titles_;
};

}  // namespace vitrine
