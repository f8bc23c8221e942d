#include "members/arranging.hpp"

#include <algorithm>
#include <map>
#include <numeric>

#include "orders/reviews.hpp"

namespace vitrine {
namespace {

/// The first id of a list that `wrong` has a word on.
template <class F>
Fault each(const std::vector<std::string>& ids, const std::string& where, F wrong) {
  for (std::size_t i = 0; i < ids.size(); ++i) {
    if (const std::optional<Errc> code = wrong(ids[i])) return Error{*code, element(where, i)};
  }
  return {};
}

}  // namespace

Fault check(Database& db, const Arrangement& arrangement) {
  const auto& sections = arrangement.sections;
  if (sections.size() > maxSections)
    return Error{Errc::too_large, "sections", static_cast<long long>(maxSections)};
  std::size_t count = arrangement.hidden.size();
  for (const auto& section : sections) count += section.product_ids.size();
  if (count > maxArranged)
    return Error{Errc::too_large, "sections", static_cast<long long>(maxArranged)};
  if (arrangement.featured.size() > maxArranged)
    return Error{Errc::too_large, "featured", static_cast<long long>(maxArranged)};

  const auto unknown = [&](const std::string& id) {
    return nameOfProduct(db, id) ? std::nullopt : std::optional(Errc::unknown_product);
  };
  std::set<std::string> placed;
  for (std::size_t i = 0; i < sections.size(); ++i) {
    const auto where = element("sections", i);
    const auto& title = sections[i].title;
    if (auto fault = checkText(title, maxSectionTitle, where + ".title")) return fault;
    if (title.find_first_of("\n\r\t") != title.npos)
      return Error{Errc::invalid_format, where + ".title"};
    const auto wrong = [&](const std::string& id) {
      return placed.insert(id).second ? unknown(id) : std::optional(Errc::invalid_format);
    };
    if (auto fault = each(sections[i].product_ids, where + ".product_ids", wrong)) return fault;
  }
  if (auto fault = each(arrangement.featured, "featured", unknown)) return fault;
  return each(arrangement.hidden, "hidden", [&](const std::string& id) {
    return placed.contains(id) ? std::optional(Errc::invalid_transition) : unknown(id);
  });
}

Assortment::Assortment(const Arrangement& arrangement)
    : chosen_only_(arrangement.chosen_only),
      hidden_(arrangement.hidden.begin(), arrangement.hidden.end()) {
  for (const auto& section : arrangement.sections)
    chosen_.insert(section.product_ids.begin(), section.product_ids.end());
}

bool Assortment::shows(std::string_view product_id) const {
  return !hidden_.contains(product_id) && (!chosen_only_ || chosen_.contains(product_id));
}

ArrangedShelf arranged(const Arrangement& arrangement, const ProductList& products) {
  ArrangedShelf shelf;
  if (arrangement == Arrangement{}) {
    shelf.places.resize(products.size());
    std::iota(shelf.places.begin(), shelf.places.end(), 0);
    return shelf;
  }
  constexpr std::uint32_t absent = 0xFFFFFFFF;
  std::map<std::string_view, std::uint32_t> named;
  for (const auto& section : arrangement.sections) {
    for (const auto& id : section.product_ids) named.emplace(id, absent);
  }
  for (const auto& id : arrangement.featured) named.emplace(id, absent);
  const Assortment assortment(arrangement);
  std::vector<bool> shown;
  for (const auto& product : products) {
    const auto found = named.find(product.id);
    shown.push_back(assortment.shows(product.id));
    if (shown.back() && found != named.end())
      found->second = static_cast<std::uint32_t>(shown.size() - 1);
  }

  ShelfLayout layout;
  for (const auto& section : arrangement.sections) {
    const auto before = shelf.places.size();
    for (const auto& id : section.product_ids) {
      const auto place = named.at(id);
      if (place != absent) shelf.places.push_back(place);
    }
    if (const auto count = shelf.places.size() - before; count > 0)
      layout.sections.push_back({section.title, static_cast<std::int64_t>(count)});
  }
  for (const auto& id : arrangement.featured) {
    if (named.at(id) != absent) layout.featured.push_back(id);
  }
  for (const auto place : shelf.places) shown[place] = false;
  for (std::size_t i = 0; i < shown.size(); ++i) {
    if (shown[i]) shelf.places.push_back(static_cast<std::uint32_t>(i));
  }
  if (layout != ShelfLayout{}) shelf.layout = std::move(layout);
  return shelf;
}

}  // namespace vitrine
