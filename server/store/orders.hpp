#pragma once

#include <optional>
#include <string>
#include <vector>

#include "store/database.hpp"
#include "vitrine/order.hpp"
#include "vitrine/replacement.hpp"

namespace vitrine {

/// What all orders of one purchase share.
struct StoredGroup {
  std::string id;
  std::string site_id;
  std::string site_name;
  std::string language;
  std::string created_at;
  std::string currency;
  PaymentMethod payment_method = PaymentMethod::invoice;
  std::optional<Address> address;
  std::vector<SellerInfo> sellers;  // as the customer was told of them
  ReplacementTerms replacement;
  Amount agreed_total = 0;
  std::optional<std::string> personal_data_erased_at = {};  // RFC 3339

  static constexpr void fields(auto& self, auto&& field) {
    field("id", self.id);
    field("site_id", self.site_id);
    field("site_name", self.site_name);
    field("language", self.language);
    field("created_at", self.created_at);
    field("currency", self.currency);
    field("payment_method", self.payment_method);
    field("address", self.address);
    field("sellers", self.sellers);
    field("replacement", self.replacement, defaulted);
    field("agreed_total", self.agreed_total, defaulted);
    field("personal_data_erased_at", self.personal_data_erased_at);
  }
};

/// A seller's order among those of a purchase.
struct GroupOrder {
  SellerOrder order;
  std::string replaces;  // the rejected order that it stands for
  std::optional<Replacement> replacement;
};

/// By what else a purchase is known.
struct GroupKeys {
  std::string session_id;
  std::string token;      // of the customer's link
  std::string page = {};  // where it was begun, see `pageOf` of members/sites.hpp; empty: not known
};

/// `email`: the customer's, by which its purchases are found.
void insertGroup(Database& db, const StoredGroup& group, const GroupKeys& keys,
                 const std::string& email);
void saveGroup(Database& db, const StoredGroup& group);
/// The same, without the customer: neither found by an e-mail nor by its end any more.
void saveErased(Database& db, const StoredGroup& group);
/// When the last order of a purchase ended (Unix milliseconds); nothing: one is under way.
void saveEnd(Database& db, const std::string& id, std::optional<std::int64_t> ended_at);
GroupKeys keysOfGroup(Database& db, const std::string& id);
/// Purchases that ended before a moment (Unix milliseconds) and still have a customer.
std::vector<std::string> groupsEndedBefore(Database& db, std::int64_t moment, int limit);
/// A customer's purchases, whatever the letters' case.
std::vector<StoredGroup> groupsOf(Database& db, const std::string& email);
std::optional<StoredGroup> findGroupByToken(Database& db, const std::string& token);
std::optional<StoredGroup> findGroup(Database& db, const std::string& id);
/// The secret part of its order page's address.
std::string tokenOfGroup(Database& db, const std::string& id);
std::vector<StoredGroup> listGroups(Database& db);

/// `answer_due`: Unix milliseconds, until when the seller has to answer.
void insertOrder(Database& db, const SellerOrder& order, const std::string& replaces,
                 std::optional<std::int64_t> answer_due);
/// An order that has left `placed` is no longer due.
void saveOrder(Database& db, const SellerOrder& order);
/// What the customer is asked about a rejected order; nothing: no longer.
void saveReplacement(Database& db, const std::string& order_id,
                     const std::optional<Replacement>& replacement);
/// The orders whose sellers did not answer until a moment (Unix milliseconds).
std::vector<SellerOrder> unanswered(Database& db, std::int64_t now);
/// An order, if it is the seller's own.
std::optional<SellerOrder> findOrder(Database& db, const std::string& seller_id,
                                     const std::string& id);
/// Which of a seller's orders to list.
struct OrderWish {
  std::string after;  // an id: those that come after it; empty: from the start
  bool newest_first = false;
  std::optional<OrderStatus> status;
};
std::vector<SellerOrder> listOrders(Database& db, const std::string& seller_id,
                                    const OrderWish& wish, int limit);
/// The orders of a presenter's sites after an id, oldest first.
std::vector<SellerOrder> ordersOfPresenter(Database& db, const std::string& presenter_id,
                                           const std::string& after, int limit);
/// What is left to a presenter of the orders that were placed from one moment to before another
/// (Unix milliseconds), by the page they were begun on and currency, the best first.
struct PageSum {
  std::string page;
  std::string currency;
  std::int64_t orders = 0;
  Amount amount = 0;
};
std::vector<PageSum> sumsByPage(Database& db, const std::string& presenter_id, std::int64_t from,
                                std::int64_t until);
std::vector<SellerOrder> ordersOfGroup(Database& db, const std::string& order_group_id);
std::vector<GroupOrder> partsOfGroup(Database& db, const std::string& order_group_id);

}  // namespace vitrine
