/** Form fields that say what is wrong with them, each under the server's name for it. */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { ifDefined } from 'lit/directives/if-defined.js';
import { live } from 'lit/directives/live.js';
import { countryChoices } from '../countries.ts';
import { quantity } from '../format.ts';
import type { FieldPath } from '../messages/checkout.ts';
import { errorText } from '../messages/errors.ts';
import type { Reading } from '../receipt.ts';
import type { Checkout } from './checkout.ts';
import { type Fault, field } from './draft.ts';
import type { State } from './state.ts';

/** What every part of the page draws from. */
export interface Page {
  checkout: Checkout;
  state: State;
  reading: Reading;
  faults: readonly Fault[];
}

interface TextField {
  autocomplete: string;
  type?: 'email' | 'tel';
  inputmode?: string;
  capitalize?: string;
  optional?: boolean;
}

export function faultText({ path, code, limit }: Fault, { words, language }: Reading): string {
  const own = (words.fields as Partial<Record<string, { missing?: string; invalid?: string }>>)[
    path
  ];
  if (own?.missing && code === 'missing_field') return own.missing;
  if (own?.invalid && code === 'invalid_format') return own.invalid;
  if (path.startsWith('appointments')) return words.appointmentAsk;
  if (path === 'payment_method') return words.choosePayment;
  return errorText(code, words.errors, limit === undefined ? undefined : quantity(limit, language));
}

export function textField(page: Page, path: FieldPath, kind: TextField): TemplateResult {
  const { checkout, state, reading } = page;
  const words = reading.words.fields[path];
  return frame(
    page,
    path,
    (described, invalid) =>
      html`<input
        id=${path}
        name=${path}
        type=${kind.type ?? 'text'}
        autocomplete=${kind.autocomplete as 'on'}
        inputmode=${ifDefined(kind.inputmode)}
        autocapitalize=${ifDefined(kind.capitalize)}
        spellcheck="false"
        maxlength="200"
        aria-required=${kind.optional ? nothing : 'true'}
        aria-invalid=${invalid ? 'true' : nothing}
        aria-describedby=${described || nothing}
        .value=${live(field(state.draft, path))}
        @input=${(event: Event) => checkout.setField(path, valueOf(event))}
        @change=${() => checkout.leaveField(path)}
        @blur=${() => checkout.leaveField(path)}
      />`,
    kind.optional ? html`<span class="quiet">(${reading.words.optional})</span>` : nothing,
    words.hint,
  );
}

export function countryField(page: Page, served: readonly string[]): TemplateResult {
  const { checkout, state, reading } = page;
  const chosen = state.draft.address.country;
  const options = countryChoices(served, chosen, reading.language);
  return frame(
    page,
    'address.country',
    (described, invalid) =>
      html`<select
        id="address.country"
        name="address.country"
        autocomplete="shipping country"
        aria-required="true"
        aria-invalid=${invalid ? 'true' : nothing}
        aria-describedby=${described || nothing}
        @change=${(event: Event) => {
          checkout.setField('address.country', valueOf(event));
          checkout.leaveField('address.country');
        }}
      >
        ${chosen ? nothing : html`<option value="" selected></option>`}
        ${options.map(
          ({ code, name }) =>
            html`<option value=${code} .selected=${live(code === chosen)}>${name}</option>`,
        )}
      </select>`,
  );
}

function frame(
  { faults, reading }: Page,
  path: FieldPath,
  control: (described: string, invalid: boolean) => TemplateResult,
  afterLabel: unknown = nothing,
  hint?: string,
): TemplateResult {
  const fault = faults.find((fault) => fault.path === path);
  const described = [hint ? `${path}-hint` : '', fault ? `${path}-error` : ''].join(' ').trim();
  return html`<div class="field field-${path.split('.')[1]}">
    <label for=${path}>${reading.words.fields[path].label} ${afterLabel}</label>
    ${control(described, fault !== undefined)}
    ${hint ? html`<p class="hint quiet" id="${path}-hint">${hint}</p>` : nothing}
    ${fault ? html`<p class="error" id="${path}-error">${faultText(fault, reading)}</p>` : nothing}
  </div>`;
}

function valueOf(event: Event): string {
  return (event.currentTarget as HTMLInputElement | HTMLSelectElement).value;
}
