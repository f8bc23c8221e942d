#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "store/accounts.hpp"

/// Secrets that open one thing once: links in e-mails, and the challenges of passkeys. Only their
/// hashes are kept.
namespace vitrine {

enum class TicketKind {
  invitation,  // to act for a member
  password,    // a new password
  email,       // an address is confirmed, and becomes the account's
  passkey,     // challenge: a passkey is added
  sign_in,     // challenge: somebody signs in by a passkey
};
constexpr auto names(TicketKind) {
  return std::to_array<std::string_view>({"invitation", "password", "email", "passkey", "sign_in"});
}

struct Ticket {
  std::string id = {};  // tic_…
  TicketKind kind = TicketKind::invitation;
  std::string account_id = {};  // whom it is for; empty: whoever it comes from
  std::string email = {};       // invited, or to confirm
  std::string owner = {};       // of an invitation: the member …
  Right right = Right::read;    // … what one may do for it …
  std::string invited_by = {};  // … and the name of who invites; empty: a key
  std::int64_t created_at = 0;  // Unix milliseconds
  std::int64_t ends_at = 0;     // from then on it opens nothing
};

/// `hash`: of the secret's text.
void insertTicket(Database& db, const Ticket& ticket, const std::string& hash);
/// The one of that secret and kind, if it has not ended.
std::optional<Ticket> findTicket(Database& db, const std::string& hash, TicketKind kind,
                                 std::int64_t now);
/// What was open once is not any more.
void endTicket(Database& db, const std::string& id);
void endTicketsOf(Database& db, const std::string& account_id, TicketKind kind);
/// Invitations to a member that have not ended, oldest first.
std::vector<Ticket> invitationsTo(Database& db, const std::string& owner, std::int64_t now);
/// Forgets those that ended before a moment (Unix milliseconds).
void forgetTickets(Database& db, std::int64_t before);

}  // namespace vitrine
