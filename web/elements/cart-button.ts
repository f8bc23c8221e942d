import type { TemplateResult } from 'lit';
import { bag, css, html, nothing, units, View } from './kit.ts';

/**
 * Opens the cart, and says how much is in it.
 *
 * @slot - what stands here until the button does
 * @csspart cart-button - the button
 * @csspart badge - the count of what is in the cart
 */
export class CartButton extends View {
  static override styles = [
    View.styles,
    css`
      :host {
        display: inline-block;
      }
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
    `,
  ].flat();

  override render(): TemplateResult {
    const { words } = this;
    const count = units(this.state);
    return html`<button
      class="button"
      part="button cart-button"
      aria-label=${words.cartButton(count)}
      aria-haspopup="dialog"
      @click=${() => this.wish({ type: 'open-cart' })}
    >
      ${bag} ${words.cart}
      ${count ? html`<span class="badge" part="badge">${count}</span>` : nothing}
    </button>`;
  }
}
