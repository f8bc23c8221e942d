// How long a page takes to source its cart, and to say what one more unit would add, for 24 cards at once:
// 12 sellers of the same 60 things, carts of 10 lines, through the command interface in WASM.
//   node tests/bench/cart.mjs
import { gunzipSync } from 'node:zlib';
import { loadCore } from '../../dist/core.js';
import { openShop } from '../server/shop.mjs';

/** Seeded, so that every run has the same goods. */
let seed = 7;
const random = (limit) => {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  return seed % limit;
};

function gtin(number) {
  const digits = `40063813${String(number).padStart(4, '0')}`;
  const sum = [...digits].reduce((total, digit, at) => total + digit * (at % 2 ? 3 : 1), 0);
  return digits + ((10 - (sum % 10)) % 10);
}

function seller(number) {
  const base = 290 + random(8) * 50;
  const rate = { base, free_from: 4000 + random(6) * 1000 };
  const goods = Array.from({ length: 60 }, (_, thing) => ({
    id: `s${number}-${thing}`,
    title: `Thing ${thing}`,
    gtin: gtin(thing),
    price: `${(((400 + thing * 37) * (0.85 + random(30) / 100)) / 100).toFixed(2)} EUR`,
    availability: 'in_stock',
    inventory_quantity: 1 + random(40),
    shipping_weight: '300 g',
    tax_category: 'standard',
  })).filter(() => random(10) < 6);
  const zones = [{ countries: ['DE'], rate }];
  const method = { id: 'post', title: 'Post', kind: 'shipping', max_days: 1 + random(4), zones };
  const settings = {
    name: `Seller ${number}`,
    country: 'DE',
    currency: 'EUR',
    tax_rates: [{ country: 'DE', category: 'standard', rate_ppm: 190_000 }],
    shipping_profiles: [{ id: 'parcel', name: 'Parcel', methods: [method] }],
  };
  return { settings, goods };
}

const shop = await openShop({
  sellers: Object.fromEntries(Array.from({ length: 12 }, (_, n) => [`s${n}`, seller(n)])),
});
try {
  const { catalog_url } = await (
    await fetch(`${shop.url}/v1/sites/${shop.site_id}/manifest.json`)
  ).json();
  const file = await fetch(catalog_url, { headers: { 'accept-encoding': 'identity' } });
  let bytes = new Uint8Array(await file.arrayBuffer());
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) bytes = gunzipSync(bytes);
  const core = await loadCore();
  const opened = await core.openCatalogue(bytes);
  if (!opened.ok) throw new Error(opened.error.code);
  const { products } = (await core.call('catalog.products', { limit: 200 })).value;
  const source = [];
  const marginal = [];
  for (let round = 0; round < 200; ++round) {
    const wanted = new Map();
    while (wanted.size < 10) wanted.set(products[random(products.length)].offer_id, 1 + random(3));
    const cart = {
      currency: 'EUR',
      destination: { country: 'DE' },
      line_items: [...wanted].map(([offer_id, quantity]) => ({ offer_id, quantity })),
    };
    const offer_ids = products.slice(0, 24).map(({ offer_id }) => offer_id);
    source.push(await time(() => core.call('cart.source', cart)));
    marginal.push(await time(() => core.call('cart.marginal', { cart, offer_ids })));
  }
  for (const [name, times] of [
    ['cart.source, four objectives', source],
    ['cart.marginal, 24 cards', marginal],
  ]) {
    times.sort((a, b) => a - b);
    const at = (share) => times[Math.floor(share * times.length)].toFixed(2);
    console.log(`${name}: median ${at(0.5)} ms, p99 ${at(0.99)} ms`);
  }
} finally {
  await shop.stop();
}

/** The best of 3, in milliseconds. */
async function time(work) {
  let best = Infinity;
  for (let turn = 0; turn < 3; ++turn) {
    const start = performance.now();
    const answer = await work();
    best = Math.min(best, performance.now() - start);
    if (!answer.ok) throw new Error(answer.error.code);
  }
  return best;
}
