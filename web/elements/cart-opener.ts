/** The button that opens the cart, with the count of what is in it. */
import { css, html, nothing, type TemplateResult } from 'lit';
import { wish } from '../events.ts';
import type { Words } from '../messages/widget.ts';
import { units, type State } from '../state.ts';
import { bag } from './icons.ts';

export const openerStyles = css`
  .badge {
    display: grid;
    place-items: center;
    min-inline-size: 1.6em;
    block-size: 1.6em;
    padding-inline: 0.4em;
    border-radius: 99px;
    background: var(--_accent);
    color: var(--_on-accent);
    font-size: 0.8em;
    font-weight: 600;
  }
`;

export function cartOpener(state: State, words: Words): TemplateResult {
  const count = units(state);
  return html`<button
    class="button"
    part="button cart-button"
    aria-label=${words.cartButton(count)}
    aria-haspopup="dialog"
    @click=${({ currentTarget }: Event) => wish(currentTarget!, { type: 'open-cart' })}
  >
    ${bag} ${words.cart} ${count ? html`<span class="badge" part="badge">${count}</span>` : nothing}
  </button>`;
}
