#include <limits>

#include "cli/grammar.hpp"
#include "cli/settings.hpp"
#include "clock.hpp"
#include "cooperation/books.hpp"
#include "cooperation/invoices.hpp"
#include "cooperation/statement.hpp"
#include "members/accounts.hpp"

namespace vitrine {
namespace {

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

/// The documents of a month, or the XML of one of them.
int showDocuments(Admin& admin, const std::string& party, const std::string& month,
                  const std::string& number) {
  const auto documents = invoicesOf(admin.db, party, month, unixNow());
  if (!documents) return refuse(admin, documents.error());
  for (const auto& document : *documents) {
    if (number.empty()) {
      admin.out << document.number << "  " << name(document.kind) << "  "
                << decimal(document.total, document.currency) << ' ' << document.currency << "  "
                << document.supplier_id << "  " << document.customer_id
                << (document.xml ? "" : "  (the supplier has not said how it is billed)") << '\n';
    } else if (document.number == number && document.xml) {
      admin.out << *document.xml;
      return done;
    }
  }
  return number.empty() ? done : refuse(admin, Error{Errc::not_found, "number"});
}

/// How a member is billed, or that from now on.
int showBilling(Admin& admin, const std::string& member, const std::string& file) {
  if (!memberName(admin.db, member)) return refuse(admin, Error{Errc::not_found, "party"});
  if (file.empty()) {
    const auto billing = billingAt(admin.db, member, std::numeric_limits<std::int64_t>::max());
    if (billing) admin.out << Json::parse(toJson(*billing)).dump(2) << '\n';
    return done;
  }
  const auto billing = readSettings<Billing>(admin, file);
  if (!billing) return failed;
  const auto faults = check(*billing);
  for (const auto& fault : faults) refuse(admin, fault);
  if (!faults.empty()) return failed;
  insertBilling(admin.db, member, *billing, unixNow());
  return done;
}

}  // namespace

void addLedgerCommands(Grammar& grammar) {
  struct Given {
    std::string account;
    std::string id;
    Payment payment;
    std::string month;
    std::string file;
    bool csv = false;
  };
  const auto given = std::make_shared<Given>();
  auto* ledger = grammar.family("ledger", "The books: who owes whom what");
  grammar
      .command(ledger, "verify", "Go through all transfers; prints how many and the last hash",
               [given](Admin& admin) { return verifyLedger(admin, given->id); })
      ->add_option("--expect", given->id, "A hash printed earlier, which must still be there");

  auto* show = grammar.command(
      ledger, "show", "Transfers, one JSON object a line",
      [given](Admin& admin) { return showLedger(admin, given->account, given->id); });
  show->add_option("--account", given->account, "sel_…, pre_…, operator or customers");
  show->add_option("--order", given->id, "ord_…");

  const auto payment = [&](const char* name, const char* what, TransferKind kind,
                           const char* note) {
    auto* pay = grammar.command(ledger, name, what, [given, kind](Admin& admin) {
      return bookPayment(admin, kind, given->payment);
    });
    pay->add_option("--from", given->payment.from, "Who paid: sel_…, pre_… or operator")
        ->required();
    pay->add_option("--to", given->payment.to, "Who was paid")->required();
    pay->add_option("--amount", given->payment.money.amount, "Minor units")->required();
    pay->add_option("--currency", given->payment.money.currency, "ISO 4217 code")->required();
    pay->add_option("--note", given->payment.note, note);
  };
  payment("pay", "Record what one member paid to another", TransferKind::payout,
          "The bank's reference");
  payment("adjust", "Put a balance right", TransferKind::adjustment, "Why; required");

  auto* statement = grammar.command(
      ledger, "statement", "What a member's account did in a month", [given](Admin& admin) {
        return showStatement(admin, given->account, given->month, given->csv);
      });
  statement->add_option("--party", given->account, "sel_…, pre_… or operator")->required();
  statement->add_option("--month", given->month, "2026-11")->required();
  statement->add_flag("--csv", given->csv, "For a spreadsheet");

  auto* documents = grammar.command(
      ledger, "documents", "Invoices and credit notes (UBL 2.1) of a month that is over",
      [given](Admin& admin) {
        return showDocuments(admin, given->account, given->month, given->id);
      });
  documents->add_option("--party", given->account, "sel_…, pre_… or operator")->required();
  documents->add_option("--month", given->month, "2026-11")->required();
  documents->add_option("--number", given->id, "Print this one's XML");

  auto* billing = grammar.command(
      ledger, "billing", "What stands on invoices about a member, and how it is taxed",
      [given](Admin& admin) { return showBilling(admin, given->account, given->file); });
  billing->add_option("--party", given->account, "sel_…, pre_… or operator")->required();
  billing->add_option("--set", given->file, "JSON file: name, country, tax, …");
}

}  // namespace vitrine
