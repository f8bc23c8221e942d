#include "api/accounts.hpp"

#include "api/handlers.hpp"
#include "api/work.hpp"
#include "app.hpp"
#include "async.hpp"
#include "clock.hpp"
#include "crypto.hpp"
#include "members/accounts.hpp"
#include "members/sellers.hpp"
#include "members/sites.hpp"
#include "store/accounts.hpp"
#include "store/members.hpp"
#include "vitrine/seller.hpp"

namespace vitrine {
namespace {

constexpr std::size_t maxName = 200;  // bytes
constexpr int accountsPage = 100;
/// Guesses at one account's password, from wherever they come.
constexpr RequestRate guessRate{1.0 / 60, 10};

Account accountOf(Database& db, const StoredAccount& stored) {
  Account account{stored.id, stored.email, stored.name, {}};
  for (const auto& owner : membersOf(db, stored.id)) {
    const auto scope = scopeOf(db, owner);
    const auto name = memberName(db, owner);
    if (!scope || !name) continue;
    AccountMember member{owner, *scope, *name};
    if (*scope == KeyScope::seller) {
      const auto record = findSeller(db, owner);
      member.approved = record->approved;
      if (!record->refusal.empty()) member.refusal = record->refusal;
    }
    account.members.push_back(std::move(member));
  }
  return account;
}

/// Signs in: the cookie's text goes to the caller, its hash is kept.
Account signInto(Work& work, const StoredAccount& account) {
  const auto text = newSecret("vs_");
  insertSignIn(work.db, sha256(text), account.id, work.now + signInTime);
  work.signed_in = text;
  return accountOf(work.db, account);
}

std::optional<Error> tooManyGuesses(App& app, const std::string& email) {
  const auto wait = app.rate_limits.take("password\n" + email, guessRate, RateLimits::Clock::now());
  if (!wait) return {};
  return Error{Errc::rate_limited, "email", wait->count()};
}

/// The account's hash, if the password is its own. `unauthorized` does not say what was wrong.
asio::awaitable<Result<std::string>> confirm(App& app, std::string email, std::string password) {
  if (auto fault = tooManyGuesses(app, email)) co_return *std::move(fault);
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

}  // namespace

asio::awaitable<Result<std::string>> prepareAccount(App& app, const Call&,
                                                    const NewAccount& request) {
  if (!app.config.open_sign_up) co_return Error{Errc::unauthorized, "sign_up"};
  if (!accountEmail(request.email)) co_return Error{Errc::invalid_format, "email"};
  if (auto fault = checkPassword(request.password, "password")) co_return *std::move(fault);
  if (request.name.find_first_not_of(' ') == request.name.npos)
    co_return Error{Errc::missing_field, "name"};
  if (request.name.size() > maxName) co_return Error{Errc::out_of_range, "name"};
  co_return co_await app.passwords.hash(request.password);
}

asio::awaitable<Result<std::string>> prepareSignIn(App& app, const Call&, const SignIn& request) {
  co_return co_await confirm(app, accountEmail(request.email).value_or(""), request.password);
}

asio::awaitable<Result<std::string>> preparePassword(App& app, const Call& call,
                                                     const PasswordChange& request) {
  std::optional<Result<StoredAccount>> account;
  co_await inStore(app.writer, [&](Database& db) {
    account.emplace(Work{db, app.config, call, unixNow()}.account());
    return false;
  });
  if (!*account) co_return account->error();
  if (auto fault = checkPassword(request.new_password, "new_password")) co_return *std::move(fault);
  const auto hash = co_await confirm(app, (*account)->email, request.password);
  if (!hash) co_return hash.error();
  co_return co_await app.passwords.hash(request.new_password);
}

Result<SignUp> getSignUp(Work& work, const Nothing&) { return SignUp{work.config.open_sign_up}; }

Result<Account> createAccount(Work& work, const NewAccount& request) {
  const StoredAccount account{work.newId("acc_"), *accountEmail(request.email), request.name,
                              work.prepared};
  if (findAccount(work.db, account.email)) return Error{Errc::invalid_transition, "email"};
  insertAccount(work.db, account, work.now);
  return signInto(work, account);
}

Result<Account> signIn(Work& work, const SignIn& request) {
  const auto account = findAccount(work.db, accountEmail(request.email).value_or(""));
  // The password may have been changed since it was looked at.
  if (!account || account->password_hash != work.prepared)
    return Error{Errc::unauthorized, "password"};
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
  return accountOf(work.db, *account);
}

Result<ListedAccounts> listAccounts(Work& work, const Nothing&) {
  if (auto fault = work.operatorOnly()) return *std::move(fault);
  ListedAccounts list;
  for (const auto& account : listAccounts(work.db, work.call.param("after"), accountsPage))
    list.accounts.push_back(accountOf(work.db, account));
  if (list.accounts.size() == accountsPage) list.next = list.accounts.back().id;
  return list;
}

Result<Account> changePassword(Work& work, const PasswordChange&) {
  const auto account = work.account();
  if (!account) return account.error();
  setPassword(work.db, account->id, work.prepared);
  endSignInsOf(work.db, account->id);
  return signInto(work, *account);
}

Result<AccountMember> addAccountSeller(Work& work, const Seller& request) {
  const auto account = work.account();
  if (!account) return account.error();
  if (auto fault = check(request)) return *std::move(fault);
  const auto record = addSeller(work.db, request, "", false, work.now);
  addMember(work.db, account->id, record.seller.id, work.now);
  return AccountMember{record.seller.id, KeyScope::seller, record.seller.name, false, {}};
}

Result<Site> addAccountSite(Work& work, const Site& request) {
  const auto account = work.account();
  if (!account) return account.error();
  if (auto fault = checkSite(work.db, request)) return *std::move(fault);
  const auto site = addSite(work.db, request, "", work.now);
  addMember(work.db, account->id, site.presenter_id, work.now);
  work.events.catalog_changed = true;
  return site;
}

}  // namespace vitrine
