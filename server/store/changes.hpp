#pragma once

#include <vector>

#include "store/database.hpp"
#include "vitrine/catalog.hpp"

/// The latest change of price or stock of each offer. The database itself notes them, whoever made
/// them; an offer that is taken from sale has a stock of 0.
namespace vitrine {

struct StoredChange {
  std::int64_t number = 0;  // larger than that of every earlier change
  std::string currency;
  ChangedOffer offer;
};

/// How many numbers back changes are kept. Who has missed more is better off with a new catalogue.
inline constexpr std::int64_t keptChanges = 20'000;

/// The number of the last change; 0 before the first.
std::int64_t newestChange(Database& db);

/// What came after that number and is kept, ascending.
std::vector<StoredChange> listChanges(Database& db, std::int64_t after);

/// Notes that an order has taken of the stock of these, in one row: what is left of each is read
/// when somebody asks.
void noteTaken(Database& db, const std::vector<std::string>& offer_ids);

void forgetChanges(Database& db, std::int64_t kept = keptChanges);

/// Has open pages told again what all offers of a product, or of a seller, cost: what is the same
/// to the seller may be another price on a site.
void noteProduct(Database& db, const std::string& product_id);
void noteSeller(Database& db, const std::string& seller_id);

/// Tells other servers on the database that what the public sees has changed: they ask for the
/// number of the last change, `catalogueRevision`, every second.
void noteCatalogueChange(Database& db);
std::int64_t catalogueRevision(Database& db);

}  // namespace vitrine
