#include "vitrine/attachment.hpp"

#include <algorithm>
#include <set>
#include <string_view>

namespace vitrine {
namespace {

constexpr std::string_view below = " > ";  // between a category and one of its own

/// Every name by which services can say that they are for a product.
std::set<std::string_view> namesOf(const Product& product) {
  std::set<std::string_view> names{product.id};
  for (const auto& variant : product.variants) names.insert(variant.gtin);
  const std::string_view category = product.category;
  for (auto end = category.find(below); end != category.npos; end = category.find(below, end + 1))
    names.insert(category.substr(0, end));
  names.insert(category);
  names.erase("");
  return names;
}

}  // namespace

void attach(Companions& companions, const Attachments& attachments,
            std::span<const Product> products) {
  std::map<std::string_view, std::vector<std::size_t>> offered;  // services by what they are for
  for (std::size_t i = 0; i < products.size(); ++i) {
    const auto found = attachments.find(products[i].id);
    if (found == attachments.end() || !isService(products[i])) continue;
    for (const auto& target : found->second) offered[target].push_back(i);
  }
  if (offered.empty()) return;
  for (const auto& product : products) {
    if (isService(product)) continue;
    std::set<std::size_t> services;
    for (const auto& name : namesOf(product)) {
      const auto found = offered.find(name);
      if (found != offered.end()) services.insert(found->second.begin(), found->second.end());
    }
    if (services.empty()) continue;
    std::vector<std::string> first;
    for (const auto place : services) first.push_back(products[place].id);
    auto& all = companions[product.id];
    std::erase_if(all, [&](const std::string& id) {
      return std::find(first.begin(), first.end(), id) != first.end();
    });
    all.insert(all.begin(), first.begin(), first.end());
  }
}

}  // namespace vitrine
