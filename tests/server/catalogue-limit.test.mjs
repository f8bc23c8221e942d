// What a page is given of a catalogue that is too large for it, and what it can still find and show.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { loadCore } from '../../dist/core.js';
import { ok } from './client.mjs';
import { threeSellers } from './goods.mjs';
import { manifestOf, openShop } from './shop.mjs';

const { settings } = Object.values(threeSellers)[0];
const profile = settings.shipping_profiles[0].id;

/** Words of which no two are spelled alike. */
const word = (...from) => createHash('sha256').update(from.join()).digest('hex').slice(0, 12);

/** Forty products whose descriptions have no word in common. */
const goods = Array.from({ length: 40 }, (_, place) => ({
  id: `SKU-${place}`,
  title: `Lamp ${place}`,
  description: Array.from({ length: 30 }, (_, at) => word(place, at)).join(' '),
  price: '12.90 EUR',
  availability: 'in_stock',
  inventory_quantity: 5,
  brand: 'Licht',
  shipping_weight: '1 kg',
  shipping_label: profile,
  tax_category: 'standard',
}));
const described = word(17, 1);

describe('a catalogue', { timeout: 300_000 }, () => {
  let shop;
  before(async () => (shop = await openShop({ sellers: { lamps: { settings, goods } } })));
  after(() => shop?.stop());

  /** What pages get under a limit: its text, its size, and what the file and the server make of it. */
  const under = async (limit) => {
    await shop.kill();
    await shop.start({ options: ['--catalog-limit', String(limit)] });
    const { catalog_url, catalog_descriptions } = await manifestOf(shop);
    const get = (encoding) =>
      shop.send('GET', new URL(catalog_url).pathname, { headers: { 'accept-encoding': encoding } });
    const { bytes } = await get('identity');
    const catalogue = await (await loadCore()).openCatalogue(bytes);
    const ask = async (command, body) =>
      ok(await shop.send('POST', `/v1/sites/${shop.site_id}/commands/${command}`, { body }));
    const find = async (query) => [
      catalogue.search({ query }).total,
      (await ask('catalog.search', { query })).total,
    ];
    const [{ product_id }] = catalogue.search({ query: 'lamp 17' }).hits;
    const whole = await ask('catalog.product', { product_id });
    return {
      text: catalog_descriptions,
      size: (await get('br')).bytes.length,
      byTitle: await find('lamp'),
      byDescription: await find(described),
      description: catalogue.product(product_id).description,
      whole: whole.description,
    };
  };
  const expected = { byTitle: [40, 40], whole: goods[17].description };
  let full, words;

  test('under the limit goes to the page as a whole', async () => {
    full = await under(2_000_000);
    const { size, ...rest } = full;
    assert.ok(size > 1000);
    assert.deepEqual(rest, {
      ...expected,
      text: 'full',
      byDescription: [1, 1],
      description: goods[17].description,
    });
  });

  test('one byte over it leaves the descriptions with the server, but not their words', async () => {
    words = await under(full.size - 1);
    const { size, ...rest } = words;
    assert.ok(size < full.size, `${size} of ${full.size} bytes`);
    assert.deepEqual(rest, { ...expected, text: 'words', byDescription: [1, 1], description: '' });
  });

  test('still over it leaves their words there too, and says so', async () => {
    const { size, ...rest } = await under(words.size - 1);
    assert.ok(size < words.size, `${size} of ${words.size} bytes`);
    assert.deepEqual(rest, { ...expected, text: 'none', byDescription: [0, 1], description: '' });
  });

  test('is the same file again at exactly its size', async () => {
    const { text, size } = await under(full.size);
    assert.deepEqual([text, size], ['full', full.size]);
  });
});
