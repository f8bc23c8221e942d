#include "orders/reviews.hpp"

#include <algorithm>

#include "import/characters.hpp"

namespace vitrine {
namespace {

std::size_t lengthOf(std::string_view text) {
  const auto begins = [](char c) { return (c & 0xC0) != 0x80; };
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), begins));
}

Fault check(const ReviewWish& wish) {
  if (wish.stars && (*wish.stars < 1 || *wish.stars > 5)) return Error{Errc::out_of_range, "stars"};
  if (!wish.stars && !wish.text.empty()) return Error{Errc::missing_field, "stars"};
  if (wish.offer_id.empty() && !wish.text.empty()) return Error{Errc::invalid_format, "text"};
  if (auto fault = checkText(wish.text, maxReviewText, "text")) return fault;
  if (wish.display_name.find_first_of("\n\r\t") != wish.display_name.npos)
    return Error{Errc::invalid_format, "display_name"};
  return checkText(wish.display_name, maxDisplayName, "display_name");
}

std::optional<StoredReview> saidBefore(Database& db, const ReviewWish& wish) {
  for (auto& review : reviewsOfOrder(db, wish.order_id))
    if (review.offer_id == wish.offer_id) return std::move(review);
  return {};
}

bool hasLine(const SellerOrder& order, const std::string& offer_id) {
  return offer_id.empty() ||
         std::any_of(order.line_items.begin(), order.line_items.end(),
                     [&](const LineItem& line) { return line.offer_id == offer_id; });
}

/// A review with a text, to be changed.
Result<StoredReview> written(Database& db, const std::string& id) {
  auto review = findReview(db, id);
  if (!review) return Error{Errc::not_found, "id"};
  if (review->status == ReviewStatus::none) return Error{Errc::invalid_transition, "id"};
  return *std::move(review);
}

}  // namespace

Fault checkText(const std::string& text, std::size_t most, std::string_view where) {
  if (!textFault(text).empty()) return Error{Errc::invalid_format, std::string(where)};
  if (lengthOf(text) > most)
    return Error{Errc::too_large, std::string(where), static_cast<long long>(most)};
  return {};
}

Fault say(Work& work, const StoredGroup& group, const ReviewWish& wish) {
  if (auto fault = check(wish)) return fault;
  const auto orders = ordersOfGroup(work.db, group.id);
  const auto order = std::find_if(orders.begin(), orders.end(),
                                  [&](const SellerOrder& o) { return o.id == wish.order_id; });
  if (order == orders.end()) return Error{Errc::not_found, "order_id"};
  if (!hasLine(*order, wish.offer_id)) return Error{Errc::not_found, "offer_id"};
  const auto before = saidBefore(work.db, wish);
  // Stars that the operator took away stay away, also if they are said again.
  if (!wish.stars && before && !before->counts) return Error{Errc::invalid_transition, "order_id"};
  if (!wish.stars) {
    removeReview(work.db, order->id, wish.offer_id);
    return {};
  }
  // Who was erased cannot be asked, nor be forgotten a second time.
  if (order->status != OrderStatus::shipped || group.personal_data_erased_at)
    return Error{Errc::invalid_transition, "order_id"};
  StoredReview review;
  review.id = work.newId("rev_");
  review.order_id = order->id;
  review.offer_id = wish.offer_id;
  review.seller_id = order->seller_id;
  review.site_id = order->site_id;
  review.stars = *wish.stars;
  review.text = trimmed(wish.text);
  if (!review.text.empty()) review.display_name = trimmed(wish.display_name);
  review.said_at = work.now;
  review.status = review.text.empty() ? ReviewStatus::none : ReviewStatus::waiting;
  if (before) {
    review.counts = before->counts;
    const bool same = before->text == review.text && before->display_name == review.display_name;
    if (same) {  // other stars need nobody's leave
      review.status = before->status;
      review.reason = before->reason;
      review.answer = before->answer;
    }
    if (same && before->stars == review.stars) return {};
  }
  saveReview(work.db, review);
  return {};
}

std::vector<OwnReview> ownReviews(Database& db, const std::string& order_id) {
  std::vector<OwnReview> answer;
  for (auto& review : reviewsOfOrder(db, order_id))
    answer.push_back({review.offer_id, review.stars, review.text, review.display_name,
                      review.counts ? review.status : ReviewStatus::declined, review.reason,
                      review.answer});
  return answer;
}

Fault publishReview(Database& db, const std::string& id) {
  auto review = written(db, id);
  if (!review) return review.error();
  review->status = ReviewStatus::published;
  review->reason.clear();
  saveReview(db, *review);
  return {};
}

Fault declineReview(Database& db, const std::string& id, const std::string& reason, bool stars) {
  if (trimmed(reason).empty()) return Error{Errc::missing_field, "reason"};
  if (auto fault = checkText(reason, maxReviewText, "reason")) return fault;
  auto review = findReview(db, id);
  if (!review) return Error{Errc::not_found, "id"};
  if (review->status == ReviewStatus::none && !stars) return Error{Errc::invalid_transition, "id"};
  if (review->status != ReviewStatus::none) review->status = ReviewStatus::declined;
  if (stars) review->counts = false;
  review->reason = reason;
  review->answer.clear();
  saveReview(db, *review);
  return {};
}

Fault answerReview(Database& db, const std::string& seller_id, const std::string& id,
                   const std::string& answer) {
  if (auto fault = checkText(answer, maxReviewText, "text")) return fault;
  auto review = findReview(db, id);
  if (!review || review->seller_id != seller_id) return Error{Errc::not_found, "id"};
  if (review->status != ReviewStatus::published) return Error{Errc::invalid_transition, "id"};
  review->answer = trimmed(answer);
  saveReview(db, *review);
  return {};
}

void eraseReviewers(Database& db, const std::string& order_id) {
  for (auto& review : reviewsOfOrder(db, order_id)) {
    review.display_name.clear();
    review.reason.clear();
    if (review.status != ReviewStatus::published) {
      review.text.clear();
      review.status = ReviewStatus::none;
    }
    saveReview(db, review);
  }
}

}  // namespace vitrine
