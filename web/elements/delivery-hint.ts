import type { TemplateResult } from 'lit';
import type { Words } from '../messages/widget.ts';
import { isForServices } from '../services.ts';
import type { State } from '../state.ts';
import { comma, country, days, html, nothing } from './kit.ts';

/** What delivering this one thing alone would cost; of a service, that its giver comes. */
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
  if (!option) {
    const outside = estimate.quote.messages.some(({ code }) => code === 'outside_service_area');
    return html`<p class="hint problem small">
      ${outside ? words.outsideArea(place) : words.notDelivered(place)}
    </p>`;
  }
  const service = isForServices(option.kind);
  const missing = service ? undefined : option.missing_for_free;
  const title = service || option.kind === 'pickup' ? option.title : words.deliveryTo(place);
  const time = days(option.min_days, option.max_days, words.language);
  const price = option.amount === 0 ? words.free : money(option.amount);
  return html`<p class="hint muted small">
    ${title}: <b>${price}</b>${
      option.max_days > 0
        ? html`${comma(words.language)}${service ? words.leadTime(time) : time}`
        : nothing
    }${missing === undefined ? nothing : html`<br />${words.moreForFree(money(missing), seller.seller_name)}`}
  </p>`;
}
