/** The shop's state and what can be asked of it. Knows no DOM; what it needs of the outside is handed in. */
import type { CartStorage } from './cart-storage.ts';
import { CustomersCart } from './cart.ts';
import type { ChangesSource } from './changes.ts';
import type {
  CartLine,
  ChangedOffer,
  Destination,
  ProductReviews,
  RelatedList,
  SelectedOption,
} from './contract.ts';
import type { Core } from './core.ts';
import type { CartAnswer, Emit, Wish } from './events.ts';
import type { Inside } from './inside.ts';
import type { OpenPage } from './open-page.ts';
import { openShop, type Shop, type ShopSource } from './open-shop.ts';
import { Pricing, type LoadMarginal } from './pricing.ts';
import { failed, orThrow, type Fault, type Result } from './result.ts';
import type { readRelated, readReviews } from './reviews.ts';
import type { Searching, SearchWish } from './searching.ts';
import { empty, pageSize, type Priced, type State } from './state.ts';

export type Surroundings = ShopSource & {
  country?: string | undefined;
  storage?: CartStorage | undefined;
  /** Fetches what is needed to search. */
  loadSearching: () => Promise<{ Searching: typeof Searching }>;
  /** Fetches what says on cards how an offer changes the cart's delivery. */
  loadMarginal?: LoadMarginal;
  /** Fetches what reads reviews, and what goes with a product. */
  loadReviews?: () => Promise<{
    readReviews: typeof readReviews;
    readRelated: typeof readRelated;
  }>;
  /** Hears of changed offers until the signal. */
  follow?: (source: ChangesSource, page: OpenPage, signal: AbortSignal) => void;
  emit?: Emit;
};

export class Store {
  #around: Surroundings;
  #state: State = empty;
  #listeners = new Set<(state: State) => void>();
  #shop: Shop | undefined;
  #opening: Promise<void> | undefined;
  #inside: Inside;
  #pricing: Pricing;
  #cart: CustomersCart;
  #searching: Promise<Searching> | undefined;
  #following: AbortController | undefined;
  #near = false;

  constructor(around: Surroundings) {
    this.#around = around;
    this.#inside = {
      state: () => this.#state,
      set: (change) => this.#set(change),
      subscribe: (listener) => this.subscribe(listener),
      open: () => this.open(),
      call: async (command, request) =>
        (await this.open())?.call(command, request) ?? failed('unavailable'),
      emit: (...told) => around.emit?.(...told),
      report: (fault) => this.#report(fault),
    };
    this.#pricing = new Pricing(this.#inside, around.loadMarginal);
    this.#cart = new CustomersCart(this.#inside, this.#pricing, around);
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
    if (!this.#shop) await (this.#opening ?? this.load());
    return this.#shop?.core;
  }

