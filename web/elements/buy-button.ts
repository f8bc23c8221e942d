import type { TemplateResult } from 'lit';
import { css, html, View } from './kit.ts';
import { OfferPart } from './offer-part.ts';
import type { VitrineBuyButton } from '../tags.ts';

/**
 * Puts an offer into the cart.
 *
 * @slot - what stands here until the button does, like a link to the offer's permalink
 * @csspart button - the button
 */
export class BuyButton extends OfferPart implements VitrineBuyButton {
  static override properties = {
    quantity: { type: Number, reflect: true },
    label: { reflect: true },
    openOnAdd: { attribute: 'open-on-add', type: Boolean, reflect: true },
  };
  static override styles = [
    View.styles,
    css`
      :host {
        display: inline-block;
      }
      button:disabled {
        cursor: default;
        opacity: 0.6;
      }
    `,
  ].flat();

  /** How many with one press; 1 by default. */
  declare quantity: number;
  /** Instead of "Add to cart". */
  declare label: string | null;
  /** The cart opens with everything that is added. */
  declare openOnAdd: boolean;

  override render(): TemplateResult {
    const { terms, words } = this;
    const none = terms === null || terms?.available === false;
    const text = none ? words.soldOut : (this.label ?? words.addToCart);
    return html`<button
      class="button primary"
      part="button"
      ?disabled=${none}
      aria-busy=${terms === undefined}
      @click=${() => this.#add()}
    >
      ${text}
    </button>`;
  }

  #add(): void {
    const offer_id = this.terms?.offer_id ?? this.offer;
    if (offer_id) this.wish({ type: 'add', offer_id, quantity: this.quantity || 1 });
  }
}
