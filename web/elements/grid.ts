import { css, html, nothing, type TemplateResult } from 'lit';
import type { ProductCard, ShelfLayout } from '../contract.ts';
import { country } from '../format.ts';
import { quantityOf } from '../state.ts';
import { controls } from '../theme.ts';
import { pictured, View } from './base.ts';
import { awaitsMarkup, drawn } from './own-markup.ts';
import type { VitrineGrid } from '../tags.ts';

/**
 * The shelf: a card for each product. Alone in a page it shows the site's own shelf and what is searched there, or, by
 * its attributes, goods of its own.
 *
 * @slot - what stands here until the goods do
 */
export class Grid extends View implements VitrineGrid {
  static override properties = {
    query: { reflect: true },
    filters: { reflect: true },
    limit: { type: Number, reflect: true },
  };
  static override styles = [
    controls,
    css`
      .cards {
        display: grid;
        /* Two columns on a telephone, three in a blog's column, four across a page. */
        grid-template-columns: repeat(
          auto-fill,
          minmax(min(var(--vitrine-column, clamp(11.5em, 22%, 16em)), 50% - var(--_gap) / 2), 1fr)
        );
        gap: calc(var(--_gap) * 1.6) var(--_gap);
      }
      li {
        position: relative;
        display: flex;
        flex-direction: column;
        min-inline-size: 0;
        container-type: inline-size;
      }
      .section.section {
        margin-block-end: 0.9em;
        font-size: 1.2em;
        font-weight: 600;
      }
      .cards + * {
        margin-block-start: 2em;
      }
      .featured {
        grid-column: span 2;
      }
      .frame {
        overflow: hidden;
        border-radius: var(--_radius);
        background: var(--_tile);
        aspect-ratio: var(--vitrine-image-ratio, 1);
        margin-block-end: 0.8em;
      }
      .featured .frame {
        aspect-ratio: 2;
      }
      img {
        display: block;
        inline-size: 100%;
        block-size: 100%;
        object-fit: var(--vitrine-image-fit, cover);
        transition:
          scale 0.6s cubic-bezier(0.2, 0.7, 0.2, 1),
          opacity 0.3s;
      }
      li:hover img {
        scale: 1.03;
      }
      img {
        filter: var(--_dim, none);
      }
      .gone img {
        opacity: 0.5;
      }
      h3 {
        font-weight: 500;
      }
      h3 button::after {
        content: '';
        position: absolute;
        inset: 0;
        border-radius: var(--_radius);
      }
      h3 button {
        max-inline-size: 100%;
        font-weight: inherit;
        overflow-wrap: anywhere;
        hyphens: auto;
      }
      h3 button:focus-visible {
        outline: none;
      }
      h3 button:focus-visible::after {
        outline: 2px solid var(--_accent);
        outline-offset: 4px;
      }
      li:hover h3 button {
        text-decoration: underline;
        text-decoration-thickness: 1px;
        text-underline-offset: 0.2em;
      }
      .buy {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: 0.4em 0.5em;
        margin-block-start: auto;
        padding-block-start: 0.6em;
      }
      .button {
        position: relative;
        min-block-size: 2.2em;
        padding: 0.2em 0.9em;
        font-size: 0.9em;
      }
      @container (max-width: 12em) {
        .buy {
          flex-direction: column;
          align-items: stretch;
        }
        .buy .price {
          white-space: normal;
        }
      }
      .held {
        color: var(--_accent);
        border-color: currentColor;
      }
      .price {
        font-weight: 600;
        white-space: nowrap;
      }
      .price span {
        font-weight: 400;
      }
      .unit {
        display: block;
      }
      .about {
        margin-block-end: 1.2em;
      }
      .gain {
        color: var(--_accent);
      }
      .gain span {
        display: block;
      }
      .more {
        display: grid;
        justify-items: center;
        gap: 0.6em;
        margin-block-start: 2.5em;
      }
      @media (pointer: coarse) {
        .button {
          min-block-size: 2.75em;
        }
      }
    `,
  ];

  /** Shows what a search for this finds. */
  declare query: string | null;
  /** Like `categories=Beds|Soil; price_max=5000; available`; prices are minor units. */
  declare filters: string | null;
  /** The most to be shown. */
  declare limit: number | null;

  override render(): TemplateResult {
    const { cards, total } = this.state;
    const { host } = this.getRootNode() as ShadowRoot;
    if (total < 0 || (this.alone && awaitsMarkup(this))) return html`<slot></slot>`;
    if (total === 0) return html`<p class="muted">${this.words.noProducts}</p>`;
    return html`
      ${this.#about()}
      ${this.#sections(drawn(this, this.alone ? this : (host as HTMLElement), cards))}
      ${
        cards.length < total
          ? html`<div class="more">
              <button class="button" part="button" @click=${() => this.wish({ type: 'more' })}>
                ${this.words.more}
              </button>
              <span class="muted small">${this.words.shown(cards.length, total)}</span>
            </div>`
          : nothing
      }
    `;
  }

