/** What changed offers do to a page that is open. Loads late, with what hears of them. */
import type { ChangedOffer, ProductCard } from './contract.ts';
import type { Core } from './core.ts';
import type { Inside } from './inside.ts';
import type { Repriced, State } from './state.ts';

/** The store, as far as changes reach into it. */
export interface OpenPage extends Inside {
  /** Brings the page's catalogue up to date. */
  change(offers: readonly ChangedOffer[]): Promise<void>;
  quote(): Promise<void>;
}

const mostAtOnce = 200;

/** Shows changed offers wherever they are seen. */
export async function showChanges(page: OpenPage, offers: readonly ChangedOffer[]): Promise<void> {
  const { change, state, set, quote } = page;
  const before = state();
  await change(offers);
  const shelf = state().cards;
  const again = await shelfAgain(page, state());
  // Other cards may have come meanwhile: the next change shows them anew.
  if (again && state().cards === shelf) set(again);
  const shown = state().product;
  const product = shown && (await page.call('catalog.product', { product_id: shown.id }));
  if (product?.ok && state().product?.id === product.value.id) set({ product: product.value });
  const inCart = new Set(before.cart.line_items.map((line) => line.offer_id));
  if (!offers.some(({ offer_id }) => inCart.has(offer_id))) return;
  set({ repriced: repriced(before, offers) });
  await quote();
}

/** As many cards as stand there, of the site's own shelf or of what a search has found. */
async function shelfAgain(
  core: Core,
  { cards: { length: count }, search }: State,
): Promise<Pick<State, 'cards' | 'total'> | undefined> {
  const cards: ProductCard[] = [];
  let total = 0;
  do {
    const part = { offset: cards.length, limit: Math.min(count - cards.length, mostAtOnce) };
    const page = search
      ? await core.call('catalog.search', { ...search.request, ...part })
      : await core.call('catalog.products', part);
    if (!page.ok) return undefined;
    const found =
      'hits' in page.value ? page.value.hits.map(({ product }) => product) : page.value.products;
    total = page.value.total;
    if (found.length === 0) break;
    cards.push(...found);
  } while (cards.length < count);
  return { cards, total };
}

/** Which prices in the cart are others than the customer saw; one that is as before is not told. */
function repriced({ repriced: told, priced }: State, offers: readonly ChangedOffer[]): Repriced[] {
  const answer = new Map(told.map((one) => [one.offer_id, one]));
  for (const { offer_id, price } of offers) {
    const line = priced?.quote.line_items.find((item) => item.offer_id === offer_id);
    const before = answer.get(offer_id)?.before ?? line?.unit_price;
    if (!line || before === undefined) continue;
    if (before === price) answer.delete(offer_id);
    else answer.set(offer_id, { offer_id, title: line.title, before, price });
  }
  return [...answer.values()];
}
