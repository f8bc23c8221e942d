#include "orders/notices.hpp"

#include <algorithm>

#include "json.hpp"
#include "store/mails.hpp"

namespace vitrine {
void queueMail(Work& work, const MailContent& content) {
  if (work.config.smtp_url.empty()) return;
  enqueue(work.db, {work.newId("mail_"), std::string(name(content.kind)), content.order_group_id,
                    toJson(content), work.now, 0, work.now});
  work.events.mails_due = true;
}

void notifyCustomer(Work& work, MailKind kind, const StoredGroup& group,
                    const std::vector<std::string>& order_ids) {
  if (work.config.smtp_url.empty()) return;
  MailContent content;
  content.kind = kind;
  content.language = group.language;
  content.site_name = group.site_name;
  content.order_group_id = group.id;
  content.url = work.config.public_url + "/orders/" + tokenOfGroup(work.db, group.id);
  content.url += "#language=" + group.language;
  content.agreed_total = group.agreed_total;
  const auto parts = partsOfGroup(work.db, group.id);
  for (const auto& part : parts) {
    if (stands(part.order.status)) content.total += amountOf(part.order.totals, TotalType::total);
  }
  const auto tell = [&](const GroupOrder& part) {
    content.orders.push_back(part.order);
    content.orders.back().shares.reset();
    if (part.replacement) content.replacement = part.replacement;
    content.to = part.order.buyer.email;
    const auto seller =
        std::find_if(group.sellers.begin(), group.sellers.end(),
                     [&](const SellerInfo& info) { return info.id == part.order.seller_id; });
    content.sellers.push_back(*seller);
  };
  if (order_ids.empty()) std::for_each(parts.begin(), parts.end(), tell);
  for (const auto& id : order_ids) {
    const auto found = std::find_if(parts.begin(), parts.end(),
                                    [&](const GroupOrder& part) { return part.order.id == id; });
    tell(*found);
  }
  queueMail(work, content);
}

void notifySeller(Work& work, MailKind kind, const SellerOrder& order) {
  if (work.config.smtp_url.empty()) return;
  const auto seller = sellerTerms(work.db, order.seller_id);
  if (seller->email.empty()) return;
  const auto site = findSite(work.db, order.site_id);
  if (!site) return;
  MailContent content;
  content.kind = kind;
  content.to = seller->email;
  content.language = site->language;
  content.site_name = site->name;
  content.order_group_id = order.order_group_id;
  content.orders = {order};
  queueMail(work, content);
}

}  // namespace vitrine
