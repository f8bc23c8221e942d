#include "members/notices.hpp"

#include "clock.hpp"
#include "orders/notices.hpp"

namespace vitrine {
namespace {

constexpr std::string_view sender = "Vitrine";

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

void tellMember(Work& work, MailKind kind, const std::string& owner, const std::string& member,
                const std::string& detail, const std::string& page) {
  const bool monthly = kind == MailKind::statement_ready;
  const auto tell = [&](const std::string& to, const std::string& language) {
    auto content = contentOf(kind, to, language);
    content.url = consoleUrl(work.config, page);
    content.member = member;
    content.detail = detail;
    queueMail(work, content);
  };
  const auto team = teamOf(work.db, owner);
  for (const auto& [account, right, since] : team)
    if (right >= Right::manage && account.email_confirmed && (account.wants_statements || !monthly))
      tell(account.email, account.language);
  const auto seller = team.empty() ? findSeller(work.db, owner) : std::nullopt;
  if (seller && !seller->seller.email.empty()) tell(seller->seller.email, "en");
}

}  // namespace vitrine
