#pragma once

#include <optional>
#include <string>
#include <vector>

#include "store/database.hpp"
#include "vitrine/order.hpp"

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
  }
};

void insertGroup(Database& db, const StoredGroup& group, const std::string& session_id,
                 const std::string& token);
std::optional<StoredGroup> findGroupByToken(Database& db, const std::string& token);
std::optional<StoredGroup> findGroup(Database& db, const std::string& id);
std::vector<StoredGroup> listGroups(Database& db);

void insertOrder(Database& db, const SellerOrder& order);
void saveOrder(Database& db, const SellerOrder& order);
/// An order, if it is the seller's own.
std::optional<SellerOrder> findOrder(Database& db, const std::string& seller_id,
                                     const std::string& id);
/// A seller's orders after an id, oldest first.
std::vector<SellerOrder> listOrders(Database& db, const std::string& seller_id,
                                    const std::string& after, int limit);
std::vector<SellerOrder> ordersOfGroup(Database& db, const std::string& order_group_id);

}  // namespace vitrine
