import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { afterPaint } from '../after-paint.ts';
import { wishEvent, type Wish } from '../events.ts';
import { country } from '../format.ts';
import { Speaker } from '../messages/speaker.ts';
import type { Texts } from '../messages/texts.ts';
import type { Words } from '../messages/widget.ts';
import { sharedStore, siteOf, type SharedStore } from '../shared-store.ts';
import { empty, units, type State } from '../state.ts';
import { controls, followPage, tokens, wear } from '../theme.ts';
import { countryOf, sellsIn, settings } from './base.ts';
import { cartOpener, openerStyles } from './cart-opener.ts';
import { awaitsMarkup } from './own-markup.ts';
import { SearchField } from './search.ts';
import { storeStyles } from './store-styles.ts';
import type { Load, Theme, VitrineStore } from '../tags.ts';

const parts =
  'section-title,grid,card,card-featured,card-image,card-title,card-seller,card-price,unit-price,card-delivery,button,primary-button,dialog,heading,line,totals,share,share-button,qr-code,search-input';

/** Elements that are fetched when first needed. */
export type LatePart = 'vitrine-product' | 'vitrine-cart' | 'vitrine-checkout' | 'vitrine-results';

/**
 * The shop. Owns the store, hears all wishes, hands state down.
 *
 * @slot - what stands here until the shop does, and when it cannot be loaded
 */
export class StoreElement extends LitElement implements VitrineStore {
  /** Fetches and registers a part; `define.ts` knows how. */
  static summon: (part: LatePart) => Promise<unknown> = () => Promise.resolve();

  static override styles = [tokens, controls, openerStyles, storeStyles];

  static override properties = {
    ...settings,
    load: { reflect: true },
    openOnAdd: { attribute: 'open-on-add', type: Boolean, reflect: true },
    overlaysOnly: { attribute: false },
    _state: { state: true },
    _words: { state: true },
    _dark: { state: true },
    _late: { state: true },
    _offline: { state: true },
    _partFailed: { state: true },
  };

  declare site: string | null;
  /** Origin of the Vitrine server, where it is not the one that this file came from. */
  declare server: string | null;
  declare country: string | null;
  declare currency: string | null;
  declare language: string | null;
  declare theme: Theme | null;
  /** What the page says in its own words; see `Texts`. As an attribute, JSON. */
  declare texts: Texts | null | undefined;
  /** When the shop is fetched: at once, when it comes into view, or when somebody comes near it. */
  declare load: Load | null;
  /** The cart opens with everything that is added. */
  declare openOnAdd: boolean;
  /** For parts without a shop in the page: nothing but what opens over it. */
  declare overlaysOnly: boolean;
  declare private _state: State;
  declare private _words: Words | undefined;
  declare private _dark: boolean;
  declare private _late: ReadonlySet<LatePart>;
  declare private _offline: boolean;
  declare private _partFailed: boolean;
  #store: SharedStore | undefined;
  #part: (() => void) | undefined;
  #leave: AbortController | undefined;
  #speaker = new Speaker((words) => (this._words = words));

