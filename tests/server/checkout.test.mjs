// One purchase from three sellers, over HTTP, to the sellers' endpoints.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { Webhook } from 'standardwebhooks';
import { amount, ok, refused } from './client.mjs';
import { address, buyer } from './goods.mjs';
import { receiver } from './receiver.mjs';
import { openShop } from './shop.mjs';

const names = ['alder', 'birch', 'clover'];

/** Rows that add up to their one total. */
function assertAddsUp(totals) {
  const sum = totals
    .filter(({ type }) => type !== 'total')
    .reduce((all, row) => all + row.amount, 0);
  assert.equal(totals.filter(({ type }) => type === 'total').length, 1);
  assert.equal(amount(totals, 'total'), sum);
  for (const row of totals) assert.ok(Number.isSafeInteger(row.amount));
}

describe('a purchase from three sellers', { timeout: 300_000 }, () => {
  let shop;
  let session;
  let bought;
  const endpoints = {};
  const wanted = { 'ALD-BOARD': 2, 'BIR-SCREW': 3, 'BIR-SAW': 1, 'CLO-SEED': 5 };
  const groupOf = (state, name) =>
    state.quote.sellers.find(({ seller_id }) => seller_id === shop.sellers[name].id).groups[0];

  const note = (name, text) => ({ seller_id: shop.sellers[name].id, text });

  before(async () => {
    for (const name of names) endpoints[name] = await receiver();
    const urls = Object.fromEntries(names.map((name) => [name, endpoints[name].url]));
    shop = await openShop({ endpoints: urls });
  });
  after(async () => {
    await shop?.stop();
    for (const each of Object.values(endpoints)) await each.close();
  });

  test('a new checkout has the whole price, a secret, and says what is missing', async () => {
    session = await shop.session(wanted);
    assert.match(session.id, /^cs_/);
    assert.ok(session.secret.length > 20);
    assert.equal(session.status, 'incomplete');
    assert.deepEqual(session.line_items, shop.line_items(wanted));
    assert.deepEqual([session.site_name, session.language], ['The Garden', 'en']);
    assert.deepEqual(session.quote.countries, ['AT', 'DE', 'FR']);
    assert.deepEqual(
      session.quote.taxes.map(({ rate_ppm, included }) => [rate_ppm, included]),
      [
        [190_000, true],
        [70_000, false],
      ],
    );
    assert.deepEqual(
      session.messages.filter(({ type }) => type === 'error').map(({ code, path }) => [code, path]),
      [
        ['missing_field', 'buyer'],
        ['missing_field', 'address'],
        ['missing_field', 'payment_method'],
      ],
    );
    assert.deepEqual(
      session.sellers.map(({ name }) => name),
      ['Alder Timber', 'Birch Iron', 'Clover Seeds'],
    );
    assert.ok(Date.parse(session.expires_at) > Date.now());
  });

  test('each seller has the parcels, taxes and totals of its own rules', async () => {
    const of = (name) =>
      session.quote.sellers.find(({ seller_id }) => seller_id === shop.sellers[name].id);
    // 2 × 18.90 by lorry for 49.00, 19 % within.
    assert.deepEqual(of('alder').totals, [
      { type: 'subtotal', amount: 3780 },
      { type: 'fulfillment', amount: 4900 },
      { type: 'total', amount: 8680 },
    ]);
    assert.equal(of('alder').taxes[0].amount, Math.round((8680 * 19) / 119));
    // 3 × 10.90 + 34.50; 4.90 and 4 × 0.50.
    assert.deepEqual(of('birch').totals, [
      { type: 'subtotal', amount: 6720 },
      { type: 'fulfillment', amount: 690 },
      { type: 'total', amount: 7410 },
    ]);
    // 5 × 2.95 and a letter for 1.90, 7 % on top: 1665 × 0.07 = 116.55.
    assert.deepEqual(of('clover').totals, [
      { type: 'subtotal', amount: 1475 },
      { type: 'fulfillment', amount: 190 },
      { type: 'tax', amount: 117 },
      { type: 'total', amount: 1782 },
    ]);
  });

  test('totals add up to the cent, per seller and over all', () => {
    const { totals, sellers } = session.quote;
    for (const part of [...sellers, { totals }]) assertAddsUp(part.totals);
    for (const { type, amount: sum } of totals) {
      assert.equal(
        sum,
        sellers.reduce((all, seller) => all + amount(seller.totals, type), 0),
        type,
      );
    }
    assert.equal(amount(totals, 'total'), 8680 + 7410 + 1782);
  });

  test('buyer, address, options and payment may come one by one', async () => {
    const { update } = shop.customer;
    ok(await update(session, { buyer }));
    ok(await update(session, { address }));
    const express = groupOf(session, 'birch');
    const yard = groupOf(session, 'alder');
    const selected_options = [
      { group_id: express.id, option_id: 'express' },
      { group_id: yard.id, option_id: 'yard' },
    ];
    const chosen = ok(await update(session, { selected_options }));
    assert.equal(groupOf(chosen, 'birch').amount, 1290);
    assert.equal(groupOf(chosen, 'alder').amount, 0);
    assert.equal(chosen.status, 'incomplete');
    const notes = [note('alder', 'Ring at canary-gate,\nplease'), note('birch', 'canary-knock')];
    assert.deepEqual(ok(await update(session, { notes })).notes, notes);
    const state = ok(await update(session, { payment_method: 'pay_on_delivery' }));
    assert.deepEqual(state.notes, notes);
    assert.equal(state.status, 'ready_for_complete');
    assert.deepEqual(state.messages, []);
    assert.equal(state.secret, undefined);
    const read = await shop.customer.read(session);
    assert.deepEqual(ok(read), state);
    // 3780 at the yard, 6720 + 1290, 1475 + 190 + 117.
    assert.equal(amount(state.quote.totals, 'total'), 3780 + 8010 + 1782);
    assertAddsUp(state.quote.totals);
  });

  test('completing it places one order per seller, and the link shows them', async () => {
    bought = ok(await shop.customer.complete(session, 13572));
    assert.equal(bought.status, 'completed');
    assert.match(bought.order.url, new RegExp(`^${shop.url}/orders/[\\w-]{20,}$`));
    const page = await shop.send('GET', new URL(bought.order.url).pathname);
    assert.equal(page.status, 200);
    assert.match(page.headers['content-type'], /^text\/html/);

    const group = ok(await shop.customer.order(bought.order.url));
    assert.deepEqual(
      group.orders.map((order) => order.note),
      ['Ring at canary-gate,\nplease', 'canary-knock', ''],
    );
    assert.equal(group.id, bought.order.order_group_id);
    assert.deepEqual(
      group.orders.map(({ seller_name, status }) => [seller_name, status]),
      [
        ['Alder Timber', 'placed'],
        ['Birch Iron', 'placed'],
        ['Clover Seeds', 'placed'],
      ],
    );
    assert.deepEqual(group.totals, bought.quote.totals);
    assert.deepEqual(group.sellers, bought.sellers);
    const [alder] = group.orders;
    assert.deepEqual(alder.history, [{ status: 'placed', at: group.created_at }]);
    assert.equal(group.orders[1].fulfillments[0].title, 'express');
    for (const order of group.orders) assertAddsUp(order.totals);
    const listed = await shop.orders();
    assert.deepEqual(listed.map(({ id }) => id).sort(), group.orders.map(({ id }) => id).sort());
    assert.equal((await shop.customer.order('x/unknown')).status, 404);
  });

  test('each endpoint gets one POST that the standardwebhooks package accepts', async () => {
    const listed = await shop.orders();
    for (const name of names) {
      const [delivery, ...more] = await endpoints[name].wait(1);
      assert.deepEqual(more, []);
      const { id, webhook_secret } = shop.sellers[name];
      assert.equal(delivery.method, 'POST');
      assert.equal(delivery.url, '/orders');
      assert.match(delivery.headers['content-type'], /^application\/json/);
      assert.deepEqual(
        new Webhook(webhook_secret).verify(delivery.raw, delivery.headers),
        delivery.event,
      );
      const other = names.find((each) => each !== name);
      assert.throws(() =>
        new Webhook(shop.sellers[other].webhook_secret).verify(delivery.raw, delivery.headers),
      );
      assert.equal(delivery.event.type, 'order.created');
      const order = listed.find(({ seller_id }) => seller_id === id);
      assert.equal(delivery.event.data.id, order.id);
      assert.equal(amount(delivery.event.data.totals, 'total'), order.total);
      assert.deepEqual(delivery.event.data.buyer, buyer);
    }
    await new Promise((resolve) => setTimeout(resolve, 500));
    for (const name of names) assert.equal(endpoints[name].deliveries.length, 1);
  });

  test("a seller's message holds nothing of the other sellers and no total of the group", () => {
    for (const name of names) {
      const { raw, event } = endpoints[name].deliveries[0];
      for (const other of names.filter((each) => each !== name)) {
        const { id, webhook_secret, api_key } = shop.sellers[other];
        const foreign = Object.entries(shop.offers).filter(([, offer]) => offer.seller_id === id);
        const words = foreign.flatMap(([sku, offer]) => [sku, offer.id]);
        for (const word of [...words, `canary-${other}`, id, webhook_secret, api_key]) {
          assert.ok(!raw.includes(word), `${name} was told ${word} of ${other}`);
        }
      }
      assert.ok(!raw.includes('13572'), `${name} was told what the whole purchase costs`);
      assert.ok(!raw.includes(session.secret));
      assert.ok(!raw.includes(session.id));
      assert.ok(!raw.includes(bought.order.url.split('/').at(-1)));
      const skus = event.data.line_items.map(({ sku }) => sku);
      const own = Object.keys(wanted).filter(
        (sku) => shop.offers[sku].seller_id === shop.sellers[name].id,
      );
      assert.deepEqual(skus, own);
      for (const line of event.data.line_items) assert.equal(line.stock, undefined);
    }
  });

  test('an order that is picked up carries no address, the others do', () => {
    const orderOf = (name) => endpoints[name].deliveries[0].event.data;
    assert.equal(orderOf('alder').address, undefined);
    assert.ok(!endpoints.alder.deliveries[0].raw.includes(address.line1));
    assert.equal(orderOf('alder').fulfillments[0].pickup_address, 'Sägeweg 1, 35576 Wetzlar');
    for (const name of ['birch', 'clover']) {
      assert.equal(orderOf(name).address.line1, address.line1);
    }
  });

  test('the stock is lower by what was bought', async () => {
    assert.equal(await shop.stock('ALD-BOARD'), 498);
    assert.equal(await shop.stock('BIR-SCREW'), 897);
    assert.equal(await shop.stock('CLO-SEED'), null);
  });

  test('a purchase that is only picked up needs no address', async () => {
    const { secret, ...opened } = await shop.session({ 'BIR-SAW': 1 });
    const group_id = opened.quote.sellers[0].groups[0].id;
    const state = ok(
      await shop.customer.update(
        { ...opened, secret },
        {
          buyer,
          payment_method: 'invoice',
          selected_options: [{ group_id, option_id: 'counter' }],
        },
      ),
    );
    assert.equal(state.status, 'ready_for_complete');
    const done = ok(await shop.customer.complete({ ...opened, secret }, 3450));
    const group = ok(await shop.customer.order(done.order.url));
    assert.equal(group.address, undefined);
  });

  test('goods that can only be collected there wait for the customer to say so', async () => {
    const { secret, ...opened } = await shop.session({ 'BIR-SAW': 1 });
    const session = { ...opened, secret };
    const vienna = { ...address, postcode: '1010', city: 'Wien', country: 'AT' };
    const state = ok(
      await shop.customer.update(session, { buyer, address: vienna, payment_method: 'invoice' }),
    );
    assert.equal(state.status, 'incomplete');
    assert.deepEqual(
      state.messages.map(({ code, path }) => [code, path]),
      [['pickup_only', 'line_items[0]']],
    );
    const [group] = state.quote.sellers[0].groups;
    assert.equal(group.selected_option_id, undefined);
    const total = amount(state.quote.totals, 'total');
    refused(
      await shop.customer.complete(session, total),
      409,
      'session_incomplete',
      'line_items[0]',
    );
    const selected_options = [{ group_id: group.id, option_id: 'counter' }];
    const chosen = ok(await shop.customer.update(session, { selected_options }));
    assert.equal(chosen.status, 'ready_for_complete');
  });

  test('a note is bounded text, and one for a seller of nothing in it goes nowhere', async () => {
    const open = await shop.session({ 'CLO-SEED': 1 });
    const update = (...notes) => shop.customer.update(open, { notes });
    const long = await update(note('clover', 'fine'), note('clover', 'x'.repeat(2001)));
    assert.equal(refused(long, 413, 'too_large', 'notes[1].text').limit, 2000);
    refused(await update(note('clover', '\u0000')), 422, 'invalid_format', 'notes[0].text');
    assert.deepEqual(ok(await shop.customer.read(open)).notes, []);
    const { order } = await shop.buy({ 'CLO-SEED': 1 }, { notes: [note('alder', 'nobody')] });
    const { orders } = ok(await shop.customer.order(order.url));
    assert.deepEqual(
      orders.map((one) => [one.seller_name, one.note]),
      [['Clover Seeds', '']],
    );
  });

  test('a checkout that lacks something is not completed', async () => {
    const opened = await shop.session({ 'BIR-SAW': 1 });
    const earlier = await shop.orders();
    const answer = await shop.customer.complete(opened, amount(opened.quote.totals, 'total'));
    assert.equal(answer.status, 409);
    assert.equal(answer.json.error.code, 'session_incomplete');
    assert.equal(answer.json.error.path, 'buyer');
    assert.deepEqual(await shop.orders(), earlier);
  });
});
