import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { wishEvent, type Wish } from '../events.ts';
import { inEnglish, speak } from '../messages/speak.ts';
import { spokenOf } from '../messages/speech.ts';
import type { Texts } from '../messages/texts.ts';
import type { Words } from '../messages/widget.ts';
import { onStorage, openStore } from '../open-store.ts';
import { empty, units, type State } from '../state.ts';
import type { Store } from '../store.ts';
import { controls, onDark, tokens } from '../theme.ts';
import { bag } from './icons.ts';
import { SearchField } from './search.ts';

const parts =
  'grid,card,card-image,card-title,card-seller,card-price,card-delivery,button,primary-button,dialog,heading,line,totals,search-input';

/** Elements that are fetched when first needed. */
export type LatePart = 'vitrine-product' | 'vitrine-cart' | 'vitrine-checkout' | 'vitrine-results';

/**
 * The shop. Owns the store, hears all wishes, hands state down.
 *
 * @slot - what stands here until the shop does, and when it cannot be loaded
 */
export class StoreElement extends LitElement {
  /** Fetches and registers a part; `define.ts` knows how. */
  static summon: (part: LatePart) => Promise<unknown> = () => Promise.resolve();

  static override styles = [
    tokens,
    controls,
    css`
      :host {
        display: block;
        margin-block: 2.5em;
      }
      :host([hidden]) {
        display: none;
      }
      header {
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: 1em;
        padding-block: 0.9em;
        margin-block-end: 1.75em;
        border-block: 1px solid var(--_line);
      }
      header h2 {
        font-size: 1.1em;
      }
      .badge {
        display: grid;
        place-items: center;
        min-inline-size: 1.6em;
        block-size: 1.6em;
        padding-inline: 0.4em;
        border-radius: 99px;
        background: var(--_accent);
        color: var(--_on-accent);
        font-size: 0.8em;
        font-weight: 600;
      }
      .skeleton {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(clamp(8em, 22%, 16em), 1fr));
        gap: var(--_gap);
      }
      .skeleton span {
        aspect-ratio: 0.75;
        border-radius: var(--_radius);
        background: var(--_tile);
        animation: breathe 1.6s ease-in-out infinite alternate;
      }
      .failure {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: 1em;
        margin-block: 1em;
        padding: 1em 1.25em;
        border: 1px solid var(--_line);
        border-inline-start: 3px solid var(--_danger);
        border-radius: var(--_radius);
      }
      .offline {
        margin-block-end: 1.5em;
        padding: 0.6em 1em;
        border-inline-start: 3px solid var(--_muted);
        background: var(--_tile);
      }
      @keyframes breathe {
        to {
          opacity: 0.5;
        }
      }
    `,
  ];