  constructor() {
    super();
    this._state = empty;
    this._late = new Set();
    this.addEventListener(wishEvent, ({ detail }) => this.#hear(detail));
    const prepare = () => void this.#prepare();
    this.addEventListener('pointerover', prepare, { once: true });
    this.addEventListener('focusin', prepare, { once: true });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#leave = new AbortController();
    const { signal } = this.#leave;
    const look = (dark: boolean): void => {
      this._dark = dark;
      this.requestUpdate(); // the page's language may be another
    };
    followPage(this, look, signal);
    const connection = (): void => void (this._offline = !navigator.onLine);
    connection();
    for (const news of ['online', 'offline']) addEventListener(news, connection, { signal });
    if (this.#store) this.#join(this.#store);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#leave?.abort();
    this.#part?.();
  }

  /** The first is a task of its own: this file has just taken one. What stands between the tags gives way at once. */
  protected override scheduleUpdate(): void | Promise<unknown> {
    if (this.hasUpdated || this.firstElementChild) return super.scheduleUpdate();
    return new Promise((later) => setTimeout(later)).then(() => super.scheduleUpdate());
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (!this.#store || changed.has('site') || changed.has('server')) this.#open();
    const { manifest, destination } = this._state;
    const country = countryOf(this);
    // At first the store has been told; later it is the page that changes its mind.
    const told = changed.has('country') || changed.has('language');
    if (this.hasUpdated && told && country && country !== destination.country)
      this.#hear({ type: 'deliver-to', country, postcode: '' });
    this.#speaker.speak(this, manifest?.language);
    wear(this, manifest?.theme);
    if (this._state.product) this.#summon('vitrine-product');
    const { panel, search } = this._state;
    if (search || panel === 'filters') this.#summon('vitrine-results');
    if (panel && panel !== 'filters') this.#summon(`vitrine-${panel}`);
  }

  override render(): TemplateResult {
    const { _state: state, _words: words } = this;
    const root = this._dark ? 'root dark' : 'root';
    const within = (content: TemplateResult): TemplateResult =>
      // Words from left to right stand at the page's own side.
      html`<div
        class=${root}
        part="root"
        lang=${words?.language ?? nothing}
        dir=${words?.direction === 'rtl' ? 'rtl' : nothing}
      >
        ${content}
      </div>`;
    const { manifest } = state;
    const strange = manifest && !sellsIn(manifest.currency, this);
    if (words && state.phase === 'ready' && !strange && !awaitsMarkup(this))
      return within(this.#shop(words));
    if (this.overlaysOnly) return html``;
    // The fallback keeps the page's own type: it stands beside the root, not in it.
    const failure = strange ? 'currency_mismatch' : state.phase === 'failed' && state.fault?.code;
    if (words && failure)
      return html`${within(this.#failure(words.loadFailed(failure), words))}<slot></slot>`;
    return html`<slot aria-busy="true">
      ${within(
        html`<div class="skeleton" role="img" aria-label=${words?.loading ?? '…'}>
            ${Array.from({ length: 12 }, () => html`<span></span>`)}
          </div>
          ${
            words && this.load === 'interaction'
              ? html`<button class="button" part="button">${words.openShop}</button>`
              : nothing
          }`,
      )}
    </slot>`;
  }

  #shop(words: Words): TemplateResult {
    const { _state: state, _late: late } = this;
    return html`${this.overlaysOnly ? nothing : this.#shelf(words)}
      <p class=${this._offline ? 'offline small' : ''} role="status">
        ${this._offline ? words.offline : nothing}
      </p>
      ${this._partFailed || state.unanswered ? this.#failure(words.partFailed, words) : nothing}
      ${
        late.has('vitrine-product')
          ? html`<vitrine-product
              .state=${state}
              .words=${words}
              exportparts=${parts}
            ></vitrine-product>`
          : nothing
      }
      ${
        late.has('vitrine-cart')
          ? html`<vitrine-cart .state=${state} .words=${words} exportparts=${parts}></vitrine-cart>`
          : nothing
      }
      ${
        late.has('vitrine-checkout')
          ? html`<vitrine-checkout
              .state=${state}
              .words=${words}
              exportparts=${parts}
            ></vitrine-checkout>`
          : nothing
      }
      <p class="aloud" role="status">
        ${state.added ? words.added(state.added.title, units(state)) : nothing}
        ${state.repriced.length > 0 ? words.repricedCart : nothing}
      </p>`;
  }

  #shelf(words: Words): TemplateResult {
    const { _state: state } = this;
    return html`<header part="header">
        <div>
          <h2 part="heading"><bdi>${state.manifest?.name}</bdi></h2>
          <p class="muted small"><bdi>${words.sellers(state.sellers.length)}</bdi></p>
        </div>
        ${cartOpener(state, words)}
      </header>
      <vitrine-search .state=${state} .words=${words} exportparts=${parts}></vitrine-search>
      <vitrine-results .state=${state} .words=${words} exportparts=${parts}>
        <vitrine-grid .state=${state} .words=${words} exportparts=${parts}></vitrine-grid>
      </vitrine-results>`;
  }

  #failure(text: string, words: Words): TemplateResult {
    return html`<div class="failure" role="alert" part="error">
      <p>${text}</p>
      <button class="button" part="button" @click=${() => this.#hear({ type: 'retry' })}>
        ${words.retry}
      </button>
    </div>`;
  }

  #open(): void {
    const name = siteOf(this) ?? { site: '', server: '' };
    this.#join(sharedStore(name, countryOf(this)));
    const open = (): void => void this.#store?.store.open();
    if (this.load === 'visible') whenSeen(this, open);
    else if (this.load !== 'interaction') open();
  }

  #join(store: SharedStore): void {
    this.#part?.();
    this.#store = store;
    const show = (): void => void (this._state = store.seenBy(this));
    show();
    this.#part = store.join(this, show, ['product', 'cart', 'checkout', 'filters']);
  }

  #hear(wish: Wish): void {
    if (wish.type === 'retry') this._partFailed = false;
    void this.#store?.hear(wish, this);
  }

  #summon(part: LatePart): void {
    if (this._late.has(part)) return;
    StoreElement.summon(part).then(
      () => (this._late = new Set(this._late).add(part)),
      () => {
        this._partFailed = true;
        this.#hear({ type: undone[part] });
      },
    );
  }

  /** Whoever comes near the shop soon wants its other parts; a finger comes near only with the press itself. */
  async #prepare(): Promise<void> {
    await afterPaint();
    for (const part of Object.keys(undone) as LatePart[]) StoreElement.summon(part).catch(() => {});
    SearchField.summon().catch(() => {});
    void this.#store?.store.prepare();
    // The first name of a country takes as long as a shelf: not while somebody waits for what they pressed.
    await afterPaint();
    country('DE', this._words?.language ?? 'en');
  }
}

/** What is taken back when a part failed to come. */
const undone = {
  'vitrine-product': 'close-product',
  'vitrine-cart': 'close-cart',
  'vitrine-checkout': 'close-checkout',
  'vitrine-results': 'leave-search',
} as const;

function whenSeen(element: Element, see: () => void): void {
  const looking = new IntersectionObserver(
    (seen) => {
      if (!seen.some(({ isIntersecting }) => isIntersecting)) return;
      looking.disconnect();
      see();
    },
    { rootMargin: '400px' },
  );
  looking.observe(element);
}
