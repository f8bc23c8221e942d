/** The order page for what is known of the order. */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Address, OrderGroup, OrderStatusView, ReplacementAnswer } from '../contract.ts';
import { country, list, moment, money } from '../format.ts';
import {
  type Reading,
  earnings,
  lineRow,
  sellerDetails,
  taxNotes,
  totalsTable,
  transit,
  wishedDays,
} from '../receipt.ts';
import { allServices } from '../services.ts';
import { otherDay, type Agreeing } from './appointments.ts';
import { type Cancelling, cancelAll, cancelOne, stands } from './cancelling.ts';
import { review, type Reviewing } from './review.ts';
import { stepper } from './stepper.ts';

/** How the customer's word on other sellers is sent; `sending` is the order that it is on its way for. */
export interface Answering {
  send: (answer: ReplacementAnswer) => void;
  sending?: string | undefined;
  cancelling: Cancelling;
  agreeing: Agreeing;
}

export interface Known {
  group?: OrderGroup | undefined;
  unknown: boolean;
  offline: boolean;
}

export function view(
  { group, unknown, offline }: Known,
  reading: Reading,
  answer: Answering,
  reviewing: Reviewing,
): TemplateResult {
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
      ${connection} ${erased(group, reading)}
      ${answer.cancelling.tooLate ? html`<p class="notice" role="alert">${words.cancelTooLate}</p>` : nothing}
      ${answer.agreeing.tooLate ? html`<p class="notice" role="alert">${words.appointmentTooLate}</p>` : nothing}
      ${group.orders.map((order) => part(order, group, reading, answer, reviewing))}
      <div class="facts">
        ${group.address ? deliverTo(group, group.address, reading) : nothing}
        ${payment(group, reading)}
      </div>
      <section aria-labelledby="sum">
        <h2 id="sum">${words.ordered}</h2>
        ${totalsTable(group.totals, reading, true, services(group))}
        ${
          group.orders.every(stands)
            ? nothing
            : html`<p class="quiet">${words.declinedIncluded} ${changed(group, reading)}</p>`
        }
        ${earnings(group.shares, group.site_name, reading)}
      </section>
      <p class="choice">
        <button type="button" class="secondary screen-only" @click=${() => window.print()}>
          ${words.print}
        </button>
        ${cancelAll(group, reading, answer.cancelling)}
      </p>
    </main>`;
}

function erased(
  { personal_data_erased_at }: OrderGroup,
  { words, language }: Reading,
): TemplateResult | typeof nothing {
  if (!personal_data_erased_at) return nothing;
  const time = moment(personal_data_erased_at, language);
  return html`<p class="notice">${words.personalDataErased(time)}</p>`;
}

/** What all of it costs now beside what was ordered at first. */
function changed(group: OrderGroup, { words, currency, language }: Reading): string {
  const now = group.totals.find(({ type }) => type === 'total')?.amount ?? 0;
  const difference = now - group.agreed_total;
  const show = (amount: number) => money(amount, currency, language);
  if (difference === 0) return words.sameAsOrdered;
  return difference < 0
    ? words.lessThanOrdered(show(-difference))
    : words.moreThanOrdered(show(difference));
}

function part(
  order: OrderStatusView,
  group: OrderGroup,
  reading: Reading,
  answer: Answering,
  reviewing: Reviewing,
): TemplateResult {
  const open = order.status === 'shipped' && !group.personal_data_erased_at;
  const reviewed = (offer_id: string, title: string): unknown =>
    open ? review(order, offer_id, title, reading, reviewing) : nothing;
  const seller = group.sellers.find(({ id }) => id === order.seller_id);
  const replaced = group.orders.find(({ id }) => id === order.replaces);
  return html`<article class="card" aria-labelledby=${order.id}>
    <header class="part-head">
      <h2 id=${order.id}><bdi>${order.seller_name}</bdi></h2>
      <p class="number quiet">${order.id}</p>
    </header>
    ${replaced ? html`<p class="quiet">${reading.words.standsFor(replaced.seller_name)}</p>` : nothing}
    ${stepper(order, reading)} ${outcome(order, group, reading)} ${proposal(order, reading, answer)}
    ${otherDay(order, reading, answer.agreeing)}
    <ul class="lines">
      ${order.line_items.map((line) => [
        lineRow(line, reading, wishedDays(line, order, reading)),
        open ? html`<li>${reviewed(line.offer_id, line.title)}</li>` : nothing,
      ])}
    </ul>
    ${reviewed('', order.seller_name)} ${deliveries(order, reading)} ${note(order, reading)}
    ${totalsTable(order.totals, reading, false, allServices(order.line_items))}
    ${taxNotes(order.taxes, reading)} ${cancelOne(order, reading, answer.cancelling)}
    ${seller ? html`<footer class="seller">${sellerDetails(seller, reading)}</footer>` : nothing}
  </article>`;
}

/** Other sellers for what this one declined. */
function proposal(
  { id, replacement }: OrderStatusView,
  { words, currency, language }: Reading,
  { send, sending }: Answering,
): TemplateResult | typeof nothing {
  if (!replacement) return nothing;
  const { total, difference, seller_names } = replacement;
  const show = (amount: number) => money(amount, currency, language);
  const compared =
    difference === 0
      ? words.costsTheSame
      : difference < 0
        ? words.costsLess(show(-difference))
        : words.costsMore(show(difference));
  const busy = sending === id;
  const reply = (accept: boolean) => () => busy || send({ order_id: id, accept, total });
  return html`<div class="proposal" role="group" aria-label=${words.replacementTitle}>
    <p><strong>${words.replacementTitle}</strong></p>
    <p>${words.replacementText(list(seller_names, language), show(total))} ${compared}</p>
    <p class="choice">
      <button
        type="button"
        class="primary"
        aria-disabled=${busy ? 'true' : nothing}
        @click=${reply(true)}
      >
        ${words.replacementAccept(show(total))}
      </button>
      <button
        type="button"
        class="secondary"
        aria-disabled=${busy ? 'true' : nothing}
        @click=${reply(false)}
      >
        ${words.replacementDecline}
      </button>
    </p>
  </div>`;
}

/** What the seller said: the way of the parcel, or why there is none. */
function outcome(
  order: OrderStatusView,
  group: OrderGroup,
  { words, language }: Reading,
): TemplateResult | typeof nothing {
  const replacing = group.orders.filter(({ replaces }) => replaces === order.id);
  const { status, carrier, tracking_number, reason, seller_name } = order;
  if (status === 'rejected')
    return html`<div class="problem">
      <p class="error">${words.declined(seller_name)} ${words.nothingOwed}</p>
      ${reason ? html`<p><strong>${words.reason}:</strong> ${reason}</p>` : nothing}
      ${
        replacing.length > 0
          ? html`<p>
              ${words.replacedBy(
                list(
                  replacing.map(({ seller_name }) => seller_name),
                  language,
                ),
              )}
            </p>`
          : nothing
      }
    </div>`;
  if (status === 'cancelled')
    return html`<p class="quiet">${words.cancelledPart} ${words.nothingOwed}</p>`;
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

/** What the customer told the seller. */
function note({ note }: OrderStatusView, { words }: Reading): TemplateResult | typeof nothing {
  if (!note) return nothing;
  return html`<p class="note">
    <span class="quiet">${words.ownNote}</span><br /><bdi>${note}</bdi>
  </p>`;
}

const services = ({ orders }: OrderGroup): boolean =>
  orders.every(({ line_items }) => allServices(line_items));

function deliverTo(
  group: OrderGroup,
  address: Address,
  { words, language }: Reading,
): TemplateResult {
  const { name, line1, line2, postcode, city } = address;
  const rows = [
    name,
    line1,
    line2 ?? '',
    `${postcode} ${city}`.trim(),
    country(address.country, language),
  ];
  return html`<section aria-labelledby="address">
    <h2 id="address">${services(group) ? words.visitAt : words.deliverTo}</h2>
    <address>${rows.filter(Boolean).map((row) => html`<bdi>${row}</bdi><br />`)}</address>
  </section>`;
}

function payment(group: OrderGroup, { words, currency, language }: Reading): TemplateResult {
  return html`<section aria-labelledby="payment">
    <h2 id="payment">${words.howToPay}</h2>
    <p><strong>${words.payments[group.payment_method].label}</strong></p>
    <p>${words.pay[group.payment_method]}</p>
    <ul class="per-seller">
      ${group.orders.map((order) => {
        const total = order.totals.find(({ type }) => type === 'total')?.amount ?? 0;
        const owed = stands(order) ? money(total, currency, language) : words.nothingToPay;
        return html`<li><bdi>${order.seller_name}</bdi><span class="figure">${owed}</span></li>`;
      })}
    </ul>
  </section>`;
}
