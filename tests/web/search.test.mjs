import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { bundled } from './bundled.mjs';
import { surroundings } from './shop.mjs';

const { Store } = await bundled('store.ts');
const { asks, filtersOf, looser, toggled, withFilters } = await bundled('search-request.ts');

async function opened(changes) {
  const around = surroundings(changes);
  const store = new Store(around);
  await store.load();
  return { store, around, ask: (type, rest) => store.ask({ type, ...rest }) };
}

/** A shop whose core answers searches when it is told to. */
async function waiting() {
  const asked = [];
  const { loadCore } = surroundings();
  const core = await loadCore();
  const slow = Object.assign(await loadCore(), {
    call: (command, request) =>
      command === 'catalog.search'
        ? new Promise((resolve) =>
            asked.push({ request, answer: () => resolve(core.call(command, request)) }),
          )
        : core.call(command, request),
  });
  return { asked, ...(await opened({ loadCore: async () => slow })) };
}

const settled = () => new Promise((resolve) => setTimeout(resolve));

/** Waits until that many questions were asked in all. */
async function questions(asked, count) {
  for (let turn = 0; asked.length < count; ++turn) {
    assert.ok(turn < 1000, `${asked.length} questions`);
    await settled();
  }
}
const titles = ({ state }) => state.cards.map(({ title }) => title);
const search = (query, filters) => ['search', { request: { query, ...(filters && { filters }) } }];

describe('a search', () => {
  test('puts what it finds on the shelf, and says how much that is', async () => {
    const { store, around, ask } = await opened();
    await ask(...search('green'));
    assert.equal(store.state.total, 10);
    assert.equal(titles(store).length, 10);
    assert.ok(titles(store).every((title) => /green/.test(title)));
    const { name, detail } = around.events.at(-1);
    assert.equal(name, 'vitrine:search:update');
    assert.deepEqual(detail.request, { query: 'green' });
    assert.equal((await detail.promise).total, 10);
  });

  test('is left for the site’s own shelf', async () => {
    const { store, ask } = await opened();
    const before = titles(store);
    await ask(...search('green'));
    await ask('leave-search');
    assert.deepEqual(titles(store), before);
    assert.equal(store.state.total, 30);
    assert.equal(store.state.search, undefined);
  });

  test('adds the next page of what was found behind the first, once', async () => {
    const { store, ask } = await opened();
    await ask(...search('p'));
    assert.equal(store.state.cards.length, 24);
    await Promise.all([ask('more'), ask('more')]);
    assert.equal(store.state.cards.length, 30);
    assert.equal(new Set(titles(store)).size, 30);
  });

  test('takes no page of the one before it', async () => {
    const { store, asked, ask } = await waiting();
    const answered = async (...wish) => {
      const count = asked.length;
      const done = ask(...wish);
      await questions(asked, count + 1);
      asked.at(-1).answer();
      await done;
    };
    await answered(...search('p'));
    const more = ask('more');
    await questions(asked, 2);
    const late = asked.at(-1);
    await answered(...search('green'));
    late.answer();
    await more;
    assert.equal(store.state.cards.length, 10);
  });

  test('that was overtaken by another changes nothing', async () => {
    const { store, asked, ask } = await waiting();
    const both = [ask(...search('p1')), ask(...search('green'))];
    await questions(asked, 2);
    asked[1].answer();
    await settled();
    asked[0].answer();
    await Promise.all(both);
    assert.equal(store.state.search.request.query, 'green');
    assert.equal(store.state.total, 10);
  });

  test('that was left before its answer came does not come back', async () => {
    const { store, asked, ask } = await waiting();
    const looking = ask(...search('green'));
    await questions(asked, 1);
    await ask('leave-search');
    asked[0].answer();
    await looking;
    assert.equal(store.state.search, undefined);
    assert.equal(store.state.total, 30);
  });

  test('that is refused says why and leaves the shelf', async () => {
    const { store, around, ask } = await opened();
    await ask(...search('a b c d e f g h i j k l m'));
    assert.equal(store.state.search.fault.code, 'too_large');
    assert.equal(around.events.at(-1).name, 'vitrine:error');
    assert.equal(store.state.cards.length, 24);
    await ask(...search('green'));
    assert.equal(store.state.search.fault, undefined);
  });

  test('is possible again after its code could not be fetched', async () => {
    const { loadSearching } = surroundings();
    let online = false;
    const { store, around, ask } = await opened({
      loadSearching: () => (online ? loadSearching() : Promise.reject(new TypeError('offline'))),
    });
    await ask(...search('green'));
    assert.equal(around.events.at(-1).detail.code, 'unavailable');
    assert.equal(store.state.cards.length, 24);
    online = true;
    await ask(...search('green'));
    assert.equal(store.state.total, 10);
  });

  test('tells by name what is put into the cart from it', async () => {
    const { store, ask } = await opened();
    await ask(...search('p29'));
    await ask('add', { offer_id: 'off_29', quantity: 1 });
    assert.equal(store.state.added.title, 'P29');
  });
});

