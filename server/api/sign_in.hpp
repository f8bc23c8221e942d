#pragma once

#include <boost/asio/awaitable.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "api/accounts.hpp"
#include "api/work.hpp"
#include "store/tickets.hpp"

/// What the handlers of accounts, teams and passkeys share.
namespace vitrine {

class App;

Account accountOf(Work& work, const StoredAccount& stored);

/// Signs in: the cookie's text goes to the caller, its hash is kept.
Account signInto(Work& work, const StoredAccount& account);

/// The account's hash, if the password is its own. `unauthorized` does not say what was wrong.
boost::asio::awaitable<Result<std::string>> confirmPassword(App& app, std::string email,
                                                            std::string password);

/// The same for who is signed in.
boost::asio::awaitable<Result<StoredAccount>> confirmSelf(App& app, const Call& call,
                                                          std::string password);

/// `rate_limited` when an address gets too many e-mails that anybody can have sent.
Fault tooManyMails(App& app, const std::string& email);

/// A language that there are words in, as people sent it; English for others.
std::string knownLanguage(std::string_view language);

/// Writes a ticket down, which opens for `life` milliseconds; answers its secret.
std::string issueTicket(Work& work, Ticket& ticket, std::int64_t life);
/// The ticket of a secret; `not_found` at "token" for one that opens nothing.
Result<Ticket> ticketOf(Work& work, const std::string& secret, TicketKind kind);

/// Has the invited account act for the member. The invitation has ended then.
AccountMember join(Work& work, const Ticket& invitation, const StoredAccount& account);

/// Sends the link that confirms an address of the account.
void sendConfirmation(Work& work, const StoredAccount& account, const std::string& email);

}  // namespace vitrine
