#include "members/notices.hpp"

#include "clock.hpp"
#include "orders/notices.hpp"
#include "store/mail_wishes.hpp"

namespace vitrine {
namespace {

constexpr std::string_view sender = "Vitrine";

/// What may be turned off; nothing: part of what the receiver has agreed to.
std::optional<MailTopic> topicOf(MailKind kind) {
  if (kind == MailKind::statement_ready) return MailTopic::statements;
  if (kind == MailKind::prices_moved) return MailTopic::prices;
  return {};
}

MailContent contentOf(MailKind kind, const std::string& to, const std::string& language) {
  MailContent content;
  content.kind = kind;
  content.to = to;
  content.language = language;
  content.site_name = sender;
  return content;
}

}  // namespace

std::string consoleUrl(const Config& config, const std::string& page) {
  return config.public_url + "/console/#/" + page;
}

void sendLink(Work& work, MailKind kind, const std::string& to, const std::string& language,
              const std::string& page, std::int64_t until) {
  auto content = contentOf(kind, to, language);
  content.url = consoleUrl(work.config, page);
  content.until = rfc3339(until);
  queueMail(work, content);
}

void sendInvitation(Work& work, const Ticket& invitation, const std::string& member,
                    const std::string& language, const std::string& page) {
  auto content = contentOf(MailKind::invitation, invitation.email, language);
  content.url = consoleUrl(work.config, page);
  content.until = rfc3339(invitation.ends_at);
  content.member = member;
  content.person = invitation.invited_by;
  content.detail = name(invitation.right);
  queueMail(work, content);
}

void tellChange(Work& work, const StoredAccount& account, AccountChange change,
                const std::string& to_what) {
  auto content = contentOf(MailKind::account_changed, account.email, account.language);
  content.url = consoleUrl(work.config, "account");
  content.detail = name(change);
  content.person = to_what;
  queueMail(work, content);
}

MailContent about(MailKind kind, const std::string& member, const std::string& detail) {
  MailContent content;
  content.kind = kind;
  content.member = member;
  content.detail = detail;
  return content;
}

void tellMember(Work& work, const std::string& owner, MailContent content,
                const std::string& page) {
  const auto topic = topicOf(content.kind);
  content.site_name = sender;
  content.url = consoleUrl(work.config, page);
  const auto tell = [&](const std::string& receiver, const std::string& to,
                        const std::string& language) {
    if (topic && !wantsMails(work.db, receiver, *topic)) return;
    content.to = to;
    content.language = language;
    if (topic) {
      content.unsubscribe = work.config.public_url;
      content.unsubscribe += "/unsubscribe/";
      content.unsubscribe += unsubscribeToken(work.db, receiver, *topic);
    }
    queueMail(work, content);
  };
  const auto team = teamOf(work.db, owner);
  for (const auto& [account, right, since] : team)
    if (right >= Right::manage && account.email_confirmed)
      tell(account.id, account.email, account.language);
  const auto seller = team.empty() ? findSeller(work.db, owner) : std::nullopt;
  if (seller && !seller->seller.email.empty()) tell(owner, seller->seller.email, "en");
}

}  // namespace vitrine
