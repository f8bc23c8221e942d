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

  test('finds the same by words as by JSON, with the facets that were asked for', () => {
    const everything = catalogue.search({});
    const [{ value: seller }] = everything.facets.sellers;
    const [{ value: brand }] = everything.facets.brands;
    const [{ value: category }] = everything.facets.categories;
    const [{ name, values }] = everything.facets.options;
    const filters = [
      undefined,
      { seller_ids: [seller, 'sel_none'] },
      { brands: [brand] },
      { categories: [category, 'säge', ''] },
      { options: [{ name, value: values[0].value }] },
      { price_min: 500, price_max: 2 ** 53 - 1, available: true },
      { price_max: 1999, pickup: true },
    ];
    const facets = Object.keys(everything.facets);
    for (const query of [undefined, '', 'l', 'larch board', 'baord', 'säge', 'nothing at all']) {
      for (const filter of filters) {
        for (const sort of ['relevance', 'price_ascending', 'price_descending']) {
          const request = { query, filters: filter, sort, limit: 3, offset: 1 };
          for (const key of ['query', 'filters']) if (!request[key]) delete request[key];
          const expected = catalogue.search(request);
          const { product_ids, ...found } = catalogue.find(request, facets);
          const ids = expected.hits.map(({ product_id }) => product_id);
          delete expected.hits;
          assert.deepEqual(product_ids, ids);
          assert.deepEqual(found, expected);
          const { price_ranges, pickup } = expected.facets;
          const few = catalogue.find(request, ['pickup', 'price_ranges']);
          assert.deepEqual(few.facets, { price_ranges, pickup });
        }
      }
    }
  });

  test('says what is wrong with a request', () => {
    assert.throws(() => catalogue.search({ query: '', limit: 1000 }), /out_of_range: limit/);
    assert.throws(() => catalogue.search({ query: '', filters: { price: 1 } }), /unknown_field/);
    const refused = (request, message) => assert.throws(() => catalogue.find(request), message);
    refused({ limit: 201 }, /out_of_range: limit/);
    refused({ limit: 1.5 }, /out_of_range: limit/);
    refused({ offset: -1 }, /out_of_range: offset/);
    refused({ sort: 'name' }, /out_of_range: sort/);
    refused({ filters: { price_min: NaN } }, /out_of_range: filters.price_min/);
    refused({ filters: { price_max: 2 ** 53 } }, /out_of_range: filters.price_max/);
    refused({ filters: { brands: Array(1000).fill('x') } }, /too_large: filters/);
    refused({ query: 'a b c d e f g h i j k l m' }, /too_large: query/);
  });

  test('says the same of what has another shape, whichever way it is asked', () => {
    for (const request of [
      ...[undefined, null, [], 'larch'],
      ...[{ query: 5 }, { query: null }, { query: ['larch'] }, { text: 'larch' }],
      ...[{ filters: null }, { filters: [] }, { filters: 'brands' }, { filters: { price: 1 } }],
      ...[{ brands: 'x' }, { brands: [1] }, { categories: [null] }, { seller_ids: {} }].map(
        (filters) => ({ filters }),
      ),
      ...[{ available: 'yes' }, { pickup: 1 }].map((filters) => ({ filters })),
      ...[{}, [null], [{ name: 'a', value: 1 }], [{ name: 'a', value: 'b', is: 'c' }]].map(
        (options) => ({ filters: { options } }),
      ),
    ]) {
      const message = (ask) => {
        try {
          return ask(request);
        } catch (error) {
          assert.ok(error instanceof RangeError, `${JSON.stringify(request)}: ${error}`);
          return error.message;
        }
      };
      const said = message((one) => catalogue.find(one));
      assert.equal(
        said,
        message((one) => catalogue.search(one)),
        JSON.stringify(request),
      );
      assert.match(said, /^(wrong_kind|unknown_field): /);
    }
    const refused = (...args) => assert.throws(() => catalogue.find({}, ...args), RangeError);
    refused(['price']);
    refused('brands');
    refused(null);
    for (const query of [undefined, null, 5, {}])
      assert.throws(() => catalogue.searchIds(query), /wrong_kind: query/);
  });

  test('takes any text and any limit', () => {
    const odd = ['\ud800', '\udc00l\ud83d', '\0', '\u202e', 'l'.repeat(10_000), 'ﷺ'.repeat(5000)];
    for (const query of odd) {
      const { total } = catalogue.find({ query, offset: 1e9 });
      assert.equal(total, catalogue.search({ query, offset: 1e9 }).total, query.slice(0, 9));
      assert.ok(catalogue.searchIds(query).length <= 24);
    }
    const { length } = catalogue.searchIds('', Infinity);
    for (const limit of [256, 1e9, 2 ** 32 + 1, 2 ** 53])
      assert.equal(catalogue.searchIds('', limit).length, length, `${limit}`);
    for (const limit of [NaN, -1, -Infinity, 0])
      assert.deepEqual(catalogue.searchIds('', limit), []);
  });

  test('knows no product by another id', () =>
    assert.equal(catalogue.product('pro_none'), undefined));
});

