#pragma once

#include "store/ledger.hpp"

/// What a member's account did in one month.
namespace vitrine {

struct StatementLine {
  std::int64_t number = 0;  // of the transfer
  std::string at;           // RFC 3339, UTC
  TransferKind kind = TransferKind::sale;
  std::string order_id;
  std::string note;
  Amount amount = 0;
  Amount balance = 0;  // after it

  static constexpr void fields(auto& self, auto&& field) {
    field("number", self.number);
    field("at", self.at);
    field("kind", self.kind);
    field("order_id", self.order_id);
    field("note", self.note);
    field("amount", self.amount);
    field("balance", self.balance);
  }
};

/// Above 0 the member is owed, below it owes.
struct CurrencyStatement {
  std::string currency;
  Amount opening = 0;
  std::vector<StatementLine> lines;
  Amount closing = 0;

  static constexpr void fields(auto& self, auto&& field) {
    field("currency", self.currency);
    field("opening", self.opening);
    field("lines", self.lines);
    field("closing", self.closing);
  }
};

/// `csv` says the same for spreadsheets (RFC 4180): amounts in whole units, and no cell that one
/// would take for a formula.
struct Statement {
  std::string party;
  std::string month;                          // 2026-11
  std::vector<CurrencyStatement> currencies;  // by code
  std::string csv;

  static constexpr void fields(auto& self, auto&& field) {
    field("party", self.party);
    field("month", self.month);
    field("currencies", self.currencies);
    field("csv", self.csv);
  }
};

/// A calendar month in UTC ("2026-11"): its beginning and the next one's in Unix milliseconds.
/// `invalid_format` for another text.
Result<std::pair<std::int64_t, std::int64_t>> monthOf(const std::string& month);

/// A member's statement of a calendar month in UTC; `invalid_format` for another text.
Result<Statement> statementOf(Database& db, const std::string& party, const std::string& month);

/// "-12.90" of -1290 minor units with two decimals.
std::string decimal(Amount amount, std::string_view currency);

/// A text as one cell of a CSV file: quoted, and marked as text where a spreadsheet would
/// calculate.
std::string csvCell(const std::string& text);

}  // namespace vitrine
