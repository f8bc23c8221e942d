/** The shop's state and what can be asked of it. Knows no DOM; what it needs of the outside is handed in. */
import { cartKey, read, written, type CartStorage } from './cart-storage.ts';
import type { Core } from './core.ts';
import type { ChangesSource } from './changes.ts';
import type { Cart, CartLine, SelectedOption } from './contract.ts';
import type { StoreEvents, Wish } from './events.ts';
import type { OpenPage } from './open-page.ts';
import { openShop, type Shop, type ShopSource } from './open-shop.ts';
import { failed, type Fault, type Result } from './result.ts';
import { empty, placeOf, type Priced, type State } from './state.ts';

export interface Surroundings extends ShopSource {
  country?: string | undefined;
  storage?: CartStorage | undefined;
  /** Hears of changed offers until the signal. */
  follow?: (source: ChangesSource, page: OpenPage, signal: AbortSignal) => void;
  emit?: <K extends keyof StoreEvents>(name: K, detail: StoreEvents[K]) => void;
}

const pageSize = 24;

export class Store {
  #around: Surroundings;
  #storage: CartStorage | undefined;
  #state: State = empty;
  #listeners = new Set<(state: State) => void>();
  #core: Core | undefined;
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
    if (this.#core && !this.#state.priced) await this.#quote();
  }

  async ask(wish: Wish): Promise<void> {
    switch (wish.type) {
      case 'retry':
        return this.load();
      case 'more':
        return this.#more();
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
      case 'open-cart':
        return this.#set({ panel: 'cart', product: undefined, estimate: undefined });
      case 'checkout':
        return this.#set({ panel: 'checkout', removed: undefined });
      case 'close-cart':
      case 'close-checkout':
        return this.#set({ panel: undefined, removed: undefined, repriced: [] });
      case 'checkout-complete':
        this.#keep({ line_items: [] });
        this.#set({ removed: undefined, choices: {}, repriced: [] });
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
      const title = this.#titleOf(offer_id);
      this.#set({
        removed:
          quantity === 0 && present > 0
            ? { line: { ...line, quantity: present }, title }
            : undefined,
        added: quantity > present ? { title, quantity: quantity - present } : undefined,
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
    const selected_options = Object.entries(choices).map(([group_id, option_id]) => ({
      group_id,
      option_id,
    }));
    this.#set({ quoting: true });
    const priced = await this.#price(cart.line_items, selected_options);
    if (turn !== this.#quotes) return;
    if (!priced) return this.#set({ quoting: false });
    if (!priced.ok) {
      this.#set({ quoting: false, fault: priced.error });
      return this.#report(priced.error);
    }
    this.#set({ quoting: false, fault: undefined, priced: priced.value });
    this.#forget(priced.value);
    this.#around.emit?.('vitrine:quote:update', { quote: priced.value.quote });
  }

  /** A delivery choice that is not offered any more was told once; it is not asked for again. */
  #forget({ quote, selected_options }: Priced): void {
    const refused = quote.messages.flatMap(({ code, path }) =>
      code === 'unknown_option' ? (selected_options[placeOf(path)]?.group_id ?? []) : [],
    );
    if (refused.length === 0) return;
    const kept = Object.entries(this.#state.choices).filter(([group]) => !refused.includes(group));
    this.#set({ choices: Object.fromEntries(kept) });
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

  #titleOf(offer_id: string): string {
    const { cards, priced, product } = this.#state;
    const named =
      priced?.quote.line_items.find((line) => line.offer_id === offer_id) ??
      cards.find((card) => card.offer_id === offer_id) ??
      product;
    return named?.title ?? '';
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
