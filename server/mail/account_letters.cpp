#include "mail/account_letters.hpp"

#include "mail/speech.hpp"
#include "store/accounts.hpp"
#include "vitrine/result.hpp"

namespace vitrine {
namespace {

/// The place of a wire name in its enumeration; the first for what is none.
template <Named E>
std::size_t indexOf(std::string_view text) {
  for (std::size_t i = 0; i < names(E{}).size(); ++i)
    if (names(E{})[i] == text) return i;
  return 0;
}

/// Writes one e-mail: what it is about, what to press, why it was sent.
class Writer {
 public:
  explicit Writer(const MailContent& content)
      : content_(content), speech_(content.language), words_(speech_.words()) {
    letter_.language = speech_.language();
    letter_.right_to_left = words_.right_to_left;
  }

  Letter write() {
    body();
    const auto origin = content_.url.substr(0, content_.url.find('/', content_.url.find("//") + 2));
    quiet(filled(words_.why_account, {origin}));
    if (!content_.unsubscribe.empty())
      letter_.blocks.emplace_back(
          Action{std::string(words_.unsubscribe), content_.unsubscribe, true});
    letter_.unsubscribe = content_.unsubscribe;
    return std::move(letter_);
  }

 private:
  void body() {
    const auto& member = content_.member;
    switch (content_.kind) {
      case MailKind::invitation:
        return invitation();
      case MailKind::password_link:
        return link(words_.password_subject, words_.password_text);
      case MailKind::email_link:
        return link(words_.email_subject, words_.email_text);
      case MailKind::account_changed:
        return changed();
      case MailKind::statement_ready:
        return statement();
      case MailKind::seller_approved:
        title(filled(words_.approved_subject, {member}));
        say(plain(words_.approved_text));
        return press(words_.open_console);
      case MailKind::seller_refused:
        title(filled(words_.refused_subject, {member}));
        say(plain(words_.refused_text));
        say(joined({plain(words_.reason), given(content_.detail)}, ": "));
        return press(words_.open_console);
      case MailKind::application_accepted:
        return application(words_.accepted_subject, words_.accepted_text);
      case MailKind::application_declined:
        return application(words_.not_accepted_subject, words_.not_accepted_text);
      case MailKind::prices_moved:
        return moved();
      case MailKind::order_confirmed:
      case MailKind::order_shipped:
      case MailKind::order_rejected:
      case MailKind::order_replaced:
      case MailKind::seller_new_order:
      case MailKind::seller_too_late:
      case MailKind::order_cancelled:
      case MailKind::appointments_confirmed:
      case MailKind::appointments_proposed:
      case MailKind::seller_appointments:
      case MailKind::seller_cancelled:
        break;
    }
    fatal("an e-mail about an order among those about accounts");
  }

  void title(const Phrase& text) {
    letter_.subject = textOf(text);
    letter_.blocks.emplace_back(Heading{text, 1});
  }
  void say(const Phrase& text) { letter_.blocks.emplace_back(Paragraph{{text}}); }
  void quiet(const Phrase& text) { letter_.blocks.emplace_back(Paragraph{{text}, true}); }
  void press(std::string_view words) {
    letter_.blocks.emplace_back(Action{std::string(words), content_.url});
  }
  void once() {
    quiet(filled(words_.link_until, {speech_.moment(content_.until)}));
    quiet(plain(words_.not_you));
  }

  void invitation() {
    const auto& member = content_.member;
    const auto& person = content_.person;
    title(filled(words_.invitation_subject, {member}));
    say(person.empty() ? filled(words_.invitation_by_none, {member})
                       : filled(words_.invitation_text, {person, member}));
    say(joined(
        {plain(words_.invitation_right), plain(words_.rights[indexOf<Right>(content_.detail)])},
        ": "));
    press(words_.invitation_open);
    once();
  }

  void link(std::string_view subject, std::string_view text) {
    title(plain(subject));
    say(plain(text));
    press(subject);
    once();
  }

  void changed() {
    title(plain(words_.changed_subject));
    say(filled(words_.changed[indexOf<AccountChange>(content_.detail)], {content_.person}));
    quiet(plain(words_.changed_not_you));
    press(words_.open_console);
  }

  void statement() {
    const auto month = speech_.month(content_.detail);
    title(filled(words_.statement_subject, {month, content_.member}));
    say(filled(words_.statement_text, {month, content_.member}));
    press(words_.statement_open);
    quiet(plain(words_.statement_stop));
  }

  void moved() {
    title(filled(words_.moved_subject, {content_.member}));
    say(plain(words_.moved_text));
    Rows rows;
    for (const auto& price : content_.prices) {
      Row row;
      row.label = given(price.title);
      row.notes = {given(price.site),
                   plain(words_.moved_fits[static_cast<std::size_t>(price.fit)])};
      if (price.wished)
        row.notes.push_back(
            filled(words_.moved_wished, {speech_.money(*price.wished, price.currency)}));
      if (price.now) row.value = given(speech_.money(*price.now, price.currency));
      rows.rows.push_back(std::move(row));
    }
    const auto shown = static_cast<std::int64_t>(rows.rows.size());
    letter_.blocks.emplace_back(std::move(rows));
    if (content_.count > shown)
      say(filled(words_.moved_more, {speech_.number(content_.count - shown)}));
    press(words_.moved_open);
    quiet(plain(words_.moved_stop));
  }

  void application(std::string_view subject, std::string_view text) {
    title(filled(subject, {content_.member}));
    say(filled(text, {content_.member, content_.detail}));
    press(words_.open_console);
  }

  const MailContent& content_;
  const Speech speech_;
  const MailWords& words_;
  Letter letter_;
};

}  // namespace

Letter accountLetter(const MailContent& content) { return Writer(content).write(); }

}  // namespace vitrine