  static override properties = {
    site: {},
    server: {},
    country: {},
    language: {},
    theme: {},
    texts: { type: Object },
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
  declare language: string | null;
  declare theme: 'light' | 'dark' | 'auto' | null;
  /** What the page says in its own words; see `Texts`. As an attribute, JSON. */
  declare texts: Texts | null | undefined;
  declare private _state: State;
  declare private _words: Words | undefined;
  declare private _dark: boolean;
  declare private _late: ReadonlySet<LatePart>;
  declare private _offline: boolean;
  declare private _partFailed: boolean;
  #store: Store | undefined;
  #leave: AbortController | undefined;
  #language = '';

  constructor() {
    super();
    this._state = empty;
    this._late = new Set();
    this.addEventListener(wishEvent, ({ detail }) => this.#hear(detail));
    const prepare = () => this.#prepare();
    this.addEventListener('pointerover', prepare, { once: true });
    this.addEventListener('focusin', prepare, { once: true });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#leave = new AbortController();
    const { signal } = this.#leave;
    const look = (): void => {
      this._dark = this.theme === 'dark' || (this.theme !== 'light' && onDark(this));
      this.toggleAttribute('data-dark', this._dark); // for themes
    };
    look();
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', look, { signal });
    const switches = new MutationObserver(() => {
      look();
      this.requestUpdate(); // the page's language may be another
    });
    for (const node of [document.documentElement, document.body, this])
      switches.observe(node, {
        attributeFilter: ['class', 'lang', 'style', 'theme', 'data-theme'],
      });
    signal.addEventListener('abort', () => switches.disconnect());
    const connection = (): void => void (this._offline = !navigator.onLine);
    connection();
    for (const news of ['online', 'offline']) addEventListener(news, connection, { signal });
    this.#store?.follow();
    onStorage((key, text) => void this.#store?.storageChanged(key, text), signal);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#leave?.abort();
    this.#store?.close();
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (!this.#store || changed.has('site') || changed.has('server')) this.#open();
    const { manifest, destination } = this._state;
    const country = countryOf(this.country);
    if (changed.has('country') && country && manifest && country !== destination.country)
      this.#hear({ type: 'deliver-to', country, postcode: '' });
    const language = spokenOf([
      this.language,
      (this.closest<HTMLElement>('[lang]') ?? document.documentElement).lang,
      ...navigator.languages,
      manifest?.language,
    ]);
    if (language !== this.#language || changed.has('texts')) void this.#speak(language);
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
    if (words && state.phase === 'ready') return within(this.#shop(words));
    // The fallback keeps the page's own type: it stands beside the root, not in it.
    if (words && state.phase === 'failed')
      return html`${within(this.#failure(words.loadFailed(state.fault!.code), words))}<slot
        ></slot>`;
    return html`<slot aria-busy="true">
      ${within(
        html`<div class="skeleton" role="img" aria-label=${words?.loading ?? '…'}>
          ${[1, 2, 3, 4].map(() => html`<span></span>`)}
        </div>`,
      )}
    </slot>`;
  }

  #shop(words: Words): TemplateResult {
    const { _state: state, _late: late } = this;
    const count = units(state);
    return html`
      <header part="header">
        <div>
          <h2 part="heading"><bdi>${state.manifest?.name}</bdi></h2>
          <p class="muted small"><bdi>${words.sellers(state.sellers.length)}</bdi></p>
        </div>
        <button
          class="button"
          part="button cart-button"
          aria-label=${words.cartButton(count)}
          aria-haspopup="dialog"
          @click=${() => this.#hear({ type: 'open-cart' })}
        >
          ${bag} ${words.cart}
          ${count ? html`<span class="badge" part="badge">${count}</span>` : nothing}
        </button>
      </header>
      <p class=${this._offline ? 'offline small' : ''} role="status">
        ${this._offline ? words.offline : nothing}
      </p>
      ${this._partFailed ? this.#failure(words.partFailed, words) : nothing}
      <vitrine-search .state=${state} .words=${words} exportparts=${parts}></vitrine-search>
      <vitrine-results .state=${state} .words=${words} exportparts=${parts}>
        <vitrine-grid .state=${state} .words=${words} exportparts=${parts}></vitrine-grid>
      </vitrine-results>
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
        ${state.added ? words.added(state.added.title, count) : nothing}
        ${state.repriced.length > 0 ? words.repricedCart : nothing}
      </p>
    `;
  }

  #failure(text: string, words: Words): TemplateResult {
    return html`<div class="failure" role="alert" part="error">
      <p>${text}</p>
      <button class="button" part="button" @click=${() => this.#hear({ type: 'retry' })}>
        ${words.retry}
      </button>
    </div>`;
  }

  /** Words that cannot be fetched leave English. */
  async #speak(language: string): Promise<void> {
    this.#language = language;
    const words = await speak(language, this.texts).catch(() => inEnglish('en'));
    if (language === this.#language) this._words = words;
  }

  #open(): void {
    const store = openStore({
      server: this.server,
      site: this.site ?? '',
      country: countryOf(this.country),
      emit: (name, detail) =>
        this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true })),
    });
    this.#store?.close();
    this.#store = store;
    this._state = store.state;
    store.subscribe((state) => {
      if (this.#store === store) this._state = state;
    });
    void store.load();
  }

  #hear(wish: Wish): void {
    if (wish.type === 'retry') this._partFailed = false;
    // A part that failed to come is asked for again; the shop itself stands already.
    if (wish.type === 'retry' && this._state.phase === 'ready') return;
    void this.#store?.ask(wish);
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

  /** Whoever comes near the shop soon wants its other parts. */
  #prepare(): void {
    for (const part of Object.keys(undone) as LatePart[]) StoreElement.summon(part).catch(() => {});
    SearchField.summon().catch(() => {});
    void this.#store?.prepare();
  }
}

/** What is taken back when a part failed to come. */
const undone = {
  'vitrine-product': 'close-product',
  'vitrine-cart': 'close-cart',
  'vitrine-checkout': 'close-checkout',
  'vitrine-results': 'leave-search',
} as const;

const countryOf = (text: string | null): string | undefined =>
  /^[a-z]{2}$/i.test(text ?? '') ? text!.toUpperCase() : undefined;
