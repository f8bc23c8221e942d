/** The one file with the side effect of registering elements; the tag loads it as `vitrine.js`. */
import { View } from './elements/base.ts';
import { Grid } from './elements/grid.ts';
import { ownMarkup } from './elements/own-markup.ts';
import { SearchField } from './elements/search.ts';
import { StoreElement } from './elements/store.ts';
import { vitrine } from './vitrine.ts';

export * from './index.ts';
export * from './elements/kit.ts';

/** Parts that load when a shop needs them or a page has them. */
const late = {
  'vitrine-product': async () => (await import('./elements/product.ts')).ProductView,
  'vitrine-cart': async () => (await import('./elements/cart.ts')).CartDrawer,
  'vitrine-results': async () => (await import('./elements/results.ts')).Results,
  'vitrine-checkout': async () => (await import('./elements/checkout.ts')).CheckoutFrame,
  'vitrine-buy-button': async () => (await import('./elements/buy-button.ts')).BuyButton,
  'vitrine-cart-button': async () => (await import('./elements/cart-button.ts')).CartButton,
  'vitrine-guide': async () => (await import('./elements/guide.ts')).GuideElement,
  'vitrine-share': async () => (await import('./elements/share.ts')).Share,
  'vitrine-order': async () => (await import('./elements/order.ts')).OrderElement,
  'vitrine-price': async () => (await import('./elements/price.ts')).Price,
} satisfies Record<string, () => Promise<CustomElementConstructor>>;
type LateTag = keyof typeof late;
const unmet = `:is(${Object.keys(late).join()}):not(:defined)`;

// A page may hold the tag twice, or two versions of it: the first one stays.
function define(name: string, element: CustomElementConstructor): void {
  if (!customElements.get(name)) customElements.define(name, element);
}

const summon = async (tag: LateTag): Promise<void> => define(tag, await late[tag]());

/** Fetches the parts that the page has; what failed to come is asked for again when the page changes. */
function look(): void {
  for (const { localName } of document.querySelectorAll(unmet))
    summon(localName as LateTag).catch(() => {});
  if (document.querySelector(':is(vitrine-store, vitrine-grid, vitrine-product) > template'))
    ownMarkup.summon().catch(() => {});
}

/** `data-vitrine-add` makes any button, link or other thing of the page put an offer into the cart. */
function hearClick(event: MouseEvent): void {
  const button = (event.target as Element).closest?.<HTMLElement>('[data-vitrine-add]');
  if (!button || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  void import('./parts/plain.ts').then(({ add }) => add(button));
}

if (!globalThis.vitrine) {
  globalThis.vitrine = vitrine;
  StoreElement.summon = View.bring = summon;
  ownMarkup.summon = async () => (ownMarkup.draw ??= (await import('./elements/draw.ts')).draw);
  SearchField.summon = async () => (await import('./elements/suggestions.ts')).Suggestions;
  View.settle = (part) => void import('./parts/alone.ts').then(({ settle }) => settle(part));
  define('vitrine-grid', Grid);
  define('vitrine-search', SearchField);
  define('vitrine-store', StoreElement);
  look();
  new MutationObserver(look).observe(document, { childList: true, subtree: true });
  document.addEventListener('click', hearClick);
}
