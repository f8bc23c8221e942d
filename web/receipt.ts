/** The parts of a receipt that the checkout page and the order page share: lines, money tables, taxes. */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { inWords } from './appointments.ts';
import type {
  Appointment,
  AppointmentAnswer,
  LineItem,
  SellerInfo,
  ShippingOption,
  Split,
  TaxLine,
  Total,
} from './contract.ts';
import { days, money, percent, quantity } from './format.ts';
import type { Words } from './messages/checkout.ts';
import { inWords as policyInWords } from './return-policy.ts';
import { isForServices } from './services.ts';
import { unitPrice } from './unit-price.ts';

export interface Reading {
  words: Words;
  language: string;
  currency: string;
}

/** What wishes for a day, and its giver's answer, are read from. */
interface Dated {
  appointments?: readonly Appointment[];
  appointment_answer?: AppointmentAnswer;
}

/** One bought thing. `after` is what the page adds below it. */
export function lineRow(
  line: LineItem,
  { words, language, currency }: Reading,
  after: unknown = nothing,
): TemplateResult {
  const options = line.options.map(({ value }) => value).join(', ');
  const each = words.times(
    quantity(line.quantity, language),
    money(line.unit_price, currency, language),
  );
  return html`<li class="line">
    ${thumbnail(line.image)}
    <div class="line-text">
      <p class="line-title"><bdi>${line.title}</bdi></p>
      ${options ? html`<p class="quiet"><bdi>${options}</bdi></p>` : nothing}
      <p class="quiet figure">${each}</p>
      ${
        line.unit_pricing
          ? html`<p class="quiet figure">
              ${unitPrice(line.unit_pricing, { ...words, language }, (amount) => money(amount, currency, language))}
            </p>`
          : nothing
      }
      ${after}
    </div>
    <p class="line-price figure">${money(line.subtotal, currency, language)}</p>
  </li>`;
}

// The title stands beside it, so the picture itself says nothing new to a screen reader.
function thumbnail(image: string): TemplateResult {
  return image
    ? html`<img class="thumbnail" src=${image} alt="" width="56" height="56" decoding="async" />`
    : html`<span class="thumbnail"></span>`;
}

/** When a service of a line is wished, and what its giver says to that. */
export function wishedDays(
  { offer_id }: LineItem,
  { appointments = [], appointment_answer: answer }: Dated,
  { words, language }: Reading,
): TemplateResult[] {
  const row = (label: string, all: readonly Appointment[]) =>
    all
      .filter((each) => each.offer_id === offer_id)
      .map(
        (each) =>
          html`<p class="quiet">${label}: <strong>${inWords(each, words, language)}</strong></p>`,
      );
  const proposed = answer?.state === 'proposed';
  return [
    ...(answer && !proposed ? [] : row(words.appointment, appointments)),
    ...(answer
      ? row(proposed ? words.appointmentProposed : words.appointmentAgreed, answer.appointments)
      : []),
  ];
}

/** A money table; without `strong` its total is one row among the others. `services`: there are no goods in it. */
export function totalsTable(
  totals: readonly Total[],
  { words, language, currency }: Reading,
  strong = false,
  services = false,
): TemplateResult {
  const names = services ? { ...words.totals, ...words.totalsOfServices } : words.totals;
  const rows = totals.filter(
    ({ type, amount }) => amount !== 0 || type === 'fulfillment' || type === 'total',
  );
  return html`<dl class="totals ${strong ? 'strong' : ''}">
    ${rows.map(({ type, amount }) => {
      const free = type === 'fulfillment' && amount === 0;
      return html`<div class=${type}>
        <dt>${names[type]}</dt>
        <dd class="figure">${free ? words.free : money(amount, currency, language)}</dd>
      </div>`;
    })}
  </dl>`;
}

/** The taxes of one seller, each at its rate, as the server worked them out. */
export function taxNotes(
  taxes: readonly TaxLine[],
  { words, language, currency }: Reading,
): TemplateResult[] {
  return taxes
    .filter(({ amount }) => amount !== 0)
    .map(({ rate_ppm, amount, included }) => {
      const say = included ? words.includedTax : words.addedTax;
      return html`<p class="tax quiet figure">
        ${say(percent(rate_ppm, language), money(amount, currency, language))}
      </p>`;
    });
}

/** Who a seller is and how it takes goods back: to be told before the purchase and after it. */
export function sellerDetails(
  { name, address, email, return_terms, return_policy }: SellerInfo,
  { words, language }: Reading,
): TemplateResult {
  return html`<address>
      <strong><bdi>${name}</bdi></strong>
      ${address ? html`<br /><bdi>${address}</bdi>` : nothing}
      ${email ? html`<br /><a href="mailto:${email}">${email}</a>` : nothing}
    </address>
    ${
      return_terms || return_policy
        ? html`<p>
            <strong>${words.returns}</strong>
            ${return_policy ? html`<br />${policyInWords(return_policy, words, language)}` : nothing}
            ${return_terms ? html`<br /><bdi>${return_terms}</bdi>` : nothing}
            ${
              return_policy?.url
                ? html`<br /><a href=${return_policy.url} target="_blank" rel="noopener"
                      >${words.returnTermsPage}</a
                    >`
                : nothing
            }
          </p>`
        : nothing
    }`;
}

/** How long a delivery takes, or how long before a service is to be ordered, in working days. */
export function transit(
  { kind, min_days, max_days }: Pick<ShippingOption, 'kind' | 'min_days' | 'max_days'>,
  { words, language }: Reading,
): string {
  if (isForServices(kind))
    return max_days === 0 ? '' : words.leadTime(days(min_days, max_days, language));
  if (max_days === 0) return words.today;
  if (min_days === 0) return words.within(days(max_days, max_days, language));
  return days(min_days, max_days, language);
}

/** Who earns what of a total, on demand and where the site tells it. */
export function earnings(
  shares: Split | undefined,
  site: string,
  { words, language, currency }: Reading,
): TemplateResult | typeof nothing {
  if (!shares) return nothing;
  const rows: [string, number][] = [
    [words.earnsSellers, shares.seller],
    [words.earnsPresenter(site), shares.presenter],
    [words.earnsOperator, shares.operator_fee],
  ];
  return html`<details class="earnings">
    <summary>${words.whoEarns}</summary>
    <dl class="totals">
      ${rows.map(
        ([who, amount]) =>
          html`<div>
            <dt>${who}</dt>
            <dd class="figure">${money(amount, currency, language)}</dd>
          </div>`,
      )}
    </dl>
    <p class="quiet">${words.earnsNote}</p>
  </details>`;
}
