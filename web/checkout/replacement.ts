/** What may happen when a seller cannot deliver its part. */
import { html, type TemplateResult } from 'lit/html.js';
import { live } from 'lit/directives/live.js';
import type { ReplacementMode } from '../contract.ts';
import type { Page } from './fields.ts';

const modes: readonly ReplacementMode[] = ['ask', 'not_dearer', 'up_to'];
const usual = 500; // minor units

export function replacementSection({ checkout, state, reading }: Page): TemplateResult {
  const { words, currency, language } = reading;
  const { mode, up_to = 0 } = state.draft.replacement ?? { mode: 'ask' };
  const digits =
    new Intl.NumberFormat(language, { style: 'currency', currency }).resolvedOptions()
      .maximumFractionDigits ?? 2;
  const unit = 10 ** digits;
  return html`<section>
    <fieldset class="choices" id="replacement">
      <legend><h2>${words.replacementLegend}</h2></legend>
      ${modes.map(
        (one) =>
          html`<label class="choice">
            <input
              type="radio"
              name="replacement"
              value=${one}
              .checked=${live(mode === one)}
              @change=${() =>
                checkout.replace({
                  mode: one,
                  ...(one === 'up_to' ? { up_to: up_to || usual } : {}),
                })}
            />
            <span class="choice-text">
              <span class="choice-title">${words.replacementModes[one]}</span>
            </span>
          </label>`,
      )}
      ${
        mode === 'up_to'
          ? html`<label class="field up-to">
              <span>${words.replacementUpTo(currency)}</span>
              <input
                type="number"
                name="up_to"
                min="0"
                step=${1 / unit}
                inputmode="decimal"
                .value=${live((up_to / unit).toFixed(digits))}
                @change=${(event: Event) => {
                  const amount = (event.target as HTMLInputElement).valueAsNumber;
                  const whole = Number.isFinite(amount)
                    ? Math.max(0, Math.round(amount * unit))
                    : 0;
                  checkout.replace({ mode, up_to: whole });
                }}
              />
            </label>`
          : ''
      }
    </fieldset>
  </section>`;
}