describe('damaged bytes', () => {
  let core;
  before(async () => (core = await loadCore()));
  // The file of the golden vectors is small; one that VITRINE_SNAPSHOT names may not be.
  const step = Math.ceil(bytes.length / 20_000);

  test('are refused at every length', async () => {
    for (let length = 0; length < bytes.length; length += step)
      assert.deepEqual(await core.openCatalogue(bytes.subarray(0, length)), corrupt, `${length}`);
  });

  test('are refused whichever bit is flipped', async () => {
    const damaged = bytes.slice();
    for (let bit = 0; bit < bytes.length * 8; bit += step) {
      damaged[bit >> 3] ^= 1 << (bit & 7);
      assert.deepEqual(await core.openCatalogue(damaged), corrupt, `bit ${bit}`);
      damaged[bit >> 3] ^= 1 << (bit & 7);
    }
  });

  test('with a checksum that fits are refused, or all of them can be read', async () => {
    let opened = 0;
    const places = 700;
    for (let place = 0; place < places; ++place) {
      const damaged = bytes.slice();
      const bit = Math.floor(((bytes.length - 8) * 8 * place) / places);
      damaged[bit >> 3] ^= 1 << (bit & 7);
      const catalogue = await core.openCatalogue(stamped(damaged));
      if (!catalogue.ok) {
        assert.deepEqual(catalogue, corrupt, `bit ${bit}`);
        continue;
      }
      ++opened;
      for (const command of ['catalog.products', 'catalog.sellers', 'catalog.search']) {
        const { error } = await core.call(command, {});
        assert.notEqual(error?.code, 'internal', `bit ${bit}`);
      }
      for (const query of ['larch bo', 'baord']) {
        try {
          catalogue.find({ query }, ['brands', 'options', 'sellers']);
          catalogue.searchIds(query);
        } catch (error) {
          assert.ok(error instanceof RangeError, `bit ${bit}: ${error}`);
        }
      }
    }
    assert.ok(opened > places / 4, `${opened} opened`);
  });
});

/** Puts the checksum that fits behind the bytes: see `checksum` of the core. */
function stamped(damaged) {
  const prime = 0x9e3779b185ebca87n;
  const whole = (value) => BigInt.asUintN(64, value);
  const view = new DataView(damaged.buffer, damaged.byteOffset, damaged.length);
  const size = damaged.length - 8;
  const lanes = [BigInt(size), prime, whole(~prime), whole(prime << 1n)];
  const add = (lane, word) => {
    const mixed = whole((lanes[lane] ^ word) * prime);
    lanes[lane] = whole(mixed << 31n) | (mixed >> 33n);
  };
  let at = 0;
  for (; at + 32 <= size; at += 32)
    for (let lane = 0; lane < 4; ++lane) add(lane, view.getBigUint64(at + 8 * lane, true));
  for (; at < size; ++at) add(0, BigInt(damaged[at]));
  for (let lane = 1; lane < 4; ++lane) add(0, lanes[lane]);
  view.setBigUint64(size, lanes[0], true);
  return damaged;
}

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
