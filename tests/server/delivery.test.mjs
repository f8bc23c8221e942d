// What becomes of orders whose endpoint fails: tried on schedule, parked, replayed; nobody is pressed. Real receivers,
// and a schedule of fractions of a second.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { Webhook } from 'standardwebhooks';
import { run } from '../../scripts/command.mjs';
import { ok, refused, send } from './client.mjs';
import { buyer } from './goods.mjs';
import { oldStore } from './old-store.mjs';
import { receiver, until } from './receiver.mjs';
import { binary, openShop } from './shop.mjs';

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
  const status = async (name = 'alder') => ok(await call(name, 'GET', 'endpoint'));
  const log = async (query = {}, name = 'alder') =>
    ok(await call(name, 'GET', `deliveries?${new URLSearchParams(query)}`)).deliveries;
  const replay = (delivery_id, name = 'alder') =>
    call(name, 'POST', 'deliveries/replay', { delivery_id });
  const cancel = async ({ url }) =>
    ok(
      await shop.send('POST', `/v1/orders/${url.split('/').at(-1)}/cancel`, {
        body: {},
        headers: { 'idempotency-key': url },
      }),
    );
  const parked = (count) =>
    until(
      async () => {
        const state = await status();
        return state.parked === count && state.waiting === 0 && state;
      },
      15_000,
      () => `${count} parked deliveries`,
    );

  test('after the schedule’s end an order is parked, told of, and still in the inbox', async () => {
    await shop.buy(board);
    assert.equal((await parked(1)).endpoint, 'active');
    const [order, ...others] = await log();
    assert.deepEqual(others, []);
    assert.deepEqual(
      [order.type, order.state, order.attempts, order.outcome, order.seller_name],
      ['order.created', 'parked', 3, 'answered 503', 'Alder Timber'],
    );
    assert.match(order.at, /^2\d{3}-.*Z$/);
    assert.ok(Date.parse(order.queued_at) <= Date.parse(order.at));
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
    const none = { endpoint: 'none', url: '', waiting: 0, parked: 0 };
    assert.deepEqual(await status('birch'), none);
    assert.deepEqual(await log({}, 'birch'), []);
    const [{ delivery_id }] = await log();
    refused(await replay(delivery_id, 'birch'), 404, 'not_found', 'delivery_id');
    assert.deepEqual(ok(await call('birch', 'POST', 'deliveries/replay', {})), { replayed: 0 });
    refused(await replay(''), 422, 'invalid_format', 'delivery_id');
    const bare = await send(shop.url, 'GET', '/v1/seller/deliveries');
    refused(bare, 401, 'unauthorized', 'authorization');
    assert.equal((await status()).parked, 1);
  });

  test('a replayed order comes under the same webhook-id', async () => {
    endpoint.mode = 'take';
    await pause(1600); // the endpoint may have been left alone
    const [{ delivery_id }] = await log();
    assert.deepEqual(ok(await replay(delivery_id)), { replayed: 1 });
    const [taken] = await endpoint.wait(1);
    assert.equal(taken.headers['webhook-id'], delivery_id);
    assert.equal(taken.raw, endpoint.deliveries[0].raw);
    await parked(0);
  });

  test('what was delivered can be sent again, as the order is now', async () => {
    const [{ delivery_id, order_id, queued_at, state }] = await log();
    assert.equal(state, 'delivered');
    ok(await shop.seller('alder', 'POST', `/${order_id}/acknowledge`, {}));
    ok(await replay(delivery_id));
    const [, again] = await endpoint.wait(2);
    assert.equal(again.headers['webhook-id'], delivery_id);
    new Webhook(shop.sellers.alder.webhook_secret).verify(again.raw, again.headers);
    const { type, timestamp, data } = again.event;
    assert.deepEqual([type, timestamp], ['order.created', queued_at]);
    assert.deepEqual([data.id, data.status], [order_id, 'acknowledged']);
    await until(async () => (await log())[0].state === 'delivered');
    assert.equal((await log())[0].attempts, 1);
  });

  test('nobody hears of an order after its end, but of its end as often as it is wished', async () => {
    const bought = await shop.buy(board);
    const delivered = (count) =>
      until(async () => (await log({ state: 'delivered' })).length === count);
    await delivered(2);
    await cancel(bought.order);
    await delivered(3);
    const [cancelled, created] = await log();
    assert.deepEqual([cancelled.type, created.type], ['order.cancelled', 'order.created']);
    refused(await replay(created.delivery_id), 409, 'invalid_transition', 'delivery_id');
    const before = endpoint.deliveries.length;
    ok(await replay(cancelled.delivery_id));
    await until(async () => endpoint.deliveries.length === before + 1);
    assert.equal(endpoint.deliveries.at(-1).event.data.status, 'cancelled');
    await delivered(3);
  });

  test('what waits is told of with its next attempt, and taken back when the order ends', async () => {
    endpoint.mode = (response) => response.writeHead(503, { 'retry-after': '60' }).end();
    const { order } = await shop.buy(board);
    const waiting = await until(async () => {
      const [first] = await log({ state: 'waiting' });
      return first?.attempts === 1 && first;
    });
    assert.ok(Date.parse(waiting.at) - Date.now() > 50_000, waiting.at);
    refused(await replay(waiting.delivery_id), 409, 'invalid_transition', 'delivery_id');
    await cancel(order);
    const [withdrawn] = await log({ state: 'withdrawn' });
    assert.equal(withdrawn.delivery_id, waiting.delivery_id);
    refused(await replay(withdrawn.delivery_id), 409, 'invalid_transition', 'delivery_id');
    refused(await call('alder', 'GET', 'deliveries?state=lost'), 422, 'invalid_format', 'state');
    await shop.stop();
    endpoint.mode = 'take';
    endpoint.deliveries.length = 0;
    shop = await openShop({ endpoints: { alder: endpoint.url }, options: short });
  });

  test('the operator sees the same of all sellers, without what the messages say', async () => {
    await shop.buy(board);
    await endpoint.wait(1);
    await until(async () => (await log({ state: 'delivered' })).length === 1);
    const { api_key } = JSON.parse(await shop.vitrine('key', 'issue', '--owner', 'operator'));
    const list = (query) =>
      send(shop.url, 'GET', `/v1/operator/deliveries?${new URLSearchParams(query)}`, {
        headers: { authorization: `Bearer ${api_key}` },
      });
    const answer = await list({ seller_id: shop.sellers.alder.id });
    assert.deepEqual(ok(answer).deliveries, await log());
    assert.ok(!answer.text.includes(buyer.name) && !answer.text.includes(buyer.email));
    assert.deepEqual(ok(await list({ seller_id: shop.sellers.birch.id })).deliveries, []);
    assert.equal(ok(await list({ state: 'delivered' })).deliveries.length, 1);
    refused(
      await send(shop.url, 'GET', '/v1/operator/deliveries', {
        headers: { authorization: `Bearer ${shop.sellers.alder.api_key}` },
      }),
      401,
      'unauthorized',
      'authorization',
    );
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

test(
  'messages that an older version left behind are told with their event and order',
  { timeout: 60_000 },
  async (t) => {
    if (process.env.VITRINE_TEST_STORE) return t.skip('a file of SQLite');
    const old = await oldStore(t, (file) =>
      run('python3', [
        '-c',
        `import json, sqlite3, sys
with sqlite3.connect(sys.argv[1]) as db:
    order, seller = db.execute("SELECT id, seller_id FROM orders ORDER BY id").fetchone()
    event = json.dumps({"type": "order.created", "timestamp": "", "data": {"id": order}})
    rows = [("whk_waiting", event, 4102444800000, None), ("whk_parked", event, None, 1),
            ("whk_delivered", "", None, None)]
    for id, body, due, parked in rows:
        db.execute("INSERT INTO outbox (id, seller_id, body, attempts, due_at, outcome, parked_at)"
                   " VALUES (?, ?, ?, 3, ?, 'status 503', ?)", (id, seller, body, due, parked))
    db.execute("INSERT INTO outbox (id, seller_id, body, attempts, due_at, outcome)"
               " VALUES ('whk_odd', ?, '{}', 1, 4102444800000, '')", (seller,))`,
        file,
      ]),
    );
    const issue = ['key', 'issue', '--owner', 'operator', '--data', old.data];
    const { api_key } = JSON.parse((await run(binary, issue)).stdout);
    const headers = { authorization: `Bearer ${api_key}` };
    const { deliveries } = ok(await send(old.url, 'GET', '/v1/operator/deliveries', { headers }));
    const told = new Map(
      deliveries.map(({ delivery_id, type, order_id }) => [delivery_id, [type, order_id]]),
    );
    // Of what was delivered nothing was known.
    assert.deepEqual([...told.keys()].sort(), ['whk_odd', 'whk_parked', 'whk_waiting']);
    assert.deepEqual(told.get('whk_odd'), ['', '']);
    for (const id of ['whk_parked', 'whk_waiting']) {
      const [type, order_id] = told.get(id);
      assert.equal(type, 'order.created');
      assert.match(order_id, /^ord_\w+$/);
    }
  },
);
