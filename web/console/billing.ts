/** How a member is billed: what stands on invoices about it, and how it is taxed. */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { ApiFailure } from '../api.ts';
import type { Billing, BillingState, TaxStatus } from '../contract.ts';
import { countryChoices } from '../countries.ts';
import type { BillingWords } from '../messages/billing.ts';
import { choiceField, textField } from './fields.ts';
import { Form } from './form.ts';
import type { Place } from './place.ts';
import { call } from './requests.ts';
import { regionOf } from './tongues.ts';

const statuses: readonly TaxStatus[] = ['standard', 'exempt', 'outside'];

/** `7.7` → 77000 parts per million. */
function ppmOf(text: string): number | undefined {
  const [, whole = '', part = ''] = /^\s*(\d{1,2})(?:[.,](\d{1,4}))?\s*%?\s*$/.exec(text) ?? [];
  return whole ? Number(whole + part.padEnd(4, '0')) : undefined;
}

export class BillingForm {
  /** Null: it has not said so; undefined: that is not known yet. */
  private billing: Billing | null | undefined;
  private failure: ApiFailure | undefined;
  private status: TaxStatus = 'exempt';
  private saved = false;
  /** Whether it stands open: nothing was said when somebody came. */
  private asks = false;
  private readonly form: Form<BillingState>;

  constructor(
    private readonly place: Place,
    private readonly words: BillingWords,
    private readonly changed: () => void,
  ) {
    this.form = new Form({
      ...place,
      explain: this.explain,
      route: 'POST /v1/billing',
      send: ({ rate = '', exemption = '', tax, country = '', ...texts }) => {
        this.saved = false;
        const status = (tax ?? this.status) as TaxStatus;
        // No rate is one outside its range: told with all else that is wrong.
        const rate_ppm = status === 'standard' ? (ppmOf(rate) ?? 0) : 0;
        const { name = '', street = '', postcode = '', city = '' } = texts;
        return call('POST /v1/billing', {
          member: place.member.owner,
          body: {
            ...{ name: name.trim(), street: street.trim(), postcode: postcode.trim() },
            ...{ city: city.trim(), country, tax: status, rate_ppm },
            vat_id: (texts['vat_id'] ?? '').replace(/[\s.-]/g, '').toUpperCase(),
            tax_number: (texts['tax_number'] ?? '').trim(),
            exemption: status === 'standard' ? '' : exemption.trim(),
          },
        });
      },
      done: (answer) => {
        this.hear(answer);
        this.saved = true;
        place.announce(words.saved);
        this.changed();
      },
    });
    void this.read();
  }

  private async read(): Promise<void> {
    const answer = await call('GET /v1/billing', { member: this.place.member.owner });
    if (answer.ok) {
      this.hear(answer.value);
      this.asks = this.billing === null;
    } else this.failure = answer.error;
    this.place.redraw();
  }

  private hear({ billing }: BillingState): void {
    this.billing = billing ?? null;
    if (billing) this.status = billing.tax;
  }

  private readonly explain = (failure: ApiFailure): string =>
    this.words.failures[`${failure.path} ${failure.code}`] ?? this.place.explain(failure);

  draw(): TemplateResult {
    const { words, billing, failure, place } = this;
    if (failure) return html`<p class="problem" role="alert">${place.explain(failure)}</p>`;
    if (billing === undefined) return html`${nothing}`;
    return html`<details class="card billing" ?open=${this.asks}>
      <summary><h2>${words.title}</h2></summary>
      <p class="quiet">${billing ? words.text : words.fill}</p>
      ${this.form.draw(
        () => this.fields(),
        words.save,
        this.saved ? html`<span class="quiet">${words.saved}</span>` : nothing,
      )}
    </details>`;
  }

  private fields(): TemplateResult {
    const { words, form, place, status } = this;
    const { billing } = this;
    const country = billing?.country ?? regionOf(navigator.language);
    const text = (
      name: 'name' | 'street' | 'postcode' | 'city' | 'vat_id' | 'tax_number' | 'exemption',
      label: string,
      more: { hint?: string; autocomplete?: string; required?: boolean } = {},
    ): TemplateResult =>
      textField(name, { label, value: billing?.[name] ?? '', fault: form.fault(name), ...more });
    return html`${text('name', words.name, { autocomplete: 'organization' })}
      ${text('street', words.street, { autocomplete: 'street-address', required: false })}
      <div class="beside">
        ${text('postcode', words.postcode, { autocomplete: 'postal-code', required: false })}
        ${text('city', words.city, { autocomplete: 'address-level2', required: false })}
        ${choiceField('country', {
          label: place.words.country,
          value: country,
          choices: countryChoices([], country, place.language).map(({ code, name }) => ({
            value: code,
            text: name,
          })),
          fault: form.fault('country'),
        })}
      </div>
      <div class="beside">
        ${text('vat_id', words.vatId, { hint: words.vatIdHint, required: false })}
        ${text('tax_number', words.taxNumber, { hint: words.taxNumberHint, required: false })}
      </div>
      ${choiceField('tax', {
        label: words.status,
        value: status,
        choices: statuses.map((value) => ({ value, text: words.statuses[value] })),
        change: (value) => {
          this.status = value as TaxStatus;
          place.redraw();
        },
      })}
      ${
        status === 'standard'
          ? textField('rate', {
              label: words.rate,
              hint: words.rateHint,
              inputmode: 'decimal',
              maxlength: 8,
              value: billing?.rate_ppm ? String(billing.rate_ppm / 10_000) : '',
              fault: form.fault('rate', 'rate_ppm'),
            })
          : text('exemption', words.exemption, { hint: words.exemptionHint })
      }`;
  }
}