  /** How the presenter has divided the shelf; what was searched is not. */
  get #layout(): ShelfLayout | undefined {
    const { manifest, search } = this.state;
    return search || this.query || this.filters ? undefined : manifest?.layout;
  }

  /** `slots`: where the page's own markup of each card stands, if it has any. */
  #sections(slots?: TemplateResult[]): TemplateResult[] {
    const { cards } = this.state;
    const { sections = [] } = this.#layout ?? {};
    const titled = sections.some(({ title }) => title);
    const others = { title: titled ? this.words.others : '', count: Infinity };
    let at = 0;
    return [...sections, others].flatMap(({ title, count }) => {
      const own = cards.slice(at, at + count);
      const ownSlots = slots?.slice(at, at + count);
      at += count;
      if (own.length === 0) return [];
      return html`${
          title ? html`<h3 class="section" part="section-title"><bdi>${title}</bdi></h3>` : nothing
        }
        <ul class="cards" part="grid" role="list">
          ${
            ownSlots?.map((slot) => html`<li part="card">${slot}</li>`) ??
            own.map((card) => this.#card(card, titled))
          }
        </ul>`;
    });
  }

  /** What the prices hold, and the place that delivery is worked out for. */
  #about(): TemplateResult {
    const { words } = this;
    const { sellers, notes, destination } = this.state;
    const taxed = sellers.filter(({ prices_include_tax }) => prices_include_tax !== false).length;
    const place = (): string => country(destination.country, words.language);
    return html`<p class="about muted small">
      ${taxed === sellers.length ? words.withTax : taxed ? words.someTax : words.withoutTax}
      ${notes ? words.assumed(place()) : nothing}
    </p>`;
  }

  /** What those who bought it and the site's owner say of it, in short. */
  #praise({ id, rating }: ProductCard): TemplateResult {
    const { recommended } = this.state.manifest ?? {};
    const isRecommended = recommended?.product_ids.includes(id);
    return html`${rating ? html`<p class="small" part="card-rating">${this.rating(rating)}</p>` : nothing}
    ${
      isRecommended
        ? html`<p class="small" part="card-rating">
            ${this.words.recommendedBy(recommended!.presenter_name)}
          </p>`
        : nothing
    }`;
  }

  /** What adding it does to the delivery of the cart. */
  #note({ offer_id, kind }: ProductCard): TemplateResult | typeof nothing {
    const note = this.state.notes?.get(offer_id);
    if (!note) return nothing;
    const { amount, seller, missing } = note;
    const says = kind === 'service' && note.says !== 'saving' ? 'visitCost' : note.says;
    const gains = says === 'fits' || says === 'saving';
    return html`<p class="${gains ? 'gain' : 'muted'} small" part="card-delivery">
      ${this.words[says](this.money(amount), seller)}${
        missing === undefined
          ? nothing
          : html`<span class="muted">${this.words.moreForFree(this.money(missing), seller)}</span>`
      }
    </p>`;
  }

  #card(card: ProductCard, inSection: boolean): TemplateResult {
    const view = (): void => this.wish({ type: 'view-product', product_id: card.id });
    const [first = '', ...others] = card.seller_ids;
    const featured = this.#layout?.featured.includes(card.id);
    const kind = `${card.available ? '' : 'gone'} ${featured ? 'featured' : ''}`;
    return html`<li class=${kind} part=${featured ? 'card card-featured' : 'card'}>
      <div class="frame" part="card-image">
        ${
          card.image
            ? html`<img
                srcset=${this.sizesOf(card.image)}
                src=${this.picture(card.image)}
                sizes=${featured ? '(max-width: 40em) 100vw, 32em' : '(max-width: 40em) 50vw, 16em'}
                @load=${pictured}
                @error=${pictured}
                alt=""
                width="480"
                height="480"
                loading="lazy"
                decoding="async"
              />`
            : nothing
        }
      </div>
      <h3
        part="card-title"
        aria-level=${inSection ? 4 : nothing}
        lang=${this.state.manifest?.language ?? ''}
      >
        <button @click=${view}><bdi>${card.title}</bdi></button>
      </h3>
      <p class="muted small" part="card-seller">
        ${card.kind === 'service' ? `${this.words.service} · ` : nothing}<bdi
          >${
            others.length > 0
              ? this.words.moreSellers(card.seller_ids.length)
              : this.sellerName(first)
          }</bdi
        >
      </p>
      ${this.#praise(card)} ${this.#note(card)}
      <div class="buy">
        <p class="price" part="card-price">
          ${card.price_varies ? html`<span class="muted small">${this.words.from}</span> ` : nothing}${this.money(card.price)}${this.unitPrice(card.unit_pricing)}
        </p>
        ${this.#action(card, view)}
      </div>
    </li>`;
  }

  #action(card: ProductCard, view: () => void): TemplateResult {
    const { words } = this;
    if (!card.available) return html`<span class="muted small">${words.soldOut}</span>`;
    if (card.variant_count > 1)
      return html`<button
        class="button"
        part="button"
        aria-label=${words.chooseNamed(card.title)}
        @click=${view}
      >
        ${words.choose}
      </button>`;
    const held = quantityOf(this.state, card.offer_id);
    return html`<button
      class=${held ? 'button held' : 'button'}
      part="button"
      aria-label=${held ? `${words.inCart(held)}. ${words.addNamed(card.title)}` : words.addNamed(card.title)}
      @click=${() => this.wish({ type: 'add', offer_id: card.offer_id, quantity: 1 })}
    >
      ${held ? words.inCart(held) : words.add}
    </button>`;
  }
}
