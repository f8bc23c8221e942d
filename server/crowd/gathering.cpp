#include "crowd/gathering.hpp"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <stdexcept>

#include "crowd/presentations.hpp"
#include "json.hpp"
#include "store/accounts.hpp"
#include "store/endorsements.hpp"
#include "store/members.hpp"

namespace vitrine {
namespace {

constexpr int pageSize = 200;
constexpr int offersPage = 2000;
constexpr std::size_t keptCompanions = 12;  // sites that lack some of them show the next
constexpr std::int64_t step = 1000;  // finer differences of a score are not worth a new catalogue
constexpr std::int64_t day = 24LL * 60 * 60 * 1000;
constexpr std::int64_t recordTime = 90 * day;
constexpr std::int64_t poorStars = 2;  // of a seller: as good as late
constexpr std::int64_t fairStars = 3;  // that no one buys for a product

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

bool isPoor(const StoredReview& review) {
  return review.offer_id.empty() && review.counts && review.stars <= poorStars;
}

crowd::Outcome outcomeOf(const SellerOrder& order) {
  if (order.status == OrderStatus::rejected) return crowd::Outcome::broken;
  std::int64_t days = 0;  // 0: none were promised
  for (const auto& parcel : order.fulfillments)
    days = std::max<std::int64_t>(days, parcel.max_days);
  const auto took = timeOf(order.history.back().at) - timeOf(order.created_at);
  return days > 0 && took > days * day ? crowd::Outcome::late : crowd::Outcome::kept;
}

/// The stars that each product or seller has of its customers, each of whom counts once.
std::map<std::uint32_t, StarRating> meansOf(const std::vector<crowd::Rating>& ratings) {
  std::map<std::pair<std::uint32_t, std::uint32_t>, const crowd::Rating*> last;
  for (const auto& one : ratings) {
    auto& known = last[{one.product, one.customer}];
    if (!known || std::pair(known->at, -known->stars) < std::pair(one.at, -one.stars)) known = &one;
  }
  std::map<std::uint32_t, StarRating> answer;
  for (const auto& [about, one] : last) {
    auto& rating = answer[about.first];
    ++rating.count;
    rating.mean += 100 * one->stars;
  }
  for (auto& [about, rating] : answer)
    rating.mean = (rating.mean + rating.count / 2) / rating.count;
  return answer;
}

}  // namespace

std::uint32_t Gathering::place(std::map<std::string, std::uint32_t>& places,
                               const std::string& id) {
  return places.emplace(id, static_cast<std::uint32_t>(places.size())).first->second;
}

std::vector<OfferOfProduct> Gathering::nextOffers(Database& db) const {
  return offersAfter(db, last_offer_, offersPage);
}

void Gathering::add(const std::vector<OfferOfProduct>& offers) {
  for (const auto& [offer_id, product_id, seller_id] : offers) {
    const auto product = product_of_offer_[offer_id] = place(products_, product_id);
    evidence_.offerings.push_back({product, place(sellers_, seller_id)});
    last_offer_ = offer_id;
  }
}

void Gathering::begin(Database& db) {
  for (const auto& record : listSellers(db)) {
    const auto& seller = record.seller;
    place(sellers_, seller.id);
    if (!seller.email.empty()) owners_[seller.id] = customers_.of(seller.email);
  }
  evidence_.endorsements.clear();
  for (const auto& endorsement : listEndorsements(db, "")) {
    const auto product = products_.find(endorsement.product_id);
    if (product != products_.end())
      evidence_.endorsements.push_back(
          {product->second, place(presenters_, endorsement.presenter_id)});
  }
  addPresentations(db);
  evidence_.products = static_cast<std::uint32_t>(products_.size());
  evidence_.sellers = static_cast<std::uint32_t>(sellers_.size());
}

/// Whoever sells a product says nothing by showing it.
void Gathering::addPresentations(Database& db) {
  presented_.clear();
  std::set<std::pair<std::uint32_t, std::string>> own;  // products, presenters
  std::map<std::uint32_t, std::set<std::string>> selling;
  for (const auto& [seller_id, presenter_id] : alsoPresenting(db))
    if (const auto seller = sellers_.find(seller_id); seller != sellers_.end())
      selling[seller->second].insert(presenter_id);
  for (const auto& [product, seller] : evidence_.offerings)
    if (const auto found = selling.find(seller); found != selling.end())
      for (const auto& presenter_id : found->second) own.emplace(product, presenter_id);
  std::uint32_t number = 0;
  for (const auto& [site_id, presenter_id, lists] : presentations(db)) {
    const auto presenter = place(presenters_, presenter_id);
    for (const auto& list : lists) {
      ++number;
      for (const auto& product_id : list) {
        const auto product = products_.find(product_id);
        if (product != products_.end() && !own.contains({product->second, presenter_id}))
          presented_.push_back({site_id, {product->second, presenter, number}});
      }
    }
  }
}

Gathering::Page Gathering::next(Database& db) const {
  Page page{ordersAfter(db, last_, pageSize), {}, {}};
  if (page.orders.empty()) return page;
  page.refunded = refundedOrders(db, last_, page.orders.back().id);
  page.reviews = reviewsBetween(db, last_, page.orders.back().id);
  return page;
}

void Gathering::add(const Page& page) {
  for (const auto& [id, body] : page.orders) {
    const auto order = fromJson<SellerOrder>(body);
    if (!order) throw std::runtime_error("damaged order in the database: " + id);
    const auto first =
        std::partition_point(page.reviews.begin(), page.reviews.end(),
                             [&](const StoredReview& review) { return review.order_id < id; });
    const auto end = std::find_if(first, page.reviews.end(), [&](const StoredReview& review) {
      return review.order_id != id;
    });
    add(*order, page.refunded.contains(id), {first, end});
    last_ = id;
  }
}

void Gathering::add(const SellerOrder& order, bool refunded,
                    std::span<const StoredReview> reviews) {
  const bool shipped = order.status == OrderStatus::shipped;
  const auto seller = sellers_.find(order.seller_id);
  if ((!shipped && order.status != OrderStatus::rejected) || seller == sellers_.end()) return;
  // Whose customers were erased cannot be told apart any more: on a site they are one.
  const auto customer = order.personal_data_erased_at ? customers_.of("erased " + order.site_id)
                                                      : customers_.of(order.buyer, order.address);
  const auto at = timeOf(order.created_at);
  // What a seller buys of itself says nothing of it.
  const auto owner = owners_.find(order.seller_id);
  if (owner != owners_.end() && customers_.who(owner->second) == customer) return;
  measured_.push_back({seller->second, customer, outcomeOf(order), at});
  evidence_.promises.push_back(measured_.back());
  auto& outcome = evidence_.promises.back().outcome;
  if (std::any_of(reviews.begin(), reviews.end(), isPoor))
    outcome = std::max(outcome, crowd::Outcome::late);
  if (!shipped) return;
  for (const auto& review : reviews) {
    // A refund buys no bad stars off, and good ones are not had for nothing.
    if (!review.counts || (refunded && review.stars > fairStars)) continue;
    // Those who were erased are told apart: stars are bounded by their day instead.
    add(review, order.personal_data_erased_at ? customers_.of("erased " + order.id) : customer);
  }
  if (refunded) return;
  const auto site = place(sites_, order.site_id);
  const auto basket = place(groups_, order.order_group_id);
  for (const auto& line : order.line_items) {
    const auto product = product_of_offer_.find(line.offer_id);
    if (product != product_of_offer_.end())
      evidence_.purchases.push_back({product->second, customer, site, basket, at});
  }
}

void Gathering::add(const StoredReview& review, std::uint32_t customer) {
  const auto site = place(sites_, review.site_id);
  if (review.offer_id.empty()) {
    of_sellers_.push_back(
        {sellers_.at(review.seller_id), customer, site, review.stars, review.said_at});
    return;
  }
  const auto product = product_of_offer_.find(review.offer_id);
  if (product != product_of_offer_.end())
    evidence_.ratings.push_back({product->second, customer, site, review.stars, review.said_at});
}

crowd::Evidence Gathering::joined() const {
  auto evidence = evidence_;
  for (auto& one : evidence.purchases) one.customer = customers_.who(one.customer);
  for (auto& one : evidence.promises) one.customer = customers_.who(one.customer);
  for (auto& one : evidence.ratings) one.customer = customers_.who(one.customer);
  for (const auto& [site_id, shown] : presented_)
    if (sites_.contains(site_id)) evidence.presentations.push_back(shown);
  return evidence;
}

std::vector<StoredStanding> Gathering::standings(std::int64_t now) const {
  const auto evidence = joined();
  const auto ratings = meansOf(evidence.ratings);
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
    for (const auto& companion : ranked[i].presented)
      standing.presented.push_back(*ids[companion.product]);
    const auto rating = ratings.find(static_cast<std::uint32_t>(i));
    if (rating != ratings.end()) standing.rating = rating->second;
    if (standing.score != 0 || !standing.companions.empty() || !standing.presented.empty() ||
        standing.rating)
      answer.push_back(std::move(standing));
  }
  return answer;
}

