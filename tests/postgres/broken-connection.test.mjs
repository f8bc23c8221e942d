// The connection to the database breaks at each message of an order, in either direction, and does not come back at once: a
// proxy between the server and PostgreSQL cuts it there.
import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { freshDatabase, startPostgres } from '../../scripts/postgres.mjs';
import { amount, ok, refused } from '../server/client.mjs';
import { receiver, until } from '../server/receiver.mjs';
import { openShop } from '../server/shop.mjs';

const port = '.s.PGSQL.5432';

/** Passes bytes on until `cut(direction, n)`: the n-th message that way breaks the connection and is lost. */
async function proxy(url) {
  const real = join(new URL(url).searchParams.get('host'), port);
  const folder = mkdtempSync(join(tmpdir(), 'vitrine-proxy-'));
  chmodSync(folder, 0o755);
  let fault = null;
  let refusals = 0;
  const open = new Set();
  const listener = createServer((near) => {
    if (refusals > 0) {
      --refusals;
      near.destroy();
      return;
    }
    const far = connect(real);
    const end = () => {
      near.destroy();
      far.destroy();
      open.delete(end);
    };
    open.add(end);
    for (const socket of [near, far]) socket.on('error', end).on('close', end);
    const pass = (from, to, direction) =>
      from.on('data', (bytes) => {
        if (fault?.direction === direction && --fault.left === 0) {
          fault.struck = true;
          refusals = fault.refusals;
          end();
        } else to.write(bytes);
      });
    pass(near, far, 'send');
    pass(far, near, 'recv');
  });
  await new Promise((done) => listener.listen(join(folder, port), done));
  return {
    url: (store) => store.replace(/host=[^&]*/, `host=${folder}`),
    cut(direction, nth) {
      fault = { direction, left: nth, refusals: nth % 2, struck: false };
    },
    /** Answers whether the connection broke. */
    heal() {
      const { struck } = fault;
      fault = null;
      refusals = 0;
      return struck;
    },
    async close() {
      for (const end of open) end();
      await new Promise((done) => listener.close(done));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

describe('the connection to the database', { timeout: 24 * 3600_000 }, () => {
  let cluster;
  let between;
  let shop;
  let endpoint;
  before(async () => {
    cluster = await startPostgres();
    between = await proxy(cluster.url);
    endpoint = await receiver();
    shop = await openShop({
      store: between.url(await freshDatabase(cluster.url)),
      endpoints: { clover: endpoint.url },
    });
  });
  after(async () => {
    await shop?.stop();
    await endpoint?.close();
    await between?.close();
    await cluster?.stop();
  });

  test('breaks at each message of an order: none is lost or doubled, and no restart is needed', async () => {
    const stock = await shop.stock('CLO-PLANT');
    const bought = [];
    for (const direction of ['send', 'recv']) {
      let broken = 0;
      for (let nth = 1; ; ++nth) {
        const session = await shop.ready({ 'CLO-PLANT': 1 });
        const key = `${direction} ${nth}`;
        const total = amount(session.quote.totals, 'total');
        const complete = () => shop.customer.complete(session, total, { key });
        between.cut(direction, nth);
        const first = await complete();
        if (first.status !== 200) refused(first, 503, 'unavailable', '');
        const struck = between.heal();
        const again = await complete();
        assert.equal(ok(again).status, 'completed');
        if (first.status === 200) assert.deepEqual(again.bytes, first.bytes);
        bought.push(again.json.order.order_group_id);
        if (!struck) break;
        ++broken;
      }
      assert.ok(broken >= 10, `${broken} messages ${direction}`);
    }
    const orders = await shop.orders();
    assert.deepEqual(
      orders.map(({ order_group_id }) => order_group_id).sort(),
      [...new Set(bought)].sort(),
    );
    assert.equal(new Set(bought).size, bought.length);
    assert.equal(await shop.stock('CLO-PLANT'), stock - bought.length);
    // What was sent and not noted is sent again after its lease, under the same id.
    const ids = orders.map(({ id }) => id).sort();
    const told = () =>
      new Map(endpoint.taken().map(({ event, headers }) => [event.data.id, headers]));
    await until(
      () => told().size >= ids.length,
      60_000,
      () => `${ids.length} orders at their seller, and not ${told().size}`,
    );
    assert.deepEqual([...told().keys()].sort(), ids);
    const messages = endpoint.taken().map(({ headers }) => headers['webhook-id']);
    assert.equal(new Set(messages).size, ids.length);
  });
});
