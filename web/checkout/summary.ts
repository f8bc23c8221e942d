/** What it costs in all, and the button that orders exactly that. */
import type { SourcingRecord } from '../contract.ts';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { money } from '../format.ts';
import { earnings, taxNotes, totalsTable } from '../receipt.ts';
import { allServices } from '../services.ts';
import type { Page } from './fields.ts';
import { totalOf } from './state.ts';

export function summary(page: Page): TemplateResult {
  const { state, reading } = page;
  const { words, currency, language } = reading;
  const quote = state.session?.quote;
  if (!quote) return html``;
  const placing = state.phase === 'placing';
  return html`<aside class="summary" aria-labelledby="summary">
    <h2 id="summary">${words.summary}</h2>
    <ul class="per-seller">
      ${quote.sellers.map(
        (seller) =>
          html`<li>
            <bdi>${seller.seller_name}</bdi>
            <span class="figure">${money(totalOf(seller.totals), currency, language)}</span>
          </li>`,
      )}
    </ul>
    ${totalsTable(quote.totals, reading, true, allServices(quote.line_items))}
    ${taxNotes(
      quote.taxes.filter(({ included }) => included),
      reading,
    )}
    ${proof(state.session?.sourcing, page)}
    ${earnings(state.session?.shares, state.session?.site_name ?? '', reading)}
    <p class="quiet">${words.contracts(quote.sellers.length)}</p>
    <button type="submit" class="primary" aria-disabled=${placing ? 'true' : nothing}>
      ${placing ? words.placing : words.placeOrder}
    </button>
    <p class="saving quiet" role="status">${saving(state.saving, words)}</p>
  </aside>`;
}

/** What the server found when it compared the sellers itself. */
function proof(found: SourcingRecord | undefined, { state, reading }: Page) {
  const { words, currency, language } = reading;
  if (!found || found.objective !== 'cost') return nothing;
  const total = totalOf(state.session?.quote.totals ?? []);
  if (found.best < total)
    return html`<p class="quiet">
      ${words.cheaperWay(money(total - found.best, currency, language))}
    </p>`;
  return found.proof === 'optimal' && found.best === total
    ? html`<p class="quiet">${words.cheapestProved}</p>`
    : nothing;
}

function saving(
  saving: Page['state']['saving'],
  words: Page['reading']['words'],
): string | typeof nothing {
  switch (saving) {
    case 'nothing':
      return nothing;
    case 'saving':
      return words.saving;
    case 'saved':
      return words.saved;
    case 'failed':
      return words.notSaved;
  }
}
