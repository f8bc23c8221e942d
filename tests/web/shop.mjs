/** A shop without a network: three offers of two sellers, and a core that keeps carts and prices them simply. */
import { bundled } from './bundled.mjs';

export const server = 'https://shop.example';

const offers = {
  off_board: { seller_id: 'sel_wood', title: 'Board', unit_price: 990, stock: 5 },
  off_post: { seller_id: 'sel_wood', title: 'Post', unit_price: 1500 },
  off_soil: { seller_id: 'sel_soil', title: 'Soil', unit_price: 700 },
};

/** Thirty products, every third of them green, the seventh alone in its category. */
const products = Array.from({ length: 30 }, (_, index) => ({
  id: `pro_${index}`,
  offer_id: `off_${index}`,
  title: `P${index}${index % 3 === 0 ? ' green' : ''}`,
  brand: index < 20 ? 'Holz' : 'Eisen',
  category: index === 7 ? 'Rare' : 'Plenty',
}));

export const manifest = {
  site_id: 'site_1',
  name: 'Garden',
  currency: 'EUR',
  country: 'DE',
  language: 'en',
  catalog_url: `${server}/v1/catalogs/abc`,
  catalog_descriptions: 'full',
  catalog_version: 7,
  checkout_url: `${server}/checkout/site_1`,
  shelf: { total: products.length, products: products.slice(0, 24) },
  sellers: [],
};

const searching = bundled('searching.ts');
const reviews = bundled('reviews.ts');

const ok = (value) => ({ ok: true, value });

const commands = {
  'catalog.products': ({ offset = 0, limit = 24 }) => {
    return ok({ total: products.length, products: products.slice(offset, offset + limit) });
  },
  'catalog.companions': ({ product_id }) =>
    ok({ products: products.filter(({ id }) => id !== product_id).slice(0, 2), presented: [] }),
  'catalog.sellers': () => ok({ sellers: [] }),
  // Whatever is wanted could all be boards, by lorry.
  'cart.source': ({ line_items, pinned_offers }) => {
    const quantity = line_items.reduce((sum, line) => sum + line.quantity, 0);
    return ok({
      choices: [
        {
          objective: 'cost',
          line_items: pinned_offers.length > 0 ? line_items : [{ offer_id: 'off_board', quantity }],
          selected_options: [{ group_id: 'sel_wood/freight', option_id: 'lorry' }],
        },
      ],
      shortages: [],
    });
  },
  'catalog.search': ({ query = '', filters = {}, limit = 24, offset = 0 }) => {
    const { brands = [], categories = [] } = filters;
    const words = query.toLowerCase().split(' ').filter(Boolean);
    if (words.length > 12)
      return { ok: false, error: { code: 'too_large', path: 'query', limit: 12 } };
    const found = products.filter(
      ({ title, brand, category }) =>
        words.every((word) => title.toLowerCase().includes(word)) &&
        (brands.length === 0 || brands.includes(brand)) &&
        (categories.length === 0 || categories.includes(category)),
    );
    const hits = found.slice(offset, offset + limit).map((product) => ({
      product_id: product.id,
      title: [{ text: product.title, match: true }],
      product,
    }));
    return ok({ total: found.length, edited: false, hits, facets: {} });
  },
  'catalog.product': ({ product_id }) =>
    product_id === 'pro_none'
      ? { ok: false, error: { code: 'unknown_product', path: 'product_id' } }
      : ok({ id: product_id, title: 'P', images: [], variants: [] }),
  'cart.update': ({ cart, line_items }) => {
    const lines = new Map(cart.line_items.map((line) => [line.offer_id, line.quantity]));
    for (const { offer_id, quantity } of line_items) lines.set(offer_id, quantity);
    if ([...lines.values()].some((quantity) => quantity > 1_000_000))
      return { ok: false, error: { code: 'out_of_range', path: 'line_items[0].quantity' } };
    return ok({
      line_items: [...lines]
        .filter(([, quantity]) => quantity > 0)
        .map(([offer_id, quantity]) => ({ offer_id, quantity })),
    });
  },
  quote: ({ line_items, destination, currency, selected_options }) => {
    const messages = [];
    const items = line_items.flatMap((line, index) => {
      const offer = offers[line.offer_id];
      const say = (code, part, rest = {}) =>
        messages.push({
          type: 'error',
          severity: 'recoverable',
          code,
          path: `line_items[${index}].${part}`,
          ...rest,
        });
      if (!offer) return say('unknown_offer', 'offer_id') && [];
      if (offer.stock < line.quantity) say('out_of_stock', 'quantity', { limit: offer.stock });
      return { ...line, ...offer, subtotal: offer.unit_price * line.quantity, options: [] };
    });
    selected_options.forEach(({ option_id }, index) => {
      if (option_id !== 'post')
        messages.push({
          type: 'warning',
          severity: 'recoverable',
          code: 'unknown_option',
          path: `selected_options[${index}].option_id`,
        });
    });
    const sellers = [...new Set(items.map(({ seller_id }) => seller_id))].map((seller_id) => ({
      seller_id,
      seller_name: seller_id,
      groups: [
        {
          id: `${seller_id}/parcel`,
          offer_ids: items.filter((item) => item.seller_id === seller_id).map((i) => i.offer_id),
          options: [],
        },
      ],
      taxes: [],
      totals: [],
    }));
    const amount = items.reduce((sum, { subtotal }) => sum + subtotal, 0);
    const totals = [{ type: 'total', amount }];
    return ok({ currency, destination, line_items: items, sellers, totals, messages });
  },
};

/** Like the real one it answers as a method only. */
class PlainCore {
  #calls;
  constructor(calls) {
    this.#calls = calls;
  }
  async openCatalogue() {
    return ok(null);
  }
  async change(changed) {
    this.#calls.push({ command: 'change', request: changed });
  }
  async call(command, request) {
    this.#calls.push({ command, request });
    return commands[command](request);
  }
}

/**
 * What a store needs; each part can be replaced. `calls` and `events` tell what happened, `followed` what the store
 * wants to hear of.
 */
export function surroundings(changes = {}) {
  const calls = [];
  const events = [];
  const followed = [];
  return {
    calls,
    events,
    followed,
    follow: (source, page, signal) => followed.push({ ...source, page, signal }),
    server,
    site: 'site_1',
    loadCore: async () => new PlainCore(calls),
    fetch: async (url) => {
      if (url.endsWith('manifest.json')) return Response.json(manifest);
      if (url.includes('/reviews')) return Response.json(reviewsAt(new URL(url)));
      return new Response(new Uint8Array(8));
    },
    storage: storage(),
    loadSearching: () => searching,
    loadReviews: () => reviews,
    emit: (name, detail, from) => events.push({ name, detail, from }),
    ...changes,
  };
}

/** Three texts about each product, two to a page. */
function reviewsAt({ pathname, searchParams }) {
  const [product_id] = pathname.split('/').slice(-2);
  const all = [1, 2, 3].map((place) => ({ id: `rev_${product_id}_${place}` }));
  const read = all.findIndex(({ id }) => id === searchParams.get('after')) + 1;
  const page = all.slice(read, read + 2);
  return { reviews: page, sellers: [], ...(page.length === 2 ? { next: page[1].id } : {}) };
}

export function storage(initial = {}) {
  const kept = new Map(Object.entries(initial));
  return {
    kept,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  };
}
