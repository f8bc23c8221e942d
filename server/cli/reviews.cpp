#include "orders/reviews.hpp"

#include <limits>

#include "cli/grammar.hpp"
#include "cli/settings.hpp"
#include "clock.hpp"

namespace vitrine {
namespace {

int listReviews(Admin& admin, ReviewStatus status, bool json) {
  auto all = Json::array();
  constexpr int all_of_them = std::numeric_limits<int>::max();
  for (const auto& review : reviewsOf(admin.db, status, "", all_of_them)) {
    all.push_back({{"id", review.id},
                   {"order_id", review.order_id},
                   {"offer_id", review.offer_id},
                   {"stars", review.stars},
                   {"display_name", review.display_name},
                   {"text", review.text},
                   {"reason", review.reason},
                   {"answer", review.answer},
                   {"said_at", rfc3339(review.said_at)}});
    if (!json)
      admin.out << review.id << "  " << review.stars << "  " << Json(review.display_name) << "  "
                << Json(review.text) << '\n';
  }
  if (json) admin.out << all.dump(2) << '\n';
  return done;
}

int changed(Admin& admin, const Fault& fault) { return fault ? refuse(admin, *fault) : done; }

}  // namespace

void addReviewCommands(Grammar& grammar) {
  struct Given {
    std::string id;
    std::string reason;
    ReviewStatus status = ReviewStatus::waiting;
    bool stars = false;
    bool json = false;
  };
  const auto given = std::make_shared<Given>();
  auto* review = grammar.family("review", "Reviews: what customers write about products");
  auto* list = grammar.command(
      review, "list", "List the texts that wait, oldest first",
      [given](Admin& admin) { return listReviews(admin, given->status, given->json); });
  list->add_option("--status", given->status, "Those that are waiting, published or declined")
      ->transform(CLI::CheckedTransformer(valuesByName<ReviewStatus>()));
  list->add_flag("--json", given->json, "As JSON");

  auto* publish = grammar.command(
      review, "publish", "Show a text to everybody",
      [given](Admin& admin) { return changed(admin, publishReview(admin.db, given->id)); });
  auto* decline = grammar.command(
      review, "decline", "Keep a text from everybody but its customer, who reads why",
      [given](Admin& admin) {
        return changed(admin, declineReview(admin.db, given->id, given->reason, given->stars));
      });
  decline->add_option("--reason", given->reason, "What the customer reads")->required();
  decline->add_flag("--stars", given->stars, "The stars do not count any more either");
  for (auto* command : {publish, decline})
    command->add_option("ID", given->id, "rev_…")->required();
}

}  // namespace vitrine
