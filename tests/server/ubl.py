"""Reads an invoice or credit note in UBL 2.1 by itself: refuses elements out of the schema's order and sums that do not
add up, and says what it says as JSON. Usage: ubl.py FILE"""

import json
import sys
import xml.etree.ElementTree as ElementTree
from decimal import ROUND_HALF_UP, Decimal

UBL = 'urn:oasis:names:specification:ubl:schema:xsd:'
CBC = f'{{{UBL}CommonBasicComponents-2}}'
CAC = f'{{{UBL}CommonAggregateComponents-2}}'

# The order that UBL 2.1 gives the elements which stand here.
ORDER = {
    'document': 'CustomizationID ProfileID ID IssueDate DueDate InvoiceTypeCode CreditNoteTypeCode Note '
    'DocumentCurrencyCode InvoicePeriod AccountingSupplierParty AccountingCustomerParty PaymentMeans PaymentTerms '
    'TaxTotal LegalMonetaryTotal InvoiceLine CreditNoteLine',
    'InvoicePeriod': 'StartDate EndDate',
    'Party': 'EndpointID PartyIdentification PartyName PostalAddress PartyTaxScheme PartyLegalEntity Contact',
    'PostalAddress': 'StreetName AdditionalStreetName CityName PostalZone CountrySubentity AddressLine Country',
    'PartyTaxScheme': 'CompanyID TaxScheme',
    'TaxTotal': 'TaxAmount TaxSubtotal',
    'TaxSubtotal': 'TaxableAmount TaxAmount TaxCategory',
    'TaxCategory': 'ID Percent TaxExemptionReasonCode TaxExemptionReason TaxScheme',
    'ClassifiedTaxCategory': 'ID Percent TaxExemptionReasonCode TaxExemptionReason TaxScheme',
    'LegalMonetaryTotal': 'LineExtensionAmount TaxExclusiveAmount TaxInclusiveAmount AllowanceTotalAmount '
    'ChargeTotalAmount PrepaidAmount PayableRoundingAmount PayableAmount',
    'InvoiceLine': 'ID Note InvoicedQuantity LineExtensionAmount Item Price',
    'CreditNoteLine': 'ID Note CreditedQuantity LineExtensionAmount Item Price',
    'Item': 'Description Name ClassifiedTaxCategory',
}


def local(element):
    return element.tag.split('}')[1]


def ordered(element, name=None):
    order = ORDER.get(name or local(element))
    if order:
        places = [order.split().index(local(child)) for child in element]
        assert places == sorted(places), f'{local(element)}: {[local(child) for child in element]}'
    for child in element:
        assert child.tag.startswith((CBC, CAC)), child.tag
        assert len(child) > 0 or (child.text or '').strip(), f'{local(child)} is empty'
        ordered(child)


def main(file):
    root = ElementTree.parse(file).getroot()
    ordered(root, 'document')
    currency = root.findtext(f'{CBC}DocumentCurrencyCode')

    def amount(of, *path):
        found = of.find('/'.join(path))
        assert found.get('currencyID') == currency, path
        return Decimal(found.text)

    kind = local(root)
    assert root.tag == f'{{{UBL}{kind}-2}}{kind}', root.tag
    lines = []
    for line in root.findall(f'{CAC}{kind}Line'):
        quantity = line.find(f'{CBC}{"Invoiced" if kind == "Invoice" else "Credited"}Quantity')
        assert quantity.get('unitCode') == 'C62'
        price = amount(line, f'{CAC}Price', f'{CBC}PriceAmount')
        value = amount(line, f'{CBC}LineExtensionAmount')
        assert price >= 0 and value == price * Decimal(quantity.text)  # BR-27
        lines.append([line.findtext(f'{CAC}Item/{CBC}Name'), str(value)])
    subtotal = root.find(f'{CAC}TaxTotal/{CAC}TaxSubtotal')
    rate = Decimal(subtotal.findtext(f'{CAC}TaxCategory/{CBC}Percent') or 0)
    taxable = amount(subtotal, f'{CBC}TaxableAmount')
    tax = amount(subtotal, f'{CBC}TaxAmount')
    totals = root.find(f'{CAC}LegalMonetaryTotal')
    net = amount(totals, f'{CBC}LineExtensionAmount')
    assert net == sum(Decimal(value) for _, value in lines)  # BR-CO-10
    assert net == taxable == amount(totals, f'{CBC}TaxExclusiveAmount')  # BR-CO-13, BR-S-08
    assert abs(tax - (taxable * rate / 100).quantize(tax, ROUND_HALF_UP)) <= Decimal('0.01')  # BR-CO-17
    assert tax == amount(root, f'{CAC}TaxTotal', f'{CBC}TaxAmount')  # BR-CO-14
    total = amount(totals, f'{CBC}TaxInclusiveAmount')
    assert total == net + tax == amount(totals, f'{CBC}PayableAmount')  # BR-CO-15, BR-CO-16

    def party(role):
        found = root.find(f'{CAC}Accounting{role}Party/{CAC}Party')
        return {
            'id': found.findtext(f'{CAC}PartyIdentification/{CBC}ID'),
            'name': found.findtext(f'{CAC}PartyLegalEntity/{CBC}RegistrationName'),
            'country': found.findtext(f'{CAC}PostalAddress/{CAC}Country/{CBC}IdentificationCode'),
            'tax': [
                [each.findtext(f'{CAC}TaxScheme/{CBC}ID'), each.findtext(f'{CBC}CompanyID')]
                for each in found.findall(f'{CAC}PartyTaxScheme')
            ],
        }

    category = subtotal.find(f'{CAC}TaxCategory')
    print(
        json.dumps(
            {
                'root': kind,
                'number': root.findtext(f'{CBC}ID'),
                'type': root.findtext(f'{CBC}{kind}TypeCode'),
                'issued': root.findtext(f'{CBC}IssueDate'),
                'period': [each.text for each in root.find(f'{CAC}InvoicePeriod')],
                'currency': currency,
                'supplier': party('Supplier'),
                'customer': party('Customer'),
                'category': category.findtext(f'{CBC}ID'),
                'percent': category.findtext(f'{CBC}Percent'),
                'reason': category.findtext(f'{CBC}TaxExemptionReason'),
                'lines': lines,
                'net': str(net),
                'tax': str(tax),
                'total': str(total),
            }
        )
    )


main(sys.argv[1])
