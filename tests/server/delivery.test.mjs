// What becomes of orders whose endpoint fails: tried on schedule, parked, replayed; nobody is pressed. Real receivers,
// and a schedule of fractions of a second.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { Webhook } from 'standardwebhooks';
import { ok, refused, send } from './client.mjs';
import { receiver, until } from './receiver.mjs';
import { openShop } from './shop.mjs';

const board = { 'ALD-BOARD': 1 };
const short = ['--rate-limits', '0', '--retry-seconds', '0.2,0.4', '--circuit-seconds', '1.5'];

describe('deliveries that fail', { timeout: 300_000 }, () => {
  let shop;
  let endpoint;
  before(async () => {
    endpoint = await receiver({ mode: 'refuse' });
    shop = await openShop({ endpoints: { alder: endpoint.url }, options: short });
  });
  after(async () => {
    await shop?.stop();
    await endpoint?.close();
  });

  const call = (name, method, path, body) =>
    send(shop.url, method, `/v1/seller/${path}`, {
      body,
      headers: { authorization: `Bearer ${shop.sellers[name].api_key}` },
    });
  const status = async (name = 'alder') => ok(await call(name, 'GET', 'deliveries'));
  const parked = (count) =>
    until(
      async () => {
        const state = await status();
        return state.parked.length === count && state.waiting === 0 && state;
      },
      15_000,
      () => `${count} parked deliveries`,
    );

  test('after the schedule’s end an order is parked, told of, and still in the inbox', async () => {
    await shop.buy(board);
    const {
      endpoint: state,
      parked: [order],
    } = await parked(1);
    assert.equal(state, 'active');
    assert.equal(order.attempts, 3);
    assert.equal(order.outcome, 'answered 503');
    assert.match(order.parked_at, /^2\d{3}-.*Z$/);
    const { orders } = ok(await shop.seller('alder', 'GET', ''));
    assert.equal(orders[0].id, order.order_id);
    const [first, second, third, ...more] = endpoint.deliveries;
    assert.deepEqual(more, []);
    assert.ok(second.at - first.at >= 150 && third.at - second.at >= 300);
    const listed = JSON.parse(await shop.vitrine('delivery', 'parked', '--json'));
    assert.deepEqual(
      listed.map(({ id, seller_id }) => [id, seller_id]),
      [[order.delivery_id, shop.sellers.alder.id]],
    );
    assert.ok(shop.lines.some((line) => line.includes('"delivery_parked"')));
    const { text } = await send(shop.url, 'GET', '/metrics');
    assert.match(text, /^vitrine_deliveries_parked_total 1$/m);
  });

  test('a seller sees and replays its own only', async () => {
    const {
      parked: [order],
    } = await status();
    const none = { endpoint: 'none', url: '', waiting: 0, parked: [] };
    assert.deepEqual(await status('birch'), none);
    const { delivery_id } = order;
    refused(
      await call('birch', 'POST', 'deliveries/replay', { delivery_id }),
      404,
      'not_found',
      'delivery_id',
    );
    assert.deepEqual(ok(await call('birch', 'POST', 'deliveries/replay', {})), { replayed: 0 });
    refused(
      await call('alder', 'POST', 'deliveries/replay', { delivery_id: '' }),
      422,
      'invalid_format',
      'delivery_id',
    );
    const bare = await send(shop.url, 'GET', '/v1/seller/deliveries');
    refused(bare, 401, 'unauthorized', 'authorization');
    assert.equal((await status()).parked.length, 1);
  });

  test('a replayed order comes under the same webhook-id', async () => {
    endpoint.mode = 'take';
    await pause(1600); // the endpoint may have been left alone
    const {
      parked: [{ delivery_id }],
    } = await status();
    assert.deepEqual(ok(await call('alder', 'POST', 'deliveries/replay', { delivery_id })), {
      replayed: 1,
    });
    const [taken] = await endpoint.wait(1);
    assert.equal(taken.headers['webhook-id'], delivery_id);
    assert.equal(taken.raw, endpoint.deliveries[0].raw);
    await parked(0);
  });

  test('Retry-After is honoured, by the seller’s other orders too', async () => {
    endpoint.deliveries.length = 0;
    endpoint.mode = (response) => {
      endpoint.mode = 'take';
      response.writeHead(429, { 'retry-after': '2' }).end();
    };
    await shop.buy(board);
    await until(
      () => endpoint.deliveries.length === 1,
      5000,
      () => 'the first attempt',
    );
    await pause(100);
    await shop.buy(board);
    await endpoint.wait(2);
    const [first, ...rest] = endpoint.deliveries;
    for (const { at } of rest) assert.ok(at - first.at >= 1900, `${at - first.at} ms`);
  });

  test('an endpoint that fails five times in a row is left alone, tried once, and then gets all', async () => {
    await shop.stop();
    const options = ['--rate-limits', '0', '--circuit-seconds', '1.5'];
    const many = ['--retry-seconds', Array(40).fill(0.1).join(',')];
    endpoint.mode = 'refuse';
    shop = await openShop({ endpoints: { alder: endpoint.url }, options: [...options, ...many] });
    endpoint.deliveries.length = 0;
    for (let count = 0; count < 6; ++count) await shop.buy(board);
    await until(
      () => shop.lines.some((line) => line.includes('"endpoint_left_alone"')),
      5000,
      () => 'the pause',
    );
    await pause(100);
    const tried = endpoint.deliveries.length;
    assert.ok(tried >= 5 && tried <= 7, `${tried} attempts before the pause`);
    await pause(800);
    assert.equal(endpoint.deliveries.length, tried);
    await until(
      () => endpoint.deliveries.length > tried,
      3000,
      () => 'the try after the pause',
    );
    await pause(500);
    assert.equal(endpoint.deliveries.length, tried + 1);
    endpoint.mode = 'take';
    await endpoint.wait(6);
    const ids = new Set(endpoint.deliveries.map(({ headers }) => headers['webhook-id']));
    assert.equal(ids.size, 6);
    assert.equal((await status()).waiting, 0);
  });

  test('410 ends all sending to an endpoint until the operator sets it anew', async () => {
    endpoint.deliveries.length = 0;
    endpoint.mode = (response) => response.writeHead(410).end();
    await shop.buy(board);
    await parked(1);
    await shop.buy(board);
    const state = await parked(2);
    assert.equal(state.endpoint, 'gone');
    assert.equal(endpoint.deliveries.length, 1);
    endpoint.mode = 'take';
    const { id } = shop.sellers.alder;
    await shop.vitrine('seller', 'endpoint', '--seller', id, '--url', endpoint.url);
    assert.equal((await status()).endpoint, 'active');
    assert.match(await shop.vitrine('delivery', 'replay', '--seller', id), /^2 due again/);
    await endpoint.wait(2);
    await parked(0);
    const none = await shop.command('delivery', 'replay', '--seller', id, '--id', 'whk_none');
    assert.equal(none.code, 1);
  });

  test('after a rotation both secrets sign, and the same key gives the same secret', async () => {
    const old = shop.sellers.alder.webhook_secret;
    const rotate = (key) =>
      send(shop.url, 'POST', '/v1/seller/webhook_secret', {
        headers: {
          authorization: `Bearer ${shop.sellers.alder.api_key}`,
          'idempotency-key': key,
        },
      });
    const { webhook_secret, old_until } = ok(await rotate('once'));
    assert.notEqual(webhook_secret, old);
    assert.ok(Math.abs(Date.parse(old_until) - Date.now() - 86_400_000) < 60_000);
    assert.equal(ok(await rotate('once')).webhook_secret, webhook_secret);
    endpoint.deliveries.length = 0;
    await shop.buy(board);
    const [{ raw, headers }] = await endpoint.wait(1);
    assert.match(headers['webhook-signature'], /^v1,\S+ v1,\S+$/);
    for (const secret of [old, webhook_secret]) new Webhook(secret).verify(raw, headers);
    const again = JSON.parse(
      await shop.vitrine('seller', 'secret', '--seller', shop.sellers.alder.id),
    );
    endpoint.deliveries.length = 0;
    await shop.buy(board);
    const [next] = await endpoint.wait(1);
    new Webhook(again.webhook_secret).verify(next.raw, next.headers);
    assert.throws(() => new Webhook(old).verify(next.raw, next.headers));
  });
});
