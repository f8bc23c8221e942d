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

void attach(Companions& companions, const Attachments& attachments, const ProductList& products) {
  if (attachments.empty()) return;
  std::map<std::string_view, std::vector<std::size_t>> offered;  // services by what they are for
  std::vector<std::string> service_ids;
  for (const auto& product : products) {
    const auto found = attachments.find(product.id);
    if (found == attachments.end() || !isService(product)) continue;
    for (const auto& target : found->second) offered[target].push_back(service_ids.size());
    service_ids.push_back(product.id);
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
    for (const auto place : services) first.push_back(service_ids[place]);
    auto& all = companions[product.id];
    std::erase_if(all, [&](const std::string& id) {
      return std::find(first.begin(), first.end(), id) != first.end();
    });
    all.insert(all.begin(), first.begin(), first.end());
  }
}

}  // namespace vitrine
