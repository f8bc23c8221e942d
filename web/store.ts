/** The shop's state and what can be asked of it. Knows no DOM; what it needs of the outside is handed in. */
import { cartKey, read, written, type CartStorage } from './cart-storage.ts';
import type { Core } from './core.ts';
import type { ChangesSource } from './changes.ts';
import type { Cart, CartLine, SelectedOption } from './contract.ts';
import type { StoreEvents, Wish } from './events.ts';
import type { OpenPage } from './open-page.ts';
import { openShop, type Shop, type ShopSource } from './open-shop.ts';
import { failed, type Fault, type Result } from './result.ts';
import type { followShelf } from './marginal.ts';
import type { Searching, SearchWish } from './searching.ts';
import { empty, stillOffered, titleOf, type Priced, type State } from './state.ts';
import { findWays, optionsOf } from './ways.ts';

export interface Surroundings extends ShopSource {
  country?: string | undefined;
  storage?: CartStorage | undefined;
  /** Fetches what is needed to search. */
  loadSearching: () => Promise<{ Searching: typeof Searching }>;
  /** Fetches what says on cards how an offer changes the cart's delivery. */
  loadMarginal?: () => Promise<{ followShelf: typeof followShelf }>;
  /** Hears of changed offers until the signal. */
  follow?: (source: ChangesSource, page: OpenPage, signal: AbortSignal) => void;
  emit?: <K extends keyof StoreEvents>(name: K, detail: StoreEvents[K]) => void;
}

/** Products on the shelf at first, and with each press of "more". */
const pageSize = 24;

export class Store {
  #around: Surroundings;
  #storage: CartStorage | undefined;
  #state: State = empty;
  #listeners = new Set<(state: State) => void>();
  #core: Core | undefined;
  #searching: Promise<Searching> | undefined;
  #noting: Promise<void> | undefined;
  #shop: Shop | undefined;
  #following: AbortController | undefined;
  #changes: Promise<unknown> = Promise.resolve();
  #quotes = 0;
  #estimates = 0;
  #key: string;
  #near = false;

  constructor(around: Surroundings) {
    this.#around = around;
    this.#storage = around.storage;
    this.#key = cartKey(around.server, around.site);
    this.#state = { ...empty, cart: this.#stored() };
  }

  get state(): State {
    return this.#state;
  }

