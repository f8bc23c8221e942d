// What must not compile: each line below its mark is an error, or the mark itself is one.
import { vitrine, type Product } from 'vitrine';
import { structuredData } from 'vitrine/structured-data';

const store = document.createElement('vitrine-store');
// @ts-expect-error a word that is none of the three
store.load = 'late';
// @ts-expect-error a flag is no text
store.openOnAdd = 'yes';
// @ts-expect-error no such property
store.shop = 'site_1';

const bought = document.createElement('vitrine-order');
// @ts-expect-error its link or key, as a text
bought.order = { id: 'og_1' };

// @ts-expect-error quantities are numbers
await vitrine.actions.updateCart({ lines: [{ offer_id: 'off_1', quantity: '2' }] });
// @ts-expect-error one object, not a list
await vitrine.actions.updateCart([{ offer_id: 'off_1', quantity: 2 }]);
// @ts-expect-error no such action
await vitrine.actions.buy();
// @ts-expect-error a sort that there is none of
await vitrine.actions.search({ sort: 'colour' });

document.addEventListener('vitrine:cart:lines-update', ({ detail }) => {
  // @ts-expect-error the event tells lines, not a cart
  console.log(detail.cart);
});
document.addEventListener('vitrine:checkout:complete', ({ detail }) => {
  // @ts-expect-error nobody is told of the order
  console.log(detail.order_id);
});

export const described = (product: Product): unknown =>
  // @ts-expect-error prices need the site's currency
  structuredData(product, {});
