#pragma once

#include <map>
#include <span>
#include <string>
#include <vector>

#include "crowd/customers.hpp"
#include "store/reviews.hpp"
#include "store/standings.hpp"
#include "store/track_records.hpp"
#include "vitrine/ranking.hpp"

namespace vitrine {

/// Makes the evidence of the ranking of what the database holds, page by page: nobody waits long
/// for the database meanwhile. Counted is what sellers have shipped and customers were not given
/// back, what customers say of it, and what presenters recommend.
class Gathering {
 public:
  struct Page {
    std::vector<OrderText> orders;
    std::set<std::string> refunded;
    std::vector<StoredReview> reviews;  // by order
  };

  /// The next offers, which are to be added first; none behind the last.
  std::vector<OfferOfProduct> nextOffers(Database& db) const;
  void add(const std::vector<OfferOfProduct>& offers);
  /// Who sells and recommends them. To be called then; once more does no harm.
  void begin(Database& db);
  /// The next orders; none behind the last.
  Page next(Database& db) const;
  /// Takes them in: costs time, but no database.
  void add(const Page& page);

  /// Where every product stands that stands anywhere else than one of which nothing is known.
  std::vector<StoredStanding> standings(std::int64_t now) const;
  /// How every seller of which anything is known kept its promises, by id.
  std::map<std::string, TrackRecord> records(std::int64_t now) const;

 private:
  std::uint32_t place(std::map<std::string, std::uint32_t>& places, const std::string& id);
  void add(const SellerOrder& order, bool refunded, std::span<const StoredReview> reviews);
  void add(const StoredReview& review, std::uint32_t customer);
  void addPresentations(Database& db);
  crowd::Evidence joined() const;

  /// What a site shows together. Sites that nobody has bought from have no say.
  struct Presented {
    std::string site_id;
    crowd::Presentation shown;
  };

  crowd::Evidence evidence_;
  std::vector<Presented> presented_;
  std::vector<crowd::Promise> measured_;   // whatever customers say of them
  std::vector<crowd::Rating> of_sellers_;  // the seller's place stands for the product's
  std::map<std::string, std::uint32_t> products_, sellers_, sites_, groups_, presenters_;
  std::map<std::string, std::uint32_t> product_of_offer_;
  std::map<std::string, std::uint32_t> owners_;  // by seller id: the customer that it would be
  Customers customers_;
  std::string last_offer_;
  std::string last_;
};

}  // namespace vitrine
