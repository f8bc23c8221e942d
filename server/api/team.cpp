#include "api/team.hpp"

#include <algorithm>

#include "api/handlers.hpp"
#include "api/sign_in.hpp"
#include "app.hpp"
#include "async.hpp"
#include "clock.hpp"
#include "members/accounts.hpp"
#include "members/notices.hpp"

namespace vitrine {
namespace {

constexpr std::int64_t invitationLife = 7LL * 24 * 60 * 60 * 1000;
constexpr std::size_t mostInvitations = 20;  // of a member, open at once

Team teamFor(Work& work, const std::string& owner) {
  Team team;
  for (const auto& [account, right, added_at] : teamOf(work.db, owner))
    team.members.push_back({account.id, account.email, account.name, right, rfc3339(added_at)});
  for (const auto& ticket : invitationsTo(work.db, owner, work.now))
    team.invitations.push_back(
        {ticket.id, ticket.email, ticket.right, ticket.invited_by, rfc3339(ticket.ends_at), {}});
  return team;
}

/// Has an account's right become another, or end. The last owner stays one.
Fault changeTo(Work& work, const std::string& owner, const std::string& account_id,
               std::optional<Right> right) {
  const auto team = teamOf(work.db, owner);
  const auto who = std::find_if(team.begin(), team.end(), [&](const Teammate& each) {
    return each.account.id == account_id;
  });
  if (who == team.end()) return Error{Errc::not_found, "id"};
  const auto owners = std::count_if(
      team.begin(), team.end(), [](const Teammate& each) { return each.right == Right::owner; });
  if (who->right == Right::owner && right != Right::owner && owners == 1)
    return Error{Errc::invalid_transition, "right"};
  if (right)
    addMember(work.db, account_id, owner, *right, work.now);
  else
    removeMember(work.db, account_id, owner);
  return {};
}

}  // namespace

asio::awaitable<Result<std::string>> prepareInvitation(App& app, const Call& call,
                                                       const InvitationWish& request) {
  std::optional<Result<Key>> holder;
  co_await inStore(app.writer, [&](Database& db) {
    holder.emplace(Work{db, app.config, call, unixNow()}.key());
    return false;
  });
  if (!*holder) co_return holder->error();
  const auto email = accountEmail(request.email);
  if (!email) co_return Error{Errc::invalid_format, "email"};
  if (auto fault = tooManyMails(app, *email)) co_return *std::move(fault);
  co_return std::string();
}

Result<Team> getTeam(Work& work, const Nothing&) {
  const auto holder = work.key();
  if (!holder) return holder.error();
  return teamFor(work, holder->owner);
}

Result<Invitation> invite(Work& work, const InvitationWish& request) {
  const auto holder = work.key();
  if (!holder) return holder.error();
  const auto email = *accountEmail(request.email);
  const auto known = findAccount(work.db, email);
  if (known && rightOf(work.db, known->id, holder->owner))
    return Error{Errc::invalid_transition, "email"};
  const auto open = invitationsTo(work.db, holder->owner, work.now);
  for (const auto& each : open)  // one for each address
    if (each.email == email) endTicket(work.db, each.id);
  if (open.size() >= mostInvitations)
    return Error{Errc::too_large, "email", static_cast<long long>(mostInvitations)};
  Ticket ticket{.kind = TicketKind::invitation,
                .email = email,
                .owner = holder->owner,
                .right = request.right};
  if (holder->id.empty()) ticket.invited_by = work.account()->name;
  const auto page = "invitation/" + issueTicket(work, ticket, invitationLife);
  Invitation invitation{ticket.id, email, ticket.right, ticket.invited_by, rfc3339(ticket.ends_at),
                        {}};
  if (work.config.smtp_url.empty())
    invitation.url = consoleUrl(work.config, page);
  else
    sendInvitation(work, ticket, memberName(work.db, ticket.owner).value_or(""),
                   knownLanguage(request.language), page);
  return invitation;
}

Result<Team> revokeInvitation(Work& work, const Nothing&) {
  const auto holder = work.key();
  if (!holder) return holder.error();
  const auto open = invitationsTo(work.db, holder->owner, work.now);
  const auto ticket = std::find_if(open.begin(), open.end(), [&](const Ticket& each) {
    return each.id == work.call.param("id");
  });
  if (ticket == open.end()) return Error{Errc::not_found, "id"};
  endTicket(work.db, ticket->id);
  return teamFor(work, holder->owner);
}

Result<Team> changeRight(Work& work, const RightChange& request) {
  const auto holder = work.key();
  if (!holder) return holder.error();
  if (auto fault = changeTo(work, holder->owner, work.call.param("id"), request.right))
    return *std::move(fault);
  return teamFor(work, holder->owner);
}

Result<Team> removeTeammate(Work& work, const Nothing&) {
  const auto holder = work.key();
  if (!holder) return holder.error();
  if (auto fault = changeTo(work, holder->owner, work.call.param("id"), {}))
    return *std::move(fault);
  return teamFor(work, holder->owner);
}

Result<Nothing> leaveTeam(Work& work, const Nothing&) {
  const auto holder = work.key();
  if (!holder) return holder.error();
  const auto account = work.account();
  if (!account) return account.error();
  if (auto fault = changeTo(work, holder->owner, account->id, {})) return *std::move(fault);
  return Nothing{};
}

Result<InvitationOffer> lookAtInvitation(Work& work, const LinkToken& request) {
  const auto ticket = ticketOf(work, request.token, TicketKind::invitation);
  if (!ticket) return ticket.error();
  const auto scope = scopeOf(work.db, ticket->owner);
  const auto member = memberName(work.db, ticket->owner);
  if (!scope || !member) return Error{Errc::not_found, "token"};
  return InvitationOffer{ticket->email,
                         *scope,
                         *member,
                         ticket->right,
                         ticket->invited_by,
                         !!findAccount(work.db, ticket->email)};
}

Result<AccountMember> acceptInvitation(Work& work, const LinkToken& request) {
  const auto account = work.account();
  if (!account) return account.error();
  const auto ticket = ticketOf(work, request.token, TicketKind::invitation);
  if (!ticket) return ticket.error();
  if (ticket->email != account->email) return Error{Errc::unauthorized, "token"};
  return join(work, *ticket, *account);
}

}  // namespace vitrine
