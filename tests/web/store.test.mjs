import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { bundled } from './bundled.mjs';
import { manifest, server, storage, surroundings } from './shop.mjs';

const { Store } = await bundled('store.ts');
const { showChanges } = await bundled('open-page.ts');
const key = `vitrine ${server} site_1`;

async function opened(changes) {
  const around = surroundings(changes);
  const store = new Store(around);
  await store.load();
  return { store, around, ask: (type, rest) => store.ask({ type, ...rest }) };
}

const lines = ({ state }) => state.cart.line_items.map((line) => [line.offer_id, line.quantity]);
const add = (offer_id, quantity = 1) => ['add', { offer_id, quantity }];
const set = (offer_id, quantity) => ['set', { offer_id, quantity }];

describe('opening a shop', () => {
  test('shows the first page for the country of the site', async () => {
    const { store } = await opened();
    assert.equal(store.state.phase, 'ready');
    assert.equal(store.state.cards.length, 24);
    assert.deepEqual(store.state.destination, { country: 'DE' });
  });

  test('asks the network for the manifest alone; for the catalogue when somebody comes near', async () => {
    const urls = [];
    const { fetch } = surroundings();
    const { store, around } = await opened({ fetch: (url) => (urls.push(url), fetch(url)) });
    assert.deepEqual(urls, [`${server}/v1/sites/site_1/manifest.json`]);
    assert.deepEqual(around.calls, []);
    await store.prepare();
    assert.deepEqual(urls.slice(1), [manifest.catalog_url]);
  });

  test('prefers the country that the page names', async () => {
    const { store } = await opened({ country: 'AT' });
    assert.equal(store.state.destination.country, 'AT');
  });

  test('says why the server refused', async () => {
    const body = { error: { code: 'forbidden_origin', path: '', message: '' } };
    const { store, around } = await opened({
      fetch: async () => Response.json(body, { status: 403 }),
    });
    assert.equal(store.state.phase, 'failed');
    assert.equal(store.state.fault.code, 'forbidden_origin');
    assert.deepEqual(around.events.at(-1).name, 'vitrine:error');
  });

  test('is tried again after the network came back', async () => {
    const { fetch } = surroundings();
    let online = false;
    const lossy = async (url) => (online ? fetch(url) : Promise.reject(new TypeError('offline')));
    const { store, ask } = await opened({ fetch: lossy });
    assert.equal(store.state.fault.code, 'unavailable');
    online = true;
    await ask('retry');
    assert.equal(store.state.phase, 'ready');
    assert.equal(store.state.fault, undefined);
  });

  test('lets the server answer where WebAssembly is forbidden', async () => {
    const posts = [];
    const { fetch } = surroundings();
    const { store } = await opened({
      loadCore: () => Promise.reject(new WebAssembly.CompileError('blocked by CSP')),
      fetch: async (url, init) => {
        if (init?.method !== 'POST') return fetch(url);
        posts.push(url);
        return Response.json({ totals: [], messages: [] });
      },
    });
    assert.equal(store.state.phase, 'ready');
    await store.prepare();
    assert.deepEqual(posts, [`${server}/v1/sites/site_1/commands/quote`]);
    assert.deepEqual(store.state.priced.quote.totals, []);
  });

  test('says that a wish came to nothing where the core cannot be fetched, until one does not', async () => {
    let online = false;
    const { loadCore } = surroundings();
    const { store, around, ask } = await opened({
      loadCore: () => (online ? loadCore() : Promise.reject(new TypeError('offline'))),
    });
    await ask(...add('off_post'));
    assert.equal(store.state.phase, 'ready');
    assert.equal(store.state.unanswered, true);
    assert.deepEqual(lines(store), []);
    assert.deepEqual(around.events.at(-1).detail, { code: 'unavailable', path: '' });
    online = true;
    await ask(...add('off_post'));
    assert.equal(store.state.unanswered, false);
    assert.deepEqual(lines(store), [['off_post', 1]]);
  });

  test('says why a catalogue is refused, and asks for it again with the next wish', async () => {
    let damaged = true;
    let asked = 0;
    const { loadCore } = surroundings();
    const refused = { ok: false, error: { code: 'corrupt_catalog', path: '' } };
    const { store, ask } = await opened({
      loadCore: async () => {
        const core = await loadCore();
        core.openCatalogue = async () => (++asked, damaged ? refused : { ok: true });
        return core;
      },
    });
    const answer = await store.update([{ offer_id: 'off_post', quantity: 1 }]);
    assert.deepEqual(answer, refused);
    damaged = false;
    await ask(...add('off_post'));
    assert.deepEqual(lines(store), [['off_post', 1]]);
    assert.equal(asked, 2);
  });

  test('adds the next page behind the first, once', async () => {
    const { store, ask } = await opened();
    await Promise.all([ask('more'), ask('more')]);
    assert.equal(store.state.cards.length, 30);
  });
});

