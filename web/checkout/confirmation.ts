/** After the order: its number, what each seller sends, and the way back to it. */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { lineRow, totalsTable, wishedDays } from '../receipt.ts';
import { allServices } from '../services.ts';
import type { Page } from './fields.ts';
import { canLeave, leave } from './parent.ts';

export function confirmation({ state, reading }: Page): TemplateResult {
  const { words } = reading;
  const session = state.session;
  if (!session) return html``;
  const { quote, order } = session;
  return html`<section class="confirmation" aria-labelledby="thanks">
    <h1 id="thanks" tabindex="-1">${words.thanks}</h1>
    <p>${words.thanksText(quote.sellers.length)}</p>
    ${
      order
        ? html`<div class="order-link">
            <p>
              <span class="quiet">${words.orderNumber}</span><br />
              <strong class="figure number">${order.order_group_id}</strong>
            </p>
            <p>
              <a
                class="primary"
                href=${`${order.url}#language=${encodeURIComponent(reading.language)}`}
                target="_blank"
                rel="noopener noreferrer"
                >${words.openOrder}<span class="hidden"> ${words.opensNewTab}</span></a
              >
            </p>
            <p class="quiet">${words.keepLink}</p>
          </div>`
        : nothing
    }
    ${quote.sellers.map((seller) => {
      const offers = new Set(seller.groups.flatMap(({ offer_ids }) => offer_ids));
      const lines = quote.line_items.filter(({ offer_id }) => offers.has(offer_id));
      const name = `of-${seller.seller_id}`;
      return html`<article class="card" aria-labelledby=${name}>
        <h2 id=${name}><bdi>${seller.seller_name}</bdi></h2>
        <ul class="lines">
          ${lines.map((line) => lineRow(line, reading, wishedDays(line, session, reading)))}
        </ul>
        ${totalsTable(seller.totals, reading, false, allServices(lines))}
      </article>`;
    })}
    ${totalsTable(quote.totals, reading, true, allServices(quote.line_items))}
    ${
      canLeave
        ? html`<button type="button" class="secondary wide" @click=${leave}>
            ${words.continueReading}
          </button>`
        : nothing
    }
  </section>`;
}
