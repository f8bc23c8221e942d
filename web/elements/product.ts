import type { PropertyValues, TemplateResult } from 'lit';
import type { Offer, Product } from '../contract.ts';
import type { VitrineProduct } from '../tags.ts';
import { chosenVariant, choose, firstChoice, rankedOffers, type Choice } from '../variants.ts';
import { companionStyles } from './companions.ts';
import { Description } from './description.ts';
import { DialogView, dialogStyles } from './dialog.ts';
import { awaitsMarkup, drawn, html, nothing, View } from './kit.ts';
import type { Choosing } from './own-markup.ts';
import { companionsOf } from './product-companions.ts';
import { gallery } from './product-gallery.ts';
import { offers, type Taking } from './product-offers.ts';
import { options } from './product-options.ts';
import { productStyles } from './product-styles.ts';
import { endorsement, reviews, reviewStyles, type Said } from './reviews.ts';
import { richText, richTextStyles } from './rich-text.ts';
import { stepperStyles } from './stepper.ts';

/**
 * One product: its pictures, options, the offers of its sellers, and what delivery would cost. In a shop it opens over
 * the page; alone it stands in it.
 *
 * @slot - what stands here until the product does
 */
export class ProductView extends DialogView implements VitrineProduct {
  static override styles = [
    View.styles,
    dialogStyles,
    stepperStyles,
    productStyles,
    richTextStyles,
    companionStyles,
    reviewStyles,
  ].flat();
  static override properties = {
    product: { reflect: true },
    headingLevel: { type: Number, attribute: 'heading-level', reflect: true },
    _choice: { state: true },
    _offerId: { state: true },
    _quantity: { state: true },
    _picture: { state: true },
    _added: { state: true },
  };

  /** The product's id. */
  declare product: string | null;
  /** The level of its name among the page's headings. */
  declare headingLevel: number | null;
  declare private _choice: Choice;
  declare private _offerId: string;
  declare private _quantity: number;
  declare private _picture: number;
  declare private _added: boolean;
  #shown: Product | undefined;
  #description = new Description(this);

  override connectedCallback(): void {
    super.connectedCallback();
    View.bring('vitrine-share').catch(() => {});
  }

  protected override get open(): boolean {
    return this.state.product !== undefined;
  }

  protected override get inPage(): boolean {
    return this.alone;
  }

  protected override get heading(): string {
    return this.state.product?.title ?? '';
  }

  protected override dismiss(): void {
    this.wish({ type: 'close-product' });
  }

  override willUpdate(changed: PropertyValues): void {
    const { product, cards } = this.state;
    // One whose prices have changed keeps what was chosen.
    const known = product && product.id === this.#shown?.id && chosenVariant(product, this._choice);
    if (product && product !== this.#shown && !known) {
      const card = cards.find(({ id }) => id === product.id);
      this._picture = 0;
      this.#choose(product, firstChoice(product, card?.offer_id));
      // From one product to the next: what was pressed is gone.
      if (this.#shown && this.shadowRoot?.activeElement) void this.#begin();
    }
    // The same product opened again starts afresh.
    this.#shown = product;
    if (changed.has('state') && product && changed.get('state')?.destination !== undefined) {
      if (changed.get('state').destination !== this.state.destination) this.#estimate();
    }
  }

  override updated(changed: PropertyValues): void {
    super.updated(changed);
    // What opens over a page is not what the page is about.
    if (!this.alone) return;
    this.#description.show(this.state.product);
    const raised = (this.headingLevel ?? 3) - 3;
    for (const heading of this.shadowRoot?.querySelectorAll('h3, h4') ?? [])
      heading.ariaLevel = raised ? `${Number(heading.localName[1]) + raised}` : null;
  }

  async #begin(): Promise<void> {
    await this.updateComplete;
    this.shadowRoot!.querySelector<HTMLElement>('.name')?.focus();
  }

  #choose(product: Product, choice: Choice): void {
    this._choice = choice;
    const variant = chosenVariant(product, choice);
    this.#take(variant && rankedOffers(variant)[0], 1);
    const picture = product.images.indexOf(variant?.image ?? '');
    if (picture >= 0) this._picture = picture;
  }

  #wish(product: Product, name: string, value: string): void {
    this.#choose(product, choose(product, this._choice, name, value));
  }

  #take(offer: Offer | undefined, quantity: number): void {
    this._offerId = offer?.id ?? '';
    this._quantity = quantity;
    this._added = false;
    this.#estimate();
  }

  #estimate(): void {
    if (this._offerId)
      this.wish({ type: 'estimate', offer_id: this._offerId, quantity: this._quantity });
  }

  override render(): TemplateResult {
    return this.alone && awaitsMarkup(this) ? html`<slot></slot>` : super.render();
  }

  protected override body(): TemplateResult {
    const product = this.state.product!;
    const choosing: Choosing = {
      choice: this._choice,
      choose: (name, value) => this.#wish(product, name, value),
    };
    const own = this.alone && drawn(this, this, [product], choosing);
    if (own) return html`${own}`;
    const variant = chosenVariant(product, this._choice);
    const said = this.#said(product);
    return html`<div class="scroll">
      <div class="halves">
        ${gallery(this, product, this._picture, (at) => (this._picture = at))}
        <div class="facts">
          ${product.brand ? html`<p class="muted small">${product.brand}</p>` : nothing}
          <h3 class="name" part="title" tabindex="-1" lang=${this.state.manifest?.language ?? ''}>
            <bdi>${product.title}</bdi>
          </h3>
          ${product.rating ? html`<p class="small">${this.rating(product.rating)}</p>` : nothing}
          ${options(product, choosing, this.words)}
          ${variant ? offers(this, variant, this.#taking) : nothing} ${endorsement(said)}
          ${product.description ? richText(product.description, product.description_marks) : nothing}
          ${companionsOf(this)} ${reviews(said)}
        </div>
      </div>
    </div>`;
  }

  get #taking(): Taking {
    return {
      offer_id: this._offerId,
      quantity: this._quantity,
      isAdded: this._added,
      take: (offer, quantity) => this.#take(offer, quantity),
      add: (offer) => this.#add(offer),
    };
  }

  #said(product: Product): Said {
    return {
      words: this.words,
      product,
      said: this.state.reviews,
      money: (amount) => this.money(amount),
      sellerName: (id) => this.sellerName(id),
      more: () => this.wish({ type: 'more-reviews' }),
    };
  }

  #add(offer: Offer): void {
    this.wish({ type: 'add', offer_id: offer.id, quantity: this._quantity });
    this.#take(offer, 1);
    this._added = true;
  }
}