describe('the cart', () => {
  test('counts quick presses each', async () => {
    const { store, ask } = await opened();
    await Promise.all([ask(...add('off_post')), ask(...add('off_post')), ask(...add('off_soil'))]);
    assert.deepEqual(lines(store), [
      ['off_post', 2],
      ['off_soil', 1],
    ]);
    assert.equal(store.state.priced.quote.totals[0].amount, 3700);
  });

  test('shows what was pressed before the core has come, and fetches nothing until the page has painted it', async () => {
    const { fetch } = surroundings();
    const urls = [];
    let painted;
    const { store, ask } = await opened({
      fetch: (url) => (urls.push(url), fetch(url)),
      afterPaint: () => new Promise((paint) => (painted = paint)),
    });
    const pressed = ask(...add('off_post', 2));
    while (!painted) await null;
    assert.deepEqual(lines(store), [['off_post', 2]]);
    assert.deepEqual(urls.slice(1), []);
    painted();
    await pressed;
    assert.deepEqual(lines(store), [['off_post', 2]]);
    assert.deepEqual(urls.slice(1), [manifest.catalog_url]);
  });

  test('takes back what is shown where the core declines it', async () => {
    const { loadCore } = surroundings();
    const { store, ask } = await opened({
      loadCore: async () => {
        const core = await loadCore();
        const { call } = core;
        const declined = { ok: false, error: { code: 'out_of_range', path: 'line_items[0]' } };
        core.call = (command, request) =>
          command === 'cart.update' && request.line_items[0].quantity > 9
            ? Promise.resolve(declined)
            : call.call(core, command, request);
        return core;
      },
    });
    await ask(...add('off_soil'));
    const seen = [];
    store.subscribe(() => seen.push(lines(store).at(-1)?.[1]));
    await ask(...set('off_soil', 10));
    assert.ok(seen.includes(10));
    assert.deepEqual(lines(store), [['off_soil', 1]]);
  });

  test('keeps offer ids and quantities, and no more', async () => {
    const { around, ask } = await opened();
    await ask(...add('off_post', 3));
    assert.deepEqual([...around.storage.kept], [[key, '[["off_post",3]]']]);
  });

  test('survives a reload', async () => {
    const { store } = await opened({ storage: storage({ [key]: '[["off_soil",4]]' }) });
    assert.deepEqual(lines(store), [['off_soil', 4]]);
    assert.equal(store.state.priced.quote.totals[0].amount, 2800);
  });

  test('is empty when what was kept is no cart', async () => {
    for (const text of ['{', 'null', '7', '[[1,2]]', '[["off_soil",-1]]', '[["off_soil",1.5]]']) {
      const { store } = await opened({ storage: storage({ [key]: text }) });
      assert.deepEqual(lines(store), [], text);
    }
  });

  test('takes in what another tab put there', async () => {
    const shared = storage();
    const [one, other] = [await opened({ storage: shared }), await opened({ storage: shared })];
    await one.ask(...add('off_post'));
    await other.ask(...add('off_soil'));
    await one.store.storageChanged(key, shared.getItem(key));
    assert.deepEqual(lines(one.store), lines(other.store));
    assert.equal(lines(one.store).length, 2);
  });

  test('lives without storage', async () => {
    const full = { ...storage(), setItem: () => assert.fail('QuotaExceededError') };
    for (const kept of [undefined, full]) {
      const { store, ask } = await opened({ storage: kept });
      await ask(...add('off_post'));
      await ask(...add('off_post'));
      assert.deepEqual(lines(store), [['off_post', 2]]);
    }
  });

  test('puts a removed line back with its quantity', async () => {
    const { store, ask } = await opened();
    await ask(...add('off_post', 4));
    await ask(...set('off_post', 0));
    assert.deepEqual(lines(store), []);
    assert.equal(store.state.removed.title, 'Post');
    await ask('undo');
    assert.deepEqual(lines(store), [['off_post', 4]]);
    assert.equal(store.state.removed, undefined);
  });

  test('stays as it was when a change is refused', async () => {
    const { store, around, ask } = await opened();
    await ask(...add('off_post'));
    await ask(...set('off_post', 2_000_000));
    assert.deepEqual(lines(store), [['off_post', 1]]);
    assert.equal(around.events.at(-1).detail.code, 'out_of_range');
  });

  test('is empty after the checkout is complete', async () => {
    const { store, around, ask } = await opened();
    await ask(...add('off_post'));
    await ask('checkout');
    await ask('checkout-complete');
    assert.deepEqual(lines(store), []);
    assert.equal(around.storage.kept.size, 0);
    assert.equal(store.state.panel, 'checkout', 'the confirmation stays in sight');
    assert.ok(around.events.some(({ name }) => name === 'vitrine:checkout:complete'));
  });

  test('tells the page of each change when it starts, and what came of it', async () => {
    const { store, around, ask } = await opened();
    await ask(...add('off_post', 2));
    around.events.length = 0;
    let before;
    around.events.push = (event) => {
      before ??= lines(store);
      return Array.prototype.push.call(around.events, event);
    };
    const asking = { name: 'who asked' };
    await store.ask({ type: 'add', offer_id: 'off_post', quantity: 3 }, asking);
    assert.deepEqual(
      around.events.map(({ name }) => name),
      ['vitrine:cart:lines-update', 'vitrine:quote:update'],
    );
    const [{ detail, from }, { detail: quoted }] = around.events;
    assert.deepEqual(before, [['off_post', 2]]);
    assert.equal(from, asking);
    assert.deepEqual(detail.lines, [{ offer_id: 'off_post', quantity: 5 }]);
    const { cart, quote, messages } = await detail.promise;
    assert.deepEqual(cart.line_items, detail.lines);
    assert.equal(quote.totals[0].amount, 7500);
    assert.deepEqual(messages, []);
    assert.deepEqual(await quoted.promise, quote);
  });

  test('takes a batch of quantities, all or none', async () => {
    const { store } = await opened();
    const wanted = (...rows) => rows.map(([offer_id, quantity]) => ({ offer_id, quantity }));
    await store.update(wanted(['off_board', 1], ['off_post', 2]));
    assert.deepEqual(lines(store), [
      ['off_board', 1],
      ['off_post', 2],
    ]);
    const refused = await store.update(wanted(['off_board', 3], ['off_post', 2_000_000]));
    assert.equal(refused.error.code, 'out_of_range');
    const taken = await store.update(wanted(['off_board', 0]));
    assert.deepEqual(taken.value.cart.line_items, wanted(['off_post', 2]));
    assert.deepEqual(lines(store), [['off_post', 2]]);
  });

  test('answers a wish that cannot be granted with messages', async () => {
    const { store } = await opened();
    const answer = await store.update([{ offer_id: 'off_board', quantity: 9 }]);
    assert.ok(answer.ok);
    assert.deepEqual(
      answer.value.messages.map(({ code, limit }) => [code, limit]),
      [['out_of_stock', 5]],
    );
  });

  test('can be changed before the shop is open, and by whoever opens it first', async () => {
    const store = new Store(surroundings());
    await store.update([{ offer_id: 'off_post', quantity: 1 }]);
    assert.equal(store.state.phase, 'ready');
    assert.deepEqual(lines(store), [['off_post', 1]]);
  });

  test('rejects the promise of a change only where a request failed', async () => {
    const around = surroundings({ fetch: () => Promise.reject(new TypeError('offline')) });
    const store = new Store(around);
    await store.update([{ offer_id: 'off_post', quantity: 1 }]);
    const told = around.events.find(({ name }) => name === 'vitrine:cart:lines-update');
    await assert.rejects(told.detail.promise, { name: 'VitrineError', code: 'unavailable' });
  });
});

