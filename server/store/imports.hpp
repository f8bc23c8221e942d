#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "store/database.hpp"
#include "vitrine/catalog.hpp"

/// An import under way. It works in many short transactions, so that nobody waits for it. What it
/// makes carries its number (`made_by`), and nobody sees that until the import is accepted; what it
/// changes waits in rows for that moment. At most one is under way on a database.
namespace vitrine {

struct OpenImport {
  std::int64_t number = 0;  // of the feed; larger than that of every earlier one
  std::string seller_id;
  std::vector<OfferKind> replaces = {};  // offers of these that the feed does not name go
  bool accepted = false;
  std::int64_t worked_at = 0;  // Unix milliseconds
};
std::optional<OpenImport> findImport(Database& db);

std::int64_t openImport(Database& db, const std::string& seller_id, std::int64_t now);
/// Notes that a server is at work on it. Throws when another one has ended it.
void workOnImport(Database& db, std::int64_t number, std::int64_t now);
/// From now on all of it is certain, and what it has made is seen.
void acceptImport(Database& db, std::int64_t number, const std::vector<OfferKind>& replaces);
void closeImport(Database& db, std::int64_t number);

/// A row of the feed that waits.
struct WaitingRow {
  std::int64_t number = 0;  // in the feed
  std::string body;
};
void keepRow(Database& db, std::int64_t import, const WaitingRow& row);
std::vector<WaitingRow> listRows(Database& db, std::int64_t import, int limit);
/// Forgets them up to a number.
void forgetRows(Database& db, std::int64_t import, std::int64_t last_number);

/// Notes that the import is about to make a picture of that hash, so that it can be taken out of
/// the media folder again. Forgotten when the import is accepted or closed.
void notePicture(Database& db, std::int64_t import, const std::string& hash);
std::vector<std::string> listPictures(Database& db, std::int64_t import);

/// A seller's offer as imports look through them.
struct FeedOffer {
  std::string id;
  std::string sku;
  std::string variant_id;
  OfferKind kind = OfferKind::sale;
  std::int64_t feed = 0;  // the last import that named it
  std::int64_t made_by = 0;
};
/// In the order of their SKUs, those after one.
std::vector<FeedOffer> listFeedOffers(Database& db, const std::string& seller_id,
                                      const std::string& after, int limit);
std::string titleOfVariant(Database& db, const std::string& variant_id);

/// Gives an offer other terms; it stays where it is.
void changeTerms(Database& db, const Offer& offer);

/// Takes an offer from sale. Its product and variant stay, so that they keep their ids if it comes
/// back.
void removeOffer(Database& db, const std::string& offer_id);
/// Removes an offer that nobody has seen, with the variant, item group and product that the same
/// import made for it alone.
void unmakeOffer(Database& db, const FeedOffer& offer);

}  // namespace vitrine
