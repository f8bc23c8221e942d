#include "members/sellers.hpp"

#include "crypto.hpp"
#include "dispatch/webhook.hpp"
#include "members/notices.hpp"

namespace vitrine {

SellerRecord addSeller(Database& db, Seller seller, const std::string& endpoint_url, bool approved,
                       std::int64_t now) {
  seller.id = newId("sel_", now);
  SellerRecord record{std::move(seller), endpoint_url, newWebhookSecret()};
  record.approved = approved;
  insertSeller(db, record);
  return record;
}

void decideOn(Work& work, const SellerRecord& record, bool approved, const std::string& refusal) {
  const auto& seller = record.seller;
  setApproved(work.db, seller.id, approved, refusal);
  work.events.catalog_changed = true;
  if (approved && !record.approved)
    tellMember(work, seller.id, about(MailKind::seller_approved, seller.name), seller.id);
  if (!refusal.empty() && refusal != record.refusal)
    tellMember(work, seller.id, about(MailKind::seller_refused, seller.name, refusal), seller.id);
}

}  // namespace vitrine
