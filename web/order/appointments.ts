/** The giver of a service asks for another day than the customer wished. */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { OrderStatusView } from '../contract.ts';
import { type Reading, wishedDays } from '../receipt.ts';

/** How the customer's yes is sent; `sending`: for that order, `tooLate` once it cannot be said any more. */
export interface Agreeing {
  agree: (order: OrderStatusView) => void;
  sending?: string | undefined;
  tooLate: boolean;
}

/** Whether the customer is asked about another day. */
export const isAsked = ({ status, appointment_answer }: OrderStatusView): boolean =>
  status === 'placed' && appointment_answer?.state === 'proposed';

/** The days of all of an order, and the yes to them; the no is to cancel. */
export function otherDay(
  order: OrderStatusView,
  reading: Reading,
  { agree, sending }: Agreeing,
): TemplateResult | typeof nothing {
  if (!isAsked(order)) return nothing;
  const { words } = reading;
  const title = words.appointmentProposal(order.seller_name);
  const busy = sending === order.id;
  const answer = { ...order, appointments: [] };
  return html`<div class="proposal" role="group" aria-label=${title}>
    <p><strong>${title}</strong></p>
    ${order.line_items.map((line) => wishedDays(line, answer, reading))}
    <p>${words.appointmentProposalText}</p>
    <p class="choice">
      <button
        type="button"
        class="primary"
        aria-disabled=${busy ? 'true' : nothing}
        @click=${() => busy || agree(order)}
      >
        ${words.appointmentAccept}
      </button>
    </p>
  </div>`;
}