describe('the quote', () => {
  test('is for the destination that was asked for last', async () => {
    const { store, ask } = await opened();
    await ask(...add('off_post'));
    await Promise.all(
      ['AT', 'FR'].map((country) => ask('deliver-to', { country, postcode: '75001' })),
    );
    assert.deepEqual(store.state.priced.quote.destination, { country: 'FR', postcode: '75001' });
  });

  test('takes the chosen delivery, and forgets one that is refused', async () => {
    const { store, ask } = await opened();
    await ask(...add('off_post'));
    await ask('select-option', { group_id: 'sel_wood/parcel', option_id: 'post' });
    assert.deepEqual(store.state.choices, { 'sel_wood/parcel': 'post' });
    await ask('select-option', { group_id: 'sel_wood/parcel', option_id: 'pigeon' });
    assert.equal(store.state.priced.quote.messages[0].code, 'unknown_option');
    assert.deepEqual(store.state.choices, {});
  });

  test('of one product alone leaves the cart as it is', async () => {
    const { store, ask } = await opened();
    await ask('view-product', { product_id: 'pro_1' });
    await ask('estimate', { offer_id: 'off_soil', quantity: 2 });
    assert.equal(store.state.estimate.quote.totals[0].amount, 1400);
    assert.deepEqual(lines(store), []);
    await ask('close-product');
    assert.equal(store.state.estimate, undefined);
  });
});

