#include "cooperation/statement.hpp"

#include <algorithm>
#include <chrono>
#include <map>

#include "vitrine/terms.hpp"

namespace vitrine {
namespace {

std::string csvOf(const Statement& statement) {
  std::string text = "number,date,kind,order,note,amount,currency,balance\r\n";
  const auto row = [&](const std::string& number, const std::string& date, std::string_view kind,
                       const StatementLine& line, const std::string& currency) {
    text += number + ',' + date + ',';
    text += kind;
    for (const auto& cell :
         {csvCell(line.order_id), csvCell(line.note), decimal(line.amount, currency), currency,
          decimal(line.balance, currency)})
      text += ',' + cell;
    text += "\r\n";
  };
  for (const auto& part : statement.currencies) {
    StatementLine opening;
    opening.balance = part.opening;
    row("", statement.month + "-01", "opening", opening, part.currency);
    for (const auto& line : part.lines)
      row(std::to_string(line.number), line.at.substr(0, 10), name(line.kind), line, part.currency);
  }
  return text;
}

}  // namespace

Result<std::pair<std::int64_t, std::int64_t>> monthOf(const std::string& month) {
  if (month.size() != 7 || !isDay(month + "-01")) return Error{Errc::invalid_format, "month"};
  using namespace std::chrono;
  const year_month first{year(std::stoi(month.substr(0, 4))),
                         std::chrono::month(static_cast<unsigned>(std::stoi(month.substr(5))))};
  const auto begin = [](year_month at) {
    return duration_cast<milliseconds>(sys_days(at / 1).time_since_epoch()).count();
  };
  return std::pair(std::int64_t{begin(first)}, std::int64_t{begin(first + months(1))});
}

Result<Statement> statementOf(Database& db, const std::string& party, const std::string& month) {
  if (auto span = monthOf(month); !span) return span.error();
  Statement statement{party, month, {}, {}};
  std::map<std::string, CurrencyStatement> parts;
  for (const auto& transfer : listTransfers(db, party, "")) {
    const auto when = std::string_view(transfer.at).substr(0, 7);
    if (when > month) break;
    const auto mine = std::find_if(transfer.entries.begin(), transfer.entries.end(),
                                   [&](const LedgerEntry& e) { return e.account == party; });
    auto& part = parts[transfer.currency];
    part.closing += mine->amount;
    if (when < month) {
      part.opening = part.closing;
    } else {
      part.lines.push_back({transfer.number, transfer.at, transfer.kind, transfer.order_id,
                            transfer.note, mine->amount, part.closing});
    }
  }
  for (auto& [currency, part] : parts) {
    part.currency = currency;
    statement.currencies.push_back(std::move(part));
  }
  statement.csv = csvOf(statement);
  return statement;
}

std::string decimal(Amount amount, std::string_view currency) {
  const auto exponent = static_cast<std::size_t>(currencyExponent(currency).value_or(0));
  auto digits = std::to_string(amount < 0 ? -amount : amount);
  if (digits.size() <= exponent) digits.insert(0, exponent + 1 - digits.size(), '0');
  if (exponent > 0) digits.insert(digits.size() - exponent, 1, '.');
  return (amount < 0 ? "-" : "") + digits;
}

std::string csvCell(const std::string& text) {
  const bool formula =
      !text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos;
  if (!formula && text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string cell(formula ? "\"'" : "\"");
  for (const char c : text) cell.append(c == '"' ? 2 : 1, c);
  return cell + '"';
}

}  // namespace vitrine
