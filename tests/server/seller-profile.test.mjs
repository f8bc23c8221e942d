// What a seller looks up and changes of itself: its offers, its rules, its endpoint, the orders of a status.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { Webhook } from 'standardwebhooks';
import { amount, ok, refused } from './client.mjs';
import { address } from './goods.mjs';
import { receiver } from './receiver.mjs';
import { openShop } from './shop.mjs';

describe('a seller and its own record', { timeout: 300_000 }, () => {
  let shop;
  let endpoint;
  before(async () => {
    endpoint = await receiver();
    shop = await openShop();
  });
  after(async () => {
    await shop?.stop();
    await endpoint?.close();
  });
  const call = (method, path, body, name = 'birch', of = shop) =>
    of.send(method, `/v1/seller/${path}`, {
      body,
      headers: { authorization: `Bearer ${of.sellers[name]?.api_key}` },
      timeout: 60_000,
    });
  const profile = async (name) => ok(await call('GET', 'profile', undefined, name));

  describe('its offers', () => {
    const skus = async (query, name) =>
      ok(await call('GET', `offers${query}`, undefined, name)).offers.map(({ sku }) => sku);

    test('are listed by SKU, and nobody else’s with them', async () => {
      const { offers, next } = ok(await call('GET', 'offers'));
      assert.deepEqual(
        offers.map(({ sku, title, price, stock }) => [sku, title, price, stock]),
        [
          ['BIR-SAW', 'Pull saw canary-birch', 3450, 40],
          ['BIR-SCREW', 'Torx screws canary-birch', 1090, 900],
        ],
      );
      assert.equal(next, undefined);
      assert.equal(offers[0].shipping_profile_id, 'parcel');
    });

    test('are found by title and SKU; what a pattern would mean is only a text', async () => {
      assert.deepEqual(await skus('?search=TORX'), ['BIR-SCREW']);
      assert.deepEqual(await skus('?search=bir-sa'), ['BIR-SAW']);
      for (const nothing of ['%25x', '_', 'B_R', '!', "'"])
        assert.deepEqual(await skus(`?search=${nothing}`), []);
    });

    test('come page by page, each once', async () => {
      const rows = Array.from(
        { length: 230 },
        (_, i) => `P-${1000 + i},Peg ${i},1.00 EUR,in_stock`,
      );
      const feed = ['id,title,price,availability', ...rows].join('\n');
      assert.ok(ok(await call('POST', 'imports', feed, 'alder')).kept);
      const seen = [];
      for (let after = ''; after !== undefined;) {
        const page = ok(await call('GET', `offers?search=peg&after=${after}`, undefined, 'alder'));
        seen.push(...page.offers.map(({ sku }) => sku));
        after = page.next;
      }
      assert.equal(seen.length, 230);
      assert.deepEqual(seen, [...new Set(seen)].sort());
    });
  });

  describe('its rules', () => {
    test('are what it was added with, and what it says of itself next', async () => {
      const known = await profile();
      assert.equal(known.id, shop.sellers.birch.id);
      const dearer = structuredClone(known);
      dearer.shipping_profiles[0].methods[0].zones[0].rate.base = 590;
      dearer.return_terms = 'Thirty days.';
      dearer.return_policy = { countries: ['DE'], days: 30, paid_by: 'seller', url: '' };
      assert.deepEqual(ok(await call('POST', 'profile', dearer)), dearer);
      assert.deepEqual(await profile(), dearer);
      const session = await shop.ready({ 'BIR-SCREW': 2 });
      assert.equal(amount(session.quote.totals, 'fulfillment'), 690);
      ok(await call('POST', 'profile', known));
    });

    test('are refused with the path of the fault, and stay as they were', async () => {
      const known = await profile();
      const but = (change) => {
        const wrong = structuredClone(known);
        change(wrong, wrong.shipping_profiles[0].methods[0].zones[0]);
        return wrong;
      };
      const rate = 'shipping_profiles[0].methods[0].zones[0].rate';
      for (const [code, path, change, status = 422] of [
        ['missing_field', 'name', (wrong) => (wrong.name = ' ')],
        ['too_large', 'name', (wrong) => (wrong.name = 'n'.repeat(201)), 413],
        ['invalid_format', 'email', (wrong) => (wrong.email = 'nobody')],
        ['invalid_format', 'country', (wrong) => (wrong.country = 'Germany')],
        ['invalid_format', 'currency', (wrong) => (wrong.currency = 'EURO')],
        ['currency_mismatch', 'currency', (wrong) => (wrong.currency = 'CHF')],
        ['invalid_format', 'id', (wrong) => (wrong.id = shop.sellers.alder.id)],
        ['out_of_range', 'tax_rates[0].rate_ppm', (wrong) => (wrong.tax_rates[0].rate_ppm = -1)],
        ['invalid_format', 'tax_rates[0].country', (wrong) => (wrong.tax_rates[0].country = 'de')],
        ['missing_field', 'shipping_profiles', (wrong) => (wrong.shipping_profiles = [])],
        ['not_deliverable', 'shipping_profiles', (wrong) => (wrong.shipping_profiles[0].id = 'x')],
        ['out_of_range', `${rate}.base`, (_, zone) => (zone.rate.base = -1)],
        ...Object.entries({
          'missing_field countries': { countries: [] },
          'invalid_format countries[1]': { countries: ['DE', 'de'] },
          'out_of_range days': { days: -1 },
          'out_of_range days ': { days: 3651 },
          'out_of_range paid_by': { paid_by: 'nobody' },
          'invalid_format url': { url: 'http://seller.example/returns' },
          'invalid_format url ': { url: 'https://seller.example/"><i>' },
        }).map(([fault, change]) => {
          const [code, field] = fault.trim().split(' ');
          const policy = { countries: ['DE'], days: 14, paid_by: 'customer', ...change };
          return [code, `return_policy.${field}`, (wrong) => (wrong.return_policy = policy)];
        }),
        ['unknown_field', 'surprise', (wrong) => (wrong.surprise = 1)],
      ])
        refused(await call('POST', 'profile', but(change)), status, code, path);
      assert.deepEqual(await profile(), known);
    });

    test('are tried on a basket before they are saved: the quote that a customer would get', async () => {
      const known = await profile();
      const lines = [
        { price: 1090, weight: 500, quantity: 2, shipping_profile_id: 'parcel' },
        { price: 3450, weight: 500, quantity: 1, shipping_profile_id: 'parcel' },
      ];
      const wish = { profile: known, line_items: lines, destination: { country: 'DE' } };
      const thought = ok(await call('POST', 'profile/preview', wish));
      const session = await shop.ready({ 'BIR-SCREW': 2, 'BIR-SAW': 1 });
      assert.equal(address.country, 'DE');
      assert.deepEqual(thought.totals, session.quote.totals);
      assert.deepEqual(thought.taxes, session.quote.taxes);
      const [group] = session.quote.sellers[0].groups;
      assert.deepEqual(thought.sellers[0].groups[0].options, group.options);

      wish.profile.shipping_profiles[0].methods[0].zones[0].rate.free_from = 5000;
      const free = ok(await call('POST', 'profile/preview', wish));
      assert.equal(amount(free.totals, 'fulfillment'), 0);
      assert.notEqual(
        (await profile()).shipping_profiles[0].methods[0].zones[0].rate.free_from,
        5000,
      );

      const abroad = ok(
        await call('POST', 'profile/preview', { ...wish, destination: { country: 'FR' } }),
      );
      assert.equal(abroad.messages[0].code, 'not_deliverable');
    });

    test('a basket or rules that are wrong are refused with their path', async () => {
      const known = await profile();
      const line = { price: 1, weight: 1, quantity: 1, shipping_profile_id: 'parcel' };
      const wish = (lines, more) => ({
        profile: known,
        line_items: lines,
        destination: { country: 'DE' },
        ...more,
      });
      for (const [code, path, body] of [
        ['out_of_range', 'line_items[0].price', wish([{ ...line, price: -1 }])],
        ['out_of_range', 'line_items[1].weight', wish([line, { ...line, weight: -1 }])],
        ['out_of_range', 'line_items[0].quantity', wish([{ ...line, quantity: 0 }])],
        [
          'unknown_option',
          'line_items[0].shipping_profile_id',
          wish([{ ...line, shipping_profile_id: 'lorry' }]),
        ],
        ['missing_field', 'profile.name', wish([line], { profile: { ...known, name: '' } })],
        ['invalid_format', 'destination.country', wish([line], { destination: { country: 'x' } })],
      ])
        refused(await call('POST', 'profile/preview', body), 422, code, path);
    });
  });

  describe('its endpoint', () => {
    test('is tried with a signed order that nobody placed, and nothing is kept of it', async () => {
      const { id, webhook_secret } = shop.sellers.clover;
      refused(
        await call('POST', 'endpoint/trial', undefined, 'clover'),
        422,
        'missing_field',
        'url',
      );
      const status = ok(await call('POST', 'endpoint', { url: endpoint.url }, 'clover'));
      assert.deepEqual([status.endpoint, status.url], ['active', endpoint.url]);
      const trial = ok(await call('POST', 'endpoint/trial', undefined, 'clover'));
      assert.deepEqual([trial.taken, trial.status, trial.problem], [true, 204, '']);
      assert.ok(trial.milliseconds >= 0 && trial.milliseconds < 20_000);
      const [{ raw, headers, event }] = endpoint.deliveries;
      new Webhook(webhook_secret).verify(raw, headers);
      assert.equal(event.type, 'order.test');
      const { data } = event;
      assert.deepEqual([data.id, data.seller_id, data.status], ['ord_test', id, 'placed']);
      assert.equal(data.fulfillments[0].title, 'letter');
      assert.equal(amount(data.totals, 'total'), 2 * 1250 + 190);
      assert.deepEqual(ok(await call('GET', 'orders', undefined, 'clover')).orders, []);
      const after = ok(await call('GET', 'endpoint', undefined, 'clover'));
      assert.deepEqual([after.waiting, after.parked], [0, 0]);
      assert.deepEqual(ok(await call('GET', 'deliveries', undefined, 'clover')).deliveries, []);
    });

    test('that says no is told of; one that takes its time holds up nobody, and is tried once at a time', async () => {
      endpoint.mode = 'refuse';
      const no = ok(await call('POST', 'endpoint/trial', undefined, 'clover'));
      assert.deepEqual([no.taken, no.status], [false, 503]);
      let release;
      endpoint.mode = (response) => (release = () => response.writeHead(204).end());
      const slow = call('POST', 'endpoint/trial', undefined, 'clover');
      while (!release) await new Promise((resolve) => setTimeout(resolve, 10));
      const second = await call('POST', 'endpoint/trial', undefined, 'clover');
      refused(second, 409, 'idempotency_in_flight', 'url');
      await shop.ready({ 'BIR-SCREW': 1 });
      release();
      assert.equal(ok(await slow).taken, true);
      endpoint.mode = 'take';
    });

    test('that is taken away leaves the inbox', async () => {
      const status = ok(await call('POST', 'endpoint', { url: '' }, 'clover'));
      assert.deepEqual([status.endpoint, status.url], ['none', '']);
      await shop.buy({ 'CLO-SEED': 1 });
      assert.equal(ok(await call('GET', 'orders', undefined, 'clover')).orders.length, 1);
      assert.equal(
        endpoint.deliveries.filter(({ event }) => event.type !== 'order.test').length,
        0,
      );
    });

    test('a text that is no URL, and one that leads inside, are refused when they are set', async () => {
      for (const url of [
        'orders',
        'ftp://shop.example/',
        'https://me:you@shop.example/',
        'https://',
      ])
        refused(await call('POST', 'endpoint', { url }), 422, 'invalid_format', 'url');
      const guarded = await openShop({ insecure: false });
      const set = (url) => call('POST', 'endpoint', { url }, 'birch', guarded);
      try {
        for (const url of [
          'http://shop.example/orders',
          'https://127.0.0.1/orders',
          'https://[::1]/orders',
          'https://192.168.1.1/orders',
          'https://169.254.169.254/latest/meta-data',
        ])
          refused(await set(url), 422, 'invalid_format', 'url');
        // A name is looked at when something is sent there.
        ok(await set(`https://localhost:${endpoint.port}/orders`));
        const trial = ok(await call('POST', 'endpoint/trial', undefined, 'birch', guarded));
        assert.deepEqual(
          [trial.taken, trial.status, trial.problem],
          [false, 0, 'the address is not public'],
        );
      } finally {
        await guarded.stop();
      }
    });
  });

  test('its inbox is read by status, oldest or newest first', async () => {
    const bought = [];
    for (let i = 0; i < 3; ++i) {
      await shop.buy({ 'BIR-SCREW': 1 });
      bought.push(ok(await shop.seller('birch', 'GET', '?newest_first=true')).orders[0].id);
    }
    ok(await shop.seller('birch', 'POST', `/${bought[1]}/acknowledge`, {}));
    const ids = async (query) =>
      ok(await shop.seller('birch', 'GET', query)).orders.map(({ id }) => id);
    assert.deepEqual(await ids('?status=placed'), [bought[0], bought[2]]);
    assert.deepEqual(await ids('?status=acknowledged'), [bought[1]]);
    assert.deepEqual(await ids('?status=placed&newest_first=true'), [bought[2], bought[0]]);
    assert.deepEqual(await ids(`?after=${bought[1]}`), [bought[2]]);
    assert.deepEqual(await ids(`?newest_first=true&after=${bought[1]}`), [bought[0]]);
    refused(await shop.seller('birch', 'GET', '?status=lost'), 422, 'invalid_format', 'status');
  });
});
