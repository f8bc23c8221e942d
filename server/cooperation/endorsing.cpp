#include "cooperation/endorsing.hpp"

#include <algorithm>
#include <map>

#include "clock.hpp"
#include "cooperation/terms.hpp"
#include "import/characters.hpp"
#include "orders/reviews.hpp"
#include "store/accounts.hpp"
#include "store/catalogue.hpp"

namespace vitrine {
namespace {

/// The cheapest offer of each seller of a product that the site shows, by seller.
std::map<std::string, ShelfOffer> offersOf(Database& db, const Site& site,
                                           const std::string& product_id, std::int64_t now) {
  const auto shelf = presentable(db, site, loadProduct(db, product_id), now).shelf;
  std::map<std::string, ShelfOffer> cheapest;
  for (const auto& one : shelf.offers) {
    if (one.offer.currency != site.currency) continue;
    const auto [known, added] = cheapest.emplace(one.offer.seller_id, one);
    if (!added && one.offer.price < known->second.offer.price) known->second = one;
  }
  return cheapest;
}

/// Whether a seller is the presenter: somebody acts for both, or both have one name.
bool isOneself(Database& db, const Site& site, const std::string& seller_id) {
  const auto plain = [](std::string_view name) {
    std::string answer;
    for (const char c : name) {
      if (c == ' ') continue;
      answer += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return answer;
  };
  if (shareAccount(db, site.presenter_id, seller_id)) return true;
  const auto presenter = presenterName(db, site.presenter_id);
  const auto seller = findSeller(db, seller_id);
  return presenter && seller && plain(*presenter) == plain(seller->seller.name);
}

}  // namespace

Fault endorse(Database& db, const Site& site, const std::string& product_id,
              const std::string& text, std::int64_t now) {
  if (auto fault = checkText(text, maxEndorsement, "text")) return fault;
  const std::string said(trimmed(text));
  if (said.empty()) {
    removeEndorsement(db, site.id, product_id);
    return {};
  }
  const auto offers = offersOf(db, site, product_id, now);
  if (offers.empty()) return Error{Errc::unknown_product, "product_id"};
  if (std::all_of(offers.begin(), offers.end(),
                  [&](const auto& one) { return isOneself(db, site, one.first); }))
    return Error{Errc::own_product, "product_id"};
  saveEndorsement(db, site.id, product_id, said, now);
  return {};
}

EndorsementList endorsementsOf(Database& db, const std::string& site_id) {
  EndorsementList list;
  for (const auto& one : listEndorsements(db, site_id))
    list.endorsements.push_back({one.product_id, one.text, rfc3339(one.said_at)});
  return list;
}

std::optional<ShownEndorsement> shownEndorsement(Database& db, const Site& site,
                                                 const std::string& product_id, std::int64_t now) {
  const auto found = findEndorsement(db, site.id, product_id);
  if (!found) return {};
  ShownEndorsement shown{presenterName(db, site.presenter_id).value_or(""), found->text, {}};
  if (!site.discloses_shares) return shown;
  for (const auto& [seller_id, one] : offersOf(db, site, product_id, now))
    shown.commissions.push_back({seller_id, earnedOfOne(db, site, one.offer.id, now)});
  return shown;
}

}  // namespace vitrine