describe('the ways to get a cart', () => {
  const way = ({ state }) => state.ways.found.choices[0];

  test('are sought when the cart is opened, and again when it changes', async () => {
    const { store, ask } = await opened();
    await ask(...add('off_soil', 2));
    assert.equal(store.state.ways, undefined);
    await ask('open-cart');
    assert.deepEqual(way(store).line_items, [{ offer_id: 'off_board', quantity: 2 }]);
    await ask(...set('off_soil', 3));
    assert.deepEqual(way(store).line_items, [{ offer_id: 'off_board', quantity: 3 }]);
  });

  test('one that is taken replaces the cart and its deliveries, until it is undone', async () => {
    const { store, ask, around } = await opened();
    await ask(...add('off_soil', 2));
    await ask('open-cart');
    await ask('take', { choice: way(store) });
    assert.deepEqual(lines(store), [['off_board', 2]]);
    assert.deepEqual(store.state.choices, {});
    assert.match(around.storage.getItem(key), /off_board/);
    await ask('untake');
    assert.deepEqual(lines(store), [['off_soil', 2]]);
    assert.equal(store.state.taken, undefined);
  });

  test('leave alone what is pinned', async () => {
    const { store, ask } = await opened();
    await ask(...add('off_soil', 2));
    await ask('open-cart');
    await ask('pin', { offer_id: 'off_soil', pinned: true });
    assert.deepEqual(way(store).line_items, [{ offer_id: 'off_soil', quantity: 2 }]);
    await ask('pin', { offer_id: 'off_soil', pinned: false });
    assert.deepEqual(way(store).line_items, [{ offer_id: 'off_board', quantity: 2 }]);
  });
});

describe('what is often bought together', () => {
  test('comes after the product that is viewed, and never with another one', async () => {
    const { store, ask } = await opened();
    const seen = [];
    store.subscribe(({ product, companions }) => {
      if (companions) seen.push([product.id, companions.products.map(({ id }) => id)]);
    });
    await Promise.all([
      ask('view-product', { product_id: 'pro_1' }),
      ask('view-product', { product_id: 'pro_2' }),
    ]);
    const [shown, companions] = [store.state.product.id, store.state.companions];
    assert.equal(companions.products.length, 2);
    assert.ok(seen.length > 0);
    for (const [product, ids] of seen) assert.ok(!ids.includes(product));
    await ask('view-product', { product_id: 'pro_3' });
    assert.notEqual(store.state.product.id, shown);
    assert.notEqual(store.state.companions, companions);
  });
});

describe('what is said of a product', () => {
  const told = ({ reviews }) => reviews?.reviews.map(({ id }) => id);
  const turn = () => new Promise((resolve) => setTimeout(resolve, 5));

  test('comes page by page, each once, and never with another product', async () => {
    const { store, ask } = await opened();
    await ask('view-product', { product_id: 'pro_1' });
    await turn();
    assert.deepEqual(told(store.state), ['rev_pro_1_1', 'rev_pro_1_2']);
    await Promise.all([ask('more-reviews'), ask('more-reviews')]);
    assert.deepEqual(told(store.state), ['rev_pro_1_1', 'rev_pro_1_2', 'rev_pro_1_3']);
    assert.equal(store.state.reviews.next, undefined);
    const more = ask('view-product', { product_id: 'pro_2' });
    await more;
    assert.equal(told(store.state), undefined);
    await turn();
    assert.deepEqual(told(store.state), ['rev_pro_2_1', 'rev_pro_2_2']);
  });

  test('is missing without a word where it cannot be had', async () => {
    const { store, ask, around } = await opened({
      loadReviews: async () => ({ readReviews: fail }),
    });
    await ask('view-product', { product_id: 'pro_1' });
    await turn();
    assert.equal(told(store.state), undefined);
    assert.ok(!around.events.some(({ name }) => name === 'vitrine:error'));
  });
  const fail = async () => {
    throw new Error('no connection');
  };
});