test('coming near fetches what a search needs, so that it can do without a network then', async () => {
  const { loadSearching } = surroundings();
  let online = true;
  const { store, ask } = await opened({
    loadSearching: () => (online ? loadSearching() : Promise.reject(new TypeError('offline'))),
  });
  await store.prepare();
  online = false;
  await ask(...search('green'));
  assert.equal(store.state.total, 10);
});

describe('where nothing is found', () => {
  const ways = ({ state }) =>
    state.search.looser.map(({ request, total }) => [
      request.query,
      filtersOf(request).length,
      total,
    ]);

  test('what would be found with a filter less is counted', async () => {
    const { store, ask } = await opened();
    await ask(...search('green', { brands: ['Eisen'], categories: ['Rare'] }));
    assert.equal(store.state.total, 0);
    assert.deepEqual(ways(store), [
      ['green', 1, 3],
      ['green', 0, 10],
    ]);
  });

  test('what would be found with a word less is counted', async () => {
    const { store, ask } = await opened();
    await ask(...search('green xyzzy'));
    assert.deepEqual(ways(store), [['green', 0, 10]]);
  });

  test('nothing is offered that would find nothing either', async () => {
    const { store, ask } = await opened();
    await ask(...search('xyzzy plugh'));
    assert.deepEqual(ways(store), []);
  });
});

describe('suggestions', () => {
  test('are for the text that was typed last', async () => {
    const { store, ask } = await opened();
    await Promise.all(['g', 'gr', 'green'].map((query) => ask('suggest', { query })));
    assert.equal(store.state.suggested.query, 'green');
    assert.equal(store.state.suggested.answer.hits.length, 5);
    assert.equal(store.state.suggested.answer.total, 10);
    assert.equal(store.state.total, 30, 'the shelf stays');
  });

  test('wait for an answer before they ask again, and pass over what was typed meanwhile', async () => {
    const { store, asked, ask } = await waiting();
    const first = ask('suggest', { query: 'g' });
    await questions(asked, 1);
    for (const query of ['gr', 'gre', 'gree']) void ask('suggest', { query });
    await settled();
    assert.equal(asked.length, 1);
    asked[0].answer();
    await questions(asked, 2);
    assert.deepEqual(
      asked.map(({ request }) => request.query),
      ['g', 'gree'],
    );
    asked[1].answer();
    await first;
    assert.equal(store.state.suggested.query, 'gree');
  });

  test('are gone with the text', async () => {
    const { store, ask } = await opened();
    await ask('suggest', { query: 'green' });
    await ask('suggest', { query: ' ' });
    assert.equal(store.state.suggested, undefined);
  });
});

describe('the filters', () => {
  test('can be asked for without a search: then they are over everything', async () => {
    const { store, ask } = await opened();
    await ask('open-filters');
    assert.equal(store.state.panel, 'filters');
    assert.equal(store.state.total, 30);
    assert.deepEqual(store.state.search.request, {});
    await ask('close-filters');
    assert.equal(store.state.panel, undefined);
  });
});

describe('what a search asks', () => {
  const every = {
    query: 'larch',
    sort: 'price_ascending',
    filters: {
      categories: ['Timber'],
      brands: ['Holz', 'Eisen'],
      seller_ids: ['sel_1'],
      options: [
        { name: 'size', value: 'L' },
        { name: 'size', value: 'M' },
      ],
      price_min: 0,
      price_max: 999,
      available: true,
      pickup: true,
    },
  };

  test('comes apart into filters and together again', () => {
    assert.deepEqual(withFilters(every, filtersOf(every)), every);
    assert.equal(filtersOf(every).length, 9);
    assert.deepEqual(filtersOf({}), []);
  });

  test('loses each filter, and gets it back, by the same press', () => {
    for (const filter of filtersOf(every)) {
      assert.ok(asks(every, filter));
      const less = toggled(every, filter);
      assert.ok(!asks(less, filter), JSON.stringify(filter));
      assert.equal(filtersOf(less).length, 8);
      const again = toggled(less, filter);
      assert.ok(asks(again, filter));
      assert.equal(filtersOf(again).length, 9);
    }
  });

  test('has one range of prices at a time', () => {
    const cheap = toggled(every, { field: 'price', min: undefined, max: 499 });
    assert.deepEqual([cheap.filters.price_min, cheap.filters.price_max], [undefined, 499]);
    const dear = toggled(cheap, { field: 'price', min: 2000, max: undefined });
    assert.deepEqual([dear.filters.price_min, dear.filters.price_max], [2000, undefined]);
  });

  test('becomes looser by one filter, by all, by one word, and to one word', () => {
    const request = { query: 'a b  c', filters: { brands: ['x'], available: true } };
    assert.deepEqual(
      looser(request).map((less) => [less.query, filtersOf(less).length]),
      [
        ['a b  c', 1],
        ['a b  c', 1],
        ['a b  c', 0],
        ['b c', 2],
        ['a c', 2],
        ['a b', 2],
        ['a', 2],
        ['b', 2],
        ['c', 2],
      ],
    );
    assert.deepEqual(looser({ query: 'a' }), []);
  });
});
