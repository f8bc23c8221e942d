#pragma once

#include <string>
#include <vector>

#include "api/work.hpp"
#include "store/orders.hpp"
#include "store/reviews.hpp"

/// What customers say of what they bought. Stars count at once, a text when the operator has
/// published it. docs/reviews.md tells the rules.
namespace vitrine {

/// That a review, a display name, a reason or an answer may have, in characters.
inline constexpr std::size_t maxReviewText = 2000;
inline constexpr std::size_t maxDisplayName = 60;

/// The first fault of a text of strangers: `too_large` above so many characters, `invalid_format`
/// for bytes that are no text and characters that are not seen.
Fault checkText(const std::string& text, std::size_t most, std::string_view where);

/// Takes on, changes or takes back what a customer says of one of its orders. `not_found` for an
/// order or a line that is not of the purchase, `invalid_transition` before the order is shipped
/// and once the customer is erased, `out_of_range` for stars, `invalid_format` for a text about a
/// seller.
Fault say(Work& work, const StoredGroup& group, const ReviewWish& wish);

std::vector<OwnReview> ownReviews(Database& db, const std::string& order_id);

/// What the operator makes of a text. With `stars` they do not count any more either.
/// `invalid_transition` where there is no text.
Fault publishReview(Database& db, const std::string& id);
Fault declineReview(Database& db, const std::string& id, const std::string& reason, bool stars);

/// The seller's answer to a published text; an empty one takes it back.
Fault answerReview(Database& db, const std::string& seller_id, const std::string& id,
                   const std::string& answer);

/// Of erased customers: no names, and no texts that nobody was to read.
void eraseReviewers(Database& db, const std::string& order_id);

}  // namespace vitrine
