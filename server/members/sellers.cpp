#include "members/sellers.hpp"

#include "crypto.hpp"
#include "dispatch/webhook.hpp"

namespace vitrine {

SellerRecord addSeller(Database& db, Seller seller, const std::string& endpoint_url, bool approved,
                       std::int64_t now) {
  seller.id = newId("sel_", now);
  SellerRecord record{std::move(seller), endpoint_url, newWebhookSecret()};
  record.approved = approved;
  insertSeller(db, record);
  return record;
}

}  // namespace vitrine
