#include <algorithm>
#include <iterator>
#include <set>

#include "store/catalogue.hpp"
#include "store/for_sale.hpp"
#include "store/members.hpp"
#include "store/remembered.hpp"
#include "store/sql.hpp"

namespace vitrine {
namespace {

/// An offer as its seller has it, and whether the seller is away.
struct Shelved {
  ShelfOffer found;
  long long away = 0;
};

/// The offers of the view `shelf` that meet a condition, which is prepared once.
template <class... Uses>
std::vector<Shelved> offersWhere(Database& db, const std::string& condition,
                                 const Uses&... values) {
  Shelved shelved;
  auto& [found, away] = shelved;
  Offer& offer = found.offer;
  std::string options, images, kind, measure;
  long long price = 0, weight = 0;
  std::optional<std::int64_t> stock;
  Bound rows(db,
             "SELECT product_id, variant_id, title, category, options, image, images, id, "
             "seller_id, sku, kind, price, currency, stock, weight, shipping_profile_id, "
             "tax_category, unit_measure, away FROM shelf WHERE " +
                 condition,
             values...);
  rows.into(found.product_id).into(found.variant_id).into(found.title).into(found.category);
  rows.into(options).into(found.image).into(images).into(offer.id).into(offer.seller_id);
  rows.into(offer.sku).into(kind).into(price).into(offer.currency).into(stock);
  rows.into(weight).into(offer.shipping_profile_id).into(offer.tax_category).into(measure);
  rows.into(away);
  std::vector<Shelved> answer;
  rows.each([&] {
    auto& each = answer.emplace_back(shelved).found;
    each.options = *remembered<std::vector<VariantOption>, storedList<VariantOption>>(options);
    const auto pictures = remembered<std::vector<std::string>, storedList<std::string>>(images);
    if (each.image.empty() && !pictures->empty()) each.image = pictures->front();
    each.offer.kind = named<OfferKind>(kind);
    each.offer.price = price;
    each.offer.stock = stock;
    each.offer.weight = weight;
    each.offer.unit_measure = storedMeasure(measure);
  });
  return answer;
}

/// The offers as customers have them, each once, with their sellers.
Shelf shelfOf(Database& db, std::vector<Shelved> offers) {
  Shelf shelf;
  std::set<std::string> known;
  std::vector<std::string> sellers;
  for (auto& [found, away] : offers) {
    if (!known.insert(found.offer.id).second) continue;
    found.offer = forSale(std::move(found.offer), away);
    if (std::find(sellers.begin(), sellers.end(), found.offer.seller_id) == sellers.end())
      sellers.push_back(found.offer.seller_id);
    shelf.offers.push_back(std::move(found));
  }
  if (!sellers.empty()) shelf.sellers = sellerTerms(db, sellers);
  return shelf;
}

}  // namespace

Shelf loadShelf(Database& db, std::span<const std::string> offer_ids) {
  const Listed few(offer_ids);
  auto found = offersWhere(db, "id IN " + in(few), few);
  const auto placeOf = [&](const Shelved& one) {
    return std::find(offer_ids.begin(), offer_ids.end(), one.found.offer.id);
  };
  std::sort(found.begin(), found.end(),
            [&](const Shelved& a, const Shelved& b) { return placeOf(a) < placeOf(b); });
  return shelfOf(db, std::move(found));
}

std::vector<ShelfOffer> listOffers(Database& db, const std::string& seller_id,
                                   const std::string& search, const std::string& after, int limit) {
  std::string pattern = "%";
  for (const char c : search) {
    if (c == '%' || c == '_' || c == '!') pattern += '!';
    pattern += c;
  }
  pattern += '%';
  std::vector<ShelfOffer> answer;
  for (auto& shelved : offersWhere(db,
                                   "seller_id = :seller AND sku > :after AND "
                                   "(lower(title) LIKE lower(:title) ESCAPE '!' OR "
                                   "lower(sku) LIKE lower(:sku) ESCAPE '!') "
                                   "ORDER BY sku LIMIT :limit",
                                   seller_id, after, pattern, pattern, limit))
    answer.push_back(std::move(shelved.found));
  return answer;
}

OfferNeeds needsOfOffers(Database& db, const std::string& seller_id) {
  const auto all = [&](const char* query) {
    soci::rowset<std::string> rows = (db.sql().prepare << query, soci::use(seller_id));
    return std::vector<std::string>(rows.begin(), rows.end());
  };
  return {all("SELECT DISTINCT shipping_profile_id FROM offers "
              "WHERE seller_id = :seller AND kind = 'sale'"),
          all("SELECT DISTINCT shipping_profile_id FROM offers "
              "WHERE seller_id = :seller AND kind = 'service'"),
          all("SELECT DISTINCT currency FROM offers WHERE seller_id = :seller")};
}

Shelf loadGoods(Database& db, const std::string& seller_id) {
  return shelfOf(db, offersWhere(db, "seller_id = :seller ORDER BY id", seller_id));
}

Shelf loadProduct(Database& db, const std::string& product_id) {
  return shelfOf(db, offersWhere(db, "product_id = :product ORDER BY price, id", product_id));
}

Shelf loadRivals(Database& db, std::span<const std::string> offer_ids) {
  // In the order of the catalogue: equal carts are sourced equally by pages and by the server.
  std::vector<Shelved> all;
  for (const auto& id : offer_ids) {
    auto rivals = offersWhere(
        db, "variant_id = (SELECT variant_id FROM offers WHERE id = :id) ORDER BY price, id", id);
    std::move(rivals.begin(), rivals.end(), std::back_inserter(all));
  }
  return shelfOf(db, std::move(all));
}

}  // namespace vitrine
