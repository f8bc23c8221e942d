import type { PropertyDeclarations, PropertyValues, TemplateResult } from 'lit';
import type { OrderState, PartState, Total } from '../contract.ts';
import { moment } from '../format.ts';
import { orderWordsOf, type OrderWords } from '../messages/order.ts';
import type { VitrineOrder } from '../tags.ts';
import { allServices } from '../services.ts';
import { css, html, money, nothing, quantity, View } from './kit.ts';

/** What the element shows. */
export interface OrderShown {
  order?: OrderState;
  link?: string | undefined;
  unknown?: boolean;
}

/** How an order stands, without its customer: every script of the page can read what stands here. */
export class OrderElement extends View implements VitrineOrder {
  static override properties: PropertyDeclarations = {
    order: { reflect: true },
    shown: { attribute: false },
  };
  static override styles = [
    View.styles,
    css`
      section {
        display: grid;
        gap: 0.75em;
        max-inline-size: 44em;
      }
      h2 {
        font-size: 1.25em;
      }
      h3 {
        font-size: 1em;
      }
      article {
        display: grid;
        gap: 0.4em;
        padding: 1em;
        border: 1px solid var(--_line);
        border-radius: var(--_radius);
      }
      .row {
        display: flex;
        flex-wrap: wrap;
        justify-content: space-between;
        gap: 0.25em 1em;
      }
      .status {
        font-weight: 600;
        color: var(--_accent);
      }
      .off .status,
      .off li {
        color: var(--_muted);
      }
      .row > :last-child {
        margin-inline-start: auto;
        font-variant-numeric: tabular-nums;
      }
      .sum {
        font-weight: 600;
        padding-inline: 1em;
      }
      .id {
        overflow-wrap: anywhere;
      }
    `,
  ].flat();

  declare order: string | null;
  declare shown: OrderShown | undefined;
  #news = '';

  override willUpdate(changed: PropertyValues): void {
    const before = (changed.get('shown') as OrderShown | undefined)?.order;
    const now = this.shown?.order;
    if (!before || !now) return;
    const words = orderWordsOf(this.words);
    this.#news = now.orders
      .filter(({ id, status }) => before.orders.some((o) => o.id === id && o.status !== status))
      .map((part) => words.news(part.seller_name, statusOf(part, words)))
      .join(' ');
  }

  override render(): TemplateResult {
    const words = orderWordsOf(this.words);
    const { order, link, unknown } = this.shown ?? {};
    if (unknown) return html`<p class="problem" role="alert">${words.unknown}</p>`;
    if (!order) return html`<slot></slot>`;
    return html`<section part="order" aria-labelledby="title">
      <div>
        <h2 id="title">${words.title}</h2>
        <p class="muted small id">
          ${words.placedAt(moment(order.created_at, this.words.language))}<br />${words.number(order.id)}
        </p>
      </div>
      ${order.orders.map((part) => this.#part(part, order, words))}
      <p class="row sum" part="totals">
        <span>${this.words.total}</span><span>${this.#total(order.totals, order)}</span>
      </p>
      ${
        link
          ? html`<p>
              <a part="link" href=${link} target="_blank" rel="noopener">${words.openPage}</a>
            </p>`
          : nothing
      }
      <p class="aloud" role="status">${this.#news}</p>
    </section>`;
  }

  #part(part: PartState, order: OrderState, words: OrderWords): TemplateResult {
    const off = part.status === 'rejected' || part.status === 'cancelled';
    return html`<article part="seller" class=${off ? 'off' : ''} aria-labelledby=${part.id}>
      <div class="row">
        <h3 id=${part.id}><bdi>${part.seller_name}</bdi></h3>
        <span class="status" part="status">${statusOf(part, words)}</span>
      </div>
      <ul>
        ${part.line_items.map((line) => {
          const options = line.options.map(({ value }) => value).join(', ');
          const times = words.times(quantity(line.quantity, this.words.language), line.title);
          return html`<li>
            ${times}${options ? html` <bdi class="muted small">${options}</bdi>` : nothing}
          </li>`;
        })}
      </ul>
      <p class="row">
        <span class="muted">${this.words.total}</span>
        <span>${off ? words.nothingToPay : this.#total(part.totals, order)}</span>
      </p>
    </article>`;
  }

  #total(totals: readonly Total[], { currency }: OrderState): string {
    const total = totals.find(({ type }) => type === 'total')?.amount ?? 0;
    return money(total, currency, this.words.language);
  }
}

function statusOf({ status, collected, line_items }: PartState, words: OrderWords): string {
  if (status !== 'shipped') return words.statuses[status];
  if (allServices(line_items)) return words.carriedOut;
  return collected ? words.ready : words.statuses.shipped;
}
