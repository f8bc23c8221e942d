/** Gives a part that stands alone in a page what a shop gives to its own: a store, words, the page's light or dark. */
import type { Wish } from '../events.ts';
import type { SharedStore } from '../shared-store.ts';
import type { State } from '../state.ts';
import {
  adoptStyles,
  countryOf,
  followPage,
  sellsIn,
  sharedStore,
  siteOf,
  Speaker,
  tokens,
  wear,
  type View,
  whenOpened,
  wishEvent,
} from '../elements/kit.ts';
import { sourceOf, type Source } from './sources.ts';

const settled = new WeakSet<View>();

export function settle(part: View): void {
  if (settled.has(part)) return;
  settled.add(part);
  part.addController(new Alone(part));
}

class Alone {
  #part: View;
  #store: SharedStore | undefined;
  #source: Source | undefined;
  #connected: AbortController | undefined;
  #leave = (): void => {};
  #speaker = new Speaker((words) => {
    const root = this.#part.renderRoot as HTMLElement;
    this.#part.words = words;
    root.lang = words.language;
    root.dir = words.direction === 'rtl' ? 'rtl' : '';
    this.#show();
  });

  constructor(part: View) {
    this.#part = part;
    const { elementStyles } = part.constructor as typeof View;
    adoptStyles(part.shadowRoot!, [tokens, ...elementStyles]);
    part.addEventListener(wishEvent, (event) => {
      event.stopPropagation();
      this.#hear(event.detail);
    });
  }

  hostConnected(): void {
    const part = this.#part;
    this.#connected = new AbortController();
    const { signal } = this.#connected;
    const root = part.renderRoot as HTMLElement;
    const look = (dark: boolean): void => {
      root.classList.toggle('dark', dark);
      this.#show(); // the page's language may be another
    };
    followPage(part, look, signal);
    const told = new MutationObserver(() => (this.#isNamed() ? this.#show() : this.#open()));
    told.observe(part, { attributes: true });
    signal.addEventListener('abort', () => told.disconnect());
    if (!this.#open()) whenOpened(() => signal.aborted || this.#open());
  }

  hostDisconnected(): void {
    this.#connected?.abort();
    this.#leave();
  }

  /** Whether the store is still the one of the site that the part means. */
  #isNamed(): boolean {
    const [name, present] = [siteOf(this.#part), this.#store?.name];
    return name?.site === present?.site && name?.server === present?.server;
  }

  #open(): boolean {
    const part = this.#part;
    const name = siteOf(part);
    if (!name) return false;
    this.#leave();
    this.#store = sharedStore(name, countryOf(part));
    this.#source = sourceOf(part, this.#store, () => this.#show());
    this.#leave = this.#store.join(part, () => this.#show(), this.#source?.overlays);
    void this.#store.store.open();
    this.#show();
    return true;
  }

  #show(): void {
    const [part, store] = [this.#part, this.#store];
    if (!store) return;
    const state = store.seenBy(part);
    if (state.phase !== 'ready' || !sellsIn(state.manifest!.currency, part)) return;
    wear(part, state.manifest?.theme);
    this.#speaker.speak(part, state.manifest?.language);
    if (!part.words) return;
    part.state = this.#source?.shown(state) ?? state;
    // The fallback; a slot of the part's own stands inside of the root.
    const last = part.shadowRoot?.lastElementChild;
    if (last?.localName === 'slot') last.remove();
  }

  #hear(wish: Wish): void {
    if (!this.#source?.hear?.(wish)) void this.#store?.hear(wish, this.#part);
  }
}
