#include "mail/compose.hpp"

#include <algorithm>

#include "mail/account_letters.hpp"
#include "mail/parts.hpp"

namespace vitrine {
namespace {

/// Writes one e-mail block by block.
class Composer {
 public:
  explicit Composer(const MailContent& content)
      : content_(content), speech_(content.language), words_(speech_.words()) {
    letter_.language = speech_.language();
    letter_.right_to_left = words_.right_to_left;
  }

  Letter write() {
    switch (content_.kind) {
      case MailKind::order_confirmed:
        confirmed();
        break;
      case MailKind::order_shipped:
        shipped();
        break;
      case MailKind::order_rejected:
        rejected();
        break;
      case MailKind::order_replaced:
        replaced();
        break;
      case MailKind::seller_new_order:
        newOrder();
        break;
      case MailKind::seller_too_late:
        tooLate();
        break;
      case MailKind::order_cancelled:
        cancelled();
        break;
      case MailKind::seller_cancelled:
        sellerCancelled();
        break;
      case MailKind::appointments_confirmed:
        day(words_.day_confirmed_subject, words_.day_confirmed_text);
        break;
      case MailKind::appointments_proposed:
        day(words_.day_proposed_subject, words_.day_proposed_text);
        break;
      case MailKind::seller_appointments:
        changed(words_.day_accepted_subject, words_.day_accepted_text);
        break;
      case MailKind::invitation:
      case MailKind::password_link:
      case MailKind::email_link:
      case MailKind::account_changed:
      case MailKind::statement_ready:
      case MailKind::prices_moved:
      case MailKind::seller_approved:
      case MailKind::seller_refused:
      case MailKind::application_accepted:
      case MailKind::application_declined:
        return accountLetter(content_);
    }
    return std::move(letter_);
  }

 private:
  template <class Block>
  void add(Block block) {
    letter_.blocks.emplace_back(std::move(block));
  }
  void say(const Phrase& text) { add(Paragraph{{text}}); }
  void section(std::string_view words) { add(Heading{plain(words)}); }
  void quiet(const Phrase& text) { add(Paragraph{{text}, true}); }
  std::string money(Amount amount) const {
    return speech_.money(amount, content_.orders.front().currency);
  }

  /// The title and what it is about. The number is the order's of sellers, the purchase's of
  /// customers.
  void open(const Phrase& subject, const Phrase& title, const std::string& number) {
    letter_.subject = textOf(subject);
    add(Heading{title, 1});
    const auto& first = content_.orders.front();
    add(Paragraph{{joined({plain(words_.order_number), given(number)}, " "),
                   filled(words_.placed_at, {speech_.moment(first.created_at)})},
                  true});
  }

  void link() {
    add(Action{std::string(words_.open_order), content_.url});
    quiet(plain(words_.keep_link));
  }

  void part(const SellerOrder& order) {
    const auto seller = std::find_if(content_.sellers.begin(), content_.sellers.end(),
                                     [&](const auto& info) { return info.id == order.seller_id; });
    add(Heading{given(seller->name)});
    quiet(given(order.id));
    add(linesOf(order, speech_, false));
    add(taxesOf(order, speech_));
    note(words_.own_note, order);
    for (auto& about : aboutSeller(*seller, speech_)) add(std::move(about));
  }

  /// What the customer told the seller.
  void note(std::string_view title, const SellerOrder& order) {
    if (order.note.empty()) return;
    Paragraph text{{joined({plain(title), {}}, ":")}};
    for (std::size_t first = 0, end = 0; end != order.note.npos; first = end + 1) {
      end = order.note.find('\n', first);
      text.lines.push_back(given(order.note.substr(first, end - first)));
    }
    add(std::move(text));
  }

  void payment() {
    const bool invoice = content_.orders.front().payment_method == PaymentMethod::invoice;
    section(words_.how_to_pay);
    add(Paragraph{{plain(invoice ? words_.invoice : words_.pay_on_delivery),
                   plain(invoice ? words_.invoice_text : words_.pay_on_delivery_text),
                   plain(words_.seller_contract)}});
  }

  void address() {
    const auto& orders = content_.orders;
    const bool services = std::all_of(orders.begin(), orders.end(), isCarriedOut);
    const auto found = std::find_if(content_.orders.begin(), content_.orders.end(),
                                    [](const SellerOrder& order) { return order.address; });
    if (found == content_.orders.end()) return;
    section(services ? words_.visit_at : words_.deliver_to);
    add(addressLines(*found->address, speech_));
  }

  /// All of the purchase as it stands now, beside what was ordered.
  void sum() {
    section(words_.summary);
    add(Rows{{{plain(words_.total), {}, given(money(content_.total)), true}}});
    const auto difference = content_.total - content_.agreed_total;
    if (content_.kind == MailKind::order_confirmed) return;
    if (difference == 0)
      say(plain(words_.same_as_ordered));
    else
      say(filled(difference < 0 ? words_.less_than_ordered : words_.more_than_ordered,
                 {money(difference < 0 ? -difference : difference)}));
  }

  void whyCustomer() { quiet(filled(words_.why_customer, {content_.site_name})); }

  std::string nameOf(const SellerOrder& order) const {
    for (const auto& seller : content_.sellers)
      if (seller.id == order.seller_id) return seller.name;
    return order.seller_id;
  }

