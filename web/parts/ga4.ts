/**
 * The shops' events as GA4 e-commerce events (https://developers.google.com/analytics/devguides/collection/ga4/ecommerce).
 * There is no `purchase`: the page is not told what was ordered.
 */
import type { LineItem, Product } from '../contract.ts';
import { major, stores } from '../elements/kit.ts';
import type { CartAnswer, StoreEvents } from '../events.ts';
import { rankedOffers } from '../variants.ts';

type Push = (event: string, parameters: object) => void;

interface Item {
  item_id: string;
  item_name: string;
  price: number;
  quantity: number;
}

export function bridgeGa4(push: Push = gtag): () => void {
  const stop = new AbortController();
  const hear = <K extends keyof StoreEvents>(name: K, tell: (detail: StoreEvents[K]) => unknown) =>
    document.addEventListener(
      name as string,
      // What failed is told as an error, not as an event.
      (event) => void Promise.resolve(tell((event as CustomEvent).detail)).catch(() => {}),
      { signal: stop.signal },
    );
  // By offer, what is known to be in the carts.
  const held = new Map<string, Partial<LineItem> & { quantity: number }>();
  for (const { store } of stores.values()) {
    for (const { offer_id, quantity } of store.state.cart.line_items)
      held.set(offer_id, { quantity });
    for (const item of store.state.priced?.quote.line_items ?? []) held.set(item.offer_id, item);
  }

  hear('vitrine:product:view', async ({ promise }) => push('view_item', viewed(await promise)));
  hear('vitrine:search:update', ({ request }) => {
    if (request.query) push('search', { search_term: request.query });
  });
  hear(
    'vitrine:checkout:start',
    ({ quote }) => quote && push('begin_checkout', basket(quote.currency, quote.line_items)),
  );
  hear('vitrine:cart:lines-update', async ({ lines, promise }) => {
    const { cart, quote }: CartAnswer = await promise;
    const added: LineItem[] = [];
    const removed: LineItem[] = [];
    for (const { offer_id } of lines) {
      const before = held.get(offer_id);
      const now = cart.line_items.find((line) => line.offer_id === offer_id)?.quantity ?? 0;
      const item = quote?.line_items.find((line) => line.offer_id === offer_id) ?? before;
      const more = now - (before?.quantity ?? 0);
      if (now === 0) held.delete(offer_id);
      else held.set(offer_id, { ...item, quantity: now });
      if (more !== 0 && isWhole(item))
        (more > 0 ? added : removed).push({ ...item, quantity: Math.abs(more) });
    }
    const { currency = '' } = quote ?? {};
    if (added.length > 0) push('add_to_cart', basket(currency, added));
    if (removed.length > 0) push('remove_from_cart', basket(currency, removed));
  });
  return () => stop.abort();
}

const isWhole = (item: Partial<LineItem> | undefined): item is LineItem =>
  item?.unit_price !== undefined;

function basket(currency: string, lines: readonly LineItem[]) {
  const items: Item[] = lines.map(({ offer_id, title, unit_price, quantity }) => ({
    item_id: offer_id,
    item_name: title,
    price: major(unit_price, currency),
    quantity,
  }));
  const value = lines.reduce((sum, { unit_price, quantity }) => sum + unit_price * quantity, 0);
  return { currency, value: major(value, currency), items };
}

function viewed({ title, variants }: Product) {
  const [offer] = rankedOffers({
    ...variants[0]!,
    offers: variants.flatMap(({ offers }) => offers),
  });
  if (!offer) return { items: [] };
  const price = major(offer.price, offer.currency);
  const item: Item = { item_id: offer.id, item_name: title, price, quantity: 1 };
  return { currency: offer.currency, value: price, items: [item] };
}

/** As Google's own snippet has it: what it loads reads the list. */
function gtag(...command: [string, object]): void {
  const page = globalThis as { gtag?: (...command: unknown[]) => void; dataLayer?: unknown[] };
  if (page.gtag) page.gtag('event', ...command);
  else (page.dataLayer ??= []).push({ event: command[0], ecommerce: command[1] });
}
