#include "store/catalogue.hpp"

#include <algorithm>
#include <iterator>
#include <map>

#include "store/members.hpp"
#include "store/remembered.hpp"
#include "store/sql.hpp"
#include "store/standings.hpp"

namespace vitrine {
namespace {

/// Reads the offer of a row of the view `shelf`, as its seller has it.
Offer offerFrom(const soci::row& row) {
  Offer offer;
  offer.id = row.get<std::string>("id");
  offer.seller_id = row.get<std::string>("seller_id");
  offer.sku = row.get<std::string>("sku");
  offer.kind = row.get<std::string>("kind") == "service" ? OfferKind::service : OfferKind::sale;
  offer.price = row.get<long long>("price");
  offer.currency = row.get<std::string>("currency");
  if (row.get_indicator("stock") != soci::i_null) offer.stock = row.get<long long>("stock");
  offer.weight = row.get<long long>("weight");
  offer.shipping_profile_id = row.get<std::string>("shipping_profile_id");
  offer.tax_category = row.get<std::string>("tax_category");
  offer.unit_measure = storedMeasure(row.get<std::string>("unit_measure"));
  return offer;
}

/// As customers have it: of a seller that is away there is nothing.
Offer forSale(Offer offer, long long away) {
  if (away != 0) offer.stock = 0;
  return offer;
}

}  // namespace

bool saveProduct(Database& db, const Product& product, const std::string& seller_id) {
  return run(db,
             "INSERT INTO products (id, seller_id, title, description, description_marks, brand, "
             "category, images) VALUES (:id, :seller, :title, :description, :marks, :brand, "
             ":category, :images) ON CONFLICT (id) DO UPDATE SET title = excluded.title, "
             "description = excluded.description, description_marks = excluded.description_marks, "
             "brand = excluded.brand, category = excluded.category, images = excluded.images "
             "WHERE products.seller_id = excluded.seller_id AND (products.title, "
             "products.description, products.description_marks, products.brand, "
             "products.category, products.images) IS DISTINCT FROM (excluded.title, "
             "excluded.description, excluded.description_marks, excluded.brand, "
             "excluded.category, excluded.images)",
             product.id, seller_id, product.title, product.description,
             packed(product.description_marks), product.brand, product.category,
             toJson(product.images)) != 0;
}

bool saveVariant(Database& db, const Variant& variant, const std::string& product_id,
                 const std::string& brand_mpn, const std::string& seller_id) {
  return run(db,
             "INSERT INTO variants VALUES (:id, :product, :options, :image, nullif(:gtin, ''), "
             "nullif(:mpn, '')) ON CONFLICT (id) DO UPDATE SET options = excluded.options, "
             "image = excluded.image, gtin = excluded.gtin, brand_mpn = excluded.brand_mpn "
             "WHERE :seller = (SELECT seller_id FROM products WHERE id = variants.product_id) "
             "AND (variants.options, variants.image, variants.gtin, variants.brand_mpn) "
             "IS DISTINCT FROM "
             "(excluded.options, excluded.image, excluded.gtin, excluded.brand_mpn)",
             variant.id, product_id, toJson(variant.options), variant.image, variant.gtin,
             brand_mpn, seller_id) != 0;
}

void saveOffer(Database& db, const Offer& offer, const std::string& variant_id, std::int64_t feed) {
  Nullable stock(offer.stock);
  const long long price = offer.price;
  const long long weight = offer.weight;
  const long long number = feed;
  const std::string kind(name(offer.kind));
  const auto measure = offer.unit_measure ? toJson(*offer.unit_measure) : std::string();
  Bound(db,
        "INSERT INTO offers (id, seller_id, variant_id, sku, kind, price, currency, stock, weight, "
        "shipping_profile_id, tax_category, unit_measure, feed) VALUES (:id, :seller, :variant, "
        ":sku, :kind, "
        ":price, :currency, :stock, :weight, :profile, :tax, :measure, :feed) "
        "ON CONFLICT (id) DO UPDATE SET variant_id = excluded.variant_id, kind = excluded.kind, "
        "price = excluded.price, currency = excluded.currency, stock = excluded.stock, "
        "weight = excluded.weight, shipping_profile_id = excluded.shipping_profile_id, "
        "tax_category = excluded.tax_category, unit_measure = excluded.unit_measure, "
        "feed = excluded.feed",
        offer.id, offer.seller_id, variant_id, offer.sku, kind, price, offer.currency, stock,
        weight, offer.shipping_profile_id, offer.tax_category, measure, number)
      .change();
}

std::optional<bool> changeOffer(Database& db, const std::string& seller_id, const std::string& sku,
                                std::optional<std::int64_t> price,
                                std::optional<std::int64_t> stock) {
  const Nullable new_price(price);
  const Nullable new_stock(stock);
  // Who says what the price is now ends a sale that a feed has planned.
  if (price)
    run(db,
        "DELETE FROM planned_prices WHERE offer_id = "
        "(SELECT id FROM offers WHERE seller_id = :seller AND sku = :sku)",
        seller_id, sku);
  if (run(db,
          "UPDATE offers SET price = coalesce(:price, price), stock = coalesce(:stock, stock) "
          "WHERE seller_id = :seller AND sku = :sku AND (price, stock) IS DISTINCT FROM "
          "(coalesce(:price2, price), coalesce(:stock2, stock))",
          new_price, new_stock, seller_id, sku, new_price, new_stock) != 0)
    return true;
  const auto known = one<long long>(
      db, "SELECT 1 FROM offers WHERE seller_id = :seller AND sku = :sku", seller_id, sku);
  return known ? std::optional(false) : std::nullopt;
}

std::vector<Product> inTurns(std::vector<Product> products) {
  std::map<std::string, std::size_t> turns;  // how many of a seller's products came already
  std::vector<std::vector<Product>> rounds;
  for (auto& product : products) {
    const auto turn = turns[product.variants.front().offers.front().seller_id]++;
    if (turn == rounds.size()) rounds.emplace_back();
    rounds[turn].push_back(std::move(product));
  }
  products.clear();
  for (auto& round : rounds) std::move(round.begin(), round.end(), std::back_inserter(products));
  return products;
}

std::vector<Product> listProducts(Database& db, const std::string& currency) {
  soci::rowset<soci::row> rows =
      (db.sql().prepare << "SELECT * FROM shelf WHERE currency = :currency "
                           "ORDER BY product_id, variant_id, price, id",
       soci::use(currency));
  std::vector<Product> products;
  for (const auto& row : rows) {
    const auto product_id = row.get<std::string>("product_id");
    if (products.empty() || products.back().id != product_id) {
      auto& product = products.emplace_back();
      product.id = product_id;
      product.title = row.get<std::string>("title");
      product.description = row.get<std::string>("description");
      product.description_marks = unpackedMarks(row.get<std::string>("description_marks"));
      product.brand = row.get<std::string>("brand");
      product.category = row.get<std::string>("category");
      product.images = storedList<std::string>(row.get<std::string>("images"));
    }
    auto& variants = products.back().variants;
    const auto variant_id = row.get<std::string>("variant_id");
    if (variants.empty() || variants.back().id != variant_id) {
      auto& variant = variants.emplace_back();
      variant.id = variant_id;
      variant.options = storedList<VariantOption>(row.get<std::string>("options"));
      variant.image = row.get<std::string>("image");
      variant.gtin = row.get<std::string>("gtin", "");
    }
    variants.back().offers.push_back(forSale(offerFrom(row), row.get<long long>("away")));
  }
  const auto standings = listStandings(db);
  for (auto& product : products) {
    const auto found = standings.find(product.id);
    if (found != standings.end()) product.rating = found->second.rating;
  }
  const auto score = [&](const Product& product) {
    const auto found = standings.find(product.id);
    return found == standings.end() ? 0 : found->second.score;
  };
  std::stable_sort(products.begin(), products.end(),
                   [&](const Product& a, const Product& b) { return score(a) > score(b); });
  return inTurns(std::move(products));
}

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
  long long price = 0, stock = 0, weight = 0;
  soci::indicator stocked = soci::i_null;
  Bound rows(db,
             "SELECT product_id, variant_id, title, category, options, image, images, id, "
             "seller_id, sku, kind, price, currency, stock, weight, shipping_profile_id, "
             "tax_category, unit_measure, away FROM shelf WHERE " +
                 condition,
             values...);
  rows.into(found.product_id).into(found.variant_id).into(found.title).into(found.category);
  rows.into(options).into(found.image).into(images).into(offer.id).into(offer.seller_id);
  rows.into(offer.sku).into(kind).into(price).into(offer.currency).into(stock, stocked);
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
    if (stocked == soci::i_ok) each.offer.stock = stock;
    each.offer.weight = weight;
    each.offer.unit_measure = storedMeasure(measure);
  });
  return answer;
}

