#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "store/database.hpp"

namespace vitrine {

/// How somebody signs in. What one may do is said by the members that the account acts for.
struct StoredAccount {
  std::string id;     // acc_…
  std::string email;  // normalised, see `accountEmail`
  std::string name;
  std::string password_hash;  // Argon2id in libsodium's text form, with salt and costs
};

void insertAccount(Database& db, const StoredAccount& account, std::int64_t now);
std::optional<StoredAccount> findAccount(Database& db, const std::string& email);
/// Oldest first.
std::vector<StoredAccount> listAccounts(Database& db);
/// A page of them, after an id.
std::vector<StoredAccount> listAccounts(Database& db, const std::string& after, int limit);
void setPassword(Database& db, const std::string& account_id, const std::string& password_hash);
/// With its members and whoever is signed in; the members themselves stay.
void removeAccount(Database& db, const std::string& account_id);

/// Sellers (`sel_…`), presenters (`pre_…`) and "operator", in the order that they were added in.
std::vector<std::string> membersOf(Database& db, const std::string& account_id);
bool isMember(Database& db, const std::string& account_id, const std::string& owner);
/// Whether somebody acts for both.
bool shareAccount(Database& db, const std::string& owner, const std::string& other);
void addMember(Database& db, const std::string& account_id, const std::string& owner,
               std::int64_t now);
void removeMember(Database& db, const std::string& account_id, const std::string& owner);

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
