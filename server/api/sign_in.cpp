#include "api/sign_in.hpp"

#include "app.hpp"
#include "async.hpp"
#include "clock.hpp"
#include "crypto.hpp"
#include "mail/words.hpp"
#include "members/accounts.hpp"
#include "members/notices.hpp"
#include "store/members.hpp"

namespace vitrine {
namespace {

/// Guesses at one account's password, from wherever they come.
constexpr RequestRate guessRate{1.0 / 60, 10};
/// E-mails to one address that strangers can have sent.
constexpr RequestRate mailRate{1.0 / 600, 5};
constexpr std::int64_t confirmationLife = 24LL * 60 * 60 * 1000;

std::optional<Error> tooOften(App& app, std::string_view what, const std::string& email,
                              const RequestRate& rate) {
  std::string key(what);
  key += '\n';
  key += email;
  const auto wait = app.rate_limits.take(key, rate, RateLimits::Clock::now());
  if (!wait) return {};
  return Error{Errc::rate_limited, "email", wait->count()};
}

AccountMember memberOf(Database& db, const Membership& membership, KeyScope scope) {
  AccountMember member{membership.owner, scope, memberName(db, membership.owner).value_or(""),
                       membership.right};
  if (scope != KeyScope::seller) return member;
  const auto record = findSeller(db, membership.owner);
  member.approved = record->approved;
  if (!record->refusal.empty()) member.refusal = record->refusal;
  return member;
}

}  // namespace

Account accountOf(Work& work, const StoredAccount& stored) {
  Account account;
  account.id = stored.id;
  account.email = stored.email;
  account.name = stored.name;
  account.email_confirmed = stored.email_confirmed || work.config.smtp_url.empty();
  account.unwanted_mails = unwantedMails(work.db, stored.id);
  for (const auto& membership : membersOf(work.db, stored.id))
    if (const auto scope = scopeOf(work.db, membership.owner))
      account.members.push_back(memberOf(work.db, membership, *scope));
  return account;
}

Account signInto(Work& work, const StoredAccount& account) {
  const auto text = newSecret("vs_");
  insertSignIn(work.db, sha256(text), account.id, work.now + signInTime);
  work.signed_in = text;
  return accountOf(work, account);
}

asio::awaitable<Result<std::string>> confirmPassword(App& app, std::string email,
                                                     std::string password) {
  if (auto fault = tooOften(app, "password", email, guessRate)) co_return *std::move(fault);
  std::string hash;
  co_await inStore(app.writer, [&](Database& db) {
    const auto account = findAccount(db, email);
    hash = account ? account->password_hash : "";
    return false;
  });
  const auto fits = co_await app.passwords.fit(hash, std::move(password));
  if (!fits) co_return fits.error();
  if (!*fits) co_return Error{Errc::unauthorized, "password"};
  co_return hash;
}

asio::awaitable<Result<StoredAccount>> confirmSelf(App& app, const Call& call,
                                                   std::string password) {
  std::optional<Result<StoredAccount>> account;
  co_await inStore(app.writer, [&](Database& db) {
    account.emplace(Work{db, app.config, call, unixNow()}.account());
    return false;
  });
  if (!*account) co_return account->error();
  const auto hash = co_await confirmPassword(app, (*account)->email, std::move(password));
  if (!hash) co_return hash.error();
  co_return *std::move(account);
}

Fault tooManyMails(App& app, const std::string& email) {
  return tooOften(app, "mail", email, mailRate);
}

std::string knownLanguage(std::string_view language) {
  return std::string(hasWords(language) ? language.substr(0, language.find('-')) : "en");
}

std::string issueTicket(Work& work, Ticket& ticket, std::int64_t life) {
  auto secret = newSecret("vt_");
  ticket.id = work.newId("tic_");
  ticket.created_at = work.now;
  ticket.ends_at = work.now + life;
  insertTicket(work.db, ticket, sha256(secret));
  return secret;
}

Result<Ticket> ticketOf(Work& work, const std::string& secret, TicketKind kind) {
  auto ticket = findTicket(work.db, sha256(secret), kind, work.now);
  if (!ticket) return Error{Errc::not_found, "token"};
  return *std::move(ticket);
}

AccountMember join(Work& work, const Ticket& invitation, const StoredAccount& account) {
  endTicket(work.db, invitation.id);
  // Who had the link in an e-mail reads that address.
  if (!work.config.smtp_url.empty()) setEmail(work.db, account.id, account.email, true);
  const auto before = rightOf(work.db, account.id, invitation.owner).value_or(Right::read);
  const Membership membership{invitation.owner, std::max(before, invitation.right)};
  addMember(work.db, account.id, membership.owner, membership.right, work.now);
  const auto scope = scopeOf(work.db, membership.owner).value_or(KeyScope::seller);
  return memberOf(work.db, membership, scope);
}

void sendConfirmation(Work& work, const StoredAccount& account, const std::string& email) {
  endTicketsOf(work.db, account.id, TicketKind::email);
  Ticket ticket{.kind = TicketKind::email, .account_id = account.id, .email = email};
  const auto secret = issueTicket(work, ticket, confirmationLife);
  sendLink(work, MailKind::email_link, email, account.language, "confirm/" + secret,
           ticket.ends_at);
}

}  // namespace vitrine
