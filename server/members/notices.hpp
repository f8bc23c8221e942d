#pragma once

#include "api/work.hpp"
#include "mail/content.hpp"
#include "store/tickets.hpp"

/// The e-mails to people who have an account. Each is queued in the transaction of what it tells;
/// none is where the server has nobody to hand them to.
namespace vitrine {

/// A page of the console: `consoleUrl(config, "sel_…/orders")`.
std::string consoleUrl(const Config& config, const std::string& page);

/// Sends a link that opens until then. `page` names it and has its secret.
void sendLink(Work& work, MailKind kind, const std::string& to, const std::string& language,
              const std::string& page, std::int64_t until);

/// The same for a ticket that invites to a member of that name.
void sendInvitation(Work& work, const Ticket& invitation, const std::string& member,
                    const std::string& language, const std::string& page);

/// Tells somebody that how they sign in was changed: at the address that they had.
void tellChange(Work& work, const StoredAccount& account, AccountChange change,
                const std::string& to_what = {});

/// What an e-mail about a member says beside its receiver.
MailContent about(MailKind kind, const std::string& member, const std::string& detail = {});

/// Tells those who manage a member, each in their language; of a seller that nobody acts for, the
/// address that it gives its customers. What is part of no contract gets none who does not want it,
/// and has a link that ends it. `content`: what it says beside its receiver; `page`: of the
/// console.
void tellMember(Work& work, const std::string& owner, MailContent content, const std::string& page);

}  // namespace vitrine
