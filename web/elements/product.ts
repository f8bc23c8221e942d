import type { PropertyValues, TemplateResult } from 'lit';
import type { Offer, Product, ProductCard, Variant } from '../contract.ts';
import { calendarDay, percent } from '../format.ts';
import {
  chosenVariant,
  choose,
  firstChoice,
  leads,
  optionGroups,
  rankedOffers,
  soldOut,
  type Choice,
} from '../variants.ts';
import { companionStyles, together } from './companions.ts';
import { Description } from './description.ts';
import { DialogView, dialogStyles } from './dialog.ts';
import { deliveryHint } from './delivery-hint.ts';
import {
  awaitsMarkup,
  drawn,
  html,
  nothing,
  pictured,
  quantityOf,
  tick,
  unitPrice,
  View,
} from './kit.ts';
import type { Choosing } from './own-markup.ts';
import { productStyles } from './product-styles.ts';
import { richText, richTextStyles } from './rich-text.ts';
import { endorsement, record, reviews, reviewStyles, type Said } from './reviews.ts';
import { stepper, stepperStyles } from './stepper.ts';
import { areaOf, isForServices } from '../services.ts';
import type { VitrineProduct } from '../tags.ts';

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
    _choice: { state: true },
    _offerId: { state: true },
    _quantity: { state: true },
    _picture: { state: true },
    _added: { state: true },
  };

  /** The product's id. */
  declare product: string | null;
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
    if (this.alone) this.#description.show(this.state.product);
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
        ${this.#gallery(product)}
        <div class="facts">
          ${product.brand ? html`<p class="muted small">${product.brand}</p>` : nothing}
          <h3 class="name" part="title" tabindex="-1" lang=${this.state.manifest?.language ?? ''}>
            <bdi>${product.title}</bdi>
          </h3>
          ${product.rating ? html`<p class="small">${this.rating(product.rating)}</p>` : nothing}
          ${this.#options(product)} ${variant ? this.#offers(variant) : nothing}
          ${endorsement(said)}
          ${product.description ? richText(product.description, product.description_marks) : nothing}
          ${this.#together()} ${reviews(said)}
        </div>
      </div>
    </div>`;
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

  #together(): TemplateResult {
    const { words } = this;
    return together({
      words,
      ...(this.state.companions ?? { products: [], presented: [] }),
      price: (card) => {
        const price = `${card.price_varies ? `${words.from} ` : ''}${this.money(card.price)}`;
        const { kind, unit_pricing } = card;
        if (kind !== 'service' || !unit_pricing) return price;
        return unitPrice(unit_pricing, words, (amount) => this.money(amount));
      },
      giver: (card) => this.#giver(card),
      add: (offer_id) => this.wish({ type: 'add', offer_id, quantity: 1 }),
      picture: (image) => this.sizesOf(image).split(' ')[0] || this.picture(image),
      view: (product_id) => this.wish({ type: 'view-product', product_id }),
    });
  }

  /** Who gives a service, and where, if that is the same for all that they give. */
  #giver({ seller_ids: [id = ''] }: ProductCard): string {
    const { words } = this;
    const profiles = this.state.sellers
      .find((seller) => seller.id === id)
      ?.shipping_profiles?.filter(({ methods }) => methods.some(({ kind }) => isForServices(kind)));
    const area = profiles?.length === 1 ? areaOf(profiles[0]!, words.language) : '';
    const by = words.offeredBy(this.sellerName(id));
    return area ? `${by} · ${words.offeredIn(area)}` : by;
  }

  #gallery({ images, title }: Product): TemplateResult {
    const shown = images[this._picture] ?? images[0];
    return html`<div class="gallery">
      <div class="frame">
        ${
          shown
            ? html`<img
                srcset=${this.sizesOf(shown)}
                src=${this.picture(shown)}
                sizes="(max-width: 40em) 100vw, 32em"
                @load=${pictured}
                @error=${pictured}
                alt=${title}
                width="800"
                height="800"
              />`
            : nothing
        }
      </div>
      ${
        images.length > 1
          ? html`<ul class="thumbs" aria-label=${this.words.pictures}>
              ${images.map(
                (image, index) =>
                  html`<li>
                    <button
                      aria-label=${this.words.picture(index + 1)}
                      aria-current=${index === this._picture}
                      @click=${() => (this._picture = index)}
                    >
                      <img
                        src=${this.sizesOf(image).split(' ')[0] || this.picture(image)}
                        @load=${pictured}
                        @error=${pictured}
                        alt=""
                        width="96"
                        height="96"
                      />
                    </button>
                  </li>`,
              )}
            </ul>`
          : nothing
      }
    </div>`;
  }

  #options(product: Product): TemplateResult[] {
    return optionGroups(product, this._choice).map(({ name, values }) =>
      values.length === 1
        ? html`<p class="fixed">${name} <bdi>${this._choice[name]}</bdi></p>`
        : html`<fieldset>
            <legend>${name} <bdi>${this._choice[name]}</bdi></legend>
            <div class="values">
              ${values.map(
                ({ value, available }) =>
                  html`<label class=${available ? 'value' : 'value none'}>
                    <input
                      type="radio"
                      name=${`option ${name}`}
                      .checked=${this._choice[name] === value}
                      ?disabled=${!available && this._choice[name] !== value && !leads(product, this._choice, name, value)}
                      @change=${() => this.#wish(product, name, value)}
                    />
                    <span><bdi>${value}</bdi></span>
                    ${available ? nothing : html`<span class="aloud">, ${this.words.unavailable}</span>`}
                  </label>`,
              )}
            </div>
          </fieldset>`,
    );
  }

  #offers(variant: Variant): TemplateResult {
    const { words } = this;
    const offers = rankedOffers(variant);
    const offer = offers.find(({ id }) => id === this._offerId) ?? offers[0];
    if (!offer) return html`<p class="muted">${words.soldOut}</p>`;
    const [held, none] = [quantityOf(this.state, offer.id), soldOut(offer)];
    const room = offer.stock === undefined ? undefined : Math.max(0, offer.stock - held);
    return html`
      ${offers.length > 1 ? this.#sellers(offers, offer) : this.#onlySeller(offer)}
      ${none ? nothing : deliveryHint(this.state, words, (amount) => this.money(amount))}
      ${offer.kind === 'service' ? this.#area(offer) : nothing}
      <div class="buy">
        ${stepper({
          words,
          label: words.quantity,
          value: this._quantity,
          limit: room,
          set: (quantity) => this.#take(offer, quantity),
        })}
        <button
          class="button primary"
          part="button primary-button"
          ?disabled=${none || room === 0}
          @click=${() => this.#add(offer)}
        >
          ${none ? this.#none(offer) : words.addToCart}
        </button>
      </div>
      <p class="limit muted small" role="status">
        ${offer.stock && this._quantity >= room! ? words.limitReached(offer.stock) : nothing}
      </p>
      <p class="done" role="status">
        ${
          this._added
            ? html`${tick} ${words.addedShort}
                <button class="link" @click=${() => this.wish({ type: 'open-cart' })}>
                  ${words.viewCart}
                </button>`
            : held
              ? html`<span class="muted small">${words.inCart(held)}</span>`
              : nothing
        }
      </p>
      <vitrine-share
        .state=${this.state}
        .words=${words}
        .lines=${[{ offer_id: offer.id, quantity: this._quantity }]}
        exportparts="button,share,share-button,qr-code"
      ></vitrine-share>
      ${this.#seller(offer)}
    `;
  }

  /** Where its giver offers a service. */
  #area({ seller_id, shipping_profile_id }: Offer): TemplateResult | typeof nothing {
    const seller = this.state.sellers.find(({ id }) => id === seller_id);
    const profile = seller?.shipping_profiles?.find(({ id }) => id === shipping_profile_id);
    if (!profile) return nothing;
    const area = areaOf(profile, this.words.language);
    return html`<p class="muted small">
      ${area ? this.words.offeredIn(area) : this.words.offeredEverywhere}
    </p>`;
  }

  /** Who sells it, and how it is taken back: to be known before the purchase. */
  #seller({ seller_id }: Offer): TemplateResult | typeof nothing {
    const seller = this.state.sellers.find(({ id }) => id === seller_id);
    const kept = this.state.reviews?.sellers.find((each) => each.seller_id === seller_id);
    if (!seller || !(kept || seller.address || seller.email || seller.return_terms)) return nothing;
    const { name, address, email, return_terms } = seller;
    const shown = (count: number): string => percent(count * 10_000, this.words.language);
    return html`<details class="small">
      <summary>${this.words.aboutSeller(name)}</summary>
      ${kept ? record(kept, this.words, shown) : nothing}
      ${address ? html`<p><bdi>${address}</bdi></p>` : nothing}
      ${email ? html`<p><a href="mailto:${email}">${email}</a></p>` : nothing}
      ${
        return_terms
          ? html`<h4>${this.words.returns}</h4>
              <p dir="auto">${return_terms}</p>`
          : nothing
      }
    </details>`;
  }

  #add(offer: Offer): void {
    this.wish({ type: 'add', offer_id: offer.id, quantity: this._quantity });
    this.#take(offer, 1);
    this._added = true;
  }

  #onlySeller(offer: Offer): TemplateResult {
    return html`<div class="offer only">
      <span>
        ${this.words[offer.kind === 'service' ? 'offeredBy' : 'soldBy'](this.sellerName(offer.seller_id))}
        <span class="muted small">${this.#stock(offer)}</span>
      </span>
      <span class="amount"
        ><strong>${this.money(offer.price)}</strong>${this.unitPrice(offer.unit_pricing)}</span
      >
    </div>`;
  }

  #sellers(offers: Offer[], chosen: Offer): TemplateResult {
    return html`<fieldset>
      <legend>${this.words.offersTitle}</legend>
      <div class="offers">
        ${offers.map(
          (offer) =>
            html`<label class="offer">
              <input
                type="radio"
                name="offer"
                .checked=${offer === chosen}
                ?disabled=${soldOut(offer)}
                @change=${() => this.#take(offer, this._quantity)}
              />
              <span>
                ${this.sellerName(offer.seller_id)}
                <span class="muted small">${this.#stock(offer)}</span>
              </span>
              <span class="amount"
                ><strong>${this.money(offer.price)}</strong
                >${this.unitPrice(offer.unit_pricing)}</span
              >
            </label>`,
        )}
      </div>
    </fieldset>`;
  }

  /** Why there is none of it: it is sold out, or its seller is away. */
  #none({ seller_id }: Offer): string {
    const { words, state } = this;
    const card = state.manifest?.sellers.find(({ id }) => id === seller_id);
    if (card?.back_on === undefined) return words.soldOut;
    return card.back_on ? words.backOn(calendarDay(card.back_on, words.language)) : words.away;
  }

  #stock(offer: Offer): string {
    const { stock } = offer;
    if (stock === 0) return this.#none(offer);
    if (stock !== undefined && stock <= 5) return this.words.left(stock);
    return offer.kind === 'service' ? this.words.service : this.words.inStock;
  }
}
