/** The order page for what is known of the order. */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Address, OrderGroup, OrderStatusView, SellerInfo } from '../contract.ts';
import { country, moment, money } from '../format.ts';
import {
  type Reading,
  lineRow,
  sellerDetails,
  taxNotes,
  totalsTable,
  transit,
} from '../receipt.ts';
import { stepper } from './stepper.ts';

export interface Known {
  group?: OrderGroup | undefined;
  unknown: boolean;
  offline: boolean;
}

export function view({ group, unknown, offline }: Known, reading: Reading): TemplateResult {
  const { words } = reading;
  if (unknown)
    return html`<main class="standstill">
      <h1>${words.unknownTitle}</h1>
      <p>${words.unknownText}</p>
    </main>`;
  const connection = offline ? html`<p class="notice" role="status">${words.offline}</p>` : nothing;
  if (!group)
    return html`<main>
      ${connection}
      <p class="waiting" role="status">${words.orderLoading}</p>
    </main>`;
  return html`<header class="order-head">
      <p class="quiet">${words.boughtAt(group.site_name)}</p>
      <h1>${words.order}</h1>
      <p class="quiet">
        ${words.placedAt(moment(group.created_at, reading.language))}<br />
        ${words.orderNumber} <span class="number">${group.id}</span>
      </p>
      <p class="quiet screen-only"><span class="live" aria-hidden="true"></span>${words.live}</p>
    </header>
    <main>
      ${connection} ${group.orders.map((order) => part(order, group.sellers, reading))}
      <div class="facts">
        ${group.address ? deliverTo(group.address, reading) : nothing} ${payment(group, reading)}
      </div>
      <section aria-labelledby="sum">
        <h2 id="sum">${words.ordered}</h2>
        ${totalsTable(group.totals, reading, true)}
        ${
          group.orders.some(({ status }) => status === 'rejected')
            ? html`<p class="quiet">${words.declinedIncluded}</p>`
            : nothing
        }
      </section>
      <button type="button" class="secondary screen-only" @click=${() => window.print()}>
        ${words.print}
      </button>
    </main>`;
}

function part(
  order: OrderStatusView,
  sellers: readonly SellerInfo[],
  reading: Reading,
): TemplateResult {
  const seller = sellers.find(({ id }) => id === order.seller_id);
  return html`<article class="card" aria-labelledby=${order.id}>
    <header class="part-head">
      <h2 id=${order.id}><bdi>${order.seller_name}</bdi></h2>
      <p class="number quiet">${order.id}</p>
    </header>
    ${stepper(order, reading)} ${outcome(order, reading)}
    <ul class="lines">
      ${order.line_items.map((line) => lineRow(line, reading))}
    </ul>
    ${deliveries(order, reading)} ${totalsTable(order.totals, reading)}
    ${taxNotes(order.taxes, reading)}
    ${seller ? html`<footer class="seller">${sellerDetails(seller, reading)}</footer>` : nothing}
  </article>`;
}

/** What the seller said: the way of the parcel, or why there is none. */
function outcome(order: OrderStatusView, { words }: Reading): TemplateResult | typeof nothing {
  const { status, carrier, tracking_number, reason, seller_name } = order;
  if (status === 'rejected')
    return html`<div class="problem">
      <p class="error">${words.declined(seller_name)} ${words.nothingOwed}</p>
      ${reason ? html`<p><strong>${words.reason}:</strong> ${reason}</p>` : nothing}
    </div>`;
  if (status !== 'shipped' || !(carrier || tracking_number)) return nothing;
  return html`<dl class="tracking">
    ${
      carrier
        ? html`<div>
            <dt class="quiet">${words.carrier}</dt>
            <dd>${carrier}</dd>
          </div>`
        : nothing
    }
    ${
      tracking_number
        ? html`<div>
            <dt class="quiet">${words.tracking}</dt>
            <dd class="number">${tracking_number}</dd>
          </div>`
        : nothing
    }
  </dl>`;
}

function deliveries(order: OrderStatusView, reading: Reading): TemplateResult[] {
  const { words, currency, language } = reading;
  return order.fulfillments.map(
    (fulfillment) =>
      html`<p class="delivery">
        <span
          ><bdi>${fulfillment.title}</bdi>
          <span class="quiet">${transit(fulfillment, reading)}</span> ${
            fulfillment.kind === 'pickup' && fulfillment.pickup_address
              ? html`<span class="quiet">${words.pickupAt(fulfillment.pickup_address)}</span>`
              : nothing
          }</span
        >
        <span class="figure"
          >${
            fulfillment.amount === 0 ? words.free : money(fulfillment.amount, currency, language)
          }</span
        >
      </p>`,
  );
}

function deliverTo(address: Address, { words, language }: Reading): TemplateResult {
  const { name, line1, line2, postcode, city } = address;
  const rows = [
    name,
    line1,
    line2 ?? '',
    `${postcode} ${city}`,
    country(address.country, language),
  ];
  return html`<section aria-labelledby="address">
    <h2 id="address">${words.deliverTo}</h2>
    <address>${rows.filter(Boolean).map((row) => html`<bdi>${row}</bdi><br />`)}</address>
  </section>`;
}

function payment(group: OrderGroup, { words, currency, language }: Reading): TemplateResult {
  return html`<section aria-labelledby="payment">
    <h2 id="payment">${words.howToPay}</h2>
    <p><strong>${words.payments[group.payment_method].label}</strong></p>
    <p>${words.pay[group.payment_method]}</p>
    <ul class="per-seller">
      ${group.orders.map(({ seller_name, status, totals }) => {
        const total = totals.find(({ type }) => type === 'total')?.amount ?? 0;
        const owed = status === 'rejected' ? words.nothingToPay : money(total, currency, language);
        return html`<li><bdi>${seller_name}</bdi><span class="figure">${owed}</span></li>`;
      })}
    </ul>
  </section>`;
}
