/** The shop's state and what can be asked of it. Knows no DOM; what it needs of the outside is handed in. */
import { cartKey, read, written, type CartStorage } from './cart-storage.ts';
import type { Core } from './core.ts';
import type { ChangesSource } from './changes.ts';
import type {
  Cart,
  CartLine,
  ChangedOffer,
  Destination,
  Quote,
  SelectedOption,
} from './contract.ts';
import type { CartAnswer, Emit, Wish } from './events.ts';
import type { OpenPage } from './open-page.ts';
import { openShop, type Shop, type ShopSource } from './open-shop.ts';
import type { followShelf } from './marginal.ts';
import { failed, orThrow, type Fault, type Result } from './result.ts';
import type { Searching, SearchWish } from './searching.ts';
import { empty, heldIn, stillOffered, titleOf, type Priced, type State } from './state.ts';
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
  emit?: Emit;
}

/** Products on the shelf at first, and with each press of "more". */
const pageSize = 24;

export class Store {
  #around: Surroundings;
  #storage: CartStorage | undefined;
  #state: State = empty;
  #listeners = new Set<(state: State) => void>();
  #core: Core | undefined;
  #opening: Promise<void> | undefined;
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

  /** Opens the shop, once; answers its core, and nothing where it cannot be opened. */
  async open(): Promise<Core | undefined> {
    if (!this.#core) await (this.#opening ?? this.load());
    return this.#core;
  }

  /** Opens the shop, also anew, and shows the first page. */
  load(): Promise<void> {
    return (this.#opening = this.#load());
  }

  async #load(): Promise<void> {
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
    if ((await this.open()) && !this.#state.priced) await this.#quote();
  }

  /** Carries out a wish; events that tell of it name `from`. */
  async ask(wish: Wish, from?: object): Promise<void> {
    switch (wish.type) {
      case 'retry':
        return this.load();
      case 'more':
        return this.#state.search ? this.#search(wish, from) : this.#more();
      case 'leave-search':
        this.#set({ search: undefined, suggested: undefined, panel: undefined });
        return this.#search(wish, from);
      case 'suggest':
      case 'search':
      case 'open-filters':
        return this.#search(wish, from);
      case 'view-product':
        return this.#viewProduct(wish.product_id, from);
      case 'close-product':
        return this.#set({ product: undefined, estimate: undefined });
      case 'add':
      case 'set':
        await this.update([wish], { relative: wish.type === 'add', from });
        return;
      case 'undo':
        if (this.#state.removed) await this.update([this.#state.removed.line], { from });
        return;
      case 'estimate':
        return this.#estimate(wish);
      case 'deliver-to': {
        const { country, postcode } = wish;
        this.#set({ destination: { country, ...(postcode ? { postcode } : {}) } });
        await this.#quote();
        return;
      }
      case 'select-option':
        this.#set({ choices: { ...this.#state.choices, [wish.group_id]: wish.option_id } });
        await this.#quote();
        return;
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
        this.#set({ panel: 'checkout', removed: undefined });
        return this.#around.emit?.(
          'vitrine:checkout:start',
          {
            cart: this.#state.cart,
            quote: this.#state.priced?.quote,
          },
          from,
        );
      case 'close-cart':
      case 'close-checkout':
      case 'close-filters':
        return this.#set({ panel: undefined, removed: undefined, taken: undefined, repriced: [] });
      case 'checkout-complete':
        this.#keep(empty.cart);
        this.#set({ removed: undefined, choices: {}, pinned: [], objective: 'cost', repriced: [] });
        this.#around.emit?.('vitrine:checkout:complete', null, from);
        return this.#replace(empty.cart);
      default:
        wish satisfies never;
    }
  }

  /** Another tab changed the stored cart (a `storage` event). */
  async storageChanged(key: string | null, text: string | null): Promise<void> {
    if (key !== null && key !== this.#key) return;
    this.#set({ removed: undefined });
    await this.#replace(read(text));
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
      change: async (offers: readonly ChangedOffer[]) => {
        await shop.change(offers);
        this.#set({ changes: this.#state.changes + 1 });
      },
      state: () => this.#state,
      set: (change: Partial<State>) => this.#set(change),
      quote: async () => void (await this.#quote()),
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

  async #search(wish: SearchWish, from?: object): Promise<void> {
    try {
      await (await this.#ready()).ask(wish, from);
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
          call: async (command, request) =>
            (await this.open())?.call(command, request) ?? failed('unavailable'),
          state: () => this.#state,
          set: (change) => this.#set(change),
          emit: (...told) => this.#around.emit?.(...told),
        }),
    );
    this.#searching.catch(() => (this.#searching = undefined));
    return this.#searching;
  }

  async #viewProduct(product_id: string, from?: object): Promise<void> {
    const core = await this.open();
    if (!core) return;
    const asked = core.call('catalog.product', { product_id });
    const promise = orThrow(asked);
    this.#around.emit?.('vitrine:product:view', { product_id, promise }, from);
    const product = await asked;
    if (!product.ok) return this.#report(product.error);
    this.#set({ product: product.value, panel: undefined, estimate: undefined });
  }

  /**
   * Gives lines these quantities, or so many more, all or none. Changes wait for each other, so that quick presses all
   * count; prices follow.
   */
  async update(
    wanted: readonly CartLine[],
    { relative = false, from }: { relative?: boolean; from?: object | undefined } = {},
  ): Promise<Result<CartAnswer>> {
    const started = this.#changes.then(() => {
      const cart = this.#stored();
      const lines = wanted.map(({ offer_id, quantity }) => {
        const present = relative ? heldIn(cart, offer_id) : 0;
        return { offer_id, quantity: Math.max(0, present + quantity) };
      });
      const change = this.#put(cart, lines);
      const answer = change.then((changed) => (changed.ok ? this.#priced(changed.value) : changed));
      this.#tellLines(lines, answer, from);
      return { change, answer };
    });
    this.#changes = started.then(({ change }) => change).catch(() => {});
    return (await started).answer;
  }

  async #put(cart: Cart, lines: CartLine[]): Promise<Result<Cart>> {
    const core = await this.open();
    const answer =
      (await core?.call('cart.update', { cart, line_items: lines })) ?? failed('unavailable');
    if (!answer.ok) {
      this.#report(answer.error);
      return answer;
    }
    const [line] = lines;
    if (line && lines.length === 1) {
      const present = heldIn(cart, line.offer_id);
      const title = titleOf(this.#state, line.offer_id);
      const more = line.quantity - present;
      this.#set({
        removed:
          line.quantity === 0 && present > 0
            ? { line: { ...line, quantity: present }, title }
            : undefined,
        added: more > 0 ? { title, quantity: more } : undefined,
      });
    }
    this.#set({ taken: undefined });
    this.#keep(answer.value);
    return answer;
  }

