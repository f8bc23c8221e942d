import type { TemplateResult } from 'lit';
import { cartOpener, css, openerStyles, View } from './kit.ts';

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
    openerStyles,
    css`
      :host {
        display: inline-block;
      }
    `,
  ].flat();

  override render(): TemplateResult {
    return cartOpener(this.state, this.words);
  }
}
