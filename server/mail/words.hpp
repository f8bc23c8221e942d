#pragma once

#include <array>
#include <string_view>

namespace vitrine {

/// All words of e-mails in one language. {1}, {2} stand for values. What the order page says too is
/// said in the words of web/messages.
struct MailWords {
  bool right_to_left = false;

  // subjects and titles
  std::string_view confirmed_subject;  // {1} site
  std::string_view confirmed_title;
  std::string_view confirmed_text;       // one seller
  std::string_view confirmed_texts;      // several
  std::string_view shipped_subject;      // {1} seller
  std::string_view collect_subject;      // {1} seller
  std::string_view carried_out_subject;  // {1} who gave the services
  std::string_view rejected_subject;     // {1} seller
  std::string_view replaced_subject;     // {1} sellers
  std::string_view replaced_title;
  std::string_view new_order_subject;  // {1} order, {2} site
  std::string_view new_order_title;
  std::string_view new_order_text;    // {1} site
  std::string_view too_late_subject;  // {1} order
  std::string_view too_late_text;     // {1} order
  std::string_view cancelled_subject;
  std::string_view cancelled_text;            // {1} sellers
  std::string_view seller_cancelled_subject;  // {1} order
  std::string_view seller_cancelled_text;     // {1} order
  std::string_view day_confirmed_subject;     // {1} seller
  std::string_view day_confirmed_text;        // {1} seller
  std::string_view day_proposed_subject;      // {1} seller
  std::string_view day_proposed_text;         // {1} seller
  std::string_view day_accepted_subject;      // {1} order
  std::string_view day_accepted_text;         // {1} order

  // about the purchase
  std::string_view placed_at;     // {1} time
  std::string_view order_number;  // label
  std::string_view open_order;
  std::string_view keep_link;
  std::string_view deliver_to;
  std::string_view visit_at;
  std::string_view contact;
  std::string_view own_note;
  std::string_view note;  // of the customer, to the seller
  std::string_view how_to_pay;
  std::string_view invoice;
  std::string_view invoice_text;
  std::string_view pay_on_delivery;
  std::string_view pay_on_delivery_text;
  std::string_view summary;
  std::string_view seller_contract;  // who the customer buys from

  // about a part
  std::string_view times;  // {1} quantity, {2} price
  std::string_view sku;    // label
  std::string_view today;
  std::string_view within;        // {1} days
  std::string_view wished;        // {1} day
  std::string_view proposed_day;  // {1} day
  std::string_view agreed_day;    // {1} day
  std::string_view morning;
  std::string_view afternoon;
  std::string_view evening;
  std::string_view free;
  std::string_view pickup_at;  // {1} address
  std::string_view returns;
  std::string_view returned_free;   // {1} days, {2} countries
  std::string_view returned_paid;   // {1} days, {2} countries
  std::string_view never_returned;  // {1} countries
  std::string_view subtotal;
  std::string_view services;  // instead of it, where there are no goods
  std::string_view items_discount;
  std::string_view fulfillment;
  std::string_view travel;  // instead of it, where there are no goods
  std::string_view tax;
  std::string_view fee;
  std::string_view total;
  std::string_view included_tax;  // {1} rate, {2} amount
  std::string_view added_tax;     // {1} rate, {2} amount

  // what happened
  std::string_view carrier;   // label
  std::string_view tracking;  // label
  std::string_view declined;  // {1} seller
  std::string_view reason;    // label
  std::string_view nothing_owed;
  std::string_view replaced_by;  // {1} sellers
  std::string_view replacement_title;
  std::string_view replacement_text;  // {1} sellers, {2} total
  std::string_view costs_the_same;
  std::string_view costs_less;  // {1} amount
  std::string_view costs_more;  // {1} amount
  std::string_view same_as_ordered;
  std::string_view less_than_ordered;  // {1} amount
  std::string_view more_than_ordered;  // {1} amount

  // about accounts
  std::string_view invitation_subject;  // {1} member
  std::string_view invitation_text;     // {1} person, {2} member
  std::string_view invitation_by_none;  // {1} member
  std::string_view invitation_right;    // label
  std::array<std::string_view, 4> rights;
  std::string_view invitation_open;
  std::string_view password_subject;
  std::string_view password_text;
  std::string_view email_subject;
  std::string_view email_text;
  std::string_view link_until;  // {1} time
  std::string_view not_you;
  std::string_view changed_subject;
  std::array<std::string_view, 4> changed;  // {1} the new address, or the passkey
  std::string_view changed_not_you;
  std::string_view open_console;
  std::string_view statement_subject;  // {1} month, {2} member
  std::string_view statement_text;     // {1} month, {2} member
  std::string_view statement_open;
  std::string_view statement_stop;
  std::string_view unsubscribe;
  std::string_view moved_subject;  // {1} presenter
  std::string_view moved_text;
  std::array<std::string_view, 5> moved_fits;  // as RetailFit; the first: not sold wholesale now
  std::string_view moved_wished;               // {1} price
  std::string_view moved_more;                 // {1} how many
  std::string_view moved_open;
  std::string_view moved_stop;
  std::string_view approved_subject;  // {1} seller
  std::string_view approved_text;
  std::string_view refused_subject;  // {1} seller
  std::string_view refused_text;
  std::string_view accepted_subject;      // {1} seller
  std::string_view accepted_text;         // {1} seller, {2} site
  std::string_view not_accepted_subject;  // {1} seller
  std::string_view not_accepted_text;     // {1} seller, {2} site

  std::string_view why_customer;  // {1} site: why they got this
  std::string_view why_seller;    // {1} site
  std::string_view why_account;   // {1} address of the server
};

extern const MailWords arabicMail, englishMail, frenchMail, germanMail, spanishMail;

/// Whether there are words in a language (BCP 47; only its first part counts).
bool hasWords(std::string_view language);

/// English where there are none.
const MailWords& wordsIn(std::string_view language);

}  // namespace vitrine
