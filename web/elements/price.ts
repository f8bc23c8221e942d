import type { TemplateResult } from 'lit';
import { css, html, nothing, View } from './kit.ts';
import { OfferPart } from './offer-part.ts';

/**
 * What an offer costs, or from what on a product does, as the page's text has it.
 *
 * @slot - what stands here until the price does
 * @csspart price - the price
 * @csspart unit-price - what a kilogram, a litre or the like of it costs
 */
export class Price extends OfferPart {
  static override styles = [
    View.styles,
    css`
      :host {
        display: inline;
      }
      .root {
        display: inline;
        color: inherit;
        font: inherit;
      }
    `,
  ].flat();

  override render(): TemplateResult {
    const { terms, words } = this;
    if (!terms) return html`<slot></slot>`;
    return html`<span part="price"
        >${terms.varies ? html`${words.from} ` : nothing}${this.money(terms.price)}</span
      >${terms.unit_pricing ? html` ${this.unitPrice(terms)}` : nothing}`;
  }
}
