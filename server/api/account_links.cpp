// Links in e-mails: to a new password, and that confirm an address.
#include "api/handlers.hpp"
#include "api/sign_in.hpp"
#include "app.hpp"
#include "async.hpp"
#include "clock.hpp"
#include "crypto.hpp"
#include "members/accounts.hpp"
#include "members/notices.hpp"
#include "store/passkeys.hpp"

namespace vitrine {
namespace {

constexpr std::int64_t resetLife = 60LL * 60 * 1000;

}  // namespace

asio::awaitable<Result<std::string>> prepareForgotten(App& app, const Call&,
                                                      const ForgottenPassword& request) {
  if (app.config.smtp_url.empty()) co_return Error{Errc::not_found, "path"};
  const auto email = accountEmail(request.email);
  if (!email) co_return Error{Errc::invalid_format, "email"};
  if (auto fault = tooManyMails(app, *email)) co_return *std::move(fault);
  co_return std::string();
}

/// A ticket is written down for an unknown address too, which opens nothing: so it takes as long.
Result<Nothing> forgetPassword(Work& work, const ForgottenPassword& request) {
  const auto account = findAccount(work.db, *accountEmail(request.email));
  Ticket ticket{.kind = TicketKind::password};
  if (account) {
    ticket.account_id = account->id;
    endTicketsOf(work.db, account->id, TicketKind::password);
  }
  const auto secret = issueTicket(work, ticket, resetLife);
  if (account)
    sendLink(work, MailKind::password_link, account->email, account->language, "reset/" + secret,
             ticket.ends_at);
  return Nothing{};
}

asio::awaitable<Result<std::string>> prepareReset(App& app, const Call& call,
                                                  const PasswordReset& request) {
  if (auto fault = checkPassword(request.new_password, "new_password")) co_return *std::move(fault);
  bool opens = false;
  co_await inStore(app.writer, [&](Database& db) {
    Work work{db, app.config, call, unixNow()};
    opens = !!ticketOf(work, request.token, TicketKind::password);
    return false;
  });
  if (!opens) co_return Error{Errc::not_found, "token"};
  co_return co_await app.passwords.hash(request.new_password);
}

Result<Account> resetPassword(Work& work, const PasswordReset& request) {
  const auto ticket = ticketOf(work, request.token, TicketKind::password);
  if (!ticket) return ticket.error();
  auto account = accountOfId(work.db, ticket->account_id);
  if (!account) return Error{Errc::not_found, "token"};
  setPassword(work.db, account->id, work.prepared);
  endSignInsOf(work.db, account->id);
  for (const auto kind : {TicketKind::password, TicketKind::email, TicketKind::passkey})
    endTicketsOf(work.db, account->id, kind);
  // Who made the account with this address may be another than who reads its e-mails.
  if (!account->email_confirmed)
    for (const auto& passkey : passkeysOf(work.db, account->id)) removePasskey(work.db, passkey.id);
  setEmail(work.db, account->id, account->email, true);
  account->email_confirmed = true;
  tellChange(work, *account, AccountChange::password);
  return signInto(work, *account);
}

asio::awaitable<Result<std::string>> prepareEmail(App& app, const Call& call,
                                                  const EmailChange& request) {
  const auto account = co_await confirmSelf(app, call, request.password);
  if (!account) co_return account.error();
  const auto email = accountEmail(request.email);
  if (!email) co_return Error{Errc::invalid_format, "email"};
  if (auto fault = tooManyMails(app, *email)) co_return *std::move(fault);
  co_return account->password_hash;
}

Result<Account> changeEmail(Work& work, const EmailChange& request) {
  auto account = work.account();
  if (!account) return account.error();
  if (account->password_hash != work.prepared) return Error{Errc::unauthorized, "password"};
  const auto email = *accountEmail(request.email);
  if (email != account->email && findAccount(work.db, email))
    return Error{Errc::invalid_transition, "email"};
  if (!work.config.smtp_url.empty()) {
    sendConfirmation(work, *account, email);
  } else {
    setEmail(work.db, account->id, email, false);
    account->email = email;
  }
  return accountOf(work, *account);
}

asio::awaitable<Result<std::string>> prepareResend(App& app, const Call& call, const Nothing&) {
  std::string email;
  co_await inStore(app.writer, [&](Database& db) {
    const auto account = Work{db, app.config, call, unixNow()}.account();
    if (account) email = account->email;
    return false;
  });
  if (email.empty()) co_return email;  // said by the handler
  if (auto fault = tooManyMails(app, email)) co_return *std::move(fault);
  co_return email;
}

Result<Account> resendConfirmation(Work& work, const Nothing&) {
  const auto account = work.account();
  if (!account) return account.error();
  if (!work.config.smtp_url.empty() && !account->email_confirmed)
    sendConfirmation(work, *account, account->email);
  return accountOf(work, *account);
}

Result<Account> confirmEmail(Work& work, const LinkToken& request) {
  auto account = work.account();
  if (!account) return account.error();
  const auto ticket = ticketOf(work, request.token, TicketKind::email);
  if (!ticket) return ticket.error();
  // Whoever made an account with somebody's address shall not have them confirm it.
  if (ticket->account_id != account->id) return Error{Errc::unauthorized, "token"};
  const bool changes = ticket->email != account->email;
  if (changes && findAccount(work.db, ticket->email))
    return Error{Errc::invalid_transition, "email"};
  endTicket(work.db, ticket->id);
  if (changes) {
    endTicketsOf(work.db, account->id, TicketKind::password);
    tellChange(work, *account, AccountChange::email, ticket->email);
  }
  setEmail(work.db, account->id, ticket->email, true);
  return accountOf(work, *accountOfId(work.db, account->id));
}

Result<Account> chooseMails(Work& work, const MailChoice& request) {
  const auto account = work.account();
  if (!account) return account.error();
  setWantsMails(work.db, account->id, request.topic, request.wanted);
  return accountOf(work, *account);
}

Result<Unsubscribed> unsubscribe(Work& work, const Nothing&) {
  const auto wish = readUnsubscribe(work.db, work.call.param("token"));
  if (!wish) return Error{Errc::not_found, "token"};
  setWantsMails(work.db, wish->receiver, wish->topic, false);
  return Unsubscribed{wish->topic};
}

}  // namespace vitrine
