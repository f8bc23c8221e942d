/** How far one seller is with its part of the order. */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { OrderStatus, OrderStatusView } from '../contract.ts';
import { shortMoment } from '../format.ts';
import type { Reading } from '../receipt.ts';
import { allServices } from '../services.ts';
import { stands } from './cancelling.ts';

const path: readonly OrderStatus[] = ['placed', 'acknowledged', 'shipped'];

export function isCollected({ fulfillments }: OrderStatusView): boolean {
  return fulfillments.length > 0 && fulfillments.every(({ kind }) => kind === 'pickup');
}

export function stepper(order: OrderStatusView, { words, language }: Reading): TemplateResult {
  const steps = stands(order) ? path : (['placed', order.status] as const);
  const names = allServices(order.line_items)
    ? words.stepsService
    : isCollected(order)
      ? words.stepsPickup
      : words.steps;
  const current = steps.indexOf(order.status as never);
  const when = (step: OrderStatus): TemplateResult | typeof nothing => {
    const at = order.history.find(({ status }) => status === step)?.at;
    return at
      ? html`<time class="when" datetime=${at}>${shortMoment(at, language)}</time>`
      : nothing;
  };
  return html`<ol class="steps ${order.status}" aria-label=${words.progress(order.seller_name)}>
    ${steps.map((step, index) => {
      const [place, spoken] =
        index < current
          ? ['past', words.stepDone]
          : index === current
            ? ['now', words.stepNow]
            : ['ahead', words.stepOpen];
      return html`<li class="step ${place}" aria-current=${index === current ? 'step' : 'false'}>
        <span class="step-mark" aria-hidden="true"></span>
        <span
          ><span class="step-name">${names[step]}<span class="hidden">, ${spoken}</span></span
          >${when(step)}</span
        >
      </li>`;
    })}
  </ol>`;
}
