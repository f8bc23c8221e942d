#include "cooperation/invoices.hpp"

#include <algorithm>
#include <array>

#include "clock.hpp"
#include "cooperation/books.hpp"
#include "cooperation/statement.hpp"
#include "cooperation/ubl.hpp"
#include "members/accounts.hpp"
#include "store/members.hpp"
#include "vitrine/shipping.hpp"
#include "vitrine/tax.hpp"

namespace vitrine {
namespace {

constexpr std::int64_t wholePpm = 1'000'000;
constexpr std::size_t shownOfId = 10;  // its random end: 50 bits

/// The states of the European Union, where a business in another of them owes the tax.
constexpr std::array<std::string_view, 27> union_{
    "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU",
    "IE", "IT", "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK"};

bool inUnion(std::string_view country) {
  return std::find(union_.begin(), union_.end(), country) != union_.end();
}

bool isBlank(const std::string& text) { return text.find_first_not_of(" \t\r\n") == text.npos; }

/// "DE123456789": where it is from, and 2 to 13 more letters and digits.
bool isVatId(std::string_view text, std::string_view country) {
  if (text.size() < 4 || text.size() > 15) return false;
  if (text.substr(0, 2) != (country == "GR" ? "EL" : country)) return false;
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z'); });
}

InvoiceTax taxOf(const Billing& supplier, const Billing& customer) {
  if (supplier.tax == TaxStatus::exempt) return {"E", 0, supplier.exemption};
  if (supplier.tax == TaxStatus::outside) return {"O", 0, supplier.exemption};
  const bool abroad = supplier.country != customer.country && inUnion(supplier.country) &&
                      inUnion(customer.country);
  if (abroad && !supplier.vat_id.empty() && !customer.vat_id.empty())
    return {"AE", 0, "Reverse charge", "VATEX-EU-AE"};
  return {"S", supplier.rate_ppm};
}

/// The tax on what a service costs without it, rounded as the tax on goods is.
Amount taxOn(Amount net, std::int64_t rate_ppm) {
  Seller giver;
  giver.prices_include_tax = false;
  giver.tax_rates = {{"", "service", rate_ppm}};
  const auto tax = taxParcel(giver, "", {{"service", net < 0 ? -net : net}}, 0);
  return net < 0 ? -tax->goods.front() : tax->goods.front();
}

/// A seller that has said nothing of its billing is who its customers read that it is.
Billing billingOf(Database& db, const std::string& seller_id, std::int64_t moment) {
  if (auto billing = billingAt(db, seller_id, moment)) return *std::move(billing);
  const auto seller = sellerTerms(db, seller_id);
  Billing billing;
  billing.name = seller->name;
  billing.street = seller->address;
  billing.country = seller->country;
  return billing;
}

std::string ending(const std::string& id) {
  return id.size() > shownOfId ? id.substr(id.size() - shownOfId) : id;
}

/// The same for both sides, and another for each pair, month and currency.
std::string numberOf(const Earning& first, const std::string& month) {
  std::string number(month);
  number += '-';
  number += first.currency;
  number += '-';
  number += ending(first.supplier);
  number += '-';
  number += ending(first.seller_id);
  return number;
}

InvoiceKind kindOf(const std::string& supplier, Amount net) {
  if (supplier == operatorAccount) return net < 0 ? InvoiceKind::credit_note : InvoiceKind::invoice;
  return net < 0 ? InvoiceKind::self_billed_credit_note : InvoiceKind::self_billed_invoice;
}

bool together(const Earning& a, const Earning& b) {
  return a.supplier == b.supplier && a.seller_id == b.seller_id && a.currency == b.currency;
}

InvoiceDocument documentOf(Database& db, Invoice invoice, const Earning& pair, std::int64_t end) {
  const auto supplier = billingAt(db, pair.supplier, end);
  invoice.customer = {pair.seller_id, billingOf(db, pair.seller_id, end)};
  InvoiceDocument document;
  document.number = invoice.number;
  document.kind = invoice.kind;
  document.supplier_id = pair.supplier;
  document.supplier = memberName(db, pair.supplier).value_or("");
  document.customer_id = pair.seller_id;
  document.customer = memberName(db, pair.seller_id).value_or("");
  document.currency = invoice.currency;
  document.net = document.total = invoice.net;
  if (!supplier) return document;
  invoice.supplier = {pair.supplier, *supplier};
  invoice.tax = taxOf(*supplier, invoice.customer.billing);
  invoice.tax_amount = taxOn(invoice.net, invoice.tax.rate_ppm);
  document.tax = invoice.tax_amount;
  document.total = *add(invoice.net, invoice.tax_amount);
  document.xml = ubl(invoice);
  return document;
}

}  // namespace

std::vector<Error> check(const Billing& billing) {
  std::vector<Error> faults;
  const auto within = [&](std::string_view field, const std::string& text, long long most) {
    const bool fits = static_cast<long long>(text.size()) <= most;
    if (!fits) faults.push_back({Errc::too_large, std::string(field), most});
    return fits;
  };
  const auto demand = [&](bool holds, Errc code, std::string_view field) {
    if (!holds) faults.push_back({code, std::string(field)});
  };
  const auto tax = billing.tax;
  const auto& vat_id = billing.vat_id;
  if (within("name", billing.name, 200))
    demand(!isBlank(billing.name), Errc::missing_field, "name");
  within("street", billing.street, 1'000);
  within("postcode", billing.postcode, 20);
  within("city", billing.city, 200);
  demand(isCountryCode(billing.country), Errc::invalid_format, "country");
  demand(vat_id.empty() || isVatId(vat_id, billing.country), Errc::invalid_format, "vat_id");
  if (within("tax_number", billing.tax_number, 40) && tax != TaxStatus::outside && vat_id.empty())
    demand(!isBlank(billing.tax_number), Errc::missing_field, "tax_number");
  if (tax == TaxStatus::standard)
    demand(billing.rate_ppm > 0 && billing.rate_ppm < wholePpm, Errc::out_of_range, "rate_ppm");
  if (within("exemption", billing.exemption, 500) && tax != TaxStatus::standard)
    demand(!isBlank(billing.exemption), Errc::missing_field, "exemption");
  return faults;
}

Result<std::vector<InvoiceDocument>> invoicesOf(Database& db, const std::string& party,
                                                const std::string& month, std::int64_t now) {
  const auto span = monthOf(month);
  if (!span) return span.error();
  const auto [begin, end] = *span;
  std::vector<InvoiceDocument> documents;
  if (end > now) return documents;
  const auto sums = listEarnings(db, party, begin, end);
  for (auto first = sums.begin(); first != sums.end();) {
    const auto last =
        std::find_if(first, sums.end(), [&](const auto& each) { return !together(*first, each); });
    Invoice invoice;
    invoice.number = numberOf(*first, month);
    invoice.issued_on = rfc3339(end).substr(0, 10);
    invoice.first_day = rfc3339(begin).substr(0, 10);
    invoice.last_day = rfc3339(end - 1).substr(0, 10);
    invoice.currency = first->currency;
    const bool fee = first->supplier == operatorAccount;
    for (auto each = first; each != last; ++each) {
      if (each->amount == 0) continue;
      std::string text(fee ? "Fee for order " : "Commission for order ");
      text += each->order_id;
      invoice.lines.push_back({std::move(text), each->amount});
      invoice.net += each->amount;
    }
    invoice.kind = kindOf(first->supplier, invoice.net);
    if (!invoice.lines.empty()) documents.push_back(documentOf(db, invoice, *first, end));
    first = last;
  }
  return documents;
}

}  // namespace vitrine
