import { html, nothing, type TemplateResult } from 'lit';
import type { ShelfLayout } from '../contract.ts';
import { country } from '../format.ts';
import { controls } from '../theme.ts';
import { View } from './base.ts';
import { cardOf } from './card.ts';
import { gridStyles } from './grid-styles.ts';
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
  static override styles = [controls, gridStyles];

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
    const { sections = [], featured = [] } = this.#layout ?? {};
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
            own.map((each) => cardOf(this, each, featured.includes(each.id), titled))
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
}
