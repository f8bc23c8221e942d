#pragma once

#include <optional>
#include <string>
#include <vector>

#include "vitrine/order.hpp"
#include "vitrine/replacement.hpp"
#include "vitrine/retail.hpp"

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
  appointments_confirmed,  // to the customer: a service is given on the wished day
  appointments_proposed,   // to the customer: its giver asks for another day
  seller_appointments,     // to a seller: the customer agreed to that day

  // to who has an account, or is to have one
  invitation,            // to act for a member
  password_link,         // to a new password
  email_link,            // that confirms the address
  account_changed,       // how they sign in was changed
  statement_ready,       // of a month, for a seller or a presenter
  seller_approved,       // sites may show the seller
  seller_refused,        // they may not, and why
  application_accepted,  // a seller lets the presenter's site show it
  application_declined,  // it does not
  prices_moved,          // prices that the presenter set are not as it set them any more
};
constexpr auto names(MailKind) {
  return std::to_array<std::string_view>(
      {"order_confirmed",       "order_shipped",        "order_rejected",
       "order_replaced",        "seller_new_order",     "seller_too_late",
       "order_cancelled",       "seller_cancelled",     "appointments_confirmed",
       "appointments_proposed", "seller_appointments",  "invitation",
       "password_link",         "email_link",           "account_changed",
       "statement_ready",       "seller_approved",      "seller_refused",
       "application_accepted",  "application_declined", "prices_moved"});
}

/// What of how somebody signs in was changed.
enum class AccountChange { password, email, passkey_added, passkey_removed };
constexpr auto names(AccountChange) {
  return std::to_array<std::string_view>({"password", "email", "passkey_added", "passkey_removed"});
}

/// A price that is not as its presenter set it: what became of it, and what customers pay now
/// (nothing: what each seller lists, as nobody sells it wholesale any more).
struct MovedPrice {
  std::string product_id;
  std::string title;
  std::string site;  // its name
  std::string currency;
  std::optional<Amount> wished;  // nothing: a margin
  std::optional<Amount> now;
  RetailFit fit = RetailFit::listed;

  friend bool operator==(const MovedPrice&, const MovedPrice&) = default;
  static constexpr void fields(auto& self, auto&& field) {
    field("product_id", self.product_id);
    field("title", self.title);
    field("site", self.site);
    field("currency", self.currency);
    field("wished", self.wished);
    field("now", self.now);
    field("fit", self.fit);
  }
};

/// All that an e-mail is made of, as it was when it was queued. What a receiver may not know is not
/// in it.
struct MailContent {
  MailKind kind = MailKind::order_confirmed;
  std::string to;        // an address
  std::string language;  // BCP 47
  std::string site_name;
  std::string order_group_id;
  std::string url;  // of the order page, or what is to be opened; sellers have none
  std::vector<SellerOrder>
      orders;  // that it is about; of a rejection first the rejected one, then those in its place
  std::vector<SellerInfo> sellers;         // of these, for customers
  std::optional<Replacement> replacement;  // that the customer is asked about
  Amount total = 0;                        // of the purchase now, for customers
  Amount agreed_total = 0;                 // and as it was ordered
  std::string member = {};                 // the name of the seller or presenter that it is about
  std::string person = {};  // who invites (empty: nobody by name), or what was changed to
  std::string detail = {};  // a right, a change, a month, a reason, or a site, as the kind needs
  std::string until = {};   // the link opens until then, RFC 3339
  std::string unsubscribe = {};         // a link that ends such e-mails; empty: none does
  std::vector<MovedPrice> prices = {};  // a few of them
  std::int64_t count = 0;               // of all of them

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
    field("member", self.member, defaulted);
    field("person", self.person, defaulted);
    field("detail", self.detail, defaulted);
    field("until", self.until, defaulted);
    field("unsubscribe", self.unsubscribe, defaulted);
    field("prices", self.prices, defaulted);
    field("count", self.count, defaulted);
  }
};

}  // namespace vitrine
