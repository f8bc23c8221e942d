/** When the customer wishes a service to be given. */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { live } from 'lit/directives/live.js';
import { bounds, dayParts } from '../appointments.ts';
import type { DayPart, FulfillmentGroup, LineItem } from '../contract.ts';
import { calendarDay } from '../format.ts';
import type { Page } from './fields.ts';

export function appointment(
  page: Page,
  { options, selected_option_id }: FulfillmentGroup,
  { offer_id, title, quantity }: LineItem,
): TemplateResult | typeof nothing {
  const { checkout, state, reading, faults } = page;
  const { words, language } = reading;
  const option = options.find(({ id }) => id === selected_option_id);
  const { first, last } = bounds(option?.min_days ?? 0);
  if (!option || quantity === 0 || first > last) return nothing;
  const { day = '', part = 'any' } = state.draft.appointments?.[offer_id] ?? {};
  const fault = faults.find(
    (each) => each.offer_id === offer_id && each.path.startsWith('appointments'),
  );
  const days = [first, last].map((each) => calendarDay(each, language)) as [string, string];
  const id = `appointment-${offer_id}`;
  return html`<fieldset
    class="appointment"
    id=${fault ? `offer-${offer_id}` : nothing}
    tabindex="-1"
  >
    <legend>${words.appointmentAsk}<span class="hidden"> ${title}</span></legend>
    <div class="field">
      <label for=${id}>${words.appointmentDay}</label>
      <input
        id=${id}
        type="date"
        min=${first}
        max=${last}
        aria-invalid=${fault ? 'true' : nothing}
        aria-describedby="${id}-hint"
        .value=${live(day)}
        @change=${(event: Event) =>
          checkout.wish(offer_id, { day: (event.currentTarget as HTMLInputElement).value, part })}
      />
    </div>
    <div class="field">
      <label for="${id}-part">${words.appointmentPart}</label>
      <select
        id="${id}-part"
        ?disabled=${day === ''}
        @change=${(event: Event) =>
          checkout.wish(offer_id, {
            day,
            part: (event.currentTarget as HTMLSelectElement).value as DayPart,
          })}
      >
        ${dayParts.map(
          (each) =>
            html`<option value=${each} .selected=${live(each === part)}>
              ${words.dayParts[each]}
            </option>`,
        )}
      </select>
    </div>
    <p class=${fault ? 'error' : 'hint quiet'} id="${id}-hint">
      ${(fault ? words.appointmentRefused : words.appointmentHint)(...days)}
    </p>
  </fieldset>`;
}