  std::string namesFrom(std::size_t first) const {
    std::vector<std::string> names;
    for (std::size_t i = first; i < content_.orders.size(); ++i)
      names.push_back(nameOf(content_.orders[i]));
    return speech_.list(names);
  }

  void confirmed() {
    open(filled(words_.confirmed_subject, {content_.site_name}), plain(words_.confirmed_title),
         content_.order_group_id);
    const bool one = content_.orders.size() == 1;
    say(plain(one ? words_.confirmed_text : words_.confirmed_texts));
    link();
    for (const auto& order : content_.orders) part(order);
    sum();
    payment();
    address();
    whyCustomer();
  }

  void shipped() {
    const auto& order = content_.orders.front();
    const auto title = filled(isCollected(order)    ? words_.collect_subject
                              : isCarriedOut(order) ? words_.carried_out_subject
                                                    : words_.shipped_subject,
                              {nameOf(order)});
    open(title, title, content_.order_group_id);
    Paragraph tracking;
    if (!order.carrier.empty())
      tracking.lines.push_back(joined({plain(words_.carrier), given(order.carrier)}, ": "));
    if (!order.tracking_number.empty())
      tracking.lines.push_back(
          joined({plain(words_.tracking), given(order.tracking_number)}, ": "));
    if (!tracking.lines.empty()) add(tracking);
    link();
    part(order);
    if (!isCollected(order)) address();
    whyCustomer();
  }

  void rejected() {
    const auto& order = content_.orders.front();
    const auto name = nameOf(order);
    const auto title = filled(words_.rejected_subject, {name});
    open(title, title, content_.order_group_id);
    Paragraph why{{filled(words_.declined, {name}), plain(words_.nothing_owed)}};
    if (!order.reason.empty())
      why.lines.push_back(joined({plain(words_.reason), given(order.reason)}, ": "));
    add(why);
    const bool others = content_.orders.size() > 1;
    if (others) say(filled(words_.replaced_by, {namesFrom(1)}));
    if (content_.replacement) offer(*content_.replacement);
    link();
    part(order);
    for (std::size_t i = 1; i < content_.orders.size(); ++i) part(content_.orders[i]);
    sum();
    whyCustomer();
  }

  void offer(const Replacement& replacement) {
    section(words_.replacement_title);
    const auto difference = replacement.difference;
    const auto amount = money(difference < 0 ? -difference : difference);
    add(Paragraph{{filled(words_.replacement_text,
                          {speech_.list(replacement.seller_names), money(replacement.total)}),
                   difference == 0 ? plain(words_.costs_the_same)
                                   : filled(difference < 0 ? words_.costs_less : words_.costs_more,
                                            {amount})}});
  }

  void replaced() {
    open(filled(words_.replaced_subject, {namesFrom(0)}), plain(words_.replaced_title),
         content_.order_group_id);
    link();
    for (const auto& order : content_.orders) part(order);
    sum();
    payment();
    address();
    whyCustomer();
  }

  void newOrder() {
    const auto& order = content_.orders.front();
    open(filled(words_.new_order_subject, {order.id, content_.site_name}),
         plain(words_.new_order_title), order.id);
    say(filled(words_.new_order_text, {content_.site_name}));
    add(linesOf(order, speech_, true));
    add(taxesOf(order, speech_));
    const bool invoice = order.payment_method == PaymentMethod::invoice;
    section(words_.how_to_pay);
    say(plain(invoice ? words_.invoice : words_.pay_on_delivery));
    address();
    section(words_.contact);
    Paragraph buyer{{given(order.buyer.name), given(order.buyer.email)}};
    if (!order.buyer.phone.empty()) buyer.lines.push_back(given(order.buyer.phone));
    add(buyer);
    note(words_.note, order);
    quiet(filled(words_.why_seller, {content_.site_name}));
  }

  void cancelled() {
    const auto title = plain(words_.cancelled_subject);
    open(title, title, content_.order_group_id);
    add(Paragraph{{filled(words_.cancelled_text, {namesFrom(0)}), plain(words_.nothing_owed)}});
    link();
    for (const auto& order : content_.orders) part(order);
    sum();
    whyCustomer();
  }

  /// What the giver of services says to the wished day.
  void day(std::string_view subject, std::string_view text) {
    const auto& order = content_.orders.front();
    const auto title = filled(subject, {nameOf(order)});
    open(title, title, content_.order_group_id);
    say(filled(text, {nameOf(order)}));
    link();
    part(order);
    address();
    whyCustomer();
  }

  void tooLate() { changed(words_.too_late_subject, words_.too_late_text); }

  void sellerCancelled() { changed(words_.seller_cancelled_subject, words_.seller_cancelled_text); }

  /// Tells a seller what the customer or the time has done to an order.
  void changed(std::string_view subject, std::string_view text) {
    const auto& order = content_.orders.front();
    const auto title = filled(subject, {order.id});
    open(title, title, order.id);
    say(filled(text, {order.id}));
    add(linesOf(order, speech_, true));
    quiet(filled(words_.why_seller, {content_.site_name}));
  }

  const MailContent& content_;
  const Speech speech_;
  const MailWords& words_;
  Letter letter_;
};

}  // namespace

Letter compose(const MailContent& content) { return Composer(content).write(); }

}  // namespace vitrine
