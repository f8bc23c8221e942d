#include "cooperation/ubl.hpp"

#include <libxml/xmlwriter.h>

#include <memory>
#include <new>
#include <utility>

#include "cooperation/statement.hpp"
#include "mail/phrase.hpp"

namespace vitrine {
namespace {

constexpr std::string_view schema = "urn:oasis:names:specification:ubl:schema:xsd:";

const xmlChar* xml(const std::string& text) {
  return reinterpret_cast<const xmlChar*>(text.c_str());
}

/// Without what no XML 1.0 document may have: controls, and U+FFFE and U+FFFF.
std::string allowed(std::string_view value) {
  auto text = cleaned(value);
  for (const std::string_view none : {"\xEF\xBF\xBE", "\xEF\xBF\xBF"})
    for (auto at = text.find(none); at != text.npos; at = text.find(none, at))
      text.erase(at, none.size());
  return text;
}

/// 190000 parts per million → "19", 77000 → "7.7".
std::string percent(std::int64_t ppm) {
  auto text = std::to_string(ppm / 10'000);
  auto rest = std::to_string(10'000 + ppm % 10'000).substr(1);
  rest.erase(rest.find_last_not_of('0') + 1);
  if (rest.empty()) return text;
  text += '.';
  return text += rest;
}

/// Writes the document in the order of the schema's elements.
class Writer {
 public:
  explicit Writer(const Invoice& invoice)
      : invoice_(invoice),
        credit_(invoice.kind == InvoiceKind::credit_note ||
                invoice.kind == InvoiceKind::self_billed_credit_note),
        buffer_(xmlBufferCreate()),
        writer_(xmlNewTextWriterMemory(buffer_.get(), 0)) {
    if (!buffer_ || !writer_) throw std::bad_alloc();
  }

  std::string write() {
    xmlTextWriterSetIndent(writer_.get(), 1);
    xmlTextWriterStartDocument(writer_.get(), nullptr, "UTF-8", nullptr);
    const std::string root(credit_ ? "CreditNote" : "Invoice");
    open(root);
    name("xmlns", root + "-2");
    name("xmlns:cac", "CommonAggregateComponents-2");
    name("xmlns:cbc", "CommonBasicComponents-2");
    head();
    party("cac:AccountingSupplierParty", invoice_.supplier);
    party("cac:AccountingCustomerParty", invoice_.customer);
    within("cac:PaymentTerms",
           [&] { text("cbc:Note", "Settled as the ledger's statement of the month shows."); });
    taxTotal();
    totals();
    for (std::size_t i = 0; i < invoice_.lines.size(); ++i) line(i + 1, invoice_.lines[i]);
    xmlTextWriterEndDocument(writer_.get());
    xmlTextWriterFlush(writer_.get());
    return reinterpret_cast<const char*>(xmlBufferContent(buffer_.get()));
  }

 private:
  void open(const std::string& tag) { xmlTextWriterStartElement(writer_.get(), xml(tag)); }
  void close() { xmlTextWriterEndElement(writer_.get()); }
  void attribute(const std::string& key, const std::string& value) {
    xmlTextWriterWriteAttribute(writer_.get(), xml(key), xml(value));
  }
  void name(const std::string& key, const std::string& space) {
    attribute(key, std::string(schema) + space);
  }
  void within(const std::string& tag, auto&& inside) {
    open(tag);
    inside();
    close();
  }
  void text(const std::string& tag, const std::string& value) {
    xmlTextWriterWriteElement(writer_.get(), xml(tag), xml(allowed(value)));
  }
  /// What is not said has no element.
  void given(const std::string& tag, const std::string& value) {
    if (!allowed(value).empty()) text(tag, value);
  }

  /// In a credit note what goes back is above 0.
  Amount signedAs(Amount amount) const { return credit_ ? -amount : amount; }
  void amount(const std::string& tag, Amount value) {
    open(tag);
    attribute("currencyID", invoice_.currency);
    xmlTextWriterWriteString(writer_.get(), xml(decimal(value, invoice_.currency)));
    close();
  }

  void head() {
    text("cbc:CustomizationID", "urn:cen.eu:en16931:2017");
    text("cbc:ID", invoice_.number);
    text("cbc:IssueDate", invoice_.issued_on);
    switch (invoice_.kind) {  // UNTDID 1001
      case InvoiceKind::invoice:
        text("cbc:InvoiceTypeCode", "380");
        break;
      case InvoiceKind::credit_note:
        text("cbc:CreditNoteTypeCode", "381");
        break;
      case InvoiceKind::self_billed_invoice:
        text("cbc:InvoiceTypeCode", "389");
        break;
      case InvoiceKind::self_billed_credit_note:
        text("cbc:CreditNoteTypeCode", "261");
        break;
    }
    text("cbc:DocumentCurrencyCode", invoice_.currency);
    within("cac:InvoicePeriod", [&] {
      text("cbc:StartDate", invoice_.first_day);
      text("cbc:EndDate", invoice_.last_day);
    });
  }

  void party(const std::string& tag, const InvoiceParty& who) {
    const auto& [id, billing] = who;
    within(tag, [&] {
      within("cac:Party", [&] {
        within("cac:PartyIdentification", [&] { text("cbc:ID", id); });
        within("cac:PostalAddress", [&] {
          given("cbc:StreetName", billing.street);
          given("cbc:CityName", billing.city);
          given("cbc:PostalZone", billing.postcode);
          within("cac:Country", [&] { text("cbc:IdentificationCode", billing.country); });
        });
        // Who is outside the scope of the tax names no number of it (BR-O-02).
        if (invoice_.tax.category != "O") taxNumber(billing.vat_id, "VAT");
        if (&who == &invoice_.supplier) taxNumber(billing.tax_number, "TAX");
        within("cac:PartyLegalEntity", [&] { text("cbc:RegistrationName", billing.name); });
      });
    });
  }

  void taxNumber(const std::string& number, const std::string& scheme) {
    if (allowed(number).empty()) return;
    within("cac:PartyTaxScheme", [&] {
      text("cbc:CompanyID", number);
      within("cac:TaxScheme", [&] { text("cbc:ID", scheme); });
    });
  }

  /// `cac:TaxCategory` of the total says why there is no tax, a line's category does not.
  void category(const std::string& tag, bool with_reason) {
    const auto& tax = invoice_.tax;
    within(tag, [&] {
      text("cbc:ID", tax.category);
      if (tax.category != "O") text("cbc:Percent", percent(tax.rate_ppm));
      if (with_reason) {
        given("cbc:TaxExemptionReasonCode", tax.reason_code);
        given("cbc:TaxExemptionReason", tax.reason);
      }
      within("cac:TaxScheme", [&] { text("cbc:ID", "VAT"); });
    });
  }

  void taxTotal() {
    within("cac:TaxTotal", [&] {
      amount("cbc:TaxAmount", signedAs(invoice_.tax_amount));
      within("cac:TaxSubtotal", [&] {
        amount("cbc:TaxableAmount", signedAs(invoice_.net));
        amount("cbc:TaxAmount", signedAs(invoice_.tax_amount));
        category("cac:TaxCategory", true);
      });
    });
  }

  void totals() {
    const auto net = signedAs(invoice_.net);
    const auto total = net + signedAs(invoice_.tax_amount);
    within("cac:LegalMonetaryTotal", [&] {
      amount("cbc:LineExtensionAmount", net);
      amount("cbc:TaxExclusiveAmount", net);
      amount("cbc:TaxInclusiveAmount", total);
      amount("cbc:PayableAmount", total);
    });
  }

  /// A price is never below 0: what goes back is −1 of it.
  void line(std::size_t number, const InvoiceLine& line) {
    const auto value = signedAs(line.amount);
    within(credit_ ? "cac:CreditNoteLine" : "cac:InvoiceLine", [&] {
      text("cbc:ID", std::to_string(number));
      open(credit_ ? "cbc:CreditedQuantity" : "cbc:InvoicedQuantity");
      attribute("unitCode", "C62");  // one
      xmlTextWriterWriteString(writer_.get(), xml(value < 0 ? "-1" : "1"));
      close();
      amount("cbc:LineExtensionAmount", value);
      within("cac:Item", [&] {
        text("cbc:Name", line.text);
        category("cac:ClassifiedTaxCategory", false);
      });
      within("cac:Price", [&] { amount("cbc:PriceAmount", value < 0 ? -value : value); });
    });
  }

  template <auto destroy>
  struct With {
    void operator()(auto* thing) const { destroy(thing); }
  };

  const Invoice& invoice_;
  const bool credit_;
  std::unique_ptr<xmlBuffer, With<xmlBufferFree>> buffer_;
  std::unique_ptr<xmlTextWriter, With<xmlFreeTextWriter>> writer_;
};

}  // namespace

std::string ubl(const Invoice& invoice) { return Writer(invoice).write(); }

}  // namespace vitrine
