#pragma once

#include <map>
#include <string>
#include <vector>

#include "crowd/customers.hpp"
#include "store/standings.hpp"
#include "vitrine/ranking.hpp"

namespace vitrine {

/// Makes the evidence of the ranking of what the database holds, page by page: nobody waits long
/// for the database meanwhile. Counted is what sellers have shipped and customers were not given
/// back.
class Gathering {
 public:
  struct Page {
    std::vector<OrderText> orders;
    std::set<std::string> refunded;
  };

  /// What is sold, and by whom. To be called first.
  void begin(Database& db);
  /// The next orders; none behind the last.
  Page next(Database& db) const;
  /// Takes them in: costs time, but no database.
  void add(const Page& page);

  /// Where every product stands that stands anywhere else than one of which nothing is known.
  std::vector<StoredStanding> standings(std::int64_t now) const;

 private:
  std::uint32_t place(std::map<std::string, std::uint32_t>& places, const std::string& id);
  void add(const SellerOrder& order, bool refunded);

  crowd::Evidence evidence_;
  std::map<std::string, std::uint32_t> products_, sellers_, sites_, groups_;
  std::map<std::string, std::uint32_t> product_of_offer_;
  std::map<std::string, std::uint32_t> owners_;  // by seller id: the customer that it would be
  Customers customers_;
  std::string last_;
};

}  // namespace vitrine
