#pragma once

#include "store/billing.hpp"
#include "vitrine/money.hpp"

/// What presenters and the operator earned of a seller's sales in a month, as invoices.
namespace vitrine {

/// A seller writes the presenters' documents in their place (self-billing); the operator writes its
/// own. A credit note where more went back than came.
enum class InvoiceKind { invoice, credit_note, self_billed_invoice, self_billed_credit_note };
constexpr auto names(InvoiceKind) {
  return std::to_array<std::string_view>(
      {"invoice", "credit_note", "self_billed_invoice", "self_billed_credit_note"});
}

/// What is owed for one order; below 0 it goes back.
struct InvoiceLine {
  std::string text;
  Amount amount = 0;
};

/// How a document is taxed: a category of UNTDID 5305 as EN 16931 takes them (S, E, AE or O).
struct InvoiceTax {
  std::string category;
  std::int64_t rate_ppm = 0;
  std::string reason = {};       // why there is none
  std::string reason_code = {};  // of VATEX
};

struct InvoiceParty {
  std::string id;  // sel_…, pre_… or operator
  Billing billing;
};

/// A document before it is written. Amounts have the sign of an invoice: a credit note's total is
/// below 0.
struct Invoice {
  std::string number;
  InvoiceKind kind = InvoiceKind::invoice;
  std::string issued_on;  // a day, as the other two
  std::string first_day;
  std::string last_day;
  std::string currency;
  InvoiceParty supplier;
  InvoiceParty customer;
  InvoiceTax tax;
  std::vector<InvoiceLine> lines;
  Amount net = 0;
  Amount tax_amount = 0;
};

/// The same for who may read it. Without `xml`: the supplier has not said how it is taxed, so that
/// there is a sum and no document.
struct InvoiceDocument {
  std::string number;
  InvoiceKind kind = InvoiceKind::invoice;
  std::string supplier_id;
  std::string supplier;
  std::string customer_id;
  std::string customer;
  std::string currency;
  Amount net = 0;
  Amount tax = 0;
  Amount total = 0;
  std::optional<std::string> xml = {};  // UBL 2.1

  static constexpr void fields(auto& self, auto&& field) {
    field("number", self.number);
    field("kind", self.kind);
    field("supplier_id", self.supplier_id);
    field("supplier", self.supplier);
    field("customer_id", self.customer_id);
    field("customer", self.customer);
    field("currency", self.currency);
    field("net", self.net);
    field("tax", self.tax);
    field("total", self.total);
    field("xml", self.xml);
  }
};

/// All that is wrong with what somebody says of its billing, a fault for each field at most:
/// `missing_field`, `invalid_format`, `out_of_range` or `too_large`.
std::vector<Error> check(const Billing& billing);

/// A member's documents of a calendar month in UTC: what it earned as presenter or operator, or
/// owes as seller. None before the month is over. `invalid_format` for another text.
Result<std::vector<InvoiceDocument>> invoicesOf(Database& db, const std::string& party,
                                                const std::string& month, std::int64_t now);

}  // namespace vitrine