  /** What a change has led to. A cart that could not be priced has changed all the same. */
  async #priced(cart: Cart): Promise<Result<CartAnswer>> {
    const quote = await this.#quote();
    const priced = quote?.ok
      ? { quote: quote.value, messages: quote.value.messages }
      : { messages: [] };
    return { ok: true, value: { cart, ...priced } };
  }

  /** Prices the cart. Only the newest answer is shown. */
  async #quote(): Promise<Result<Quote> | undefined> {
    if (!this.#core) return undefined;
    const turn = ++this.#quotes;
    const { cart, choices } = this.#state;
    this.#set({ quoting: true });
    const asked = this.price(cart.line_items, optionsOf(choices));
    const quote = asked.then((priced) =>
      priced.ok ? { ok: true as const, value: priced.value.quote } : priced,
    );
    this.#around.emit?.('vitrine:quote:update', { promise: orThrow(quote) });
    const priced = await asked;
    if (turn !== this.#quotes) return quote;
    if (!priced.ok) {
      this.#set({ quoting: false, fault: priced.error });
      this.#report(priced.error);
      return quote;
    }
    this.#set({
      quoting: false,
      fault: undefined,
      priced: priced.value,
      choices: stillOffered(this.#state.choices, priced.value),
    });
    this.#note();
    await this.#findWays();
    return quote;
  }

  /** Another cart is kept already: shows, tells and prices it. */
  async #replace(cart: Cart): Promise<void> {
    this.#set({ cart });
    const answer = this.#priced(cart);
    this.#tellLines(cart.line_items, answer);
    await answer;
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
    return this.#replace(cart);
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
    const priced = await this.price([{ offer_id, quantity }]);
    if (turn === this.#estimates && this.#state.product)
      this.#set({ estimate: priced.ok ? priced.value : undefined });
  }

  /** What these lines cost where the customer is; the cart stays as it is. */
  async price(
    line_items: CartLine[],
    selected_options: SelectedOption[] = [],
    elsewhere?: Destination,
  ): Promise<Result<Priced>> {
    const core = await this.open();
    const { manifest, destination: here } = this.#state;
    const destination = elsewhere ?? here;
    if (!manifest || !core) return failed('unavailable');
    const { currency } = manifest;
    const request = { currency, destination, line_items, selected_options };
    const answer = await core.call('quote', request);
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
  }

  #tellLines(lines: CartLine[], answer: Promise<Result<CartAnswer>>, from?: object): void {
    const promise = orThrow(answer);
    this.#around.emit?.('vitrine:cart:lines-update', { lines, promise }, from);
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
