import type { TemplateResult } from 'lit';
import type { Words } from '../messages/widget.ts';
import type { State } from '../state.ts';
import { country, days, html, nothing } from './kit.ts';

/** What delivering this one thing alone would cost. */
export function deliveryHint(
  { estimate, destination }: State,
  words: Words,
  money: (amount: number) => string,
): TemplateResult {
  const seller = estimate?.quote.sellers[0];
  const group = seller?.groups[0];
  const place = country(destination.country, words.language);
  // The place is kept while the answer is on its way, so that nothing jumps.
  if (!estimate || !seller || !group) return html`<p class="hint muted small">&nbsp;</p>`;
  const option = group.options.find(({ id }) => id === group.selected_option_id);
  if (!option) return html`<p class="hint problem small">${words.notDelivered(place)}</p>`;
  const missing = option.missing_for_free;
  const title = option.kind === 'pickup' ? option.title : words.deliveryTo(place);
  const price = option.amount === 0 ? words.free : money(option.amount);
  return html`<p class="hint muted small">
    ${title}: <b>${price}</b>${
      option.max_days > 0
        ? html`, ${days(option.min_days, option.max_days, words.language)}`
        : nothing
    }${missing === undefined ? nothing : html`<br />${words.moreForFree(money(missing), seller.seller_name)}`}
  </p>`;
}
