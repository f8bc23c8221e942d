/** What a page's own scripts can ask for. Quantities are absolute; only a request that failed rejects. */
import type {
  CartLine,
  Destination,
  Message,
  Quote,
  SearchAnswer,
  SearchRequest,
} from '../contract.ts';
import { blocking } from '../cart-view.ts';
import { orThrow, ownServer, sharedStore, siteOf, stores, VitrineError } from '../elements/kit.ts';
import type { CartAnswer } from '../events.ts';
import type { SharedStore } from '../shared-store.ts';

export interface ActionOptions {
  /** Which site's shop, where the page has several. */
  site?: string;
}

export interface Actions {
  /** What a search finds; nothing in the page changes. */
  search(request: SearchRequest, options?: ActionOptions): Promise<SearchAnswer>;
  getCart(options?: ActionOptions): Promise<CartAnswer>;
  /** Gives lines these quantities, all or none; 0 takes out, others stay. */
  updateCart(update: { lines: CartLine[] }, options?: ActionOptions): Promise<CartAnswer>;
  /** What the cart, or these lines instead, cost here or elsewhere. */
  quote(
    what?: { lines?: CartLine[]; destination?: Destination },
    options?: ActionOptions,
  ): Promise<Quote>;
  openCart(options?: ActionOptions): Promise<void>;
  /** Opens the checkout. A cart that cannot be bought as it is stays closed; `messages` say why. */
  checkout(options?: ActionOptions): Promise<CartAnswer>;
}

export const actions: Actions = {
  async search(request, options) {
    const core = await openedCore(shopOf(options));
    return orThrow(core.call('catalog.search', request));
  },
  async getCart(options) {
    return cartOf(shopOf(options));
  },
  async updateCart({ lines }, options) {
    return orThrow(shopOf(options).store.update(lines));
  },
  async quote({ lines, destination } = {}, options) {
    const { store } = shopOf(options);
    await store.open();
    const wanted = lines ?? store.state.cart.line_items;
    return (await orThrow(store.price(wanted, [], destination))).quote;
  },
  async openCart(options) {
    const shop = shopOf(options);
    await openedCore(shop);
    await shop.hear({ type: 'open-cart' }, document.body);
  },
  async checkout(options) {
    const shop = shopOf(options);
    const answer = await cartOf(shop);
    if (answer.cart.line_items.length === 0)
      return { ...answer, messages: [...answer.messages, emptyCart] };
    if (blocking(shop.store.state).length === 0)
      await shop.hear({ type: 'checkout' }, document.body);
    return answer;
  },
};

const emptyCart: Message = {
  type: 'error',
  code: 'empty_cart',
  severity: 'recoverable',
  path: 'line_items',
  content: '',
};

async function cartOf(shop: SharedStore): Promise<CartAnswer> {
  await openedCore(shop);
  return orThrow(shop.store.update([]));
}

function shopOf({ site }: ActionOptions = {}): SharedStore {
  const open = [...stores.values()].find((shop) => shop.name.site === site);
  if (open) return open;
  const name = site ? { site, server: ownServer } : siteOf(document.body);
  if (!name) throw new VitrineError({ code: 'unknown_site', path: 'site' });
  return sharedStore(name);
}

async function openedCore({ store }: SharedStore) {
  const core = await store.open();
  if (!core) throw new VitrineError(store.state.fault ?? { code: 'unavailable', path: '' });
  return core;
}