  subscribe(listener: (state: State) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Opens the shop and shows the first page. */
  async load(): Promise<void> {
    this.#set({ phase: 'loading', fault: undefined });
    const shop = await openShop(this.#around).catch(() => failed('unavailable'));
    if (!shop.ok) return this.#fail(shop.error);
    const { manifest, core } = shop.value;
    const [page, sellers] = await Promise.all([
      core.call('catalog.products', { offset: 0, limit: pageSize }),
      core.call('catalog.sellers', {}),
    ]);
    if (!page.ok) return this.#fail(page.error);
    if (!sellers.ok) return this.#fail(sellers.error);
    this.#core = core;
    this.#shop = shop.value;
    this.follow();
    const { destination } = this.#state;
    const country = destination.country || this.#around.country || manifest.country;
    this.#set({
      phase: 'ready',
      manifest,
      destination: { ...destination, country },
      cards: page.value.products,
      total: page.value.total,
      sellers: sellers.value.sellers,
    });
    // An empty cart has no price worth the whole core, until someone comes near.
    if (this.#near || this.#state.cart.line_items.length > 0) await this.#quote();
  }

  /** Somebody comes near the shop: the first pricing brings what later ones need, also without a network. */
  async prepare(): Promise<void> {
    if (this.#near) return;
    this.#near = true;
    this.#ready().catch(() => {}); // the first search tries again
    this.#around.loadMarginal?.().catch(() => {}); // and the first pricing
    if (this.#core && !this.#state.priced) await this.#quote();
  }

  async ask(wish: Wish): Promise<void> {
    switch (wish.type) {
      case 'retry':
        return this.load();
      case 'more':
        return this.#state.search ? this.#search(wish) : this.#more();
      case 'leave-search':
        this.#set({ search: undefined, suggested: undefined, panel: undefined });
        return this.#search(wish);
      case 'suggest':
      case 'search':
      case 'open-filters':
        return this.#search(wish);
      case 'view-product':
        return this.#viewProduct(wish.product_id);
      case 'close-product':
        return this.#set({ product: undefined, estimate: undefined });
      case 'add':
        return this.#change(wish.offer_id, (present) => present + wish.quantity);
      case 'set':
        return this.#change(wish.offer_id, () => wish.quantity);
      case 'undo':
        return this.#undo();
      case 'estimate':
        return this.#estimate(wish);
      case 'deliver-to': {
        const { country, postcode } = wish;
        this.#set({ destination: { country, ...(postcode ? { postcode } : {}) } });
        return this.#quote();
      }
      case 'select-option':
        this.#set({ choices: { ...this.#state.choices, [wish.group_id]: wish.option_id } });
        return this.#quote();
      case 'take': {
        const { cart, choices, objective } = this.#state;
        const { line_items, selected_options } = wish.choice;
        this.#set({ taken: { cart, choices, objective }, removed: undefined });
        return this.#resource(
          { line_items },
          Object.fromEntries(selected_options.map((o) => [o.group_id, o.option_id])),
          wish.choice.objective,
        );
      }
      case 'untake': {
        const { taken } = this.#state;
        this.#set({ taken: undefined });
        if (taken) await this.#resource(taken.cart, taken.choices, taken.objective);
        return;
      }
      case 'pin': {
        const others = this.#state.pinned.filter((id) => id !== wish.offer_id);
        this.#set({ pinned: wish.pinned ? [...others, wish.offer_id] : others });
        return this.#findWays();
      }
      case 'open-cart':
        this.#set({ panel: 'cart', product: undefined, estimate: undefined });
        return this.#findWays();
      case 'checkout':
        return this.#set({ panel: 'checkout', removed: undefined });
      case 'close-cart':
      case 'close-checkout':
      case 'close-filters':
        return this.#set({ panel: undefined, removed: undefined, taken: undefined, repriced: [] });
      case 'checkout-complete':
        this.#keep({ line_items: [] });
        this.#set({ removed: undefined, choices: {}, pinned: [], objective: 'cost', repriced: [] });
        this.#around.emit?.('vitrine:checkout:complete', null);
        return this.#quote();
      default:
        wish satisfies never;
    }
  }

  /** Another tab changed the stored cart (a `storage` event). */
  async storageChanged(key: string | null, text: string | null): Promise<void> {
    if (key !== null && key !== this.#key) return;
    this.#set({ cart: read(text), removed: undefined });
    this.#tellLines();
    await this.#quote();
  }

  /** Ends what goes on by itself. */
  close(): void {
    this.#following?.abort();
  }

  /** Hears of changed prices and stocks; also after `close`. */
  follow(): void {
    if (!this.#shop) return;
    this.close();
    this.#following = new AbortController();
    const { manifest, ...shop } = this.#shop;
    const { server, site, follow } = this.#around;
    const source = {
      url: `${server}/v1/sites/${encodeURIComponent(site)}/changes`,
      version: manifest.catalog_version,
      missed: () => this.load(),
    };
    const page = {
      ...shop,
      state: () => this.#state,
      set: (change: Partial<State>) => this.#set(change),
      quote: () => this.#quote(),
    };
    follow?.(source, page, this.#following.signal);
  }

  async #more(): Promise<void> {
    const { cards } = this.#state;
    const page = await this.#core?.call('catalog.products', {
      offset: cards.length,
      limit: pageSize,
    });
    // A second press before the answer must not show a page twice.
    if (page?.ok && this.#state.cards === cards)
      this.#set({ cards: [...cards, ...page.value.products] });
    else if (page && !page.ok) this.#report(page.error);
  }

  async #search(wish: SearchWish): Promise<void> {
    try {
      await (await this.#ready()).ask(wish);
    } catch {
      this.#report(failed('unavailable').error);
    }
  }

  /** What searches, fetched with the first call; after a failure the next one tries again. */
  #ready(): Promise<Searching> {
    this.#searching ??= this.#around.loadSearching().then(
      ({ Searching }) =>
        new Searching({
          pageSize,
          call: (command, request) => this.#core!.call(command, request),
          state: () => this.#state,
          set: (change) => this.#set(change),
          emit: (name, detail) => this.#around.emit?.(name, detail),
        }),
    );
    this.#searching.catch(() => (this.#searching = undefined));
    return this.#searching;
  }

  async #viewProduct(product_id: string): Promise<void> {
    const product = await this.#core?.call('catalog.product', { product_id });
    if (!product) return;
    if (!product.ok) return this.#report(product.error);
    this.#set({ product: product.value, panel: undefined, estimate: undefined });
    this.#around.emit?.('vitrine:product:view', { product_id });
  }

