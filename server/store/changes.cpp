#include "store/changes.hpp"

#include <algorithm>

#include "store/sql.hpp"

namespace vitrine {

std::int64_t newestChange(Database& db) {
  return *one<long long>(db, "SELECT coalesce(max(number), 0) FROM offer_changes");
}

std::vector<StoredChange> listChanges(Database& db, std::int64_t after) {
  const long long first = std::max(after, newestChange(db) - keptChanges);
  StoredChange change;
  long long number = 0;
  long long price = 0;
  long long stock = 0;
  auto has_stock = soci::i_null;
  soci::statement found =
      (db.sql().prepare << "SELECT number, currency, offer_id, price, stock FROM offer_changes "
                           "WHERE number > :first ORDER BY number",
       soci::use(first), soci::into(number), soci::into(change.currency),
       soci::into(change.offer.offer_id), soci::into(price), soci::into(stock, has_stock));
  found.execute();
  std::vector<StoredChange> changes;
  while (found.fetch()) {
    change.number = number;
    change.offer.price = price;
    change.offer.stock =
        has_stock == soci::i_ok ? std::optional<std::int64_t>(stock) : std::nullopt;
    changes.push_back(change);
  }
  return changes;
}

namespace {

void noteOffers(Database& db, const std::string& condition, const std::string& id) {
  run(db,
      "DELETE FROM offer_changes WHERE offer_id IN (SELECT id FROM shelf WHERE " + condition + ')',
      id);
  run(db,
      "INSERT INTO offer_changes (offer_id, currency, price, stock) SELECT id, currency, price, "
      "CASE WHEN away = 0 THEN stock ELSE 0 END FROM shelf WHERE " +
          condition,
      id);
}

}  // namespace

void noteProduct(Database& db, const std::string& product_id) {
  noteOffers(db, "product_id = :id", product_id);
}

void noteSeller(Database& db, const std::string& seller_id) {
  noteOffers(db, "seller_id = :id", seller_id);
}

void noteCatalogueChange(Database& db) {
  if (db.shared()) run(db, "UPDATE catalogue_revision SET number = number + 1");
}

std::int64_t catalogueRevision(Database& db) {
  return one<long long>(db, "SELECT number FROM catalogue_revision").value_or(0);
}

void forgetChanges(Database& db, std::int64_t kept) {
  const long long last = newestChange(db) - kept;
  run(db, "DELETE FROM offer_changes WHERE number <= :last", last);
}

}  // namespace vitrine
