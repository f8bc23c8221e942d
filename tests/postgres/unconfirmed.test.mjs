// Commits that no standby has confirmed, although they are asked to: whoever dies next may take them along. Such an order
// is not acknowledged, neither when its COMMIT comes back with a warning nor when a restart of PostgreSQL shows it.
import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import { run } from '../../scripts/command.mjs';
import { freshDatabase, startPostgres } from '../../scripts/postgres.mjs';
import { amount, ok, refused, send } from '../server/client.mjs';
import { until } from '../server/receiver.mjs';
import { openShop } from '../server/shop.mjs';

describe('a commit that no standby confirms', { timeout: 300_000 }, () => {
  let cluster;
  let shop;
  let bought = 0;
  let stock;
  before(async () => {
    cluster = await startPostgres();
    shop = await openShop({ store: await freshDatabase(cluster.url) });
    stock = await shop.stock('CLO-PLANT');
  });
  after(async () => {
    await shop?.stop();
    await cluster?.stop();
  });

  const psql = async (text) =>
    (await run('psql', ['-qAt', '-d', cluster.url, '-c', text])).stdout.trim();
  /** The standby that must confirm, one that there is not; '' is none. */
  const confirmedBy = async (name) => {
    await psql(`ALTER SYSTEM SET synchronous_standby_names = '${name}'`);
    await psql('SELECT pg_reload_conf()');
    await until(
      async () => (await psql('SHOW synchronous_standby_names')) === name,
      10_000,
      () => `synchronous_standby_names = '${name}'`,
    );
  };
  /** The process that waits for a standby. */
  const waits = () =>
    until(
      () => psql("SELECT pid FROM pg_stat_activity WHERE wait_event = 'SyncRep'"),
      20_000,
      () => 'a commit that waits',
    );
  let session;
  let key;
  const complete = () =>
    shop.customer.complete(session, amount(session.quote.totals, 'total'), {
      key,
      timeout: 60_000,
    });
  beforeEach(async () => {
    session = await shop.ready({ 'CLO-PLANT': 1 });
    key = `order ${++bought}`;
    await confirmedBy('ghost');
  });

  afterEach(() => confirmedBy(''));

  /** The same request is answered when the standbys confirm again, and not before. */
  async function isAnsweredOnceConfirmed() {
    let answered = false;
    const again = complete().finally(() => (answered = true));
    await waits();
    assert.equal(answered, false);
    await confirmedBy('');
    assert.equal(ok(await again).status, 'completed');
    assert.equal((await shop.orders()).length, bought);
    assert.equal(await shop.stock('CLO-PLANT'), stock - bought);
  }

  test('is not acknowledged when its wait is canceled', async () => {
    const first = complete();
    await psql(`SELECT pg_cancel_backend(${await waits()})`);
    const answer = await first;
    refused(answer, 503, 'unavailable', '');
    assert.equal(answer.headers['retry-after'], '1');
    await isAnsweredOnceConfirmed();
  });

  test('is not acknowledged after a restart that shows it', async () => {
    const first = complete();
    await waits();
    await cluster.kill();
    refused(await first, 503, 'unavailable', '');
    await cluster.start();
    await isAnsweredOnceConfirmed();
  });

  test('is given up after a while, and who waits behind it is told so too', async () => {
    const first = complete();
    await waits();
    const behind = Array.from({ length: 100 }, (_, at) =>
      send(shop.url, 'GET', `/v1/checkout_sessions/${session.id}`, {
        headers: { authorization: `Bearer ${session.secret}` },
        from: `127.0.0.${2 + (at % 2)}`, // an address has 64 connections
        timeout: 60_000, // groups that wait one after the other take longer
      }),
    );
    for (const answer of await Promise.all([first, ...behind])) {
      refused(answer, 503, 'unavailable', '');
      assert.equal(answer.headers['retry-after'], '1');
    }
    await isAnsweredOnceConfirmed();
  });
});
