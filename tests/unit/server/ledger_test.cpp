#include "store/ledger.hpp"

#include <soci/soci.h>

#include <map>

#include "cooperation/statement.hpp"
#include "unit/catch.hpp"
#include "unit/generators.hpp"
#include "unit/server/store.hpp"

namespace vitrine {
namespace {

constexpr std::int64_t now = 1'795'000'000'000;

Transfer transferOf(std::vector<LedgerEntry> entries) {
  Transfer transfer;
  transfer.currency = "EUR";
  transfer.order_id = "ord_1";
  transfer.note = "a \"note\"";
  transfer.entries = std::move(entries);
  return transfer;
}

void fill(Database& db) {
  post(db, transferOf({{"customers", -100}, {"sel_1", 80}, {"pre_1", 20}}), now);
  post(db, transferOf({{"customers", 30}, {"sel_1", -24}, {"pre_1", -6}}), now + 1);
  post(db, transferOf({{"sel_1", 14}, {"pre_1", -14}}), now + 2);
}

}  // namespace

TEST_CASE("whatever is posted, all accounts add up to 0 and the chain is whole") {
  REQUIRE(rc::check([] {
    const Folder folder;
    Database db(folder.path);
    std::map<std::string, Amount> sums;
    const auto count = any::within(1, 12);
    for (std::int64_t i = 0; i < count; ++i) {
      Transfer transfer = transferOf({});
      Amount rest = 0;
      for (const auto* account : {"sel_1", "sel_2", "pre_1", "operator"}) {
        const auto amount = any::within(-1'000, 1'000);
        transfer.entries.push_back({account, amount});
        sums[account] += amount;
        rest -= amount;
      }
      transfer.entries.push_back({"customers", rest});
      sums["customers"] += rest;
      post(db, transfer, now + i);
    }
    const auto report = verifyLedger(db, "");
    RC_ASSERT_FALSE(report.damage.has_value());
    Amount all = 0;
    for (const auto& [account, sum] : sums) {
      RC_ASSERT(balanceOf(db, account, "EUR", now + count) == sum);
      all += balanceOf(db, account, "EUR", now + count);
    }
    RC_ASSERT(all == 0);
  }));
}

TEST_CASE("a transfer that does not balance, or names an account twice, is not posted") {
  const Folder folder;
  Database db(folder.path);
  CHECK_THROWS(post(db, transferOf({{"a", 1}, {"b", -2}}), now));
  CHECK_THROWS(post(db, transferOf({{"a", 1}, {"a", -1}}), now));
  CHECK_THROWS(
      post(db, transferOf({{"a", maxSafeInteger}, {"b", 1}, {"c", -maxSafeInteger - 1}}), now));
  post(db, transferOf({{"a", 0}, {"b", 0}}), now);  // nothing
  CHECK(verifyLedger(db, "").transfers == 0);
}

TEST_CASE("any change of the books is found") {
  const auto found = [](const std::vector<std::string>& changes) {
    const Folder folder;
    Database db(folder.path);
    fill(db);
    REQUIRE_FALSE(verifyLedger(db, "").damage);
    for (const auto& change : changes) db.sql() << change;
    CAPTURE(changes.back());
    CHECK(verifyLedger(db, "").damage.has_value());
  };
  found({"UPDATE ledger SET body = replace(body, '80', '81') WHERE number = 1"});
  found({"UPDATE ledger SET hash = 'x' WHERE number = 3"});
  found({"UPDATE ledger_entries SET amount = 81 WHERE number = 1 AND account = 'sel_1'"});
  found({"UPDATE ledger_entries SET account = 'sel_2' WHERE number = 1 AND account = 'sel_1'"});
  found({"DELETE FROM ledger_entries WHERE number = 2"});
  found({"DELETE FROM ledger_entries WHERE number = 2", "DELETE FROM ledger WHERE number = 2"});
}

TEST_CASE("a cut tail is found by a hash that was noted before") {
  const Folder folder;
  Database db(folder.path);
  fill(db);
  const auto head = verifyLedger(db, "").head;
  CHECK(verifyLedger(db, head).found);
  db.sql() << "DELETE FROM ledger_entries WHERE number = 3";
  db.sql() << "DELETE FROM ledger WHERE number = 3";
  const auto report = verifyLedger(db, head);
  CHECK_FALSE(report.damage);
  CHECK_FALSE(report.found);
}

TEST_CASE("a statement opens with what was before its month, and closes with what is after it") {
  const Folder folder;
  Database db(folder.path);
  constexpr std::int64_t day = 24LL * 60 * 60 * 1000;
  post(db, transferOf({{"customers", -100}, {"sel_1", 100}}), 1'793'491'200'000 - day);  // October
  post(db, transferOf({{"customers", -50}, {"sel_1", 50}}), 1'793'491'200'000);
  post(db, transferOf({{"customers", 20}, {"sel_1", -20}}), 1'793'491'200'000 + 29 * day);
  post(db, transferOf({{"customers", -7}, {"sel_1", 7}}), 1'793'491'200'000 + 30 * day);
  const auto statement = statementOf(db, "sel_1", "2026-11");
  REQUIRE(statement);
  REQUIRE(statement->currencies.size() == 1);
  const auto& euros = statement->currencies[0];
  CHECK(euros.opening == 100);
  CHECK(euros.closing == 130);
  REQUIRE(euros.lines.size() == 2);
  CHECK(euros.lines[0].balance == 150);
  CHECK(statementOf(db, "sel_1", "November").error() == Error{Errc::invalid_format, "month"});
  CHECK(statementOf(db, "sel_2", "2026-11")->currencies.empty());
}

TEST_CASE("cells of a CSV file are texts to every spreadsheet") {
  CHECK(csvCell("plain") == "plain");
  CHECK(csvCell("") == "");
  CHECK(csvCell("a,b") == "\"a,b\"");
  CHECK(csvCell("say \"hi\"") == "\"say \"\"hi\"\"\"");
  for (const auto* text : {"=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx"}) {
    CAPTURE(text);
    CHECK(csvCell(text).starts_with("\"'"));
  }
}

TEST_CASE("amounts are written in whole units with their currency's decimals") {
  CHECK(decimal(-1290, "EUR") == "-12.90");
  CHECK(decimal(5, "EUR") == "0.05");
  CHECK(decimal(0, "EUR") == "0.00");
  CHECK(decimal(1290, "JPY") == "1290");
  CHECK(decimal(-7, "KWD") == "-0.007");
}

}  // namespace vitrine