  /** Opens the shop, also anew, and shows the first page. */
  load(): Promise<void> {
    return (this.#opening = this.#load());
  }

  async #load(): Promise<void> {
    this.#set({ phase: 'loading', fault: undefined });
    const shop = await openShop(this.#around).catch(() => failed('unavailable'));
    if (!shop.ok) return this.#fail(shop.error);
    const { manifest } = (this.#shop = shop.value);
    this.follow();
    const { destination } = this.#state;
    const country = destination.country || this.#around.country || manifest.country;
    this.#set({
      phase: 'ready',
      manifest,
      destination: { ...destination, country },
      cards: manifest.shelf.products,
      total: manifest.shelf.total,
      sellers: manifest.sellers,
    });
    // An empty cart has no price worth the core, until someone comes near.
    if (this.#near || this.#state.cart.line_items.length > 0) await this.#pricing.quote();
  }

  /** Somebody comes near the shop: the first pricing brings what later ones need, also without a network. */
  async prepare(): Promise<void> {
    if (this.#near) return;
    this.#near = true;
    this.#ready().catch(() => {}); // the first search tries again
    this.#around.loadMarginal?.().catch(() => {}); // and the first pricing
    if ((await this.open()) && !this.#state.priced) await this.#pricing.quote();
  }

  /** Carries out a wish; events that tell of it name `from`. */
  async ask(wish: Wish, from?: object): Promise<void> {
    if (this.#state.unanswered) this.#set({ unanswered: false });
    switch (wish.type) {
      case 'retry':
        if (this.#state.phase === 'failed') return this.load();
        await this.#pricing.quote();
        return;
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
      case 'more-reviews':
        return this.#readReviews();
      case 'close-product':
        return this.#set({ product: undefined, estimate: undefined });
      case 'add':
      case 'set':
        await this.update([wish], { relative: wish.type === 'add', from });
        return;
      case 'undo':
        return this.#cart.undo(from);
      case 'estimate':
        return this.#pricing.estimate(wish);
      case 'deliver-to': {
        const { country, postcode } = wish;
        this.#set({ destination: { country, ...(postcode ? { postcode } : {}) } });
        await this.#pricing.quote();
        return;
      }
      case 'select-option':
        return this.#pricing.selectOption(wish.group_id, wish.option_id);
      case 'take':
        return this.#cart.take(wish.choice);
      case 'untake':
        return this.#cart.untake();
      case 'pin':
        return this.#pricing.pin(wish.offer_id, wish.pinned);
      case 'open-cart':
        this.#set({ panel: 'cart', product: undefined, estimate: undefined });
        return this.#pricing.findWays();
      case 'checkout': {
        this.#set({ panel: 'checkout', removed: undefined });
        const { cart, priced } = this.#state;
        return this.#around.emit?.('vitrine:checkout:start', { cart, quote: priced?.quote }, from);
      }
      case 'close-cart':
      case 'close-checkout':
      case 'close-filters':
        return this.#set({ panel: undefined, removed: undefined, taken: undefined, repriced: [] });
      case 'checkout-complete':
        return this.#cart.bought(wish.order, from);
      default:
        wish satisfies never;
    }
  }

  /** See `CustomersCart`. */
  update(
    lines: readonly CartLine[],
    how?: { relative?: boolean; from?: object | undefined },
  ): Promise<Result<CartAnswer>> {
    return this.#cart.update(lines, how);
  }

  /** See `Pricing`. */
  price(
    lines: CartLine[],
    options?: SelectedOption[],
    elsewhere?: Destination,
  ): Promise<Result<Priced>> {
    return this.#pricing.price(lines, options, elsewhere);
  }

  /** What is said of a product: the first page, or one more than was read; nothing where none can be had. */
  async reviews(product_id: string, read?: ProductReviews): Promise<ProductReviews | undefined> {
    const loaded = this.#around.loadReviews?.();
    return loaded
      ?.then(({ readReviews }) => readReviews(this.#around, product_id, read))
      .catch(() => undefined);
  }

  /** What its seller says goes with a product; nothing where that cannot be had. */
  async related(product_id: string): Promise<RelatedList | undefined> {
    const loaded = this.#around.loadReviews?.();
    return loaded
      ?.then(({ readRelated }) => readRelated(this.#around, product_id))
      .catch(() => undefined);
  }

  /** Another tab changed the stored cart (a `storage` event). */
  storageChanged(key: string | null, text: string | null): Promise<void> {
    return this.#cart.storageChanged(key, text);
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
    const { manifest, core } = this.#shop;
    const { server, site, follow } = this.#around;
    const source = {
      url: `${server}/v1/sites/${encodeURIComponent(site)}/changes`,
      version: manifest.catalog_version,
      missed: () => this.load(),
    };
    const page = {
      ...this.#inside,
      change: async (offers: readonly ChangedOffer[]) => {
        await core.change(offers);
        this.#set({ changes: this.#state.changes + 1 });
      },
      quote: async () => void (await this.#pricing.quote()),
    };
    follow?.(source, page, this.#following.signal);
  }

  async #more(): Promise<void> {
    const { cards } = this.#state;
    const asked = { offset: cards.length, limit: pageSize };
    const page = await this.#inside.call('catalog.products', asked);
    if (!page.ok) return this.#report(page.error);
    // A second press before the answer must not show a page twice.
    if (this.#state.cards === cards) this.#set({ cards: [...cards, ...page.value.products] });
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
    this.#searching ??= this.#around
      .loadSearching()
      .then(({ Searching }) => new Searching(this.#inside));
    this.#searching.catch(() => (this.#searching = undefined));
    return this.#searching;
  }

  async #viewProduct(product_id: string, from?: object): Promise<void> {
    const { call, emit } = this.#inside;
    const asked = call('catalog.product', { product_id });
    emit('vitrine:product:view', { product_id, promise: orThrow(asked) }, from);
    const [product, sellers] = await Promise.all([asked, call('catalog.sellers', {})]);
    if (!product.ok) return this.#report(product.error);
    if (sellers.ok) this.#set(sellers.value);
    const shown = product.value;
    const nothing = { reviews: undefined, panel: undefined, estimate: undefined };
    this.#set({ product: shown, companions: undefined, related: undefined, ...nothing });
    void this.#readReviews();
    void this.related(product_id).then(
      (related) => this.#state.product === shown && this.#set({ related }),
    );
    const together = await call('catalog.companions', { product_id });
    if (together.ok && this.#state.product === shown) this.#set({ companions: together.value });
  }

  async #readReviews(): Promise<void> {
    const { product, reviews: read } = this.#state;
    const reviews = product && (await this.reviews(product.id, read));
    // A second press before the answer must not show a page twice.
    if (reviews && this.#state.product === product && this.#state.reviews === read)
      this.#set({ reviews });
  }

  #fail(fault: Fault): void {
    this.#set({ phase: 'failed', fault });
    this.#around.emit?.('vitrine:error', fault);
  }

  #report(fault: Fault): void {
    this.#set({ unanswered: fault.code === 'unavailable' });
    this.#around.emit?.('vitrine:error', fault);
  }

  #set(change: Partial<State>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener(this.#state);
  }
}
