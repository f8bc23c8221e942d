/** The one file with the side effect of registering elements; the tag loads it as `vitrine.js`. */
import { Grid } from './elements/grid.ts';
import { SearchField } from './elements/search.ts';
import { StoreElement, type LatePart } from './elements/store.ts';

export * from './index.ts';
export * from './elements/kit.ts';

const late: Record<LatePart, () => Promise<CustomElementConstructor>> = {
  'vitrine-product': async () => (await import('./elements/product.ts')).ProductView,
  'vitrine-cart': async () => (await import('./elements/cart.ts')).CartDrawer,
  'vitrine-results': async () => (await import('./elements/results.ts')).Results,
  'vitrine-checkout': async () => (await import('./elements/checkout.ts')).CheckoutFrame,
};

// A page may hold the tag twice, or two versions of it: the first one stays.
function define(name: string, element: CustomElementConstructor): void {
  if (!customElements.get(name)) customElements.define(name, element);
}

StoreElement.summon = async (part) => define(part, await late[part]());
SearchField.summon = async () => (await import('./elements/suggestions.ts')).Suggestions;
define('vitrine-grid', Grid);
define('vitrine-search', SearchField);
define('vitrine-store', StoreElement);

declare global {
  interface HTMLElementTagNameMap {
    'vitrine-store': StoreElement;
    'vitrine-grid': Grid;
    'vitrine-search': SearchField;
  }
}
