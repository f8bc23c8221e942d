/** The notes of the cards, on the WASM core and the catalogue of the golden vectors. */
import assert from 'node:assert/strict';
import { before, describe, mock, test } from 'node:test';
import { bundled } from './bundled.mjs';
import { snapshot } from './snapshot.mjs';

const { loadCore } = await import('../../dist/core.js');
const { followShelf } = await bundled('marginal.ts');
const { empty } = await bundled('state.ts');

const manifest = { currency: 'EUR', sourcing: undefined };
const destination = { country: 'DE', postcode: '10115' };

/** A store's side that `followShelf` sees. */
function shelfOf(core, state) {
  const shelf = {
    asked: 0,
    listeners: [],
    now: { ...empty, phase: 'ready', manifest, destination, ...state },
    call: (command, request) => (++shelf.asked, core.call(command, request)),
    state: () => shelf.now,
    set: (change) => {
      shelf.now = { ...shelf.now, ...change };
      for (const listener of shelf.listeners) listener(shelf.now);
    },
    subscribe: (listener) => shelf.listeners.push(listener),
  };
  followShelf(shelf);
  return shelf;
}

/** Lets all pauses end and all answers come, however long that takes. */
async function settled() {
  for (let turn = 0; turn < 50; ++turn) {
    mock.timers.tick(200);
    await new Promise(setImmediate);
  }
}

describe('the notes of the cards', () => {
  let core, cards, sellers, offers;
  before(async () => {
    core = await loadCore();
    await core.openCatalogue(snapshot());
    const { products } = (await core.call('catalog.products', { limit: 200 })).value;
    cards = products;
    ({ sellers } = (await core.call('catalog.sellers', {})).value);
    const all = await Promise.all(
      products.map(({ id }) => core.call('catalog.product', { product_id: id })),
    );
    offers = new Map(
      all.flatMap(({ value }) => value.variants.flatMap((v) => v.offers.map((o) => [o.id, o]))),
    );
    mock.timers.enable({ apis: ['setTimeout'] });
  });

  const total = async (line_items) => {
    const { value } = await core.call('quote', { currency: 'EUR', destination, line_items });
    if (!value || value.messages.some(({ type }) => type === 'error')) return undefined;
    return value.totals.find(({ type }) => type === 'total').amount;
  };

  test('say what the quote rises by beyond the goods’ own price', async () => {
    let seed = 7;
    const random = (below) => (seed = (seed * 1103515245 + 12345) % 2 ** 31) % below;
    const told = { fits: 0, newParcel: 0, saving: 0 };
    let compared = 0;
    for (let round = 0; round < 30; ++round) {
      const ids = [...offers.keys()];
      const wanted = new Map();
      while (wanted.size < 1 + (round % 3)) wanted.set(ids[random(ids.length)], 1 + random(3));
      const line_items = [...wanted].map(([offer_id, quantity]) => ({ offer_id, quantity }));
      const before = await total(line_items);
      if (before === undefined) continue;
      const shelf = shelfOf(core, { cards, sellers, cart: { line_items } });
      await settled();
      for (const [offer_id, { says, amount }] of shelf.now.notes) {
        const { price, seller_id } = offers.get(offer_id);
        if (!sellers.find(({ id }) => id === seller_id).prices_include_tax) continue;
        const more = new Map(wanted).set(offer_id, (wanted.get(offer_id) ?? 0) + 1);
        const after = await total([...more].map(([id, quantity]) => ({ offer_id: id, quantity })));
        if (after === undefined) continue; // more than there is
        const rise = after - before - price;
        assert.equal(says === 'saving' ? -amount : amount, rise, `${offer_id} to ${[...wanted]}`);
        ++told[says];
        ++compared;
      }
    }
    assert.ok(compared > 20 && told.fits > 0 && told.newParcel > 0, JSON.stringify(told));
  });

  test('follow the cart, and go with it', async () => {
    const [first] = offers.keys();
    const shelf = shelfOf(core, { cards, sellers });
    await settled();
    assert.equal(shelf.now.notes, undefined);
    assert.equal(shelf.asked, 0);
    shelf.set({ cart: { line_items: [{ offer_id: first, quantity: 1 }] } });
    await settled();
    assert.ok(shelf.now.notes.size > 0);
    const { asked } = shelf;
    shelf.set({ panel: 'cart' });
    await settled();
    assert.equal(shelf.asked, asked);
    shelf.set({ cart: { line_items: [] } });
    await settled();
    assert.equal(shelf.now.notes, undefined);
  });

  test('of quick changes answer the last alone, after its prices', async () => {
    const [first] = offers.keys();
    const shelf = shelfOf(core, { cards, sellers });
    for (let quantity = 1; quantity <= 5; ++quantity)
      shelf.set({ quoting: true, cart: { line_items: [{ offer_id: first, quantity }] } });
    await settled();
    assert.equal(shelf.asked, 0);
    shelf.set({ quoting: false });
    await settled();
    assert.equal(shelf.asked, Math.ceil(cards.filter(({ available }) => available).length / 6));
  });
});
