#include "api/accounts.hpp"

#include "api/handlers.hpp"
#include "api/sign_in.hpp"
#include "app.hpp"
#include "async.hpp"
#include "clock.hpp"
#include "crypto.hpp"
#include "members/accounts.hpp"
#include "members/notices.hpp"
#include "members/sellers.hpp"
#include "members/sites.hpp"
#include "store/members.hpp"
#include "vitrine/seller.hpp"
#include "webauthn.hpp"

namespace vitrine {
namespace {

constexpr std::size_t maxName = 200;  // bytes
constexpr int accountsPage = 100;

/// The invitation that a new account brings, which must be to its address; nothing where it brings
/// none.
Result<std::optional<Ticket>> invitationOf(Work& work, const NewAccount& request) {
  if (!request.invitation) return std::optional<Ticket>();
  auto ticket = ticketOf(work, *request.invitation, TicketKind::invitation);
  if (!ticket) return Error{Errc::not_found, "invitation"};
  if (ticket->email != accountEmail(request.email)) return Error{Errc::unauthorized, "email"};
  return std::optional(*std::move(ticket));
}

}  // namespace

asio::awaitable<Result<std::string>> prepareAccount(App& app, const Call& call,
                                                    const NewAccount& request) {
  if (!accountEmail(request.email)) co_return Error{Errc::invalid_format, "email"};
  std::optional<Result<std::optional<Ticket>>> invitation;
  co_await inStore(app.writer, [&](Database& db) {
    Work work{db, app.config, call, unixNow()};
    invitation.emplace(invitationOf(work, request));
    return false;
  });
  if (!*invitation) co_return invitation->error();
  if (!app.config.open_sign_up && !**invitation) co_return Error{Errc::unauthorized, "sign_up"};
  if (auto fault = checkPassword(request.password, "password")) co_return *std::move(fault);
  if (request.name.find_first_not_of(' ') == request.name.npos)
    co_return Error{Errc::missing_field, "name"};
  if (request.name.size() > maxName) co_return Error{Errc::out_of_range, "name"};
  if (auto fault = tooManyMails(app, *accountEmail(request.email))) co_return *std::move(fault);
  co_return co_await app.passwords.hash(request.password);
}

asio::awaitable<Result<std::string>> prepareSignIn(App& app, const Call&, const SignIn& request) {
  co_return co_await confirmPassword(app, accountEmail(request.email).value_or(""),
                                     request.password);
}

asio::awaitable<Result<std::string>> preparePassword(App& app, const Call& call,
                                                     const PasswordChange& request) {
  const auto account = co_await confirmSelf(app, call, request.password);
  if (!account) co_return account.error();
  if (auto fault = checkPassword(request.new_password, "new_password")) co_return *std::move(fault);
  co_return co_await app.passwords.hash(request.new_password);
}

Result<SignUp> getSignUp(Work& work, const Nothing&) {
  return SignUp{work.config.open_sign_up, !work.config.smtp_url.empty(),
                !!relyingParty(work.config.public_url)};
}

Result<Account> createAccount(Work& work, const NewAccount& request) {
  const auto invitation = invitationOf(work, request);
  if (!invitation) return invitation.error();
  StoredAccount account{work.newId("acc_"), *accountEmail(request.email), request.name,
                        work.prepared, knownLanguage(request.language)};
  account.email_confirmed = false;
  if (findAccount(work.db, account.email)) return Error{Errc::invalid_transition, "email"};
  insertAccount(work.db, account, work.now);
  if (*invitation) {
    join(work, **invitation, account);
    account = *findAccount(work.db, account.email);
  } else if (!work.config.smtp_url.empty()) {
    sendConfirmation(work, account, account.email);
  }
  return signInto(work, account);
}

Result<Account> signIn(Work& work, const SignIn& request) {
  auto account = findAccount(work.db, accountEmail(request.email).value_or(""));
  // The password may have been changed since it was looked at.
  if (!account || account->password_hash != work.prepared)
    return Error{Errc::unauthorized, "password"};
  if (!request.language.empty()) setLanguage(work.db, account->id, knownLanguage(request.language));
  return signInto(work, *account);
}

Result<Nothing> signOut(Work& work, const Nothing&) {
  endSignIn(work.db, sha256(work.call.signed_in));
  work.signed_in = "";
  return Nothing{};
}

Result<Account> getAccount(Work& work, const Nothing&) {
  const auto account = work.account();
  if (!account) return account.error();
  return accountOf(work, *account);
}

Result<ListedAccounts> listAccounts(Work& work, const Nothing&) {
  if (auto fault = work.operatorOnly()) return *std::move(fault);
  ListedAccounts list;
  for (const auto& account : listAccounts(work.db, work.call.param("after"), accountsPage))
    list.accounts.push_back(accountOf(work, account));
  if (list.accounts.size() == accountsPage) list.next = list.accounts.back().id;
  return list;
}

Result<Account> changePassword(Work& work, const PasswordChange&) {
  const auto account = work.account();
  if (!account) return account.error();
  setPassword(work.db, account->id, work.prepared);
  endSignInsOf(work.db, account->id);
  endTicketsOf(work.db, account->id, TicketKind::password);
  tellChange(work, *account, AccountChange::password);
  return signInto(work, *account);
}

Result<AccountMember> addAccountSeller(Work& work, const Seller& request) {
  const auto account = work.confirmed();
  if (!account) return account.error();
  if (auto fault = check(request)) return *std::move(fault);
  const auto record = addSeller(work.db, request, "", false, work.now);
  addMember(work.db, account->id, record.seller.id, Right::owner, work.now);
  return AccountMember{record.seller.id, KeyScope::seller, record.seller.name, Right::owner, false};
}

Result<Site> addAccountSite(Work& work, const Site& request) {
  const auto account = work.confirmed();
  if (!account) return account.error();
  if (auto fault = checkSite(work.db, request)) return *std::move(fault);
  const auto site = addSite(work.db, request, "", work.now);
  addMember(work.db, account->id, site.presenter_id, Right::owner, work.now);
  work.events.catalog_changed = true;
  return site;
}

}  // namespace vitrine
