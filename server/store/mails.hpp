#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "store/database.hpp"

namespace vitrine {

/// An e-mail that must still be handed over. Its Message-ID is made of `id`, so it is the same on
/// every attempt.
struct Mail {
  std::string id;
  std::string kind;
  std::string order_group_id;
  std::string content;         // a MailContent as JSON
  std::int64_t queued_at = 0;  // Unix milliseconds
  int attempts = 0;
  std::int64_t due_at = 0;  // Unix milliseconds
  std::int64_t lease = 0;   // the token of who brings it, see store/leases.hpp
};

void enqueue(Database& db, const Mail& mail);

/// The first `limit` that nobody is bringing, soonest first.
std::vector<Mail> pendingMails(Database& db, int limit, std::int64_t now);

/// Takes e-mails for an attempt of at most `life` milliseconds each.
std::vector<Mail> claim(Database& db, std::vector<Mail> wanted, std::int64_t now,
                        std::int64_t life);

/// How an attempt ended: each answers whether the lease was still the e-mail's. What was handed
/// over keeps nothing of its content.
bool finishMail(Database& db, const Mail& mail, const std::string& outcome);
bool parkMail(Database& db, const Mail& mail, std::int64_t now, const std::string& outcome);
bool postponeMail(Database& db, const Mail& mail, std::int64_t due_at, const std::string& outcome);
/// Makes all that waits due.
void hastenMails(Database& db, std::int64_t now);

/// An e-mail that was not handed over yet, or was given up.
struct WaitingMail {
  std::string id;
  std::string kind;
  std::string order_group_id;
  std::int64_t queued_at = 0;
  int attempts = 0;
  std::optional<std::int64_t> due_at;  // none: given up
  std::string outcome;                 // of the last attempt
};

/// The oldest.
std::vector<WaitingMail> waitingMails(Database& db, int limit);

/// What the SMTP server has not taken.
struct MailBacklog {
  long long waiting = 0;
  long long parked = 0;
  std::int64_t oldest_at = 0;  // when the first of it was queued, in Unix milliseconds; 0: none
  std::string outcome;         // of an attempt of the newest that was tried; empty: none was
};
MailBacklog mailBacklog(Database& db);

/// Sends what was given up once more, from the schedule's start: one e-mail, or with no id all.
/// Answers how many.
long long retryMails(Database& db, const std::string& id, std::int64_t now);

/// What the e-mails of a purchase say that were not handed over.
std::vector<std::string> contentsOfGroup(Database& db, const std::string& order_group_id);
/// Forgets all e-mails of a purchase, handed over or not.
void forgetMailsOf(Database& db, const std::string& order_group_id);
/// Forgets e-mails that were queued before a moment (Unix milliseconds), handed over or not.
void forgetMails(Database& db, std::int64_t before);

}  // namespace vitrine
