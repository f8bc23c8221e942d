#include "store/changes.hpp"

#include <algorithm>
#include <map>

#include "store/sql.hpp"

namespace vitrine {

std::int64_t newestChange(Database& db) {
  return *one<long long>(db, "SELECT coalesce(max(number), 0) FROM offer_changes");
}

namespace {

/// The offers of an order that took of their stock: the last has the row's number, those before it
/// the numbers before. See `noteTaken`.
void addTaken(const std::string& offers, std::int64_t number, std::int64_t after,
              std::map<std::string, std::int64_t>& numbers) {
  auto each = number - std::count(offers.begin(), offers.end(), ' ');
  for (std::size_t from = 0; from < offers.size(); ++each) {
    const auto end = std::min(offers.find(' ', from), offers.size());
    if (each > after) numbers[offers.substr(from, end - from)] = each;
    from = end + 1;
  }
}

/// What these offers cost now, and what is left of them.
std::vector<StoredChange> asTheyAre(Database& db,
                                    const std::map<std::string, std::int64_t>& numbers) {
  constexpr std::size_t most = 64;
  std::vector<StoredChange> changes;
  for (auto next = numbers.begin(); next != numbers.end();) {
    std::vector<std::string> ids;
    for (; next != numbers.end() && ids.size() < most; ++next) ids.push_back(next->first);
    const Listed few(ids);
    StoredChange change;
    Bound(db,
          "SELECT o.id, o.currency, o.price, CASE WHEN s.away = 0 THEN o.stock ELSE 0 END "
          "FROM offers o JOIN sellers s ON s.id = o.seller_id WHERE o.id IN " +
              in(few),
          few)
        .into(change.offer.offer_id, change.currency, change.offer.price, change.offer.stock)
        .each([&] {
          change.number = numbers.at(change.offer.offer_id);
          changes.push_back(change);
        });
  }
  return changes;
}

}  // namespace

std::vector<StoredChange> listChanges(Database& db, std::int64_t after) {
  const auto first = std::max(after, newestChange(db) - keptChanges);
  std::vector<StoredChange> changes;
  std::map<std::string, std::int64_t> taken;
  StoredChange change;
  std::string offers;
  Bound(db,
        "SELECT number, currency, offer_id, price, stock, offers FROM offer_changes "
        "WHERE number > :first ORDER BY number",
        first)
      .into(change.number, change.currency, change.offer.offer_id, change.offer.price,
            change.offer.stock, offers)
      .each([&] {
        if (!offers.empty()) return addTaken(offers, change.number, first, taken);
        taken.erase(change.offer.offer_id);
        changes.push_back(change);
      });
  std::erase_if(changes,
                [&](const StoredChange& one) { return taken.contains(one.offer.offer_id); });
  for (auto& one : asTheyAre(db, taken)) changes.push_back(std::move(one));
  std::sort(changes.begin(), changes.end(),
            [](const auto& a, const auto& b) { return a.number < b.number; });
  return changes;
}

void noteTaken(Database& db, const std::vector<std::string>& offer_ids) {
  std::string offers;
  for (const auto& id : offer_ids) offers.append(offers.empty() ? "" : " ").append(id);
  const auto count = static_cast<std::int64_t>(offer_ids.size());
  // Each of the offers has a number of its own, so the next row's is so much larger.
  send(db,
       db.shared()
           ? "INSERT INTO offer_changes (number, offer_id, currency, price, offers) OVERRIDING "
             "SYSTEM VALUE SELECT number, 'taken ' || number, '', 0, CAST(:offers AS TEXT) FROM "
             "(SELECT setval(pg_get_serial_sequence('offer_changes', 'number'), nextval("
             "pg_get_serial_sequence('offer_changes', 'number')) + CAST(:count AS BIGINT) - 1) "
             "AS number) AS next"
           : "INSERT INTO offer_changes (number, offer_id, currency, price, offers) "
             "SELECT number, 'taken ' || number, '', 0, :offers FROM (SELECT coalesce((SELECT seq "
             "FROM sqlite_sequence WHERE name = 'offer_changes'), 0) + :count AS number)",
       offers, count);
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
  if (db.shared()) send(db, "UPDATE catalogue_revision SET number = number + 1");
}

std::int64_t catalogueRevision(Database& db) {
  return one<long long>(db, "SELECT number FROM catalogue_revision").value_or(0);
}

void forgetChanges(Database& db, std::int64_t kept) {
  const long long last = newestChange(db) - kept;
  run(db, "DELETE FROM offer_changes WHERE number <= :last", last);
}

}  // namespace vitrine
