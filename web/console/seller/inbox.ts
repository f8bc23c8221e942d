/** A seller's orders by status, and the list to pick their goods by. */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { ApiFailure } from '../../api.ts';
import { inWords } from '../../appointments.ts';
import type { LineItem, OrderStatus, SellerOrder } from '../../contract.ts';
import { moment, money, quantity, shortMoment } from '../../format.ts';
import { allServices } from '../../services.ts';
import { linkTo } from '../address.ts';
import { choices } from '../choices.ts';
import { List } from '../list.ts';
import type { Place, View } from '../place.ts';
import { call } from '../requests.ts';
import { print } from './paper.ts';
import { words as all } from './words.ts';

const words = all.orders;
const statuses: readonly OrderStatus[] = [
  'placed',
  'acknowledged',
  'shipped',
  'rejected',
  'cancelled',
];

export const totalOf = ({ totals }: SellerOrder): number =>
  totals.find(({ type }) => type === 'total')?.amount ?? 0;

export const statusOf = ({ status, line_items }: SellerOrder): string =>
  status === 'shipped' && allServices(line_items) ? words.done : words.statuses[status];

export class Inbox implements View {
  private status: OrderStatus | '' = '';
  private orders: SellerOrder[] | undefined;
  private next: string | undefined;
  private failure: ApiFailure | undefined;
  private readonly list: List<SellerOrder>;

  constructor(private readonly place: Place) {
    const { language, member, redraw } = place;
    this.list = new List<SellerOrder>({
      title: words.title,
      columns: [
        {
          title: words.order,
          text: ({ id }) => id,
          show: ({ id }) =>
            html`<a class="number" href=${linkTo(member.owner, 'orders', id)}>${id.slice(-8)}</a>`,
        },
        {
          title: words.date,
          text: ({ created_at }) => moment(created_at, language),
          show: ({ created_at }) => html`<span>${shortMoment(created_at, language)}</span>`,
        },
        { title: words.customer, text: ({ buyer }) => buyer.name },
        {
          title: words.goods,
          text: (order) =>
            order.line_items
              .map((line) => {
                const wish = dayOf(order, line);
                const day = wish ? ` (${inWords(wish, words, language)})` : '';
                return `${line.quantity} × ${line.title}${day}`;
              })
              .join(', '),
        },
        {
          title: words.status,
          text: statusOf,
          show: (order) => html`<span class="status ${order.status}">${statusOf(order)}</span>`,
        },
        {
          title: words.total,
          text: (order) => money(totalOf(order), order.currency, language),
          figures: true,
        },
      ],
      empty: words.empty,
      file: 'orders',
      words: place.words,
      language,
      redraw,
    });
    void this.read();
  }

  private async read(after?: string): Promise<void> {
    const wanted = this.status;
    const answer = await call('GET /v1/seller/orders', {
      member: this.place.member.owner,
      query: {
        newest_first: 'true',
        ...(wanted ? { status: wanted } : {}),
        ...(after ? { after } : {}),
      },
    });
    if (this.status !== wanted) return;
    this.failure = answer.ok ? undefined : answer.error;
    if (answer.ok) {
      this.orders = [...(after ? (this.orders ?? []) : []), ...answer.value.orders];
      this.next = answer.value.next;
      this.list.rows = this.orders;
    }
    this.place.redraw();
  }

  private choose(status: OrderStatus | ''): void {
    this.status = status;
    this.orders = undefined;
    void this.read();
    this.place.redraw();
  }

  draw(): TemplateResult {
    const open = (this.orders ?? []).filter(
      ({ status }) => status === 'placed' || status === 'acknowledged',
    );
    return html`<div class="title-row">
        <h1 tabindex="-1">${words.title}</h1>
        ${
          open.length > 0
            ? html`<button type="button" class="small" @click=${() => print('pick')}>
                ${words.pickList}
              </button>`
            : nothing
        }
      </div>
      ${choices<OrderStatus | ''>(
        words.status,
        ['', ...statuses],
        this.status,
        (one) => (one ? words.statuses[one] : words.all),
        (one) => this.choose(one),
      )}
      ${this.failure ? html`<p class="problem" role="alert">${this.place.explain(this.failure)}</p>` : nothing}
      ${this.rows()} ${this.pickList(open)}`;
  }

  private rows(): TemplateResult | typeof nothing {
    if (!this.orders)
      return this.failure
        ? nothing
        : html`<p class="waiting" role="status">${this.place.words.loading}</p>`;
    if (this.orders.length === 0 && this.status)
      return html`<div class="empty">${words.emptyStatus}</div>`;
    return html`${this.list.draw()}
    ${
      this.next
        ? html`<p>
            <button type="button" class="small" @click=${() => void this.read(this.next)}>
              ${words.older}
            </button>
          </p>`
        : nothing
    }`;
  }

  /** What to take from the shelves for all orders that are not sent yet. On paper only. */
  private pickList(orders: readonly SellerOrder[]): TemplateResult {
    const goods = new Map<string, LineItem>();
    for (const line of orders.flatMap(goodsOf)) {
      const known = goods.get(line.sku);
      goods.set(line.sku, known ? { ...known, quantity: known.quantity + line.quantity } : line);
    }
    const lines = [...goods.values()].sort((a, b) => (a.sku < b.sku ? -1 : 1));
    return html`<section class="paper pick">
      <h2>${words.pickList}</h2>
      ${goodsTable(lines, this.place.language)}
    </section>`;
  }
}

/** What is to be sent: no services. */
export const goodsOf = ({ line_items }: SellerOrder): LineItem[] =>
  line_items.filter(({ kind }) => kind !== 'service');

/** When a service is wished, or was answered to be given. */
const dayOf = ({ appointments = [], appointment_answer }: SellerOrder, { offer_id }: LineItem) =>
  (appointment_answer?.appointments ?? appointments).find((each) => each.offer_id === offer_id);

/** The same of all of an order, with how far it is agreed. */
export function wishes(order: SellerOrder, language: string): TemplateResult | typeof nothing {
  if (!order.appointments?.length) return nothing;
  const state = order.appointment_answer?.state;
  const label = !state
    ? words.appointment
    : state === 'proposed'
      ? words.appointmentProposed
      : words.appointmentAgreed;
  return html`<dl class="facts wishes">
    ${order.line_items.map((line) => {
      const wish = dayOf(order, line);
      return wish
        ? html`<dt>${label}</dt>
            <dd>
              <strong>${inWords(wish, words, language)}</strong>
              <span class="quiet"><bdi>${line.title}</bdi></span>
            </dd>`
        : nothing;
    })}
  </dl>`;
}

/** What goes into a parcel, with a box to tick. */
export function goodsTable(lines: readonly LineItem[], language: string): TemplateResult {
  return html`<table>
    <thead>
      <tr>
        <th scope="col">${words.sku}</th>
        <th scope="col">${words.goods}</th>
        <th scope="col" class="figures">${words.quantity}</th>
      </tr>
    </thead>
    <tbody>
      ${lines.map(
        ({ sku, title, options, quantity: count }) =>
          html`<tr>
            <td class="number" data-title=${words.sku}>${sku}</td>
            <td data-title=${words.goods}>
              <bdi>${[title, ...options.map(({ value }) => value)].join(', ')}</bdi>
            </td>
            <td class="figures" data-title=${words.quantity}>${quantity(count, language)}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}
