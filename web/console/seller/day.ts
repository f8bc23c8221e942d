/** The giver's answer to the day that a customer wished for a service. */
import { html, type TemplateResult } from 'lit/html.js';
import { bounds, dayParts } from '../../appointments.ts';
import type { Appointment, DayPart, SellerOrder } from '../../contract.ts';
import { calendarDay } from '../../format.ts';
import { choiceField, textField } from '../fields.ts';
import type { Form } from '../form.ts';
import { words as all } from './words.ts';

const words = all.orders;

/** Whether the customer is asked about another day. */
export const isAsked = ({ status, appointment_answer }: SellerOrder): boolean =>
  status === 'placed' && appointment_answer?.state === 'proposed';

/** Whether the wished days, none of which has passed, can be confirmed. */
export function maybeConfirmed(
  { status, appointments = [], appointment_answer }: SellerOrder,
  now = Date.now(),
): boolean {
  const today = new Date(now).toISOString().slice(0, 10);
  const open = status === 'placed' || status === 'acknowledged';
  const ahead = appointments.every(({ day }) => day >= today);
  return open && ahead && appointments.length > 0 && !appointment_answer;
}

/** A day and a part of it for each service that was wished for one. */
export function dayFields(
  order: SellerOrder | undefined,
  form: Form<unknown>,
  language: string,
): TemplateResult {
  const { appointments = [], line_items = [] } = order ?? {};
  const { first, last } = bounds(0);
  const range = [calendarDay(first, language), calendarDay(last, language)] as const;
  const rows = appointments.map(({ offer_id, day, part = 'any' }, index) => {
    const title = line_items.find((line) => line.offer_id === offer_id)?.title ?? offer_id;
    return html`<fieldset class="inner">
      <legend><bdi>${title}</bdi></legend>
      <div class="beside">
        ${textField(`day-${offer_id}`, {
          label: words.appointmentDay,
          type: 'date',
          value: day,
          fault:
            form.fault(`day-${offer_id}`, new RegExp(`^appointments(\\[${index}\\]\\.day)?$`)) &&
            words.appointmentRefused(...range),
        })}
        ${choiceField(`part-${offer_id}`, {
          label: words.appointmentPart,
          value: part,
          choices: dayParts.map((value) => ({ value, text: words.dayParts[value] })),
        })}
      </div>
    </fieldset>`;
  });
  return html`${rows}`;
}

/** Those days as they are entered. */
export const daysIn = (
  values: Readonly<Record<string, string>>,
  order: SellerOrder | undefined,
): Appointment[] =>
  (order?.appointments ?? []).map(({ offer_id }) => ({
    offer_id,
    day: values[`day-${offer_id}`] ?? '',
    part: (values[`part-${offer_id}`] ?? 'any') as DayPart,
  }));
