#include "store/catalogue.hpp"

#include <algorithm>
#include <bit>
#include <map>

#include "store/changes.hpp"
#include "store/for_sale.hpp"
#include "store/members.hpp"
#include "store/remembered.hpp"
#include "store/sql.hpp"
#include "store/standings.hpp"
#include "store/turns.hpp"

namespace vitrine {

bool saveProduct(Database& db, const Product& product, const std::string& seller_id,
                 std::int64_t made_by) {
  const long long maker = made_by;
  return run(db,
             "INSERT INTO products (id, seller_id, title, description, description_marks, brand, "
             "category, images, made_by) VALUES (:id, :seller, :title, :description, :marks, "
             ":brand, :category, :images, :made) ON CONFLICT (id) DO UPDATE SET title = "
             "excluded.title, "
             "description = excluded.description, description_marks = excluded.description_marks, "
             "brand = excluded.brand, category = excluded.category, images = excluded.images "
             "WHERE products.seller_id = excluded.seller_id AND (products.title, "
             "products.description, products.description_marks, products.brand, "
             "products.category, products.images) IS DISTINCT FROM (excluded.title, "
             "excluded.description, excluded.description_marks, excluded.brand, "
             "excluded.category, excluded.images)",
             product.id, seller_id, product.title, product.description,
             packed(product.description_marks), product.brand, product.category,
             toJson(product.images), maker) != 0;
}

bool saveVariant(Database& db, const Variant& variant, const std::string& product_id,
                 const std::string& brand_mpn, const std::string& seller_id, std::int64_t made_by) {
  const long long maker = made_by;
  return run(db,
             "INSERT INTO variants (id, product_id, options, image, gtin, brand_mpn, made_by) "
             "VALUES (:id, :product, :options, :image, nullif(:gtin, ''), nullif(:mpn, ''), "
             ":made) ON CONFLICT (id) DO UPDATE SET options = excluded.options, "
             "image = excluded.image, gtin = excluded.gtin, brand_mpn = excluded.brand_mpn "
             "WHERE :seller = (SELECT seller_id FROM products WHERE id = variants.product_id) "
             "AND (variants.options, variants.image, variants.gtin, variants.brand_mpn) "
             "IS DISTINCT FROM "
             "(excluded.options, excluded.image, excluded.gtin, excluded.brand_mpn)",
             variant.id, product_id, toJson(variant.options), variant.image, variant.gtin,
             brand_mpn, maker, seller_id) != 0;
}

bool wouldChange(Database& db, const Product& product, const std::string& seller_id) {
  return one<long long>(db,
                        "SELECT 1 FROM products WHERE id = :id AND seller_id = :seller AND (title, "
                        "description, description_marks, brand, category, images) IS DISTINCT FROM "
                        "(:title, :description, :marks, :brand, :category, :images)",
                        product.id, seller_id, product.title, product.description,
                        packed(product.description_marks), product.brand, product.category,
                        toJson(product.images))
      .has_value();
}

bool wouldChange(Database& db, const Variant& variant, const std::string& brand_mpn,
                 const std::string& seller_id) {
  return one<long long>(db,
                        "SELECT 1 FROM variants WHERE id = :id AND (options, image, gtin, "
                        "brand_mpn) IS DISTINCT FROM (:options, :image, nullif(:gtin, ''), "
                        "nullif(:mpn, '')) AND :seller = (SELECT seller_id FROM products WHERE "
                        "id = variants.product_id)",
                        variant.id, toJson(variant.options), variant.image, variant.gtin, brand_mpn,
                        seller_id)
      .has_value();
}

void saveOffer(Database& db, const Offer& offer, const std::string& variant_id, std::int64_t feed,
               std::int64_t made_by) {
  Nullable stock(offer.stock);
  const long long price = offer.price;
  const long long weight = offer.weight;
  const long long number = feed;
  const long long maker = made_by;
  const std::string kind(name(offer.kind));
  const auto measure = offer.unit_measure ? toJson(*offer.unit_measure) : std::string();
  Bound(db,
        "INSERT INTO offers (id, seller_id, variant_id, sku, kind, price, currency, stock, weight, "
        "shipping_profile_id, tax_category, unit_measure, feed, made_by) VALUES (:id, :seller, "
        ":variant, :sku, :kind, :price, :currency, :stock, :weight, :profile, :tax, :measure, "
        ":feed, :made) "
        "ON CONFLICT (id) DO UPDATE SET variant_id = excluded.variant_id, kind = excluded.kind, "
        "price = excluded.price, currency = excluded.currency, stock = excluded.stock, "
        "weight = excluded.weight, shipping_profile_id = excluded.shipping_profile_id, "
        "tax_category = excluded.tax_category, unit_measure = excluded.unit_measure, "
        "feed = excluded.feed",
        offer.id, offer.seller_id, variant_id, offer.sku, kind, price, offer.currency, stock,
        weight, offer.shipping_profile_id, offer.tax_category, measure, number, maker)
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
  static const std::string theirs =
      " WHERE seller_id = :seller AND sku = :sku AND made_by NOT IN "
      "(SELECT number FROM imports WHERE accepted = 0)";
  static const std::string update =
      "UPDATE offers SET price = coalesce(:price, price), stock = coalesce(:stock, stock)" +
      theirs +
      " AND (price, stock) IS DISTINCT FROM (coalesce(:price2, price), coalesce(:stock2, stock))";
  if (run(db, update, new_price, new_stock, seller_id, sku, new_price, new_stock) != 0) return true;
  static const std::string exists = "SELECT 1 FROM offers" + theirs;
  const auto known = one<long long>(db, exists, seller_id, sku);
  return known ? std::optional(false) : std::nullopt;
}

namespace {

std::vector<Product> inOrder(std::vector<Product> products,
                             const std::vector<std::int64_t>& scores) {
  std::map<std::string_view, std::uint32_t> numbers;
  std::vector<std::uint32_t> sellers;
  for (const auto& product : products) {
    const auto next = static_cast<std::uint32_t>(numbers.size());
    const auto& seller_id = product.variants.front().offers.front().seller_id;
    sellers.push_back(numbers.try_emplace(seller_id, next).first->second);
  }
  std::vector<Product> answer;
  for (const auto place : rankedPlaces(sellers, scores))
    answer.push_back(std::move(products[place]));
  return answer;
}

}  // namespace

std::vector<Product> inTurns(std::vector<Product> products) {
  const std::vector<std::int64_t> scores(products.size());
  return inOrder(std::move(products), scores);
}

std::string addProducts(Database& db, const std::string& currency, const std::string& after,
                        int limit, std::vector<Product>& products) {
  const auto last = one<std::string>(
      db,
      "SELECT coalesce(max(id), '') FROM (SELECT id FROM products WHERE id > :after ORDER BY id "
      "LIMIT :most) AS next",
      after, limit);
  if (last->empty()) return {};
  Product product;
  Variant variant;
  Offer offer;
  std::string kind, marks, images, options, measure;
  long long price = 0, weight = 0, away = 0;
  std::optional<std::int64_t> stock;
  Bound rows(db,
             "SELECT product_id, title, description, description_marks, brand, category, images, "
             "variant_id, options, image, coalesce(gtin, ''), id, seller_id, sku, kind, price, "
             "currency, stock, weight, shipping_profile_id, tax_category, unit_measure, away "
             "FROM shelf WHERE product_id > :after AND product_id <= :last AND "
             "currency = :currency ORDER BY product_id, variant_id, price, id",
             after, *last, currency);
  rows.into(product.id).into(product.title).into(product.description).into(marks);
  rows.into(product.brand).into(product.category).into(images);
  rows.into(variant.id).into(options).into(variant.image).into(variant.gtin);
  rows.into(offer.id).into(offer.seller_id).into(offer.sku).into(kind).into(price);
  rows.into(offer.currency).into(stock).into(weight).into(offer.shipping_profile_id);
  rows.into(offer.tax_category).into(measure).into(away);
  rows.each([&] {
    if (products.empty() || products.back().id != product.id) {
      products.push_back(product);
      products.back().description_marks = unpackedMarks(marks);
      products.back().images = storedList<std::string>(images);
    }
    auto& variants = products.back().variants;
    if (variants.empty() || variants.back().id != variant.id) {
      variants.push_back(variant);
      variants.back().options =
          *remembered<std::vector<VariantOption>, storedList<VariantOption>>(options);
    }
    offer.kind = named<OfferKind>(kind);
    offer.price = price;
    offer.stock = stock;
    offer.weight = weight;
    offer.unit_measure = storedMeasure(measure);
    variants.back().offers.push_back(forSale(offer, away));
  });
  return *last;
}

std::vector<Product> ranked(std::vector<Product> products,
                            const std::map<std::string, StoredStanding>& standings) {
  std::vector<std::int64_t> scores;
  for (auto& product : products) {
    const auto found = standings.find(product.id);
    if (found != standings.end()) product.rating = found->second.rating;
    scores.push_back(found == standings.end() ? 0 : found->second.score);
  }
  return inOrder(std::move(products), scores);
}

std::vector<Product> listProducts(Database& db, const std::string& currency) {
  std::vector<Product> products;
  std::string last;
  do last = addProducts(db, currency, last, 1000, products);
  while (!last.empty());
  return ranked(std::move(products), listStandings(db));
}

bool takeStock(Database& db, const std::vector<Units>& wanted) {
  std::vector<std::tuple<std::string, long long>> rows;
  for (const auto& [offer_id, quantity] : wanted) rows.emplace_back(offer_id, quantity);
  rows.resize(std::bit_ceil(rows.size()));  // with nothing of no offer
  // `taken` tells the trigger that this is noted here, once for all of them. A failure undoes the
  // job: with OR FAIL SQLite need not keep a journal to undo the statement alone.
  const auto taken =
      run(db,
          "WITH wanted(id, units) AS (VALUES " + places("(#, CAST(# AS BIGINT))", rows.size()) +
              (db.shared() ? ") UPDATE" : ") UPDATE OR FAIL") +
              " offers SET stock = stock - wanted.units, taken = taken + wanted.units FROM wanted "
              "WHERE offers.id = wanted.id AND (stock IS NULL OR stock >= wanted.units)",
          rows);
  if (taken != static_cast<long long>(wanted.size())) return false;
  std::vector<std::string> offer_ids;
  for (const auto& units : wanted) offer_ids.push_back(units.offer_id);
  noteTaken(db, offer_ids);
  return true;
}

void returnStock(Database& db, const std::string& offer_id, std::int64_t quantity) {
  const long long units = quantity;
  run(db, "UPDATE offers SET stock = stock + :units WHERE id = :id", units, offer_id);
}

}  // namespace vitrine
