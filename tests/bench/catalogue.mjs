// A made-up shop's catalogue, by the real importer and server: many sellers with the shipping rules that cost most to
// price (zones by postcode, weight and value tiers, several options per parcel).
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ready, start } from '../../scripts/child.mjs';
import { root, run } from '../../scripts/command.mjs';
import { freePorts } from '../../scripts/ports.mjs';

/** Answers the snapshot's bytes. */
export const madeCatalogue = async (size) => (await madeShop(size)).catalogue;

/** Answers the site's manifest, and its catalogue's bytes. */
export async function madeShop({ sellers, products }) {
  const folder = mkdtempSync(join(tmpdir(), 'vitrine-bench-'));
  const file = (name, text) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const binary = join(root, 'build', 'vitrine');
  const vitrine = async (command, ...args) =>
    (await run(binary, [...command.split(' '), '--data', join(folder, 'data'), ...args])).stdout;
  const idIn = (output, prefix) => new RegExp(`${prefix}_\\w+`).exec(output)[0];
  mkdirSync(join(folder, 'data'));
  let server;
  try {
    for (let index = 0; index < sellers; ++index) {
      const settings = file('seller.json', JSON.stringify(seller(index)));
      const id = idIn(await vitrine('seller add', '--settings', settings), 'sel');
      const rows = Array.from({ length: products }, (_, place) => row(index, place));
      const feed = file('feed.jsonl', rows.map((one) => JSON.stringify(one)).join('\n'));
      await vitrine('import', '--seller', id, feed);
    }
    const site = { name: 'Bench', currency: 'EUR', country: 'DE', language: 'en' };
    const origin = 'http://localhost';
    const settings = file('site.json', JSON.stringify(site));
    const siteId = idIn(
      await vitrine('site add', '--settings', settings, '--origin', origin),
      'site',
    );
    const url = `http://localhost:${(await freePorts()).server}`;
    const listen = ['--listen', url.replace('http://localhost', '127.0.0.1'), '--public-url', url];
    server = start(binary, [
      'serve',
      '--data',
      join(folder, 'data'),
      ...listen,
      '--rate-limits',
      '0',
    ]);
    await ready(`${url}/healthz`, server);
    const manifest = await (await fetch(`${url}/v1/sites/${siteId}/manifest.json`)).json();
    const answer = await fetch(manifest.catalog_url);
    return { manifest, catalogue: new Uint8Array(await answer.arrayBuffer()) };
  } finally {
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

const seller = (index) => ({
  name: `Seller ${index}`,
  country: 'DE',
  currency: 'EUR',
  prices_include_tax: index % 2 === 0,
  tax_rates: [
    { country: 'DE', category: 'standard', rate_ppm: 190_000 },
    { country: 'DE', category: 'reduced', rate_ppm: 70_000 },
  ],
  shipping_profiles: ['parcel', 'bulky'].map((id) => ({
    id,
    name: id,
    methods: ['standard', 'express', 'courier'].map((method, place) => ({
      id: method,
      title: method,
      kind: 'shipping',
      min_days: 1,
      max_days: 4 - place,
      zones: [
        {
          countries: ['DE'],
          rate: {
            weight_tiers: [2, 5, 10, 1000].map((kilos) => ({
              up_to: kilos * 1000,
              fee: 300 + kilos + 200 * place,
            })),
            free_from: 500_000,
          },
        },
        { countries: ['DE'], postcode_prefixes: ['10', '12'], rate: { base: 500, per_item: 20 } },
      ],
    })),
  })),
});

const row = (index, place) => ({
  id: `SKU-${index}-${place}`,
  title: `Thing ${place} of seller ${index}`,
  description: 'A thing.',
  link: 'https://seller.example/thing',
  price: `${5 + place}.90 EUR`,
  availability: 'in_stock',
  brand: `Brand ${index}`,
  mpn: `MPN-${index}-${place}`,
  shipping_weight: `${200 + 50 * place} g`,
  shipping_label: place % 2 === 0 ? 'parcel' : 'bulky',
  tax_category: place % 3 === 0 ? 'reduced' : 'standard',
});
