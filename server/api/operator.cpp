#include "api/operator.hpp"

#include "api/handlers.hpp"
#include "api/work.hpp"
#include "clock.hpp"
#include "cooperation/terms.hpp"
#include "crypto.hpp"
#include "import/characters.hpp"
#include "members/sellers.hpp"
#include "orders/reviews.hpp"
#include "store/catalogue.hpp"
#include "store/mails.hpp"
#include "store/outbox.hpp"
#include "store/reviews.hpp"

namespace vitrine {
namespace {

constexpr int page = 100;

/// Names the page that follows a full one.
template <class Row>
std::optional<std::string> nextOf(const std::vector<Row>& rows) {
  return rows.size() == page ? std::optional(rows.back().id) : std::nullopt;
}

ListedSeller listed(Database& db, const SellerRecord& record) {
  const auto& seller = record.seller;
  auto [offers, titles] = rangeOf(db, seller.id);
  return {seller.id,
          seller.name,
          seller.country,
          seller.currency,
          seller.email,
          seller.address,
          record.standing(),
          record.refusal,
          rfc3339(timeOfId(seller.id)),
          offers,
          std::move(titles)};
}

ListedReview listed(Database& db, const StoredReview& review) {
  const auto shelf = loadShelf(db, std::vector{review.offer_id});
  const auto seller = findSeller(db, review.seller_id);
  return {review.id,
          shelf.offers.empty() ? "" : shelf.offers.front().title,
          seller ? seller->seller.name : "",
          review.stars,
          review.text,
          review.display_name,
          rfc3339(review.said_at),
          review.status,
          review.reason};
}

FeeHistory feeHistory(Database& db, std::int64_t now) {
  FeeHistory history{{}, dayOf(now)};
  std::optional<std::size_t> in_force;
  for (auto& version : listFees(db)) {
    if (version.what.from <= history.earliest) in_force = history.versions.size();
    history.versions.push_back(
        {version.id, rfc3339(version.published_at), false, std::move(version.what)});
  }
  if (in_force) history.versions[*in_force].in_force = true;
  return history;
}

}  // namespace

Result<OperatorTasks> operatorTasks(Work& work, const Nothing&) {
  if (auto fault = work.operatorOnly()) return *std::move(fault);
  return OperatorTasks{countWaitingSellers(work.db), countReviews(work.db, ReviewStatus::waiting),
                       countParked(work.db), mailBacklog(work.db).parked};
}

Result<ListedSellers> listSellers(Work& work, const Nothing&) {
  if (auto fault = work.operatorOnly()) return *std::move(fault);
  const auto standing = work.call.choice<SellerStanding>("standing");
  if (!standing) return standing.error();
  ListedSellers list;
  for (const auto& record : listSellers(work.db, *standing, work.call.param("after"), page))
    list.sellers.push_back(listed(work.db, record));
  list.next = nextOf(list.sellers);
  return list;
}

Result<ListedSeller> approveSeller(Work& work, const Approval& request) {
  if (auto fault = work.operatorOnly()) return *std::move(fault);
  const auto& id = work.call.param("seller_id");
  const auto before = findSeller(work.db, id);
  if (!before) return Error{Errc::not_found, "seller_id"};
  const std::string reason(request.approved ? "" : trimmed(request.reason));
  if (!request.approved && reason.empty()) return Error{Errc::missing_field, "reason"};
  if (auto fault = checkText(reason, maxReviewText, "reason")) return *std::move(fault);
  decideOn(work, *before, request.approved, reason);
  return listed(work.db, *findSeller(work.db, id));
}

Result<ListedSites> listSites(Work& work, const Nothing&) {
  if (auto fault = work.operatorOnly()) return *std::move(fault);
  ListedSites list{listSites(work.db, work.call.param("after"), page), {}};
  list.next = nextOf(list.sites);
  return list;
}

Result<ListedReviews> listReviews(Work& work, const Nothing&) {
  if (auto fault = work.operatorOnly()) return *std::move(fault);
  const auto status = work.call.choice<ReviewStatus>("status");
  if (!status) return status.error();
  ListedReviews list;
  for (const auto& review :
       reviewsOf(work.db, status->value_or(ReviewStatus::waiting), work.call.param("after"), page))
    list.reviews.push_back(listed(work.db, review));
  list.next = nextOf(list.reviews);
  return list;
}

Result<ListedReview> publishReview(Work& work, const Nothing&) {
  if (auto fault = work.operatorOnly()) return *std::move(fault);
  const auto& id = work.call.param("id");
  if (auto fault = publishReview(work.db, id)) return *std::move(fault);
  return listed(work.db, *findReview(work.db, id));
}

Result<ListedReview> declineReview(Work& work, const ReviewRefusal& request) {
  if (auto fault = work.operatorOnly()) return *std::move(fault);
  const auto& id = work.call.param("id");
  if (auto fault = declineReview(work.db, id, request.reason, request.stars))
    return *std::move(fault);
  return listed(work.db, *findReview(work.db, id));
}

Result<FeeHistory> listFees(Work& work, const Nothing&) {
  if (auto fault = work.operatorOnly()) return *std::move(fault);
  return feeHistory(work.db, work.now);
}

Result<FeeHistory> publishFee(Work& work, const OperatorFee& request) {
  if (auto fault = work.operatorOnly()) return *std::move(fault);
  if (auto fault = publishFee(work.db, request, work.now)) return *std::move(fault);
  return feeHistory(work.db, work.now);
}

}  // namespace vitrine
