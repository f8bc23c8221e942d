#include "crowd/gathering.hpp"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <stdexcept>

#include "json.hpp"
#include "store/members.hpp"

namespace vitrine {
namespace {

constexpr int pageSize = 200;
constexpr std::size_t keptCompanions = 12;  // sites that lack some of them show the next
constexpr std::int64_t step = 1000;  // finer differences of a score are not worth a new catalogue
constexpr std::int64_t day = 24LL * 60 * 60 * 1000;

/// Of the form that `rfc3339` writes; 0 for anything else.
std::int64_t timeOf(const std::string& text) {
  int year = 0;
  unsigned month = 0, date = 0, hour = 0, minute = 0, second = 0;
  if (std::sscanf(text.c_str(), "%4d-%2u-%2uT%2u:%2u:%2uZ", &year, &month, &date, &hour, &minute,
                  &second) != 6)
    return 0;
  using namespace std::chrono;
  const sys_days days =
      std::chrono::year(year) / std::chrono::month(month) / std::chrono::day(date);
  const auto time = days + hours(hour) + minutes(minute) + seconds(second);
  return duration_cast<milliseconds>(time.time_since_epoch()).count();
}

crowd::Outcome outcomeOf(const SellerOrder& order) {
  if (order.status == OrderStatus::rejected) return crowd::Outcome::broken;
  std::int64_t days = 0;  // 0: none were promised
  for (const auto& parcel : order.fulfillments)
    days = std::max<std::int64_t>(days, parcel.max_days);
  const auto took = timeOf(order.history.back().at) - timeOf(order.created_at);
  return days > 0 && took > days * day ? crowd::Outcome::late : crowd::Outcome::kept;
}

}  // namespace

std::uint32_t Gathering::place(std::map<std::string, std::uint32_t>& places,
                               const std::string& id) {
  return places.emplace(id, static_cast<std::uint32_t>(places.size())).first->second;
}

void Gathering::begin(Database& db) {
  for (const auto& [seller, endpoint, secret, old, until, gone, minutes] : listSellers(db)) {
    place(sellers_, seller.id);
    if (!seller.email.empty()) owners_[seller.id] = customers_.of(seller.email);
  }
  for (const auto& [offer_id, product_id, seller_id] : listOffers(db)) {
    const auto product = product_of_offer_[offer_id] = place(products_, product_id);
    evidence_.offerings.push_back({product, place(sellers_, seller_id)});
  }
  evidence_.products = static_cast<std::uint32_t>(products_.size());
  evidence_.sellers = static_cast<std::uint32_t>(sellers_.size());
}

Gathering::Page Gathering::next(Database& db) const {
  Page page{ordersAfter(db, last_, pageSize), {}};
  if (!page.orders.empty()) page.refunded = refundedOrders(db, last_, page.orders.back().id);
  return page;
}

void Gathering::add(const Page& page) {
  for (const auto& [id, body] : page.orders) {
    const auto order = fromJson<SellerOrder>(body);
    if (!order) throw std::runtime_error("damaged order in the database: " + id);
    add(*order, page.refunded.contains(id));
    last_ = id;
  }
}

void Gathering::add(const SellerOrder& order, bool refunded) {
  const bool shipped = order.status == OrderStatus::shipped;
  const auto seller = sellers_.find(order.seller_id);
  if ((!shipped && order.status != OrderStatus::rejected) || seller == sellers_.end()) return;
  // Whose customers were erased cannot be told apart any more: on a site they are one.
  const auto customer = order.personal_data_erased_at ? customers_.of("erased " + order.site_id)
                                                      : customers_.of(order.buyer, order.address);
  const auto at = timeOf(order.created_at);
  evidence_.promises.push_back({seller->second, customer, outcomeOf(order), at});
  const auto owner = owners_.find(order.seller_id);
  const bool itself = owner != owners_.end() && customers_.who(owner->second) == customer;
  if (!shipped || refunded || itself) return;
  const auto site = place(sites_, order.site_id);
  const auto basket = place(groups_, order.order_group_id);
  for (const auto& line : order.line_items) {
    const auto product = product_of_offer_.find(line.offer_id);
    if (product != product_of_offer_.end())
      evidence_.purchases.push_back({product->second, customer, site, basket, at});
  }
}

std::vector<StoredStanding> Gathering::standings(std::int64_t now) const {
  auto evidence = evidence_;
  for (auto& one : evidence.purchases) one.customer = customers_.who(one.customer);
  for (auto& one : evidence.promises) one.customer = customers_.who(one.customer);
  std::vector<const std::string*> ids(evidence.products);
  for (const auto& [id, place] : products_) ids[place] = &id;
  const auto rounded = [](std::int64_t score) { return score / step * step; };
  crowd::Evidence nothing;
  nothing.products = nothing.sellers = 1;
  nothing.offerings = {{0, 0}};
  const auto unknown = rounded(crowd::rank(nothing, now, 0).front().score);
  std::vector<StoredStanding> answer;
  const auto ranked = crowd::rank(evidence, now, keptCompanions);
  for (std::size_t i = 0; i < ranked.size(); ++i) {
    StoredStanding standing{*ids[i], rounded(ranked[i].score) - unknown, {}};
    for (const auto& companion : ranked[i].companions)
      standing.companions.push_back(*ids[companion.product]);
    if (standing.score != 0 || !standing.companions.empty()) answer.push_back(std::move(standing));
  }
  return answer;
}

}  // namespace vitrine
