#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "store/database.hpp"

namespace vitrine {

/// What somebody may do for a member, each with all before it. `read`: look. `orders`: the day's
/// work: orders, answers, deliveries, and of the operator what customers wrote. `manage`: goods,
/// prices, terms, pages. `owner`: the team, keys, and the operator's fee.
enum class Right { read, orders, manage, owner };
constexpr auto names(Right) {
  return std::to_array<std::string_view>({"read", "orders", "manage", "owner"});
}

/// How somebody signs in. What one may do is said by the members that the account acts for.
struct StoredAccount {
  std::string id;     // acc_…
  std::string email;  // normalised, see `accountEmail`
  std::string name;
  std::string password_hash;    // Argon2id in libsodium's text form, with salt and costs
  std::string language = "en";  // BCP 47, of e-mails
  bool email_confirmed = true;  // somebody who reads the address's e-mails has said so
};

void insertAccount(Database& db, const StoredAccount& account, std::int64_t now);
std::optional<StoredAccount> findAccount(Database& db, const std::string& email);
std::optional<StoredAccount> accountOfId(Database& db, const std::string& account_id);
/// Oldest first.
std::vector<StoredAccount> listAccounts(Database& db);
/// A page of them, after an id.
std::vector<StoredAccount> listAccounts(Database& db, const std::string& after, int limit);
void setPassword(Database& db, const std::string& account_id, const std::string& password_hash);
/// Also says that it is confirmed, or not.
void setEmail(Database& db, const std::string& account_id, const std::string& email,
              bool confirmed);
void setLanguage(Database& db, const std::string& account_id, const std::string& language);
/// With its members and whoever is signed in; the members themselves stay.
void removeAccount(Database& db, const std::string& account_id);

/// Whom an account acts for: a seller (`sel_…`), a presenter (`pre_…`) or "operator".
struct Membership {
  std::string owner;
  Right right = Right::read;
};

/// In the order that they were added in.
std::vector<Membership> membersOf(Database& db, const std::string& account_id);
/// What the account may do for a member; nothing where it does not act for it.
std::optional<Right> rightOf(Database& db, const std::string& account_id, const std::string& owner);
/// Whether somebody acts for both.
bool shareAccount(Database& db, const std::string& owner, const std::string& other);
/// Every seller and presenter that somebody acts for both.
std::vector<std::pair<std::string, std::string>> alsoPresenting(Database& db);
/// One that is there already gets the right.
void addMember(Database& db, const std::string& account_id, const std::string& owner, Right right,
               std::int64_t now);
void removeMember(Database& db, const std::string& account_id, const std::string& owner);

/// Somebody who acts for a member.
struct Teammate {
  StoredAccount account;
  Right right = Right::read;
  std::int64_t added_at = 0;  // Unix milliseconds
};

/// All who act for a member, in the order that they were added in.
std::vector<Teammate> teamOf(Database& db, const std::string& owner);

/// Somebody signed in: `hash` is of the cookie's text; from `ends_at` (Unix milliseconds) on it
/// opens nothing.
void insertSignIn(Database& db, const std::string& hash, const std::string& account_id,
                  std::int64_t ends_at);
std::optional<StoredAccount> signedIn(Database& db, const std::string& hash, std::int64_t now);
void endSignIn(Database& db, const std::string& hash);
void endSignInsOf(Database& db, const std::string& account_id);
/// Forgets those that ended before a moment (Unix milliseconds).
void forgetSignIns(Database& db, std::int64_t before);

}  // namespace vitrine
