/** The words about invoices in English: how a member is billed, and the documents of a month. */
import type { InvoiceKind, TaxStatus } from '../contract.ts';
import { spoken, type Translations } from './spoken.ts';

export type BillingWords = ReturnType<typeof english>;

export const english = () => ({
  documents: 'Invoices and credit notes',
  documentsText:
    'What presenters and the operator earn of sales, as files for accounting programs (UBL 2.1, EN 16931). Sellers write those of presenters in their place.',
  notOver: 'They are there as soon as the month is over.',
  none: 'Nothing was earned of sales in this month.',
  number: 'Number',
  kind: 'Kind',
  from: 'From',
  to: 'To',
  net: 'Without tax',
  tax: 'Tax',
  total: 'Total',
  file: 'File',
  download: 'Download',
  downloadOf: (number: string): string => `Download ${number}`,
  missing: 'Its sender has not said how it is billed',
  kinds: {
    invoice: 'Invoice',
    credit_note: 'Credit note',
    self_billed_invoice: 'Self-billed invoice',
    self_billed_credit_note: 'Self-billed credit note',
  } satisfies Record<InvoiceKind, string>,

  title: 'On invoices about you',
  text: 'With this there are documents of what you earn. Months that are over keep what you said before.',
  fill: 'Say how you are billed, and there will be documents of what you earn.',
  name: 'Name of the business',
  street: 'Street and number',
  postcode: 'Postcode',
  city: 'City',
  vatId: 'VAT number',
  vatIdHint: 'With its country, like DE123456789.',
  taxNumber: 'Other tax number',
  taxNumberHint: 'Where you have no VAT number.',
  status: 'Value added tax',
  statuses: {
    standard: 'I owe it, at this rate',
    exempt: 'I am exempt from it',
    outside: 'My service is outside its scope',
  } satisfies Record<TaxStatus, string>,
  rate: 'Rate (%)',
  rateHint:
    'Businesses in another country of the European Union owe it in your place, where both have a VAT number.',
  exemption: 'Why there is no tax',
  exemptionHint: 'Stands on the invoice, like: small business, § 19 UStG.',
  save: 'Save',
  saved: 'Saved',
  failures: {
    'name missing_field': 'Enter the name of the business.',
    'vat_id invalid_format': 'This is no VAT number of that country.',
    'rate_ppm out_of_range': 'Enter a rate like 19.',
    'rate_ppm wrong_kind': 'Enter a rate like 19.',
    'tax_number missing_field': 'Enter a VAT number or another tax number.',
    'exemption missing_field': 'Enter the reason.',
  } as Partial<Record<string, string>>,
});

const translations: Translations<BillingWords> = {
  ar: () => import('./ar/billing.ts'),
  de: () => import('./de/billing.ts'),
  es: () => import('./es/billing.ts'),
  fr: () => import('./fr/billing.ts'),
};

export const speakBilling = (language: string): Promise<BillingWords> =>
  spoken(language, english, translations);
