#include "import/merging.hpp"

#include <algorithm>
#include <map>

#include "store/feeds.hpp"
#include "store/products.hpp"
#include "store/services.hpp"

namespace vitrine {

Result<std::string> splitProduct(Database& db, std::span<const std::string> offer_ids,
                                 const NewId& new_id) {
  std::vector<VariantPlace> places;
  for (std::size_t i = 0; i < offer_ids.size(); ++i) {
    const auto where = element("offers", i);
    const auto earlier = offer_ids.first(i);
    if (std::find(earlier.begin(), earlier.end(), offer_ids[i]) != earlier.end())
      return Error{Errc::duplicate_offer, where};
    const auto place = placeOfOffer(db, offer_ids[i]);
    if (!place) return Error{Errc::unknown_offer, where};
    if (!places.empty() && place->product_id != places.front().product_id)
      return Error{Errc::invalid_format, where};
    places.push_back(*place);
  }
  if (places.empty()) return Error{Errc::missing_field, "offers"};
  const auto product_id = new_id("pro_");
  copyProduct(db, places.front().product_id, product_id, places.front().seller_id);
  std::map<std::string, std::string> copies;  // of variants, by the id of the first
  for (std::size_t i = 0; i < offer_ids.size(); ++i) {
    auto& copy = copies[places[i].variant_id];
    if (copy.empty()) {
      copy = new_id("var_");
      copyVariant(db, places[i].variant_id, copy, product_id);
    }
    placeOffer(db, offer_ids[i], copy);
  }
  return product_id;
}

Fault joinProduct(Database& db, const std::string& from, const std::string& into) {
  const auto givers = listVariants(db, from);
  const auto takers = listVariants(db, into);
  if (givers.empty()) return Error{Errc::unknown_product, "from"};
  if (takers.empty() || from == into) return Error{Errc::unknown_product, "into"};
  const auto given = kindOfProduct(db, from);
  const auto taking = kindOfProduct(db, into);
  if (given && taking && given != taking) return Error{Errc::wrong_kind, "into"};
  for (const auto& giver : givers) {
    const auto same = std::find_if(takers.begin(), takers.end(), [&](const auto& taker) {
      return taker.options == giver.options;
    });
    if (same != takers.end()) mergeVariants(db, giver.id, same->id);
  }
  joinProducts(db, from, into);
  return {};
}

}  // namespace vitrine
