#include "cooperation/terms.hpp"

#include <algorithm>

#include "clock.hpp"
#include "cooperation/retail.hpp"
#include "crypto.hpp"
#include "members/arranging.hpp"
#include "store/catalogue.hpp"

namespace vitrine {
namespace {

constexpr std::int64_t dayLength = 24LL * 60 * 60 * 1000;

template <class T>
T onDay(const std::vector<Version<T>>& versions, std::string_view day) {
  T found;
  for (const auto& version : versions) {
    if (version.what.from <= day) found = version.what;
  }
  return found;
}

/// What holds on a day or is announced for a later one.
template <class T>
std::vector<T> fromDay(const std::vector<Version<T>>& versions, std::string_view day) {
  std::vector<T> answer{onDay(versions, day)};
  for (auto version = versions.begin(); version != versions.end(); ++version) {
    const bool replaced = std::any_of(version + 1, versions.end(), [&](const auto& later) {
      return later.what.from <= version->what.from;
    });
    if (version->what.from > day && !replaced) answer.push_back(version->what);
  }
  return answer;
}

/// Terms in force on a day, and the operator's fee.
SharePolicy policyOn(Database& db, std::span<const std::string> seller_ids, std::string day) {
  const auto published = listTerms(db, seller_ids);
  SharePolicy policy;
  policy.on = std::move(day);
  policy.operator_fee = onDay(published.fees, policy.on);
  for (const auto& [seller_id, versions] : published.terms) {
    auto terms = onDay(versions, policy.on);
    if (!terms.from.empty()) policy.terms.push_back({seller_id, std::move(terms)});
  }
  return policy;
}

}  // namespace

std::string dayOf(std::int64_t now) { return rfc3339(now).substr(0, 10); }

Terms termsOn(Database& db, const std::string& seller_id, std::string_view day) {
  return onDay(listTerms(db, seller_id), day);
}

OperatorFee feeOn(Database& db, std::string_view day) { return onDay(listFees(db), day); }

std::string earliestTerms(Database& db, const std::string& seller_id, std::int64_t now) {
  const auto notice = termsOn(db, seller_id, dayOf(now)).notice_days;
  return dayOf(now + notice * dayLength);
}

Fault publishTerms(Database& db, const std::string& seller_id, const Terms& terms,
                   std::int64_t now) {
  if (auto fault = check(terms)) return fault;
  if (auto fault = checkBegin(terms.from, earliestTerms(db, seller_id, now))) return fault;
  const auto goods = loadGoods(db, seller_id);
  for (const auto& fee : fromDay(listFees(db), dayOf(now))) {
    if (auto fault = checkTogether(terms, fee)) return fault;
    if (auto fault = checkAgainst(terms, fee, goods)) return fault;
  }
  insertTerms(db, {newId("trm_", now), now, terms}, seller_id);
  if (terms.from <= dayOf(now)) noteTerms(db, seller_id);
  return {};
}

Fault publishFee(Database& db, const OperatorFee& fee, std::int64_t now) {
  if (auto fault = check(fee)) return fault;
  if (!isDay(fee.from)) return Error{Errc::invalid_format, "from"};
  if (auto fault = checkBegin(fee.from, dayOf(now))) return fault;
  for (const auto& record : listSellers(db)) {
    for (const auto& terms : fromDay(listTerms(db, record.seller.id), dayOf(now))) {
      if (auto fault = checkTogether(terms, fee)) return at(record.seller.id, *std::move(fault));
    }
  }
  insertFee(db, {newId("fee_", now), now, fee});
  return {};
}

Result<Shares> sharesNow(Database& db, const Quote& quote, std::int64_t now) {
  std::vector<std::string> offer_ids;
  for (const auto& line : quote.line_items) offer_ids.push_back(line.offer_id);
  std::vector<std::string> seller_ids;
  for (const auto& part : quote.sellers) seller_ids.push_back(part.seller_id);
  return shares(quote, loadShelf(db, offer_ids), policyOn(db, seller_ids, dayOf(now)));
}

Amount earnedOfOne(Database& db, const Site& site, const std::string& offer_id, std::int64_t now) {
  auto shelf = loadShelf(db, std::vector{offer_id});
  for (auto& entry : shelf.offers) entry.offer.stock.reset();
  applyRetail(db, site.id, shelf, now);
  QuoteRequest wanted;
  wanted.currency = site.currency;
  wanted.destination.country = site.country;
  wanted.line_items = {{offer_id, 1}};
  const auto quoted = quote(wanted, shelf);
  const auto shared = quoted ? sharesNow(db, *quoted, now) : Result<Shares>(quoted.error());
  return shared ? shared->split.presenter : 0;
}

namespace {

/// Those sellers whose goods a site shows under their terms.
std::set<std::string> presented(Database& db, const Site& site,
                                std::span<const std::string> seller_ids,
                                const SharePolicy& policy) {
  std::map<std::string_view, const Terms*> terms;
  for (const auto& one : policy.terms) terms[one.seller_id] = &one.terms;
  const Terms none;
  std::set<std::string> shown;
  for (const auto& [id, status] : approvedWith(db, site.id, seller_ids)) {
    const auto* own = terms[id];
    if (mayPresent(own ? *own : none, status, site.country)) shown.insert(id);
  }
  return shown;
}

}  // namespace

bool presents(Database& db, const Site& site, const std::string& seller_id, std::int64_t now) {
  const std::span few(&seller_id, 1);
  return presented(db, site, few, policyOn(db, few, dayOf(now))).contains(seller_id);
}

Hidden hiddenSellers(Database& db, const std::vector<Site>& sites,
                     const std::vector<Seller>& sellers, std::int64_t now) {
  std::map<std::pair<std::string, std::string>, AgreementStatus> statuses;
  for (const auto& step : listSteps(db, "", ""))
    statuses[{step.seller_id, step.site_id}] = step.status;
  Hidden hidden;
  for (const auto& seller : sellers) {
    const auto terms = termsOn(db, seller.id, dayOf(now));
    const bool approved = isApproved(db, seller.id);
    for (const auto& site : sites) {
      if (!approved || !mayPresent(terms, statuses[{seller.id, site.id}], site.country))
        hidden[site.id].insert(seller.id);
    }
  }
  return hidden;
}

Presented presentable(Database& db, const Site& site, Shelf shelf, std::int64_t now) {
  std::vector<std::string> seller_ids;
  for (const auto& seller : shelf.sellers) seller_ids.push_back(seller->id);
  auto policy = policyOn(db, seller_ids, dayOf(now));
  const auto shown = presented(db, site, seller_ids, policy);
  std::erase_if(shelf.sellers, [&](const auto& seller) { return !shown.contains(seller->id); });
  const Assortment assortment(findArrangement(db, site.id));
  std::erase_if(shelf.offers, [&](const ShelfOffer& entry) {
    return !shelf.seller(entry.offer.seller_id) || !assortment.shows(entry.product_id);
  });
  applyRetail(db, site.id, shelf, now);
  return {std::move(shelf), std::move(policy)};
}

}  // namespace vitrine
