#include "guides/goods.hpp"

#include <algorithm>

namespace vitrine {

std::string labelOf(const Product& product, const Variant& variant) {
  // What all variants have in common tells none of them apart.
  const auto differs = [&](const VariantOption& option) {
    return std::any_of(product.variants.begin(), product.variants.end(), [&](const Variant& other) {
      return std::find(other.options.begin(), other.options.end(), option) == other.options.end();
    });
  };
  std::string values;
  for (const auto& option : variant.options) {
    if (differs(option)) values.append(values.empty() ? "" : ", ").append(option.value);
  }
  if (values.empty()) return product.title;
  return std::string(product.title).append(" (").append(values).append(")");
}

Goods::Goods(std::span<const Product> products) {
  for (const auto& product : products) {
    for (const auto& variant : product.variants) {
      const Place place{&product, &variant};
      for (auto name : {variant.id, labelOf(product, variant)}) add(std::move(name), place);
      if (!variant.gtin.empty()) add(std::string("gtin:").append(variant.gtin), place);
      if (product.variants.size() == 1) add(product.id, place);
      titles_[product.title].push_back(labelOf(product, variant));
    }
  }
}

std::variant<NeedChoice, GuideFault> Goods::find(const WrittenChoice& written) const {
  const auto [first, last] = places_.equal_range(written.goods);
  if (first != last && std::next(first) == last)
    return NeedChoice{first->second.product->id, first->second.variant->id, written.content};
  if (first != last)
    return GuideFault{Errc::invalid_format, written.line,
                      "several products are called so: give the id, var_…, or gtin:…"};
  const auto title = titles_.find(written.goods.substr(0, written.goods.rfind(" (")));
  if (title == titles_.end())
    return GuideFault{Errc::unknown_product, written.line,
                      "the title of a product of the shop, its id (pro_…, var_…) or gtin:…"};
  auto expected = std::string("one of its variants: ");
  for (const auto& label : title->second)
    expected.append(&label == &title->second.front() ? "" : "; ").append(label);
  return GuideFault{Errc::unknown_product, written.line, std::move(expected)};
}

}  // namespace vitrine
