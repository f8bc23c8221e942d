#include "orders/replacement.hpp"

#include <algorithm>

#include "clock.hpp"
#include "cooperation/books.hpp"
#include "cooperation/terms.hpp"
#include "json.hpp"
#include "orders/notices.hpp"
#include "orders/personal_data.hpp"
#include "orders/place.hpp"
#include "store/catalogue.hpp"
#include "vitrine/cart_sourcing.hpp"

namespace vitrine {
namespace {

Amount totalOf(const SellerOrder& order) { return amountOf(order.totals, TotalType::total); }

/// A way to get an order's goods from others.
struct Way {
  Replacement replacement;
  Quote quote;
};

std::optional<Way> findWay(Work& work, const StoredGroup& group, const SellerOrder& rejected) {
  const auto site = findSite(work.db, group.site_id);
  if (!site) return {};
  SourcingRequest request;
  request.currency = group.currency;
  request.destination = {site->country, ""};
  if (group.address) request.destination = {group.address->country, group.address->postcode};
  request.policy = site->sourcing;
  for (const auto& order : ordersOfGroup(work.db, group.id)) {
    if (!stands(order.status) || order.id == rejected.id)
      request.policy.excluded_sellers.push_back(order.seller_id);
  }
  std::vector<std::string> offer_ids;
  for (const auto& line : rejected.line_items) {
    request.line_items.push_back({line.offer_id, line.quantity});
    offer_ids.push_back(line.offer_id);
  }
  const auto shelf = presentable(work.db, *site, loadRivals(work.db, offer_ids), work.now).shelf;
  // Who comes to collect gave no address.
  const auto objective = rejected.address ? SourcingObjective::cost : SourcingObjective::pickup;
  const auto choice = sourceCart(request, shelf, objective);
  if (!choice || !*choice) return {};
  const auto& found = **choice;
  auto priced = quote(
      {request.currency, request.destination, found.line_items, found.selected_options}, shelf);
  if (!priced) return {};
  Way way{
      {found.line_items, found.selected_options, {}, found.total, found.total - totalOf(rejected)},
      *std::move(priced)};
  for (const auto& seller : way.quote.sellers)
    way.replacement.seller_names.push_back(seller.seller_name);
  return way;
}

/// What automatic replacements of a purchase cost more so far.
Amount spent(const std::vector<GroupOrder>& orders) {
  Amount sum = 0;
  for (const auto& rejected : orders) {
    Amount difference = 0;
    for (const auto& other : orders) {
      if (other.replaces == rejected.order.id) difference += totalOf(other.order);
    }
    if (difference > 0) sum += std::max<Amount>(0, difference - totalOf(rejected.order));
  }
  return sum;
}

bool agreed(Work& work, const StoredGroup& group, const Replacement& replacement) {
  switch (group.replacement.mode) {
    case ReplacementMode::ask:
      return false;
    case ReplacementMode::not_dearer:
      return replacement.difference <= 0;
    case ReplacementMode::up_to:
      return replacement.difference + spent(partsOfGroup(work.db, group.id)) <=
             group.replacement.up_to;
  }
  fatal("a mode of replacement without a rule");
}

/// Places the way's orders; false, and nothing taken, when stock went meanwhile.
bool placeWay(Work& work, StoredGroup& group, const SellerOrder& rejected, const Way& way) {
  const auto shared = sharesNow(work.db, way.quote, work.now);
  if (!shared) return false;
  bool taken = false;
  work.db.attempt([&] { return taken = takeStock(work.db, unitsOf(way.quote)); });
  if (!taken) return false;
  const Customer customer{rejected.site_id, findSite(work.db, rejected.site_id)->presenter_id,
                          rejected.buyer, rejected.address, rejected.payment_method};
  placeOrders(work, way.quote, *shared, customer, group.id, rejected.id);
  for (const auto& part : way.quote.sellers) {
    const bool known = std::any_of(group.sellers.begin(), group.sellers.end(),
                                   [&](const SellerInfo& s) { return s.id == part.seller_id; });
    if (!known) group.sellers.push_back(infoOf(*sellerTerms(work.db, part.seller_id)));
  }
  saveGroup(work.db, group);
  work.events.orders_placed = true;
  work.events.catalog_changed = true;
  return true;
}

/// The orders that stand for a rejected one.
std::vector<std::string> standIns(Work& work, const SellerOrder& rejected) {
  std::vector<std::string> ids;
  for (const auto& part : partsOfGroup(work.db, rejected.order_group_id)) {
    if (part.replaces == rejected.id) ids.push_back(part.order.id);
  }
  return ids;
}

void replace(Work& work, const SellerOrder& rejected) {
  auto group = findGroup(work.db, rejected.order_group_id);
  const auto way = findWay(work, *group, rejected);
  if (!way) return;
  if (agreed(work, *group, way->replacement) && placeWay(work, *group, rejected, *way)) return;
  saveReplacement(work.db, rejected.id, way->replacement);
}

}  // namespace

void reject(Work& work, SellerOrder& order, const std::string& reason) {
  order.status = OrderStatus::rejected;
  order.history.push_back({OrderStatus::rejected, rfc3339(work.now)});
  order.reason = reason;
  for (const auto& line : order.line_items) returnStock(work.db, line.offer_id, line.quantity);
  saveOrder(work.db, order);
  bookRejection(work.db, order, work.now);
  work.events.catalog_changed = true;
  replace(work, order);
  auto told = standIns(work, order);
  told.insert(told.begin(), order.id);
  notifyCustomer(work, MailKind::order_rejected, *findGroup(work.db, order.order_group_id), told);
  noteEnd(work.db, order.order_group_id, work.now);
}

void rejectUnanswered(Work& work) {
  for (auto& order : unanswered(work.db, work.now)) {
    reject(work, order, "The seller did not answer in time.");
    announceEnd(work, order, "order.rejected");
    notifySeller(work, MailKind::seller_too_late, order);
  }
}

Fault answerReplacement(Work& work, const std::string& order_group_id,
                        const ReplacementAnswer& answer) {
  for (const auto& part : partsOfGroup(work.db, order_group_id)) {
    if (part.order.id != answer.order_id || !part.replacement) continue;
    saveReplacement(work.db, part.order.id, {});
    if (!answer.accept) return {};
    auto group = findGroup(work.db, order_group_id);
    const auto way = findWay(work, *group, part.order);
    const bool same = way && way->replacement.total == answer.total;
    if (same && placeWay(work, *group, part.order, *way)) {
      notifyCustomer(work, MailKind::order_replaced, *group, standIns(work, part.order));
      noteEnd(work.db, order_group_id, work.now);
      return {};
    }
    if (way) saveReplacement(work.db, part.order.id, way->replacement);
    return {};
  }
  return Error{Errc::not_found, "order_id"};
}

}  // namespace vitrine
