/** dist/core.js as a Node program uses it: the WASM core on a snapshot. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, describe, test } from 'node:test';
import { snapshot } from './snapshot.mjs';

const { loadCore } = await import('../../dist/core.js');
const bytes = snapshot();
const corrupt = { ok: false, error: { code: 'corrupt_catalog', path: '' } };

describe('a core with an open catalogue', () => {
  let core, offer, currency;

  before(async () => {
    core = await loadCore();
    assert.equal((await core.openCatalogue(bytes)).ok, true);
    const page = await core.call('catalog.products', {});
    const card = page.value.products.find(({ available }) => available);
    offer = card.offer_id;
    currency = card.currency;
  });

  const request = (changes = {}) => ({
    currency,
    destination: { country: 'DE' },
    line_items: [{ offer_id: offer, quantity: 2 }],
    ...changes,
  });

  test('finds the product behind each card', async () => {
    const { value } = await core.call('catalog.products', { limit: 5 });
    for (const { id, title } of value.products) {
      const product = await core.call('catalog.product', { product_id: id });
      assert.equal(product.value.title, title);
    }
  });

  test('prices a cart whose totals add up', async () => {
    const { ok, value } = await core.call('quote', request());
    assert.equal(ok, true);
    const total = value.totals.find(({ type }) => type === 'total').amount;
    const rest = value.totals.filter(({ type }) => type !== 'total');
    assert.equal(
      total,
      rest.reduce((sum, { amount }) => sum + amount, 0),
    );
    assert.ok(total > 0);
  });

  test('keeps carts by absolute quantities', async () => {
    const cart = { line_items: [{ offer_id: offer, quantity: 2 }] };
    const gone = await core.call('cart.update', {
      cart,
      line_items: [{ offer_id: offer, quantity: 0 }],
    });
    assert.deepEqual(gone, { ok: true, value: { line_items: [] } });
  });

  test('follows changed prices and stocks everywhere', async () => {
    const changed = await loadCore();
    await changed.openCatalogue(bytes);
    await changed.change([
      { offer_id: offer, price: 123_456, stock: 1 },
      { offer_id: 'off_none', price: 1 },
    ]);
    const { value } = await changed.call('quote', request());
    assert.equal(value.line_items[0].unit_price, 123_456);
    assert.equal(value.messages[0].code, 'out_of_stock');
    await changed.change([{ offer_id: offer, price: 5 }]);
    const again = await changed.call('quote', request());
    assert.equal(again.value.line_items[0].unit_price, 5);
    assert.equal(again.value.line_items[0].stock, undefined);
    const { product_id } = again.value.line_items[0];
    const product = await changed.call('catalog.product', { product_id });
    const offers = product.value.variants.flatMap((variant) => variant.offers);
    assert.equal(offers.find(({ id }) => id === offer).price, 5);
    // Another catalogue has its own prices.
    await changed.openCatalogue(bytes);
    const fresh = await changed.call('quote', request());
    assert.notEqual(fresh.value.line_items[0].unit_price, 5);
  });

  const refused = async (changes, code, path) =>
    assert.deepEqual(await core.call('quote', request(changes)), {
      ok: false,
      error: { code, path },
    });

  test('names the place of an unknown field', () =>
    refused({ price: 1 }, 'unknown_field', 'price'));

  test('names the place of a fraction', () =>
    refused(
      { line_items: [{ offer_id: offer, quantity: 1.5 }] },
      'wrong_kind',
      'line_items[0].quantity',
    ));

  test('names the place of a quantity out of range', async () => {
    const line = (quantity) => ({ line_items: [{ offer_id: offer, quantity }] });
    for (const quantity of [0, -1, 1_000_001])
      await refused(line(quantity), 'out_of_range', 'line_items[0].quantity');
  });

  test('names the place of a number that is no number', () =>
    refused(
      { line_items: [{ offer_id: offer, quantity: NaN }] },
      'wrong_kind',
      'line_items[0].quantity',
    ));

  test('refuses the same offer twice', () =>
    refused(
      { line_items: [1, 2].map((quantity) => ({ offer_id: offer, quantity })) },
      'duplicate_offer',
      'line_items[1].offer_id',
    ));

  test('refuses another currency', () => {
    const other = currency === 'JPY' ? 'KWD' : 'JPY';
    return refused({ currency: other }, 'currency_mismatch', 'line_items[0].offer_id');
  });

  test('does not know commands that are not in the table', async () => {
    const { ok, error } = await core.call('cart.explode', {});
    assert.equal(ok, false);
    assert.equal(error.code, 'unknown_command');
  });

  test('keeps its catalogue when refusing another', async () => {
    assert.deepEqual(await core.openCatalogue(bytes.slice(0, 100)), corrupt);
    assert.equal((await core.call('quote', request())).ok, true);
  });
});

describe('an open catalogue', () => {
  let catalogue;
  before(async () => (catalogue = await (await loadCore()).openCatalogue(bytes)));

  test('finds products by what is typed', () => {
    const { total, hits, facets } = catalogue.search({ query: 'larc', limit: 5 });
    assert.equal(total, hits.length);
    assert.ok(hits.length > 0);
    for (const { product_id, product } of hits) {
      assert.equal(product_id, product.id);
      assert.equal(catalogue.product(product_id).title, product.title);
    }
    assert.equal(facets.sellers.reduce((sum, { count }) => sum + count, 0) >= total, true);
  });

  test('gives the ids alone in the same order', () => {
    for (const query of ['l', 'board', 'baord', 'larch board', 'säge', '', 'x'.repeat(5000)]) {
      const { hits } = catalogue.search({ query, limit: 4 });
      const ids = hits.map(({ product_id }) => product_id);
      assert.deepEqual(catalogue.searchIds(query, 4), ids, query);
    }
    assert.deepEqual(catalogue.searchIds('a b c d e f g h i j k l m'), []);
    assert.ok(catalogue.searchIds('', 1e9).length > 0);
    assert.deepEqual(catalogue.searchIds('', -1), []);
  });

  test('says what is wrong with a request', () => {
    assert.throws(() => catalogue.search({ query: '', limit: 1000 }), /out_of_range: limit/);
    assert.throws(() => catalogue.search({ query: '', filters: { price: 1 } }), /unknown_field/);
  });

  test('knows no product by another id', () =>
    assert.equal(catalogue.product('pro_none'), undefined));
});

describe('damaged bytes', () => {
  test('are refused at every length', async () => {
    const core = await loadCore();
    const step = Math.max(1, Math.floor(bytes.length / 300));
    for (let length = 0; length < bytes.length; length += step)
      assert.deepEqual(await core.openCatalogue(bytes.subarray(0, length)), corrupt, `${length}`);
  });

  test('do not break the core, whichever byte is flipped', async () => {
    const core = await loadCore();
    const step = Math.max(1, Math.floor(bytes.length / 300));
    for (let place = 0; place < bytes.length; place += step) {
      const damaged = bytes.slice();
      damaged[place] ^= 0xff;
      const opened = await core.openCatalogue(damaged);
      // Text and numbers may be other ones; the structure must be refused or safe to read.
      if (opened.ok) {
        const page = await core.call('catalog.products', { limit: 200 });
        assert.notEqual(page.error?.code, 'internal', `byte ${place}`);
        await core.call('catalog.sellers', {});
      } else assert.deepEqual(opened, corrupt, `byte ${place}`);
    }
  });
});

describe('loading', () => {
  test('takes the bytes of core.wasm as well as its address', async () => {
    const wasm = readFileSync(new URL('../../dist/core.wasm', import.meta.url));
    const core = await loadCore({ wasm });
    assert.equal((await core.openCatalogue(bytes)).ok, true);
  });

  test('gives each caller a core of its own', async () => {
    const [one, other] = await Promise.all([loadCore(), loadCore()]);
    await one.openCatalogue(bytes);
    assert.deepEqual(await other.call('catalog.products', {}), corrupt);
  });

  test('can be tried again after it failed', async () => {
    const missing = new URL('../../dist/missing.wasm', import.meta.url);
    await assert.rejects(loadCore({ wasm: missing }));
    await assert.rejects(loadCore({ wasm: missing }));
    await loadCore();
  });

  test('leaves no listeners on the process', async () => {
    const before = process.listenerCount('uncaughtException');
    await loadCore();
    assert.equal(process.listenerCount('uncaughtException'), before);
  });
});
