#include "cli/commands.hpp"
#include "cli/settings.hpp"
#include "clock.hpp"
#include "cooperation/statement.hpp"

namespace vitrine {

int verifyLedger(Admin& admin, const std::string& expected) {
  const auto report = verifyLedger(admin.db, expected);
  if (report.damage) {
    admin.err << "the ledger is damaged: " << *report.damage << '\n';
    return failed;
  }
  if (!report.found) {
    admin.err << "the ledger is whole but has no such hash: it is not the one that it was of\n";
    return failed;
  }
  admin.out << report.transfers << " transfers, all balanced and in their chain\n"
            << report.head << '\n';
  return done;
}

int showLedger(Admin& admin, const std::string& account, const std::string& order_id) {
  for (const auto& transfer : listTransfers(admin.db, account, order_id))
    admin.out << toJson(transfer) << '\n';
  return done;
}

int bookPayment(Admin& admin, TransferKind kind, const Payment& payment) {
  const auto now = unixNow();
  const auto fault = kind == TransferKind::payout ? bookPayout(admin.db, payment, now)
                                                  : bookAdjustment(admin.db, payment, now);
  return fault ? refuse(admin, *fault) : done;
}

int showStatement(Admin& admin, const std::string& party, const std::string& month, bool csv) {
  const auto statement = statementOf(admin.db, party, month);
  if (!statement) return refuse(admin, statement.error());
  if (csv) {
    admin.out << statement->csv;
    return done;
  }
  admin.out << statement->party << "  " << statement->month << '\n';
  for (const auto& part : statement->currencies) {
    const auto amount = [&](Amount value) { return decimal(value, part.currency); };
    admin.out << "opening  " << amount(part.opening) << ' ' << part.currency << '\n';
    for (const auto& line : part.lines)
      admin.out << line.at << "  " << name(line.kind) << "  " << amount(line.amount) << "  "
                << line.order_id << "  " << line.note << '\n';
    admin.out << "closing  " << amount(part.closing) << ' ' << part.currency << '\n';
  }
  return done;
}

}  // namespace vitrine
