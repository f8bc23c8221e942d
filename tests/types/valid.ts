// What a page's TypeScript may write; compiled by tests/types.test.mjs against the package's declarations.
import {
  VitrineError,
  vitrine,
  type CartAnswer,
  type Product,
  type Quote,
  type SiteManifest,
} from 'vitrine';
import { jsonLd, structuredData } from 'vitrine/structured-data';

const store = document.createElement('vitrine-store');
store.site = 'site_1';
store.load = 'visible';
store.openOnAdd = true;
store.theme = null;
store.currency = 'EUR';

const button = document.querySelector('vitrine-buy-button');
if (button) button.quantity = 2;

const bought = document.createElement('vitrine-order');
bought.order = 'https://shop.example/orders/abc';
bought.order = null; // the one placed last on this page

document.addEventListener('vitrine:cart:lines-update', async ({ detail }) => {
  const answer: CartAnswer = await detail.promise;
  console.log(detail.lines[0]?.offer_id, answer.quote?.totals, answer.messages[0]?.code);
});
store.addEventListener('vitrine:quote:update', async ({ detail }) => {
  const quote: Quote = await detail.promise;
  console.log(quote.currency);
});
window.addEventListener('vitrine:checkout:complete', ({ detail }) => {
  const nothing: null = detail;
  console.log(nothing);
});

await globalThis.vitrine.ready;
try {
  const { messages } = await vitrine.actions.updateCart({
    lines: [{ offer_id: 'off_1', quantity: 2 }],
  });
  console.log(messages.length, (await vitrine.actions.search({ query: 'saw' })).total);
  await vitrine.actions.openCart({ site: 'site_1' });
} catch (error) {
  if (error instanceof VitrineError) console.log(error.code === 'unavailable', error.path);
}

/** For a page made beforehand. */
export const described = (product: Product, manifest: SiteManifest): string =>
  jsonLd(structuredData(product, { manifest }));
