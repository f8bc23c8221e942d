/** The price of a product in its list: set in place where its seller sells wholesale, with what may be asked. */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { live } from 'lit/directives/live.js';
import type { FoundProduct, FoundRetail, Money } from '../../contract.ts';
import { minor, money, typed } from '../../format.ts';
import type { PresenterWords } from '../../messages/presenter.ts';
import type { Place } from '../place.ts';
import { call } from '../requests.ts';
import { may } from '../rights.ts';
import { boundsText, isMoved } from './moved.ts';

export class RetailCell {
  /** What is wrong with a field, by product. */
  private readonly faults = new Map<string, string>();

  constructor(
    private readonly place: Place,
    private readonly words: PresenterWords,
    private readonly site_id: string,
    private readonly changed: (product: FoundProduct) => Promise<void>,
  ) {}

  draw(product: FoundProduct): TemplateResult {
    const { price, currency, retail } = product;
    const { language } = this.place;
    if (!retail || !may(this.place.member, 'POST /v1/presenter/sites/{site_id}/retail_prices'))
      return html`${money(price, currency, language)}`;
    const words = this.words.prices;
    const id = `retail-${product.id}`;
    const fault = this.faults.get(product.id);
    return html`<span class="in-place retail">
      <strong>${money(price, currency, language)}</strong>
      <input
        id=${id}
        dir="ltr"
        inputmode="decimal"
        autocomplete="off"
        maxlength="16"
        aria-label=${words.yoursOf(product.title)}
        aria-invalid=${fault ? 'true' : nothing}
        aria-describedby="${id}-bounds${fault ? ` ${id}-fault` : ''}"
        placeholder=${typed(price, currency)}
        .value=${live(fault ? (this.standing(id) ?? '') : own(retail, currency))}
        @change=${(event: Event) => this.enter(product, retail, event.currentTarget as HTMLInputElement)}
      />
      <span class="quiet" id="${id}-bounds"
        >${boundsText(retail.bounds, this.words, currency, language)}${
          isMoved(retail.fit) ? html` · <strong>${words.fits[retail.fit]}</strong>` : nothing
        }</span
      >
      ${fault ? html`<span class="error" id="${id}-fault">${fault}</span>` : nothing}
    </span>`;
  }

  private enter(product: FoundProduct, retail: FoundRetail, field: HTMLInputElement): void {
    const text = field.value.trim();
    const { currency } = product;
    const amount = minor(text, currency);
    this.faults.delete(product.id);
    if (text === own(retail, currency)) return this.place.redraw();
    if (text !== '' && amount === undefined) {
      this.faults.set(product.id, this.words.prices.notPrice);
      return this.place.redraw();
    }
    void this.save(product, retail, amount === undefined ? undefined : { amount, currency });
  }

  /** No price: the seller's own again, or what the margin for all makes. */
  private async save(
    product: FoundProduct,
    { bounds }: FoundRetail,
    price: Money | undefined,
  ): Promise<void> {
    const { place, words } = this;
    const answer = await call('POST /v1/presenter/sites/{site_id}/retail_prices', {
      member: place.member.owner,
      params: { site_id: this.site_id },
      body: { product_id: product.id, ...(price ? { price } : {}) },
    });
    if (answer.ok) {
      await this.changed(product);
      place.announce(words.prices.saved(product.title));
      return;
    }
    const show = (amount: number) => money(amount, product.currency, place.language);
    const { lowest, highest } = bounds;
    const why =
      price && price.amount < lowest
        ? words.prices.tooLow(show(lowest))
        : price && highest !== undefined && price.amount > highest
          ? words.prices.tooHigh(show(highest))
          : place.explain(answer.error);
    this.faults.set(product.id, why);
    place.announce(`${product.title}: ${why}`);
    place.redraw();
  }

  /** What stands in a field that is wrong stays there to be corrected. */
  private standing(id: string): string | undefined {
    return (document.getElementById(id) as HTMLInputElement | null)?.value;
  }
}

/** The product's own price as people type it; empty: it has none. */
const own = ({ own: set, wish }: FoundRetail, currency: string): string =>
  set && wish.price !== undefined ? typed(wish.price, currency) : '';
