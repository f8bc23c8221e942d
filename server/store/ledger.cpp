#include "store/ledger.hpp"

#include <algorithm>
#include <limits>
#include <set>

#include "clock.hpp"
#include "crypto.hpp"
#include "store/sql.hpp"

namespace vitrine {
namespace {

/// Why a transfer cannot stand in the books; nothing: it can.
std::optional<std::string> faultOf(const Transfer& transfer) {
  Amount sum = 0;
  std::set<std::string> accounts;
  for (const auto& entry : transfer.entries) {
    const auto next = add(sum, entry.amount);
    if (!next) return "amounts beyond 2^53";
    sum = *next;
    if (!accounts.insert(entry.account).second) return "an account twice";
  }
  if (sum != 0) return "amounts that do not add up to 0";
  return {};
}

struct Head {
  long long number = 0;
  std::string hash;
};

Head headOf(Database& db) {
  Head head;
  Bound(db, "SELECT number, hash FROM ledger ORDER BY number DESC LIMIT 1")
      .into(head.number)
      .into(head.hash)
      .first();
  return head;
}

std::vector<LedgerEntry> entriesOf(Database& db, long long number) {
  soci::rowset<soci::row> rows =
      (db.sql().prepare << "SELECT account, amount FROM ledger_entries WHERE number = :number "
                           "ORDER BY account",
       soci::use(number));
  std::vector<LedgerEntry> answer;
  for (const auto& row : rows) answer.push_back({row.get<std::string>(0), row.get<long long>(1)});
  return answer;
}

Amount sumOf(soci::rowset<soci::row> rows) {
  Amount sum = 0;
  for (const auto& row : rows) sum += row.get<long long>(0);
  return sum;
}

}  // namespace

void post(Database& db, std::vector<Transfer> transfers, std::int64_t now) {
  for (auto& transfer : transfers)
    std::erase_if(transfer.entries, [](const LedgerEntry& entry) { return entry.amount == 0; });
  std::erase_if(transfers, [](const Transfer& transfer) { return transfer.entries.empty(); });
  if (transfers.empty()) return;
  auto head = headOf(db);
  std::vector<std::tuple<long long, std::string, std::string>> rows;
  std::vector<std::tuple<long long, std::string, std::string, std::string, long long, std::string,
                         long long>>
      entries;
  for (auto& transfer : transfers) {
    if (const auto fault = faultOf(transfer))
      throw std::logic_error("the ledger refuses " + *fault);
    transfer.number = ++head.number;
    transfer.previous = head.hash;
    transfer.at = rfc3339(now);
    auto body = toJson(transfer);
    head.hash = sha256(body);
    rows.emplace_back(head.number, std::move(body), head.hash);
    for (const auto& entry : transfer.entries)
      entries.emplace_back(head.number, entry.account, name(transfer.kind), transfer.currency,
                           entry.amount, transfer.order_id, now);
  }
  insertRows(db, "INSERT INTO ledger (number, body, hash)", "(#,#,#)", std::move(rows));
  insertRows(db,
             "INSERT INTO ledger_entries (number, account, kind, currency, amount, order_id, "
             "posted_at)",
             "(#,#,#,#,#,#,#)", std::move(entries));
}

std::vector<Transfer> listTransfers(Database& db, const std::string& account,
                                    const std::string& order_id) {
  soci::rowset<std::string> rows =
      (db.sql().prepare << "SELECT body FROM ledger WHERE (:account = '' OR EXISTS (SELECT 1 FROM "
                           "ledger_entries WHERE number = ledger.number AND account = :account2)) "
                           "AND (:order = '' OR EXISTS (SELECT 1 FROM ledger_entries WHERE "
                           "number = ledger.number AND order_id = :order2)) ORDER BY number",
       soci::use(account), soci::use(account), soci::use(order_id), soci::use(order_id));
  std::vector<Transfer> answer;
  for (const auto& body : rows) answer.push_back(stored<Transfer>(body));
  return answer;
}

Amount movedOf(Database& db, const std::string& order_id, const std::string& account) {
  return sumOf((db.sql().prepare << "SELECT amount FROM ledger_entries WHERE order_id = :order "
                                    "AND account = :account AND kind <> 'collection'",
                soci::use(order_id), soci::use(account)));
}

Amount balanceOf(Database& db, const std::string& account, const std::string& currency,
                 std::int64_t before) {
  const long long moment = before;
  return sumOf((db.sql().prepare << "SELECT amount FROM ledger_entries WHERE account = :account "
                                    "AND currency = :currency AND posted_at < :before",
                soci::use(account), soci::use(currency), soci::use(moment)));
}

std::vector<std::string> untoldParties(Database& db, const std::string& month, std::int64_t from,
                                       std::int64_t before, int limit) {
  const long long first = from;
  const long long end = before;
  soci::rowset<std::string> rows =
      (db.sql().prepare << "SELECT DISTINCT account FROM ledger_entries e WHERE posted_at >= :from "
                           "AND posted_at < :before AND account NOT IN ('customers', 'operator') "
                           "AND NOT EXISTS (SELECT 1 FROM statements_told WHERE party = e.account "
                           "AND month = :month) LIMIT :limit",
       soci::use(first), soci::use(end), soci::use(month), soci::use(limit));
  return {rows.begin(), rows.end()};
}

void noteTold(Database& db, const std::string& party, const std::string& month) {
  run(db, "INSERT INTO statements_told (party, month) VALUES (:party, :month)", party, month);
}

LedgerReport verifyLedger(Database& db, const std::string& expected) {
  LedgerReport report;
  report.found = expected.empty();
  std::int64_t entries = 0;
  soci::rowset<soci::row> rows =
      (db.sql().prepare << "SELECT number, body, hash FROM ledger ORDER BY number");
  for (const auto& row : rows) {
    const auto number = row.get<long long>(0);
    const auto body = row.get<std::string>(1);
    const auto hash = row.get<std::string>(2);
    const auto damaged = [&](const std::string& what) {
      report.damage = "transfer " + std::to_string(number);
      *report.damage += ": " + what;
      return report;
    };
    if (number != ++report.transfers) return damaged("its number does not follow");
    if (sha256(body) != hash) return damaged("its text does not have its hash");
    auto transfer = fromJson<Transfer>(body);
    if (!transfer || transfer->number != number) return damaged("its text is not a transfer");
    if (transfer->previous != report.head) return damaged("it does not follow the one before");
    if (const auto fault = faultOf(*transfer)) return damaged(*fault);
    std::sort(transfer->entries.begin(), transfer->entries.end(),
              [](const auto& a, const auto& b) { return a.account < b.account; });
    if (entriesOf(db, number) != transfer->entries)
      return damaged("the accounts do not have its amounts");
    entries += static_cast<std::int64_t>(transfer->entries.size());
    report.head = hash;
    report.found = report.found || hash == expected;
  }
  long long counted = 0;
  Bound(db, "SELECT count(*) FROM ledger_entries").into(counted).first();
  if (counted != entries) report.damage = "accounts have amounts of no transfer";
  return report;
}

}  // namespace vitrine