describe('an open page', () => {
  const cheaper = { offer_id: 'off_post', price: 1400, stock: 3 };

  test('goes on from the version of its catalogue, until it is closed', async () => {
    const { store, around } = await opened();
    const [{ url, version, signal }] = around.followed;
    assert.equal(url, `${server}/v1/sites/site_1/changes`);
    assert.equal(version, manifest.catalog_version);
    store.close();
    assert.ok(signal.aborted);
    store.follow();
    assert.ok(!around.followed[1].signal.aborted);
  });

  test('tells the core what changed, and shows its cards and its product again', async () => {
    const { store, around, ask } = await opened();
    await ask('more');
    await ask('view-product', { product_id: 'pro_1' });
    const { cards, product } = store.state;
    around.calls.length = 0;
    await showChanges(around.followed[0].page, [cheaper]);
    assert.deepEqual(
      around.calls.map(({ command }) => command),
      ['change', 'catalog.products', 'catalog.product'],
    );
    assert.deepEqual(around.calls[0].request, [cheaper]);
    assert.equal(store.state.cards.length, 30);
    assert.notEqual(store.state.cards, cards);
    assert.notEqual(store.state.product, product);
  });

  test('shows what a search has found again, and goes on searching', async () => {
    const { store, around, ask } = await opened();
    await ask('search', { request: { query: 'green' } });
    const { cards, total } = store.state;
    around.calls.length = 0;
    await showChanges(around.followed[0].page, [cheaper]);
    assert.deepEqual(
      around.calls.map(({ command, request }) => [command, request.query]),
      [
        ['change', undefined],
        ['catalog.search', 'green'],
      ],
    );
    assert.deepEqual([store.state.cards.length, store.state.total], [cards.length, total]);
    assert.notEqual(store.state.cards, cards);
  });

  test('prices the cart anew when it holds what changed, and says so until the cart is closed', async () => {
    const { store, around, ask } = await opened();
    await ask(...add('off_post'));
    const heard = (offers) => showChanges(around.followed[0].page, offers);
    const quotes = () => around.calls.filter(({ command }) => command === 'quote').length;
    const before = quotes();
    await heard([{ offer_id: 'off_soil', price: 1 }]);
    assert.equal(quotes(), before);
    assert.deepEqual(store.state.repriced, []);
    await heard([cheaper]);
    assert.equal(quotes(), before + 1);
    assert.deepEqual(store.state.repriced, [
      { offer_id: 'off_post', title: 'Post', before: 1500, price: 1400 },
    ]);
    await ask('open-cart');
    await ask('close-cart');
    assert.deepEqual(store.state.repriced, []);
  });

  test('does not speak of a price that is as the customer saw it', async () => {
    const { store, around, ask } = await opened();
    await ask(...add('off_post'));
    const heard = (offers) => showChanges(around.followed[0].page, offers);
    await heard([{ offer_id: 'off_post', price: 1500, stock: 1 }]);
    assert.deepEqual(store.state.repriced, []);
    await heard([cheaper]);
    await heard([{ offer_id: 'off_post', price: 1300 }]);
    assert.equal(store.state.repriced[0].before, 1500);
    await heard([{ offer_id: 'off_post', price: 1500 }]);
    assert.deepEqual(store.state.repriced, []);
  });

  test('fetches the catalogue anew when it missed too much', async () => {
    const { around } = await opened();
    await around.followed[0].missed();
    assert.equal(around.followed.length, 2);
    assert.ok(around.followed[0].signal.aborted);
  });
});

test('a listener hears nothing after it unsubscribed', async () => {
  const { store, ask } = await opened();
  let heard = 0;
  const leave = store.subscribe(() => heard++);
  await ask('open-cart');
  assert.equal(heard, 1);
  leave();
  await ask('close-cart');
  assert.equal(heard, 1);
});
