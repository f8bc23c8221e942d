#pragma once

#include <optional>
#include <string>
#include <vector>

#include "vitrine/order.hpp"

namespace vitrine {

/// What an e-mail is about.
enum class MailKind {
  order_confirmed,   // to the customer: all that was bought
  order_shipped,     // to the customer: one seller's part is on its way, or ready to collect
  order_rejected,    // to the customer: one seller's part will not come, and what takes its place
  order_replaced,    // to the customer: the replacement that they accepted
  seller_new_order,  // to a seller
  seller_too_late,   // to a seller: it did not answer in time
  order_cancelled,   // to the customer: the parts that they took back
  seller_cancelled,  // to a seller: the customer took the order back
};
constexpr auto names(MailKind) {
  return std::to_array<std::string_view>({"order_confirmed", "order_shipped", "order_rejected",
                                          "order_replaced", "seller_new_order", "seller_too_late",
                                          "order_cancelled", "seller_cancelled"});
}

/// All that an e-mail is made of, as it was when it was queued. What a receiver may not know is not
/// in it.
struct MailContent {
  MailKind kind = MailKind::order_confirmed;
  std::string to;        // an address
  std::string language;  // BCP 47
  std::string site_name;
  std::string order_group_id;
  std::string url;  // of the order page; sellers have none
  std::vector<SellerOrder>
      orders;  // that it is about; of a rejection first the rejected one, then those in its place
  std::vector<SellerInfo> sellers;         // of these, for customers
  std::optional<Replacement> replacement;  // that the customer is asked about
  Amount total = 0;                        // of the purchase now, for customers
  Amount agreed_total = 0;                 // and as it was ordered

  friend bool operator==(const MailContent&, const MailContent&) = default;
  static constexpr void fields(auto& self, auto&& field) {
    field("kind", self.kind);
    field("to", self.to);
    field("language", self.language);
    field("site_name", self.site_name);
    field("order_group_id", self.order_group_id);
    field("url", self.url);
    field("orders", self.orders);
    field("sellers", self.sellers);
    field("replacement", self.replacement);
    field("total", self.total);
    field("agreed_total", self.agreed_total);
  }
};

}  // namespace vitrine
