// Orders on their way to sellers' endpoints: each on its own, again until it is taken.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { Webhook } from 'standardwebhooks';
import { send } from './client.mjs';
import { receiver, until } from './receiver.mjs';
import { openShop } from './shop.mjs';

const wanted = { 'ALD-BOARD': 1, 'BIR-SCREW': 1, 'CLO-SEED': 1 };

describe('dispatch', { timeout: 300_000 }, () => {
  let shop;
  const endpoints = {};
  before(async () => {
    for (const name of ['alder', 'birch', 'clover']) endpoints[name] = await receiver();
    const urls = Object.entries(endpoints).map(([name, { url }]) => [name, url]);
    shop = await openShop({ endpoints: Object.fromEntries(urls) });
  });
  after(async () => {
    await shop?.stop();
    for (const each of Object.values(endpoints)) await each.close();
  });

  test('a seller that never answers delays no other', async () => {
    endpoints.alder.mode = 'hang';
    for (let count = 1; count <= 5; ++count) {
      await shop.buy(wanted);
      const bought = Date.now();
      await Promise.all([endpoints.birch.wait(count, 2000), endpoints.clover.wait(count, 2000)]);
      assert.ok(Date.now() - bought < 2000);
    }
    assert.equal(endpoints.alder.taken().length, 0);
    // No more than a few of its connections are held open at the same time.
    assert.ok(endpoints.alder.deliveries.length <= 2);
  });

  test('a seller that answers 503 gets the order again, signed anew, under the same id', async () => {
    endpoints.birch.mode = 'refuse';
    const earlier = endpoints.birch.deliveries.length;
    await shop.buy({ 'BIR-SCREW': 2 });
    await until(
      () => endpoints.birch.deliveries.length > earlier,
      2000,
      () => 'the first attempt',
    );
    endpoints.birch.mode = 'take';
    await endpoints.birch.wait(6, 10_000);
    const [first, second, ...more] = endpoints.birch.deliveries.slice(earlier);
    assert.deepEqual(more, []);
    assert.equal(second.headers['webhook-id'], first.headers['webhook-id']);
    assert.equal(second.raw, first.raw);
    assert.ok(second.at - first.at >= 3500, 'it is not pressed');
    const { webhook_secret } = shop.sellers.birch;
    for (const { raw, headers } of [first, second])
      new Webhook(webhook_secret).verify(raw, headers);
    assert.throws(() =>
      new Webhook(webhook_secret).verify(second.raw.replace('1', '2'), second.headers),
    );
  });

  test('messages have ids of their own', async () => {
    for (const { deliveries } of [endpoints.clover]) {
      const ids = deliveries.map(({ headers }) => headers['webhook-id']);
      assert.equal(new Set(ids).size, ids.length);
      assert.equal(new Set(deliveries.map(({ event }) => event.data.id)).size, ids.length);
    }
  });

  test('an order is in the inbox whether or not the endpoint took it', async () => {
    const { json } = await shop.seller('alder', 'GET', '');
    assert.equal(json.orders.length, 5);
  });

  test('deliveries are counted', async () => {
    await pause(100);
    const { text } = await send(shop.url, 'GET', '/metrics');
    const count = (outcome) =>
      Number(new RegExp(`vitrine_deliveries_total{outcome="${outcome}"} (\\d+)`).exec(text)[1]);
    assert.equal(count('delivered'), 11);
    assert.ok(count('failed') >= 1);
  });
});
