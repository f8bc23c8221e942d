#include "api/reviews.hpp"

#include "api/handlers.hpp"
#include "api/work.hpp"
#include "clock.hpp"
#include "cooperation/endorsing.hpp"
#include "orders/reviews.hpp"
#include "store/track_records.hpp"

namespace vitrine {
namespace {

constexpr int productPage = 10;
constexpr int sellerPage = 100;

/// Customers that a record has to be of, before it says anything.
constexpr std::int64_t enough = 10;

SellerRecordCard cardOf(const TrackRecord& record) {
  SellerRecordCard card{record.seller_id, record.rating, {}, {}};
  const auto shipped = record.in_time + record.late;
  const auto all = shipped + record.not_accepted;
  if (shipped >= enough) card.in_time = 100 * record.in_time / shipped;
  if (all >= enough) card.not_accepted = (100 * record.not_accepted + all - 1) / all;
  return card;
}

SellerReview toldTo(const StoredReview& review) {
  SellerReview told{
      review.id, review.order_id, review.offer_id, review.stars, {}, {}, rfc3339(review.said_at),
      {}};
  if (review.status != ReviewStatus::published) return told;
  told.text = review.text;
  told.display_name = review.display_name;
  told.answer = review.answer;
  return told;
}

}  // namespace

Result<OrderGroup> reviewOrder(Work& work, const ReviewWish& request) {
  const auto group = findGroupByToken(work.db, work.call.param("token"));
  if (!group) return Error{Errc::not_found, "token"};
  if (auto fault = say(work, *group, request)) return *std::move(fault);
  return getOrderGroup(work, {});
}

Result<SellerReviews> listSellerReviews(Work& work, const Nothing&) {
  const auto seller_id = work.seller();
  if (!seller_id) return seller_id.error();
  SellerReviews list;
  for (const auto& review :
       reviewsOfSeller(work.db, *seller_id, work.call.param("after"), sellerPage))
    list.reviews.push_back(toldTo(review));
  if (list.reviews.size() == sellerPage) list.next = list.reviews.back().id;
  return list;
}

Result<SellerReview> answerReview(Work& work, const ReviewAnswer& request) {
  const auto seller_id = work.seller();
  if (!seller_id) return seller_id.error();
  const auto& id = work.call.param("id");
  if (auto fault = answerReview(work.db, *seller_id, id, request.text)) return *std::move(fault);
  return toldTo(*findReview(work.db, id));
}

Result<ProductReviews> listProductReviews(Work& work, const Nothing&) {
  const auto site = work.site(work.call.param("site_id"));
  if (!site) return site.error();
  const auto& product_id = work.call.param("product_id");
  const auto& after = work.call.param("after");
  ProductReviews answer;
  for (const auto& review : publishedReviews(work.db, product_id, after, productPage)) {
    const auto seller = findSeller(work.db, review.seller_id);
    answer.reviews.push_back({review.id, review.stars, review.text, review.display_name,
                              rfc3339(review.said_at), seller ? seller->seller.name : "",
                              review.answer});
  }
  if (answer.reviews.size() == productPage) answer.next = answer.reviews.back().id;
  if (!after.empty()) return answer;
  for (const auto& record : recordsOfProduct(work.db, product_id))
    answer.sellers.push_back(cardOf(record));
  answer.endorsement = shownEndorsement(work.db, *site, product_id, work.now);
  return answer;
}

}  // namespace vitrine