  /** Changes wait for each other, so that quick presses all count; prices follow. */
  async #change(offer_id: string, to: (present: number) => number): Promise<void> {
    const change = this.#changes.then(async () => {
      const cart = this.#stored();
      const present = cart.line_items.find((line) => line.offer_id === offer_id)?.quantity ?? 0;
      const quantity = Math.max(0, to(present));
      const line = { offer_id, quantity };
      const answer = await this.#core?.call('cart.update', { cart, line_items: [line] });
      if (!answer) return false;
      if (!answer.ok) {
        this.#report(answer.error);
        return false;
      }
      const title = titleOf(this.#state, offer_id);
      this.#set({
        removed:
          quantity === 0 && present > 0
            ? { line: { ...line, quantity: present }, title }
            : undefined,
        added: quantity > present ? { title, quantity: quantity - present } : undefined,
        taken: undefined,
      });
      this.#keep(answer.value);
      return true;
    });
    this.#changes = change.catch(() => {});
    if (await change) await this.#quote();
  }

  async #undo(): Promise<void> {
    const { removed } = this.#state;
    if (removed) await this.#change(removed.line.offer_id, () => removed.line.quantity);
  }

  /** Prices the cart. Only the newest answer counts. */
  async #quote(): Promise<void> {
    const turn = ++this.#quotes;
    const { cart, choices } = this.#state;
    const selected_options = optionsOf(choices);
    this.#set({ quoting: true });
    const priced = await this.#price(cart.line_items, selected_options);
    if (turn !== this.#quotes) return;
    if (!priced) return this.#set({ quoting: false });
    if (!priced.ok) {
      this.#set({ quoting: false, fault: priced.error });
      return this.#report(priced.error);
    }
    this.#set({
      quoting: false,
      fault: undefined,
      priced: priced.value,
      choices: stillOffered(this.#state.choices, priced.value),
    });
    this.#around.emit?.('vitrine:quote:update', { quote: priced.value.quote });
    this.#note();
    await this.#findWays();
  }

  /** From the first thing in the cart on; after a failure the next pricing tries again. */
  #note(): void {
    if (this.#state.cart.line_items.length === 0 || this.#noting) return;
    this.#noting = this.#around.loadMarginal?.().then(
      ({ followShelf }) =>
        followShelf({
          call: (command, request) => this.#core!.call(command, request),
          state: () => this.#state,
          set: (change) => this.#set(change),
          subscribe: (listener) => void this.subscribe(listener),
        }),
      () => (this.#noting = undefined),
    );
  }

  /** The same things of other sellers. */
  async #resource(
    cart: Cart,
    choices: State['choices'],
    objective: State['objective'],
  ): Promise<void> {
    this.#set({ choices, objective });
    this.#keep(cart);
    return this.#quote();
  }

  /** Only what can be seen is sought; what was found for another cart is not shown. */
  async #findWays(): Promise<void> {
    if (this.#state.panel !== 'cart' || !this.#core) return;
    const turn = this.#quotes;
    const ways = await findWays(this.#core, this.#state);
    if (turn === this.#quotes && ways !== this.#state.ways) this.#set({ ways });
  }

  async #estimate({ offer_id, quantity }: CartLine): Promise<void> {
    const turn = ++this.#estimates;
    const priced = await this.#price([{ offer_id, quantity }], []);
    if (turn === this.#estimates && this.#state.product)
      this.#set({ estimate: priced?.ok ? priced.value : undefined });
  }

  async #price(
    line_items: CartLine[],
    selected_options: SelectedOption[],
  ): Promise<Result<Priced> | undefined> {
    const { manifest, destination } = this.#state;
    if (!manifest || !this.#core) return undefined;
    const { currency } = manifest;
    const request = { currency, destination, line_items, selected_options };
    const answer = await this.#core.call('quote', request);
    return answer.ok
      ? { ok: true, value: { line_items, selected_options, quote: answer.value } }
      : answer;
  }

  /** Storage, not memory, is what tabs share; so each change starts from there. */
  #stored(): Cart {
    try {
      if (this.#storage) return read(this.#storage.getItem(this.#key));
    } catch {
      this.#storage = undefined;
    }
    return this.#state.cart;
  }

  #keep(cart: Cart): void {
    this.#set({ cart });
    try {
      if (cart.line_items.length > 0) this.#storage?.setItem(this.#key, written(cart));
      else this.#storage?.removeItem(this.#key);
    } catch {
      this.#storage = undefined; // full or forbidden: the cart lives as long as the page
    }
    this.#tellLines();
  }

  #tellLines(): void {
    const { line_items } = this.#state.cart;
    this.#around.emit?.('vitrine:cart:lines-update', { line_items });
  }

  #fail(fault: Fault): void {
    this.#set({ phase: 'failed', fault });
    this.#report(fault);
  }

  #report(fault: Fault): void {
    this.#around.emit?.('vitrine:error', fault);
  }

  #set(change: Partial<State>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener(this.#state);
  }
}
