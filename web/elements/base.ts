/** What all elements have in common: state and words come down, wishes go up. */
import {
  html,
  LitElement,
  nothing,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import type { StarRating, UnitPricing } from '../contract.ts';
import { wish, type GuideWish, type Wish } from '../events.ts';
import { money, stars } from '../format.ts';
import type { Texts } from '../messages/texts.ts';
import type { Words } from '../messages/widget.ts';
import { units, type State } from '../state.ts';
import { perBase, unitPrice } from '../unit-price.ts';
import { controls } from '../theme.ts';
import type { Theme, VitrineElement } from '../tags.ts';

export { initial, pictured } from './pictured.ts';

/** Where to deliver, as the page has it: the country that it names, or else that of its language (`de-AT`). */
export function countryOf({ country, language }: VitrineElement): string | undefined {
  const named = country || /-([a-z]{2})\b/i.exec(language ?? '')?.[1];
  return /^[a-z]{2}$/i.test(named ?? '') ? named!.toUpperCase() : undefined;
}

const mismatches = new WeakMap<Element, string>();

/** Whether a site's currency is the one that the page expects of an element; if not, the page is told once. */
export function sellsIn(currency: string, element: VitrineElement): boolean {
  const expected = element.currency?.toUpperCase();
  if (!expected || expected === currency) return true;
  if (mismatches.get(element) !== expected) {
    mismatches.set(element, expected);
    console.error(
      `${element.localName}: currency="${expected}", but the site sells in ${currency}`,
    );
    const detail = { code: 'currency_mismatch', path: 'currency' };
    element.dispatchEvent(
      new CustomEvent('vitrine:error', { detail, bubbles: true, composed: true }),
    );
  }
  return false;
}

/** What every element that stands in a page can be told. */
export const settings: PropertyDeclarations = {
  site: { reflect: true },
  server: { reflect: true },
  country: { reflect: true },
  currency: { reflect: true },
  language: { reflect: true },
  theme: { reflect: true },
  texts: { type: Object },
};

/** A part of a shop. In a shop it is handed state and words; alone in a page it is settled with a store of its own. */
export abstract class View extends LitElement implements VitrineElement {
  static override styles = [controls];
  static settle: (part: View) => void = () => {};
  /** Fetches and registers a part that stands in this one. */
  static bring: (part: 'vitrine-share' | 'vitrine-order') => Promise<unknown> = () =>
    Promise.resolve();

  static override properties: PropertyDeclarations = {
    ...settings,
    state: { attribute: false },
    words: { attribute: false },
  };

  declare state: State;
  declare words: Words;
  /** The site whose goods these are; the only one of the page need not be named. */
  declare site: string | null;
  /** Origin of the Vitrine server, where it is not the one that this file came from. */
  declare server: string | null;
  /** Where to deliver, ISO 3166-1 alpha-2, until the customer says another. */
  declare country: string | null;
  /** What the page expects prices in. */
  declare currency: string | null;
  declare language: string | null;
  declare theme: Theme | null;
  /** What the page says in its own words; see `Texts`. As an attribute, JSON. */
  declare texts: Texts | null | undefined;
  protected alone = false;

  override connectedCallback(): void {
    const { host } = this.getRootNode() as Partial<ShadowRoot>;
    this.alone = host?.localName !== 'vitrine-store';
    super.connectedCallback();
    if (this.alone) View.settle(this);
  }

  /** Alone, a part has the root around it that a shop has, and shows what the page put into it until it is settled. */
  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const shadow = super.createRenderRoot();
    if (!this.alone) return shadow;
    const root = document.createElement('div');
    root.className = 'root';
    shadow.append(root, document.createElement('slot'));
    return root;
  }

  protected override shouldUpdate(_changed: PropertyValues): boolean {
    return this.state !== undefined;
  }

  wish(detail: Wish | GuideWish): void {
    wish(this, detail);
  }

  money(amount: number): string {
    return money(amount, this.state.manifest?.currency ?? 'EUR', this.words.language);
  }

  /**
   * What a kilogram, a litre or the like of it costs, where the seller says how much it is. Stands behind its price:
   * where both are the same, only what that is for.
   */
  unitPrice({
    price,
    unit_pricing: pricing,
  }: {
    price: number;
    unit_pricing?: UnitPricing | undefined;
  }): TemplateResult | typeof nothing {
    if (!pricing) return nothing;
    if (pricing.amount === price)
      return html`<span class="muted small" part="unit-price"
        >${perBase(pricing, this.words)}</span
      >`;
    const text = unitPrice(pricing, this.words, (amount) => this.money(amount));
    return html`<span class="muted small unit" part="unit-price">${text}</span>`;
  }

  /** The stars that buyers gave, as a number beside one star. */
  rating(rating: StarRating | undefined): TemplateResult | typeof nothing {
    if (!rating) return nothing;
    const mean = stars(rating.mean, this.words.language);
    return html`<span class="rating" role="img" aria-label=${this.words.rated(mean, rating.count)}
      >★ ${mean} <span class="muted">(${rating.count})</span></span
    >`;
  }

  sellerName(id: string): string {
    return this.state.sellers.find((seller) => seller.id === id)?.name ?? '';
  }

  /** Catalogues may name pictures relative to themselves. */
  picture(path: string): string {
    const base = this.state.manifest?.catalog_url;
    return URL.canParse?.(path, base) === false ? '' : new URL(path, base).href;
  }

  /** For `srcset`: the sizes that the server has made (its `pictureWidths`), the smallest first; of links elsewhere none. */
  sizesOf(path: string): string {
    const stem = /^.+\/v1\/media\/\w+\.(?=1280\.webp$)/.exec(this.picture(path))?.[0];
    return stem ? [320, 640, 1280].map((width) => `${stem}${width}.webp ${width}w`).join() : '';
  }

  /** Tells changes of the cart to those who do not see them. */
  protected status(): TemplateResult {
    const { added, removed } = this.state;
    const text = removed
      ? this.words.removed(removed.title, units(this.state))
      : added
        ? this.words.added(added.title, units(this.state))
        : '';
    return html`<p class="aloud" role="status">${text}</p>`;
  }
}
