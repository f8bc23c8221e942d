#include "api/passkeys.hpp"

#include <algorithm>

#include "api/handlers.hpp"
#include "api/sign_in.hpp"
#include "app.hpp"
#include "clock.hpp"
#include "crypto.hpp"
#include "log.hpp"
#include "members/notices.hpp"
#include "store/passkeys.hpp"
#include "webauthn.hpp"

namespace vitrine {
namespace {

constexpr std::int64_t challengeLife = 5LL * 60 * 1000;
constexpr std::size_t mostPasskeys = 20;  // of an account
constexpr std::size_t longestName = 100;  // bytes

Result<RelyingParty> party(const Work& work) {
  auto found = relyingParty(work.config.public_url);
  if (!found) return Error{Errc::not_found, "path"};
  return *std::move(found);
}

/// The ticket of the challenge that the client data answer. It ends with what it opens.
Result<Ticket> answered(Work& work, const std::string& client_data, Ceremony ceremony,
                        const RelyingParty& party) {
  const auto challenge = challengeOf(client_data, ceremony, party);
  if (!challenge) return challenge.error();
  const bool adds = ceremony == Ceremony::create;
  auto ticket = ticketOf(work, *challenge, adds ? TicketKind::passkey : TicketKind::sign_in);
  if (!ticket) return Error{Errc::not_found, "client_data"};
  endTicket(work.db, ticket->id);
  return ticket;
}

PasskeyList listOf(Work& work, const std::string& account_id) {
  PasskeyList list;
  for (const auto& each : passkeysOf(work.db, account_id)) {
    list.passkeys.push_back({each.id, each.name, rfc3339(each.created_at), {}});
    if (each.used_at != 0) list.passkeys.back().used_at = rfc3339(each.used_at);
  }
  return list;
}

}  // namespace

asio::awaitable<Result<std::string>> preparePasskey(App& app, const Call& call,
                                                    const PasskeyStart& request) {
  const auto account = co_await confirmSelf(app, call, request.password);
  if (!account) co_return account.error();
  co_return account->password_hash;
}

Result<PasskeyChallenge> challengeSignIn(Work& work, const Nothing&) {
  const auto ours = party(work);
  if (!ours) return ours.error();
  Ticket ticket{.kind = TicketKind::sign_in};
  PasskeyChallenge challenge;
  challenge.challenge = base64Url(issueTicket(work, ticket, challengeLife));
  challenge.rp_id = ours->id;
  return challenge;
}

Result<Account> signInByPasskey(Work& work, const PasskeySignIn& request) {
  const auto ours = party(work);
  if (!ours) return ours.error();
  const auto ticket = answered(work, request.client_data, Ceremony::get, *ours);
  if (!ticket) return ticket.error();
  const auto passkey = findPasskey(work.db, request.credential_id);
  if (!passkey) return Error{Errc::unauthorized, "credential_id"};
  const auto count = verifyAssertion(*passkey, request.client_data, request.authenticator_data,
                                     request.signature, *ours);
  if (!count) {
    log("warning", "passkey_refused", {{"passkey", passkey->id}});
    return count.error();
  }
  notePasskeyUse(work.db, passkey->id, *count, work.now);
  return signInto(work, *accountOfId(work.db, passkey->account_id));
}

Result<PasskeyList> listPasskeys(Work& work, const Nothing&) {
  const auto account = work.account();
  if (!account) return account.error();
  return listOf(work, account->id);
}

Result<PasskeyChallenge> challengePasskey(Work& work, const PasskeyStart&) {
  const auto account = work.confirmed();
  if (!account) return account.error();
  if (account->password_hash != work.prepared) return Error{Errc::unauthorized, "password"};
  const auto ours = party(work);
  if (!ours) return ours.error();
  endTicketsOf(work.db, account->id, TicketKind::passkey);
  Ticket ticket{.kind = TicketKind::passkey, .account_id = account->id};
  PasskeyChallenge challenge;
  challenge.challenge = base64Url(issueTicket(work, ticket, challengeLife));
  challenge.rp_id = ours->id;
  challenge.user_id = base64Url(account->id);
  for (const auto& each : passkeysOf(work.db, account->id))
    challenge.exclude.push_back(each.credential_id);
  return challenge;
}

Result<PasskeyList> addPasskey(Work& work, const PasskeyRegistration& request) {
  const auto account = work.confirmed();
  if (!account) return account.error();
  if (request.name.find_first_not_of(' ') == request.name.npos)
    return Error{Errc::missing_field, "name"};
  if (request.name.size() > longestName) return Error{Errc::out_of_range, "name"};
  const auto ours = party(work);
  if (!ours) return ours.error();
  const auto ticket = answered(work, request.client_data, Ceremony::create, *ours);
  if (!ticket) return ticket.error();
  if (ticket->account_id != account->id) return Error{Errc::unauthorized, "client_data"};
  auto passkey = verifyRegistration(request.client_data, request.attestation_object, *ours);
  if (!passkey) return passkey.error();
  if (findPasskey(work.db, passkey->credential_id))
    return Error{Errc::invalid_transition, "attestation_object"};
  if (passkeysOf(work.db, account->id).size() >= mostPasskeys)
    return Error{Errc::too_large, "passkeys", static_cast<long long>(mostPasskeys)};
  passkey->id = work.newId("psk_");
  passkey->account_id = account->id;
  passkey->name = request.name;
  passkey->created_at = work.now;
  insertPasskey(work.db, *passkey);
  tellChange(work, *account, AccountChange::passkey_added, passkey->name);
  return listOf(work, account->id);
}

Result<PasskeyList> removePasskey(Work& work, const Nothing&) {
  const auto account = work.account();
  if (!account) return account.error();
  const auto mine = passkeysOf(work.db, account->id);
  const auto found = std::find_if(mine.begin(), mine.end(), [&](const Passkey& each) {
    return each.id == work.call.param("id");
  });
  if (found == mine.end()) return Error{Errc::not_found, "id"};
  removePasskey(work.db, found->id);
  tellChange(work, *account, AccountChange::passkey_removed, found->name);
  return listOf(work, account->id);
}

}  // namespace vitrine