/// Adds offers that are not there yet, as customers have them, with their sellers.
void put(Database& db, Shelf& shelf, std::vector<Shelved> offers) {
  for (auto& [found, away] : offers) {
    if (shelf.offer(found.offer.id)) continue;
    found.offer = forSale(std::move(found.offer), away);
    if (!shelf.seller(found.offer.seller_id))
      shelf.sellers.push_back(sellerTerms(db, found.offer.seller_id));
    shelf.offers.push_back(std::move(found));
  }
}

Shelf load(Database& db, std::span<const std::string> offer_ids, const std::string& condition) {
  Shelf shelf;
  for (const auto& id : offer_ids) put(db, shelf, offersWhere(db, condition, id));
  return shelf;
}

}  // namespace

Shelf loadShelf(Database& db, std::span<const std::string> offer_ids) {
  return load(db, offer_ids, "id = :id");
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
  Shelf shelf;
  put(db, shelf, offersWhere(db, "seller_id = :seller ORDER BY id", seller_id));
  return shelf;
}

Shelf loadProduct(Database& db, const std::string& product_id) {
  Shelf shelf;
  put(db, shelf, offersWhere(db, "product_id = :product ORDER BY price, id", product_id));
  return shelf;
}

Shelf loadRivals(Database& db, std::span<const std::string> offer_ids) {
  // In the order of the catalogue: equal carts are sourced equally by pages and by the server.
  return load(db, offer_ids,
              "variant_id = (SELECT variant_id FROM offers WHERE id = :id) ORDER BY price, id");
}

bool takeStock(Database& db, const std::string& offer_id, std::int64_t quantity) {
  const long long units = quantity;
  return run(db,
             "UPDATE offers SET stock = stock - :units "
             "WHERE id = :id AND (stock IS NULL OR stock >= :units2)",
             units, offer_id, units) == 1;
}

void returnStock(Database& db, const std::string& offer_id, std::int64_t quantity) {
  const long long units = quantity;
  run(db, "UPDATE offers SET stock = stock + :units WHERE id = :id", units, offer_id);
}

}  // namespace vitrine
