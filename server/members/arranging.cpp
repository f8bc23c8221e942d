#include "members/arranging.hpp"

#include <algorithm>
#include <map>

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

ArrangedShelf arranged(const Arrangement& arrangement, std::vector<Product> products) {
  if (arrangement == Arrangement{}) return {std::move(products), {}};
  const Assortment assortment(arrangement);
  std::erase_if(products, [&](const Product& product) { return !assortment.shows(product.id); });
  std::map<std::string_view, std::size_t> places;
  for (std::size_t i = 0; i < products.size(); ++i) places.emplace(products[i].id, i);

  ShelfLayout layout;
  std::vector<std::size_t> order;
  for (const auto& section : arrangement.sections) {
    const auto before = order.size();
    for (const auto& id : section.product_ids) {
      const auto found = places.find(id);
      if (found != places.end()) order.push_back(found->second);
    }
    if (order.size() > before)
      layout.sections.push_back({section.title, static_cast<std::int64_t>(order.size() - before)});
  }
  for (const auto& id : arrangement.featured) {
    if (places.contains(id)) layout.featured.push_back(id);
  }
  std::vector<bool> taken(products.size());
  for (const auto place : order) taken[place] = true;
  for (std::size_t i = 0; i < products.size(); ++i) {
    if (!taken[i]) order.push_back(i);
  }
  std::vector<Product> answer;
  answer.reserve(products.size());
  for (const auto place : order) answer.push_back(std::move(products[place]));
  if (layout == ShelfLayout{}) return {std::move(answer), {}};
  return {std::move(answer), std::move(layout)};
}

}  // namespace vitrine