std::map<std::string, TrackRecord> Gathering::records(std::int64_t now) const {
  std::map<std::pair<std::uint32_t, std::uint32_t>, const crowd::Promise*> last;
  auto measured = measured_;
  for (auto& one : measured) {
    if (one.at < now - recordTime) continue;
    one.customer = customers_.who(one.customer);
    auto& known = last[{one.seller, one.customer}];
    if (!known || std::pair(known->at, known->outcome) < std::pair(one.at, one.outcome))
      known = &one;
  }
  auto ratings = of_sellers_;
  for (auto& one : ratings) one.customer = customers_.who(one.customer);
  const auto means = meansOf(ratings);
  std::map<std::string, TrackRecord> answer;
  for (const auto& [id, place] : sellers_) {
    TrackRecord record{id};
    const auto end = last.lower_bound({place + 1, 0});
    for (auto at = last.lower_bound({place, 0}); at != end; ++at) {
      const auto outcome = at->second->outcome;
      ++(outcome == crowd::Outcome::kept   ? record.in_time
         : outcome == crowd::Outcome::late ? record.late
                                           : record.not_accepted);
    }
    if (const auto mean = means.find(place); mean != means.end()) record.rating = mean->second;
    if (record != TrackRecord{id}) answer.emplace(id, std::move(record));
  }
  return answer;
}

}  // namespace vitrine
