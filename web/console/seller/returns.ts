/** How the seller takes goods back, as customers compare it and search engines read it: none, or all of it. */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { ReturnFees, ReturnPolicy, Seller } from '../../contract.ts';
import { inWords } from '../../return-policy.ts';
import { choiceField } from '../fields.ts';
import type { Place } from '../place.ts';
import { codesOf, wholeOf } from './entries.ts';
import type { ProfileDraft } from './profile-draft.ts';
import { words as all } from './words.ts';

const words = all.returns;

export function returnsForm(draft: ProfileDraft, seller: Seller, place: Place): TemplateResult {
  const { return_policy: policy } = seller;
  return html`<fieldset class="card stack">
    <legend>${words.title}</legend>
    <p class="quiet">${words.hint}</p>
    <label class="tick">
      <input
        type="checkbox"
        .checked=${policy !== undefined}
        @change=${() => {
          if (policy) delete seller.return_policy;
          else
            seller.return_policy = { countries: [seller.country], days: 14, paid_by: 'customer' };
          draft.reshaped();
        }}
      />
      ${words.has}
    </label>
    ${policy ? fields(draft, policy, place) : nothing}
  </fieldset>`;
}

function fields(draft: ProfileDraft, policy: ReturnPolicy, place: Place): TemplateResult {
  const { entries } = draft;
  return html`<div class="beside">
      ${entries.draw('return_policy.days', {
        label: words.days,
        hint: words.daysHint,
        value: String(policy.days),
        inputmode: 'numeric',
        take: (text) => {
          const days = wholeOf(text);
          if (days === undefined) return false;
          policy.days = days;
          return true;
        },
      })}
      ${choiceField('return_policy.paid_by', {
        label: words.paidBy,
        value: policy.paid_by ?? 'customer',
        choices: (['customer', 'seller'] as const).map((value) => ({
          value,
          text: words.payers[value],
        })),
        change: (value) => {
          policy.paid_by = value as ReturnFees;
          draft.changed();
        },
      })}
    </div>
    ${entries.draw('return_policy.countries', {
      label: words.countries,
      hint: words.countriesHint,
      value: policy.countries.join(', '),
      take: (text) => {
        policy.countries = codesOf(text);
        return (
          policy.countries.length > 0 && policy.countries.every((code) => /^[A-Z]{2}$/.test(code))
        );
      },
    })}
    ${entries.draw('return_policy.url', {
      label: words.url,
      value: policy.url ?? '',
      take: (text) => {
        policy.url = text.trim();
        return policy.url === '' || /^https:\/\/[^\s/]/.test(policy.url);
      },
    })}
    <p class="quiet">${words.reads} ${inWords(policy, words, place.language)}</p>`;
}
