/** Where somebody sells or shows, and in which money: asked of every new member. */
import { html, type TemplateResult } from 'lit/html.js';
import { countryChoices } from '../countries.ts';
import type { ConsoleWords } from '../messages/console.ts';
import { choiceField, textField } from './fields.ts';
import type { Form } from './form.ts';
import { regionOf } from './tongues.ts';

export function marketFields(
  form: Pick<Form<never>, 'values' | 'fault'>,
  words: ConsoleWords,
  language: string,
): TemplateResult {
  const region = form.values['country'] ?? regionOf(navigator.language);
  return html`<div class="beside">
    ${choiceField('country', {
      label: words.country,
      value: region,
      choices: countryChoices([], region, language).map(({ code, name }) => ({
        value: code,
        text: name,
      })),
      fault: form.fault('country'),
    })}
    ${textField('currency', {
      label: words.currency,
      value: 'EUR',
      maxlength: 3,
      hint: words.currencyHint,
      fault: form.fault('currency'),
    })}
  </div>`;
}
