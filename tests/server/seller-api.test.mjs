// What sellers' programs do with their orders, and what customers see of it.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { ok, refused } from './client.mjs';
import { openShop } from './shop.mjs';

describe('the seller API', { timeout: 300_000 }, () => {
  let shop;
  let link;
  let ids;
  const wanted = { 'ALD-BOARD': 1, 'BIR-SCREW': 1, 'CLO-SEED': 1 };
  const buy = async () => {
    link = (await shop.buy(wanted)).order.url;
    const { orders } = ok(await shop.customer.order(link));
    const idOf = (name) => orders.find(({ seller_id }) => seller_id === shop.sellers[name].id).id;
    ids = { alder: idOf('alder'), birch: idOf('birch'), clover: idOf('clover') };
  };
  const shown = async (name) =>
    ok(await shop.customer.order(link)).orders.find(({ id }) => id === ids[name]);
  const step = (name, what, body, as = name) =>
    shop.seller(as, 'POST', `/${ids[name]}/${what}`, body);

  before(async () => {
    shop = await openShop();
    await buy();
  });
  after(() => shop?.stop());

  test('a seller without endpoint finds its order in its inbox, and only its own', async () => {
    for (const name of ['alder', 'birch', 'clover']) {
      const list = ok(await shop.seller(name, 'GET', ''));
      assert.deepEqual(
        list.orders.map(({ id, status }) => [id, status]),
        [[ids[name], 'placed']],
      );
      assert.equal(list.next, undefined);
      const one = await shop.seller(name, 'GET', `/${ids[name]}`);
      assert.deepEqual(ok(one), list.orders[0]);
      for (const other of ['alder', 'birch', 'clover'].filter((each) => each !== name)) {
        assert.ok(!one.text.includes(`canary-${other}`));
        assert.ok(!one.text.includes(shop.sellers[other].id));
      }
    }
  });

  test('acknowledging and shipping show on the order page', async () => {
    assert.equal(ok(await step('alder', 'acknowledge')).status, 'acknowledged');
    assert.equal((await shown('alder')).status, 'acknowledged');
    const parcel = { carrier: 'DHL', tracking_number: '00340434 <b>' };
    assert.equal(ok(await step('alder', 'ship', parcel)).status, 'shipped');
    const order = await shown('alder');
    assert.deepEqual(
      [order.status, order.carrier, order.tracking_number],
      ['shipped', parcel.carrier, parcel.tracking_number],
    );
    assert.deepEqual(
      order.history.map(({ status }) => status),
      ['placed', 'acknowledged', 'shipped'],
    );
    for (const { at } of order.history) assert.ok(Math.abs(Date.parse(at) - Date.now()) < 60_000);
    assert.equal((await shown('birch')).status, 'placed');
  });

  test('the order page tells who each seller is, as the customer was told at the sale', async () => {
    const { sellers } = ok(await shop.customer.order(link));
    const alder = sellers.find(({ id }) => id === shop.sellers.alder.id);
    assert.deepEqual(
      [alder.name, alder.email, alder.address],
      ['Alder Timber', 'yard@alder.example', 'Sägeweg 1, 35576 Wetzlar'],
    );
    assert.equal(sellers.length, 3);
  });

  test('an order may be shipped without being acknowledged first', async () => {
    assert.equal(ok(await step('birch', 'ship', {})).status, 'shipped');
  });

  test('a rejection needs a reason, shows it, and takes the order out of the totals', async () => {
    refused(await step('clover', 'reject', {}), 422, 'missing_field', 'reason');
    refused(await step('clover', 'reject', { reason: '  ' }), 422, 'missing_field', 'reason');
    const long = 'x'.repeat(501);
    refused(await step('clover', 'reject', { reason: long }), 413, 'too_large', 'reason');
    assert.equal((await shown('clover')).status, 'placed');
    ok(await step('clover', 'reject', { reason: 'The frost took them.' }));
    const group = ok(await shop.customer.order(link));
    assert.deepEqual(
      group.orders.filter(({ reason }) => reason !== '').map(({ id, reason }) => [id, reason]),
      [[ids.clover, 'The frost took them.']],
    );
    // The board and its lorry, the screws and their parcel; no seed any more.
    assert.equal(
      group.totals.find(({ type }) => type === 'total').amount,
      1890 + 4900 + 1090 + 540,
    );
  });

  test('repeating a step changes nothing', async () => {
    const earlier = (await shop.customer.order(link)).text;
    ok(await step('alder', 'ship', { carrier: 'UPS', tracking_number: 'another' }));
    ok(await step('birch', 'ship', {}));
    ok(await step('clover', 'reject', { reason: 'Another reason.' }));
    assert.equal((await shop.customer.order(link)).text, earlier);
  });

  test('impossible steps are refused and change nothing', async () => {
    const earlier = (await shop.customer.order(link)).text;
    const reason = 'Too late.';
    for (const [name, what, body] of [
      ['alder', 'acknowledge', undefined],
      ['alder', 'reject', { reason }],
      ['birch', 'reject', { reason }],
      ['clover', 'acknowledge', undefined],
      ['clover', 'ship', {}],
    ]) {
      refused(await step(name, what, body), 409, 'invalid_transition', 'status');
    }
    assert.equal((await shop.customer.order(link)).text, earlier);
  });

  test("another seller's key finds nothing and changes nothing", async () => {
    await buy();
    const earlier = (await shop.customer.order(link)).text;
    refused(await shop.seller('birch', 'GET', `/${ids.alder}`), 404, 'not_found', 'id');
    refused(await step('alder', 'acknowledge', undefined, 'birch'), 404, 'not_found', 'id');
    refused(await step('alder', 'ship', {}, 'birch'), 404, 'not_found', 'id');
    refused(await step('alder', 'reject', { reason: 'x' }, 'birch'), 404, 'not_found', 'id');
    assert.equal((await shop.customer.order(link)).text, earlier);
  });

  test('no key, a wrong key and a key that is not a bearer are unauthorized', async () => {
    const { api_key } = shop.sellers.alder;
    for (const authorization of [
      undefined,
      'Bearer ',
      'Bearer vk_wrong',
      `Bearer ${api_key}x`,
      `Basic ${api_key}`,
      `Bearer ${shop.sellers.alder.webhook_secret}`,
    ]) {
      const headers = { authorization };
      for (const [method, path, body] of [
        ['GET', '', undefined],
        ['GET', `/${ids.alder}`, undefined],
        ['POST', `/${ids.alder}/acknowledge`, undefined],
        ['POST', `/${ids.alder}/ship`, {}],
      ]) {
        const answer = await shop.send(method, `/v1/seller/orders${path}`, { headers, body });
        refused(answer, 401, 'unauthorized', 'authorization');
        assert.equal(answer.headers['www-authenticate'], 'Bearer');
      }
    }
    assert.equal((await shown('alder')).status, 'placed');
  });

  test('a long inbox comes in pages, each order once, oldest first', async () => {
    const before = ok(await shop.seller('clover', 'GET', '')).orders.length;
    for (let left = 105 - before; left > 0; left -= 15) {
      await Promise.all(
        Array.from({ length: Math.min(15, left) }, () => shop.buy({ 'CLO-SEED': 1 })),
      );
    }
    const first = ok(await shop.seller('clover', 'GET', ''));
    assert.equal(first.orders.length, 100);
    const second = ok(await shop.seller('clover', 'GET', `?after=${first.next}`));
    assert.equal(second.orders.length, 5);
    assert.equal(second.next, undefined);
    const all = [...first.orders, ...second.orders];
    assert.equal(new Set(all.map(({ id }) => id)).size, 105);
    const times = all.map(({ created_at }) => created_at);
    assert.deepEqual(times, [...times].sort());
  });
});
