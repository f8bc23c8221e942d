/** The stores of a page, one for each site: whatever shows a site shares its cart. */
import type { Emit, Wish } from './events.ts';
import { onStorage, openStore, ownServer } from './open-store.ts';
import type { State } from './state.ts';
import type { Store } from './store.ts';

/** What opens over the page. */
export type Overlay = 'product' | 'cart' | 'checkout' | 'filters';

const opens: Partial<Record<Wish['type'], Overlay>> = {
  'view-product': 'product',
  'open-cart': 'cart',
  'open-filters': 'filters',
  checkout: 'checkout',
};

/** Which site of which server. */
export interface SiteName {
  site: string;
  server: string;
}

interface Member {
  show: () => void;
  overlays: readonly Overlay[];
}

export class SharedStore {
  readonly store: Store;
  readonly name: SiteName;
  #members = new Map<HTMLElement, Member>();
  /** Where overlays open: in the element that was asked last, or the one that it leads to. */
  #host: HTMLElement | undefined;
  #leave: AbortController | undefined;

  constructor(name: SiteName, country: string | undefined) {
    this.name = name;
    this.store = openStore({
      ...name,
      country,
      emit: this.tell,
    });
    this.store.subscribe(({ phase }) => {
      if (phase === 'ready') ready();
      this.#members.forEach(({ show }) => show());
    });
  }

  /** Sends an event from the element that asked, or else from the first that shows the site. */
  readonly tell: Emit = (event, detail, from) => {
    const [first] = this.#members.keys();
    const asked = from instanceof Element && from.isConnected ? from : undefined;
    (asked ?? first ?? document).dispatchEvent(
      new CustomEvent(event, { detail, bubbles: true, composed: true }),
    );
  };

  /** Has `show` called with every change until the returned function is; `overlays` can open in the element. */
  join(element: HTMLElement, show: () => void, overlays: readonly Overlay[] = []): () => void {
    if (this.#members.size === 0) {
      this.#leave = new AbortController();
      onStorage((...change) => void this.store.storageChanged(...change), this.#leave.signal);
      this.store.follow();
    }
    this.#members.set(element, { show, overlays });
    return () => {
      this.#members.delete(element);
      if (this.#members.size > 0) return;
      this.#leave?.abort();
      this.store.close();
    };
  }

  /** The state as an element shows it: overlays open in one place only. */
  seenBy(element: Element): State {
    const { state } = this.store;
    return element === this.#host ? state : { ...state, panel: undefined, product: undefined };
  }

  async hear(wish: Wish, from: HTMLElement): Promise<void> {
    const overlay = opens[wish.type];
    if (overlay) this.#host = this.#hostOf(overlay, from);
    // Also where no shop stands in the page, something tells aloud what was added.
    else if (wish.type === 'add') this.#hostOf('checkout', from);
    await this.store.ask(wish, from);
    if (wish.type === 'add' && opensOnAdd(from, this.#members.keys()))
      await this.hear({ type: 'open-cart' }, from);
  }

  /** The element itself, else what shows least beside it, else a shop that has overlays only. */
  #hostOf(overlay: Overlay, from: HTMLElement): HTMLElement {
    if (this.#members.get(from)?.overlays.includes(overlay)) return from;
    const [host] = [...this.#members]
      .filter(([, { overlays }]) => overlays.includes(overlay))
      .sort(([, a], [, b]) => a.overlays.length - b.overlays.length);
    if (host) return host[0];
    const stage = document.createElement('vitrine-store');
    Object.assign(stage, this.name, { overlaysOnly: true });
    for (const name of ['language', 'theme'])
      stage.setAttribute(name, from.getAttribute(name) ?? '');
    document.body.append(stage);
    return stage;
  }
}

let ready: () => void;
/** Resolves once the first shop of the page is open. */
export const whenReady = new Promise<void>((resolve) => (ready = resolve));

/** The open ones, the first that was opened first. */
export const stores = new Map<string, SharedStore>();
const waiting = new Set<() => void>();

/** The store of a site, opened with the first call. */
export function sharedStore(name: SiteName, country?: string): SharedStore {
  const key = `${name.server} ${name.site}`;
  let store = stores.get(key);
  if (!store) {
    stores.set(key, (store = new SharedStore(name, country)));
    for (const look of [...waiting]) look();
  } else if (country && !store.store.state.destination.country)
    void store.store.ask({ type: 'deliver-to', country, postcode: '' });
  return store;
}

/** Calls `look` with every store that opens, until it answers true. */
export function whenOpened(look: () => boolean): void {
  const again = (): void => void (look() && waiting.delete(again));
  waiting.add(again);
}

/** The site that an element names, or stands in, or the only one that the page names. */
export function siteOf(element: Element): SiteName | undefined {
  const own = nameOf(element) ?? nameOf(element.closest('[data-vitrine-site]'));
  if (own) return own;
  const named = [...document.querySelectorAll('[site], [data-vitrine-site]')].flatMap(
    (each) => nameOf(each) ?? [],
  );
  const [first = onlyOpen()] = named;
  return named.every(({ site }) => site === first?.site) ? first : undefined;
}

function onlyOpen(): SiteName | undefined {
  const [name, ...others] = [...stores.values()].map((store) => store.name).filter(hasSite);
  return others.length === 0 ? name : undefined;
}

const hasSite = ({ site }: SiteName): boolean => site !== '';

function nameOf(element: Element | null): SiteName | undefined {
  const ours = element?.localName.startsWith('vitrine-') ? '' : 'data-vitrine-';
  // What a script has set stands in the attribute only after the next update.
  const read = (name: 'site' | 'server'): string | null | undefined =>
    (element as Partial<SiteName> | null)?.[name] || element?.getAttribute(ours + name);
  const site = read('site');
  return site ? { site, server: read('server') || ownServer } : undefined;
}

function opensOnAdd(from: HTMLElement, members: Iterable<HTMLElement>): boolean {
  return [from, ...members].some((element) => element.hasAttribute('open-on-add'));
}
