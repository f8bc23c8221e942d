#include "orders/reviews.hpp"

#include "crowd/gathering.hpp"
#include "json.hpp"
#include "store/endorsements.hpp"
#include "store/sessions.hpp"
#include "unit/catch.hpp"
#include "unit/server/store.hpp"

namespace vitrine {
namespace {

constexpr std::int64_t now = 1'800'000'000'000;

/// Purchases of `off_a`, each by a customer of its own and shipped, with what the customer says.
class Crowd {
 public:
  explicit Crowd(Database& db) : db_(db) {
    addOffers(db, {"a"});
    insertPresenter(db, "pre_1", "Blog");
    Site site;
    site.id = "site_1";
    site.presenter_id = "pre_1";
    insertSite(db, site);
  }

  void buy(std::int64_t stars_of_goods, std::int64_t stars_of_seller = 0,
           OrderStatus status = OrderStatus::shipped) {
    const auto number = std::to_string(1000 + ++bought_);
    StoredGroup group;
    group.id = "og_" + number;
    StoredSession session;
    session.id = "cs_" + number;
    insertSession(db_, session, number);
    insertGroup(db_, group, {session.id, "token" + number}, "");
    SellerOrder order;
    order.id = "ord_" + number;
    order.order_group_id = group.id;
    order.seller_id = "sel_1";
    order.site_id = "site_1";
    order.created_at = "2027-01-01T00:00:00Z";
    order.status = status;
    order.history = {{status, late ? "2027-01-09T00:00:00Z" : "2027-01-02T00:00:00Z"}};
    order.buyer.email = number + "@example.org";
    order.line_items.emplace_back().offer_id = "off_a";
    order.fulfillments.emplace_back().max_days = 3;
    insertOrder(db_, order, toJson(order), "", {});
    for (const auto& [offer_id, stars] :
         {std::pair("off_a", stars_of_goods), std::pair("", stars_of_seller)}) {
      if (stars == 0) continue;
      StoredReview review;
      review.id = "rev_" + number + offer_id;
      review.order_id = order.id;
      review.offer_id = offer_id;
      review.seller_id = order.seller_id;
      review.site_id = order.site_id;
      review.stars = stars;
      review.said_at = now;
      saveReview(db_, review);
    }
  }

  Gathering gathered() const {
    Gathering gathering;
    for (auto offers = gathering.nextOffers(db_); !offers.empty();
         offers = gathering.nextOffers(db_))
      gathering.add(offers);
    gathering.begin(db_);
    for (auto page = gathering.next(db_); !page.orders.empty(); page = gathering.next(db_))
      gathering.add(page);
    return gathering;
  }
  std::int64_t score() const {
    const auto standings = gathered().standings(now);
    return standings.empty() ? 0 : standings.front().score;
  }

  bool late = false;

 private:
  Database& db_;
  int bought_ = 0;
};

}  // namespace

TEST_CASE("stars make a mean to the hundredth, and better ones a better place") {
  const Folder folder;
  Database db(folder.path);
  Crowd crowd(db);
  for (const auto stars : {5, 5, 4}) crowd.buy(stars);
  const auto standings = crowd.gathered().standings(now);
  REQUIRE(standings.size() == 1);
  CHECK(standings.front().rating == StarRating{3, 467});
  const auto good = standings.front().score;
  for (const auto stars : {1, 1, 1}) crowd.buy(stars);
  CHECK(crowd.score() < good);
}

TEST_CASE("a recommendation lifts a product, and whoever recommends twice lifts it once") {
  const Folder folder;
  Database db(folder.path);
  const Crowd crowd(db);
  const auto before = crowd.score();
  saveEndorsement(db, "site_1", "pro_1", "Good", now);
  const auto once = crowd.score();
  CHECK(once > before);
  Site other;
  other.id = "site_2";
  other.presenter_id = "pre_1";
  insertSite(db, other);
  saveEndorsement(db, "site_2", "pro_1", "Good", now);
  CHECK(crowd.score() == once);
}

TEST_CASE("a seller's record counts what was sent in time, late and not at all") {
  const Folder folder;
  Database db(folder.path);
  Crowd crowd(db);
  for (int i = 0; i < 4; ++i) crowd.buy(0);
  crowd.late = true;
  crowd.buy(0);
  crowd.buy(0, 0, OrderStatus::rejected);
  crowd.buy(0, 0, OrderStatus::placed);
  const auto records = crowd.gathered().records(now);
  REQUIRE(records.size() == 1);
  CHECK(records.at("sel_1") == TrackRecord{"sel_1", 4, 1, 1, {}});
  CHECK(crowd.gathered().records(now + 400LL * 24 * 60 * 60 * 1000).empty());
  CHECK(saveRecords(db, records));
  CHECK_FALSE(saveRecords(db, records));
  CHECK(recordsOfProduct(db, "pro_1") == std::vector{records.at("sel_1")});
}

TEST_CASE("stars for a seller are told as they are, and poor ones cost it its reliability") {
  const Folder folder;
  Database db(folder.path);
  Crowd crowd(db);
  crowd.buy(0, 5);
  const auto good = crowd.score();
  crowd.buy(0, 1);
  const auto record = crowd.gathered().records(now).at("sel_1");
  CHECK(record.rating == StarRating{2, 300});
  CHECK(record.in_time == 2);
  crowd.buy(0, 5);
  const Folder elsewhere;
  Database other(elsewhere.path);
  Crowd content(other);
  for (int i = 0; i < 3; ++i) content.buy(0, 5);
  CHECK(crowd.score() < content.score());
  CHECK(good != 0);
}

TEST_CASE("the text of a review has a length in characters, not in bytes") {
  std::string text;
  for (int i = 0; i < 10; ++i) text += "ä";
  CHECK_FALSE(checkText(text, 10, "text"));
  CHECK(checkText(text, 9, "text") == Error{Errc::too_large, "text", 9});
  CHECK(checkText("a\xFF", 9, "text") == Error{Errc::invalid_format, "text"});
}

}  // namespace vitrine
