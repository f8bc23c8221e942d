#include "store/imports.hpp"

#include <sstream>

#include "store/sql.hpp"

namespace vitrine {

namespace {

std::string textOf(const std::vector<OfferKind>& kinds) {
  std::string text;
  for (const auto kind : kinds) text.append(text.empty() ? "" : " ").append(name(kind));
  return text;
}

std::vector<OfferKind> kindsOf(const std::string& text) {
  std::vector<OfferKind> kinds;
  std::istringstream words(text);
  for (std::string word; words >> word;) kinds.push_back(named<OfferKind>(word));
  return kinds;
}

}  // namespace

std::optional<OpenImport> findImport(Database& db) {
  OpenImport found;
  long long number = 0;
  std::string replaces;
  long long accepted = 0;
  long long worked_at = 0;
  if (!Bound(db, "SELECT number, seller_id, replaces, accepted, worked_at FROM imports")
           .into(number)
           .into(found.seller_id)
           .into(replaces)
           .into(accepted)
           .into(worked_at)
           .first())
    return {};
  found.number = number;
  found.replaces = kindsOf(replaces);
  found.accepted = accepted != 0;
  found.worked_at = worked_at;
  return found;
}

std::int64_t openImport(Database& db, const std::string& seller_id, std::int64_t now) {
  const auto number = *one<long long>(db, "SELECT coalesce(max(number), 0) + 1 FROM feeds");
  const long long at = now;
  run(db, "INSERT INTO feeds (number, seller_id, imported_at) VALUES (:number, :seller, :at)",
      number, seller_id, at);
  run(db,
      "INSERT INTO imports (number, seller_id, replaces, accepted, worked_at) "
      "VALUES (:number, :seller, '', 0, :at)",
      number, seller_id, at);
  return number;
}

void workOnImport(Database& db, std::int64_t number, std::int64_t now) {
  const long long import = number;
  const long long at = now;
  if (run(db, "UPDATE imports SET worked_at = :at WHERE number = :number", at, import) != 1)
    throw std::runtime_error("another server has ended this import, as it was not heard of");
}

void acceptImport(Database& db, std::int64_t number, const std::vector<OfferKind>& replaces) {
  const long long import = number;
  const auto kinds = textOf(replaces);
  run(db, "UPDATE imports SET accepted = 1, replaces = :replaces WHERE number = :number", kinds,
      import);
  run(db, "DELETE FROM import_pictures WHERE import = :import", import);
}

void closeImport(Database& db, std::int64_t number) {
  const long long import = number;
  run(db, "DELETE FROM import_pictures WHERE import = :import", import);
  run(db, "DELETE FROM imports WHERE number = :number", import);
}

void keepRow(Database& db, std::int64_t import, const WaitingRow& row) {
  const long long of = import;
  const long long number = row.number;
  run(db, "INSERT INTO import_rows (import, number, body) VALUES (:import, :number, :body)", of,
      number, row.body);
}

std::vector<WaitingRow> listRows(Database& db, std::int64_t import, int limit) {
  std::vector<WaitingRow> rows;
  const long long of = import;
  WaitingRow row;
  long long number = 0;
  Bound(db,
        "SELECT number, body FROM import_rows WHERE import = :import ORDER BY number LIMIT :most",
        of, limit)
      .into(number)
      .into(row.body)
      .each([&] {
        rows.push_back({number, row.body});
      });
  return rows;
}

void forgetRows(Database& db, std::int64_t import, std::int64_t last_number) {
  const long long of = import;
  const long long last = last_number;
  run(db, "DELETE FROM import_rows WHERE import = :import AND number <= :last", of, last);
}

void notePicture(Database& db, std::int64_t import, const std::string& hash) {
  const long long of = import;
  run(db,
      "INSERT INTO import_pictures (import, hash) VALUES (:import, :hash) ON CONFLICT DO NOTHING",
      of, hash);
}

std::vector<std::string> listPictures(Database& db, std::int64_t import) {
  std::vector<std::string> hashes;
  const long long of = import;
  std::string hash;
  Bound(db, "SELECT hash FROM import_pictures WHERE import = :import", of).into(hash).each([&] {
    hashes.push_back(hash);
  });
  return hashes;
}

std::vector<FeedOffer> listFeedOffers(Database& db, const std::string& seller_id,
                                      const std::string& after, int limit) {
  std::vector<FeedOffer> offers;
  FeedOffer offer;
  std::string kind;
  long long feed = 0;
  long long made_by = 0;
  Bound(db,
        "SELECT id, sku, variant_id, kind, feed, made_by FROM offers "
        "WHERE seller_id = :seller AND sku > :after ORDER BY sku LIMIT :most",
        seller_id, after, limit)
      .into(offer.id)
      .into(offer.sku)
      .into(offer.variant_id)
      .into(kind)
      .into(feed)
      .into(made_by)
      .each([&] {
        offer.kind = named<OfferKind>(kind);
        offer.feed = feed;
        offer.made_by = made_by;
        offers.push_back(offer);
      });
  return offers;
}

std::string titleOfVariant(Database& db, const std::string& variant_id) {
  return one<std::string>(db,
                          "SELECT title FROM products WHERE id = (SELECT product_id FROM variants "
                          "WHERE id = :id)",
                          variant_id)
      .value_or("");
}

void changeTerms(Database& db, const Offer& offer) {
  const std::string kind(name(offer.kind));
  const long long price = offer.price;
  const Nullable stock(offer.stock);
  const long long weight = offer.weight;
  const auto measure = offer.unit_measure ? toJson(*offer.unit_measure) : std::string();
  run(db,
      "UPDATE offers SET kind = :kind, price = :price, currency = :currency, stock = :stock, "
      "weight = :weight, "
      "shipping_profile_id = :profile, tax_category = :tax, unit_measure = :measure "
      "WHERE id = :id",
      kind, price, offer.currency, stock, weight, offer.shipping_profile_id, offer.tax_category,
      measure, offer.id);
}

void removeOffer(Database& db, const std::string& offer_id) {
  run(db, "DELETE FROM offers WHERE id = :id", offer_id);
}

void unmakeOffer(Database& db, const FeedOffer& offer) {
  const long long maker = offer.made_by;
  const auto product_id =
      one<std::string>(db, "SELECT product_id FROM variants WHERE id = :id", offer.variant_id);
  removeOffer(db, offer.id);
  if (!product_id) return;
  run(db,
      "DELETE FROM variants WHERE id = :id AND made_by = :import "
      "AND NOT EXISTS (SELECT 1 FROM offers WHERE variant_id = variants.id)",
      offer.variant_id, maker);
  run(db, "DELETE FROM item_groups WHERE product_id = :id AND made_by = :import", *product_id,
      maker);
  run(db,
      "DELETE FROM products WHERE id = :id AND made_by = :import "
      "AND NOT EXISTS (SELECT 1 FROM variants WHERE product_id = products.id)",
      *product_id, maker);
}

}  // namespace vitrine
