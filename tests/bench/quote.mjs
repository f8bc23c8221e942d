// How long a re-quote takes in the browser's core: 50 lines over 10 sellers, WASM in Node.
//   node tests/bench/quote.mjs [--catalog FILE]    FILE: the bytes of a site's catalogue; by default one is made
import { readFileSync } from 'node:fs';
import { loadCore } from '../../dist/core.js';
import { madeCatalogue } from './catalogue.mjs';

const wanted = { lines: 50, sellers: 10 };
const rounds = 3000;

const at = process.argv.indexOf('--catalog');
const bytes =
  at < 0
    ? await madeCatalogue({ sellers: wanted.sellers, products: 6 })
    : new Uint8Array(readFileSync(process.argv[at + 1]));

const core = await loadCore();
const opened = await core.openCatalogue(bytes);
if (!opened.ok) throw new Error(opened.error.code);
const { line_items, sellers, currency } = await cart();

const request = (quantity) => ({
  currency,
  destination: { country: 'DE', postcode: '10115' },
  // One line changes with each round, as when somebody presses "one more".
  line_items: line_items.map((line, index) => (index === 0 ? { ...line, quantity } : line)),
});

const answer = await core.call('quote', request(1));
if (!answer.ok) throw new Error(`${answer.error.code} ${answer.error.path}`);
for (let round = 0; round < 300; ++round) await core.call('quote', request(1));

const times = [];
for (let round = 0; round < rounds; ++round) {
  const wish = request(1 + (round % 3));
  const started = process.hrtime.bigint();
  await core.call('quote', wish);
  times.push(Number(process.hrtime.bigint() - started) / 1000);
}
times.sort((a, b) => a - b);
const part = (share) => Math.round(times[Math.floor(share * (times.length - 1))]);
console.log(
  `re-quote of ${line_items.length} lines over ${sellers} sellers, WASM in Node ${process.version}: ` +
    `median ${part(0.5)} µs, p99 ${part(0.99)} µs (${rounds} rounds)`,
);

/** The first lines that there are, taken from the sellers in turn. */
async function cart() {
  const bySeller = new Map();
  for (let offset = 0, total = 1; offset < total; offset += 200) {
    const page = (await core.call('catalog.products', { offset, limit: 200 })).value;
    total = page.total;
    for (const { id } of page.products) {
      const product = (await core.call('catalog.product', { product_id: id })).value;
      for (const offer of product.variants.flatMap(({ offers }) => offers)) {
        if (!bySeller.has(offer.seller_id)) bySeller.set(offer.seller_id, []);
        bySeller.get(offer.seller_id).push(offer);
      }
    }
  }
  const shelves = [...bySeller.values()].slice(0, wanted.sellers);
  const offers = [];
  for (let row = 0; offers.length < wanted.lines && shelves.some((shelf) => shelf[row]); ++row)
    offers.push(...shelves.flatMap((shelf) => shelf[row] ?? []));
  return {
    line_items: offers.slice(0, wanted.lines).map(({ id }) => ({ offer_id: id, quantity: 1 })),
    sellers: shelves.length,
    currency: offers[0].currency,
  };
}
