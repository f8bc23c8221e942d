#include "store/mails.hpp"

#include "store/leases.hpp"
#include "store/sql.hpp"

namespace vitrine {
namespace {

constexpr std::string_view table = "mails";

}  // namespace

void enqueue(Database& db, const Mail& mail) {
  const long long queued_at = mail.queued_at;
  const long long due_at = mail.due_at;
  send(
      db,
      "INSERT INTO mails (id, kind, order_group_id, content, queued_at, attempts, due_at, outcome) "
      "VALUES (:id, :kind, :group, :content, :queued, :attempts, :due, '')",
      mail.id, mail.kind, mail.order_group_id, mail.content, queued_at, mail.attempts, due_at);
}

std::vector<Mail> pendingMails(Database& db, int limit, std::int64_t now) {
  const long long moment = now;
  soci::rowset<soci::row> rows =
      (db.sql().prepare << "SELECT id, kind, order_group_id, content, queued_at, attempts, due_at, "
                           "lease FROM mails WHERE due_at IS NOT NULL AND leased_until <= :now "
                           "ORDER BY due_at, id LIMIT :limit",
       soci::use(moment), soci::use(limit));
  std::vector<Mail> answer;
  for (const auto& row : rows)
    answer.push_back({row.get<std::string>(0), row.get<std::string>(1), row.get<std::string>(2),
                      row.get<std::string>(3), row.get<long long>(4), row.get<int>(5),
                      row.get<long long>(6), row.get<long long>(7)});
  return answer;
}

std::vector<Mail> claim(Database& db, std::vector<Mail> wanted, std::int64_t now,
                        std::int64_t life) {
  return leaseAll(db, table, std::move(wanted), now, life);
}

bool finishMail(Database& db, const Mail& mail, const std::string& outcome) {
  if (!endAttempt(db, table, mail.id, mail.lease, mail.attempts, {.outcome = outcome}))
    return false;
  run(db, "UPDATE mails SET content = '' WHERE id = :id", mail.id);
  return true;
}

bool parkMail(Database& db, const Mail& mail, std::int64_t now, const std::string& outcome) {
  return endAttempt(db, table, mail.id, mail.lease, mail.attempts,
                    {.parked_at = now, .outcome = outcome});
}

bool postponeMail(Database& db, const Mail& mail, std::int64_t due_at, const std::string& outcome) {
  return endAttempt(db, table, mail.id, mail.lease, mail.attempts,
                    {.due_at = due_at, .outcome = outcome});
}

void hastenMails(Database& db, std::int64_t now) {
  const long long at = now;
  run(db, "UPDATE mails SET due_at = :now WHERE due_at > :then", at, at);
}

std::vector<WaitingMail> waitingMails(Database& db, int limit) {
  soci::rowset<soci::row> rows =
      (db.sql().prepare << "SELECT id, kind, order_group_id, queued_at, attempts, due_at, outcome "
                           "FROM mails WHERE due_at IS NOT NULL OR parked_at IS NOT NULL "
                           "ORDER BY id LIMIT :limit",
       soci::use(limit));
  std::vector<WaitingMail> answer;
  for (const auto& row : rows) {
    answer.push_back({row.get<std::string>(0),
                      row.get<std::string>(1),
                      row.get<std::string>(2),
                      row.get<long long>(3),
                      row.get<int>(4),
                      {},
                      row.get<std::string>(6)});
    if (row.get_indicator(5) != soci::i_null) answer.back().due_at = row.get<long long>(5);
  }
  return answer;
}

MailBacklog mailBacklog(Database& db) {
  MailBacklog backlog;
  long long oldest_at = 0;
  std::string tried;
  Bound(db,
        "SELECT count(due_at), count(parked_at), coalesce(min(queued_at), 0), "
        "coalesce(max(CASE WHEN outcome <> '' THEN id ELSE '' END), '') FROM mails "
        "WHERE due_at IS NOT NULL OR parked_at IS NOT NULL")
      .into(backlog.waiting)
      .into(backlog.parked)
      .into(oldest_at)
      .into(tried)
      .first();
  backlog.oldest_at = oldest_at;
  backlog.outcome =
      one<std::string>(db, "SELECT outcome FROM mails WHERE id = :id", tried).value_or("");
  return backlog;
}

long long retryMails(Database& db, const std::string& id, std::int64_t now) {
  const long long at = now;
  return run(db,
             "UPDATE mails SET due_at = :now, parked_at = NULL, attempts = 0 "
             "WHERE parked_at IS NOT NULL AND (id = :id OR :all = '')",
             at, id, id);
}

std::vector<std::string> contentsOfGroup(Database& db, const std::string& order_group_id) {
  soci::rowset<std::string> rows =
      (db.sql().prepare
           << "SELECT content FROM mails WHERE order_group_id = :id AND content <> '' ORDER BY id",
       soci::use(order_group_id));
  return {rows.begin(), rows.end()};
}

void forgetMailsOf(Database& db, const std::string& order_group_id) {
  run(db, "DELETE FROM mails WHERE order_group_id = :id", order_group_id);
}

void forgetMails(Database& db, std::int64_t before) {
  const long long moment = before;
  run(db, "DELETE FROM mails WHERE queued_at < :before", moment);
}

}  // namespace vitrine
