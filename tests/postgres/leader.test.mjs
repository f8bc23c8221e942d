// Three servers on three PostgreSQL (Patroni, etcd, strict synchronous mode), of which the leader dies while customers buy.
// What was acknowledged is there, once; what was left in doubt the same Idempotency-Key settles, at whichever server.
// The long form has it also hand over and restart, kills twenty and says how long each took:
//   VITRINE_BINARY=build/vitrine VITRINE_LEADER_KILLS=20 node --test tests/postgres/leader.test.mjs
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { hasPatroni, startCluster } from '../../scripts/patroni.mjs';
import { freshDatabase } from '../../scripts/postgres.mjs';
import { amount, ok } from '../server/client.mjs';
import { address, buyer } from '../server/goods.mjs';
import { receiver, until } from '../server/receiver.mjs';
import { openShop } from '../server/shop.mjs';

const kills = Number(process.env.VITRINE_LEADER_KILLS ?? 1);
const customers = 6;
const wish = { 'CLO-SEED': 1, 'CLO-PLANT': 1, 'BIR-SCREW': 2 };
const patience = 60_000; // of a customer for an answer; the server gives up sooner

const skip = hasPatroni() ? false : 'Patroni or etcd is not installed';

describe('the leader of the database', { timeout: 24 * 3600_000, skip }, () => {
  let cluster;
  let shop;
  const servers = [];
  const endpoints = {};
  before(async () => {
    cluster = await startCluster();
    for (const name of ['birch', 'clover']) endpoints[name] = await receiver();
    const urls = Object.entries(endpoints).map(([name, { url }]) => [name, url]);
    shop = await openShop({
      store: await freshDatabase(cluster.url),
      endpoints: Object.fromEntries(urls),
      serve: ['--retry-seconds', '0.2,0.5,1,1,1,2,2,2,2'],
    });
    servers.push(shop, await shop.another(), await shop.another());
  });
  after(async () => {
    for (const server of servers.reverse()) await server.stop();
    for (const each of Object.values(endpoints)) await each.close();
    await cluster?.stop();
  });

  const stock = 1_000_000;
  const purchases = new Map(); // order groups by Idempotency-Key
  const answers = {}; // how often each status was answered
  let slowest = 0;
  let buying = false;
  let turn = 0;

  /** Asks one server after the other until it is done; each other answer says that it is not. */
  async function insist(call) {
    for (;;) {
      const began = Date.now();
      const answer = await call(servers[++turn % servers.length].customer);
      slowest = Math.max(slowest, Date.now() - began);
      answers[answer.status] = (answers[answer.status] ?? 0) + 1;
      if (answer.status === 200) return answer;
      if (answer.status === 409) {
        assert.equal(answer.json.error.code, 'idempotency_in_flight', answer.text);
      } else {
        assert.equal(answer.status, 503, answer.text);
        assert.equal(answer.json.error.code, 'unavailable');
      }
      assert.match(answer.headers['retry-after'], /^\d+$/);
      await pause(200); // sooner than told
    }
  }

  async function buy() {
    const created = randomUUID();
    const filled = randomUUID();
    const key = randomUUID();
    const cart = { site_id: shop.site_id, line_items: shop.line_items(wish) };
    const options = (key) => ({ key, timeout: patience });
    const { secret, id } = (await insist((at) => at.create(cart, options(created)))).json;
    const facts = { buyer, address, payment_method: 'invoice' };
    const session = { id, secret };
    const { quote } = (await insist((at) => at.update(session, facts, options(filled)))).json;
    const total = amount(quote.totals, 'total');
    let asked;
    const answer = await insist((at) => {
      asked = Date.now();
      return at.complete(session, total, options(key));
    });
    purchases.set(key, {
      asked,
      at: Date.now(),
      text: answer.text,
      session,
      total,
      id: answer.json.order.order_group_id,
    });
  }

  const shopping = () =>
    Array.from({ length: customers }, async () => {
      while (buying) {
        await buy();
        await pause(50);
      }
    });

  /** Milliseconds from the beginning of `trouble` until a purchase is acknowledged that was asked for after it. */
  async function writesAreBack(trouble) {
    const began = Date.now();
    await trouble();
    const over = Date.now();
    const first = await until(
      () => [...purchases.values()].find(({ asked }) => asked >= over),
      120_000,
      () => 'writes after the leader was gone',
    );
    return first.at - began;
  }

  test('is killed under load: no acknowledged order is lost or doubled, and writes come back', async (t) => {
    for (const [name, sku] of [
      ['clover', 'CLO-PLANT'],
      ['clover', 'CLO-SEED'],
      ['birch', 'BIR-SCREW'],
    ]) {
      const headers = { authorization: `Bearer ${shop.sellers[name].api_key}` };
      ok(await shop.send('POST', `/v1/seller/offers/${sku}`, { body: { stock }, headers }));
    }
    buying = true;
    const all = shopping();
    const worst = [];
    try {
      await until(
        () => purchases.size >= 20,
        30_000,
        () => 'the first purchases',
      );
      const told = (what, ms) => t.diagnostic(`${what}: writes back after ${ms} ms`);
      if (kills > 1) {
        told('the leader hands over', await writesAreBack(cluster.switchover));
        await cluster.healthy();
        const leader = await cluster.leader();
        told('its PostgreSQL is killed', await writesAreBack(leader.killPostgres));
        await cluster.healthy();
      }
      for (let round = 1; round <= kills; ++round) {
        const leader = await until(cluster.leader, 60_000, () => 'a leader');
        const took = await writesAreBack(leader.kill);
        worst.push(took);
        told(`leader ${round} is killed`, took);
        leader.start();
        if (round < kills) await cluster.healthy();
      }
    } finally {
      buying = false;
    }
    await Promise.all(all);
    t.diagnostic(
      `${purchases.size} purchases, answers ${JSON.stringify(answers)}, the slowest after ${slowest} ms`,
    );
    if (kills > 1) assert.ok(Math.max(...worst) <= 25_000, `${Math.max(...worst)} ms`);

    const orders = await shop.orders();
    const groups = new Set(orders.map(({ order_group_id }) => order_group_id));
    const bought = new Set([...purchases.values()].map(({ id }) => id));
    assert.equal(bought.size, purchases.size);
    assert.deepEqual([...groups].sort(), [...bought].sort());
    const parts = orders.map(({ order_group_id, seller_id }) => `${order_group_id} ${seller_id}`);
    assert.equal(new Set(parts).size, orders.length);
    assert.equal(orders.length, 2 * groups.size, 'one order of each seller per purchase');
    assert.equal(await shop.stock('CLO-PLANT'), stock - groups.size);
    assert.equal(await shop.stock('BIR-SCREW'), stock - 2 * groups.size);
    // Whoever asks again, wherever, is told the same.
    const keys = [...purchases.keys()];
    for (const [at, key] of [...keys.slice(0, 10), ...keys.slice(-10)].entries()) {
      const { session, total, text } = purchases.get(key);
      const { customer } = servers[at % servers.length];
      const again = await customer.complete(session, total, { key });
      assert.equal(again.text, text);
    }
  });

  test('brings each seller each order under one id', { timeout: 600_000 }, async () => {
    const orders = await shop.orders();
    for (const [name, { deliveries }] of Object.entries(endpoints)) {
      const mine = orders.filter(({ seller_id }) => seller_id === shop.sellers[name].id);
      const messages = new Map();
      const look = () => {
        for (const { event, headers } of deliveries.splice(0)) {
          const known = messages.get(event.data.id) ?? headers['webhook-id'];
          assert.equal(headers['webhook-id'], known);
          messages.set(event.data.id, known);
        }
        return messages.size >= mine.length;
      };
      await until(look, 300_000, () => `${mine.length} orders of ${name}, not ${messages.size}`);
      assert.deepEqual([...messages.keys()].sort(), mine.map(({ id }) => id).sort());
    }
  });
});
