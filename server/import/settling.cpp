#include "import/settling.hpp"

#include <algorithm>
#include <set>
#include <stdexcept>

#include "clock.hpp"
#include "faults.hpp"
#include "import/media.hpp"
#include "json.hpp"
#include "store/changes.hpp"
#include "store/members.hpp"

namespace vitrine {
namespace {

// Looked at in one transaction, if there is time.
constexpr int rowsTogether = 256;
constexpr int offersTogether = 1000;
constexpr std::int64_t patience = 60 * 1000;  // milliseconds without a sign of another server

/// Goes through the seller's offers in the order of their SKUs, in short transactions; `look`
/// answers whether it has changed anything.
void eachOffer(const Transact& transact, const OpenImport& import,
               const std::function<bool(Database&, const FeedOffer&)>& look) {
  std::string reached;
  for (bool more = true; more;) {
    std::string after;
    transact([&](Database& db) {
      const ShortTime time;
      bool changed = false;
      after = reached;
      more = false;
      for (const auto& offer : listFeedOffers(db, import.seller_id, reached, offersTogether)) {
        changed = look(db, offer) || changed;
        after = offer.sku;
        more = true;
        if (time.isOver()) break;
      }
      if (!changed) return;
      workOnImport(db, import.number, unixNow());
      forgetChanges(db);  // or the hour's forgetting would have too many at once
    });
    reached = after;
  }
}

/// Whether rows are left.
bool settleSome(Database& db, const OpenImport& import, std::int64_t now, const NewId& new_id) {
  const ShortTime time;
  workOnImport(db, import.number, unixNow());
  const auto record = findSeller(db, import.seller_id);
  Leaving none;
  Placing placing(db, record.value().seller, import.number, now, new_id, none);
  const auto rows = listRows(db, import.number, rowsTogether);
  std::int64_t last = 0;
  for (const auto& [number, body] : rows) {
    const auto waiting = fromJson<Waiting>(body);
    if (!waiting) throw std::runtime_error("damaged row of an import: " + waiting.error().where);
    placing.settle(*waiting);
    last = number;
    if (time.isOver()) break;
  }
  forgetRows(db, import.number, last);
  forgetChanges(db);
  return !rows.empty();
}

}  // namespace

void keepWaiting(Database& db, std::int64_t import, std::int64_t number, const Waiting& waiting) {
  keepRow(db, import, {number, toJson(waiting)});
}

void eachGone(const Transact& transact, const OpenImport& import, const Gone& gone) {
  const std::set<OfferKind> replaced(import.replaces.begin(), import.replaces.end());
  std::string told;  // the work of a transaction may run twice
  eachOffer(transact, import, [&](Database& db, const FeedOffer& offer) {
    if (offer.feed == import.number || !replaced.contains(offer.kind)) return false;
    if (offer.sku > told) gone(offer.sku, titleOfVariant(db, offer.variant_id));
    told = std::max(told, offer.sku);
    if (import.accepted) removeOffer(db, offer.id);
    return import.accepted;
  });
}

void completeImport(const Transact& transact, const OpenImport& import, std::int64_t now,
                    const NewId& new_id, const Gone& gone) {
  for (bool more = true; more; crashPoint("import.settled"))
    transact([&](Database& db) { more = settleSome(db, import, now, new_id); });
  if (!import.replaces.empty()) eachGone(transact, import, gone);
  transact([&](Database& db) {
    closeImport(db, import.number);
    noteCatalogueChange(db);
  });
}

void undoImport(const Transact& transact, const OpenImport& import,
                const std::filesystem::path& media) {
  eachOffer(transact, import, [&](Database& db, const FeedOffer& offer) {
    if (offer.made_by != import.number) return false;
    unmakeOffer(db, offer);
    return true;
  });
  for (bool more = true; more; crashPoint("import.undone"))
    transact([&](Database& db) {
      const auto rows = listRows(db, import.number, rowsTogether);
      more = !rows.empty();
      if (more) forgetRows(db, import.number, rows.back().number);
    });
  // No other import is under way that could name them, and before this one they were not there.
  std::vector<std::string> pictures;
  transact([&](Database& db) { pictures = listPictures(db, import.number); });
  for (const auto& hash : pictures) removePicture(media, hash);
  transact([&](Database& db) { closeImport(db, import.number); });
}

bool endLeftImport(const Transact& transact, const std::filesystem::path& media, std::int64_t now,
                   const NewId& new_id) {
  std::optional<OpenImport> left;
  transact([&](Database& db) {
    left = findImport(db);
    if (left && db.shared() && left->worked_at > unixNow() - patience) left.reset();
    if (left) workOnImport(db, left->number, unixNow());
  });
  if (!left) return false;
  if (left->accepted)
    completeImport(transact, *left, now, new_id, [](const auto&, const auto&) {});
  else
    undoImport(transact, *left, media);
  return left->accepted;
}

}  // namespace vitrine
